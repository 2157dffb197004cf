import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useFormat } from '../../../i18n/use-format';
import { csvOf, download } from '../../../list/csv';
import { MONO } from '../../../theme/theme';

/** A browser grows slow with more lines than this in a field; the file has them all. */
const SHOWN = 1_000;

interface DrawnCodesProps {
  promotionId: string;
  codes: readonly string[];
  onClose: () => void;
}

/** The codes that were drawn just now, to copy or to keep as a file: later lists do not tell them from the others. */
export function DrawnCodes({ promotionId, codes, onClose }: DrawnCodesProps) {
  const [copied, setCopied] = useState(false);
  const translate = useTranslate();
  const format = useFormat();
  const copy = async () => {
    await navigator.clipboard.writeText(codes.join('\n'));
    setCopied(true);
  };
  return (
    <Dialog open maxWidth="xs" fullWidth aria-labelledby="codes-title">
      <DialogTitle id="codes-title">
        {translate('promotion.code.drawn_title', {
          smart_count: codes.length,
          count: format.number(codes.length),
        })}
      </DialogTitle>
      <DialogContent>
        <Box sx={{ fontSize: '0.8125rem', marginBottom: 2 }}>{translate('promotion.code.drawn_hint')}</Box>
        <TextField
          label={translate('promotion.code.title')}
          value={codes.slice(0, SHOWN).join('\n')}
          multiline
          minRows={4}
          maxRows={12}
          fullWidth
          helperText={
            codes.length > SHOWN
              ? translate('promotion.code.shown_part', { shown: format.number(SHOWN) })
              : undefined
          }
          slotProps={{ htmlInput: { readOnly: true } }}
          sx={{ marginTop: 1, '& textarea': { fontFamily: MONO, fontSize: '0.75rem' } }}
        />
      </DialogContent>
      <DialogActions>
        <Button onClick={() => void copy()}>{translate(copied ? 'action.copied' : 'action.copy')}</Button>
        <Button
          variant="outlined"
          onClick={() =>
            download(`${promotionId}-codes.csv`, csvOf([['code'], ...codes.map((code) => [code])]))
          }
        >
          {translate('promotion.code.download')}
        </Button>
        <Button variant="contained" onClick={onClose}>
          {translate('promotion.code.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
