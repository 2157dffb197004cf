import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined';
import { Alert, Box, Button, TextField, Typography } from '@mui/material';
import { useRef } from 'react';
import { useTranslate } from 'react-admin';
import { useFormat } from '../../i18n/use-format';
import type { ReadIds } from './purchase-ids';

const SHOWN_LINES = 5;
const MAX_FILE_BYTES = 2_000_000;

interface ChooseIdsProps {
  text: string;
  read: ReadIds;
  max: number;
  error: string | null;
  onText: (text: string) => void;
}

/** Ids pasted one per line, or a CSV file; what could not be read is named before anything is asked of the server. */
export function ChooseIds({ text, read, max, error, onText }: ChooseIdsProps) {
  const file = useRef<HTMLInputElement>(null);
  const translate = useTranslate();
  const format = useFormat();
  const take = async (chosen: File | undefined) => {
    if (chosen && chosen.size <= MAX_FILE_BYTES) onText(await chosen.text());
  };
  const tooMany = read.ids.length > max;
  return (
    <Box
      sx={{ display: 'grid', gap: 1.5 }}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        void take(event.dataTransfer.files[0]);
      }}
    >
      <TextField
        label={translate('refund_bulk.ids')}
        placeholder={translate('refund_bulk.ids_placeholder')}
        value={text}
        onChange={(event) => onText(event.target.value)}
        multiline
        minRows={6}
        maxRows={14}
        fullWidth
        autoFocus
        error={error !== null || tooMany}
        helperText={
          error ?? (tooMany ? translate('refund_bulk.too_many', { max: format.number(max) }) : undefined)
        }
        slotProps={{ htmlInput: { spellCheck: false }, inputLabel: { shrink: true } }}
        sx={{ '& textarea': { fontFamily: 'ui-monospace, monospace', fontSize: '0.75rem' } }}
      />
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, flexWrap: 'wrap' }}>
        <Button variant="outlined" startIcon={<UploadFileOutlined />} onClick={() => file.current?.click()}>
          {translate('refund_bulk.file')}
        </Button>
        <input
          ref={file}
          type="file"
          accept=".csv,.txt,text/csv,text/plain"
          hidden
          onChange={(event) => {
            void take(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
        <Typography variant="body2" sx={{ color: 'var(--muted)' }} role="status">
          {translate('refund_bulk.read', {
            smart_count: read.ids.length,
            count: format.number(read.ids.length),
          })}
          {read.repeated > 0 &&
            ` · ${translate('refund_bulk.repeated', { smart_count: read.repeated, count: format.number(read.repeated) })}`}
        </Typography>
      </Box>
      {read.unreadable.length > 0 && (
        <Alert severity="warning" sx={{ alignItems: 'flex-start' }}>
          {translate('refund_bulk.unreadable', {
            smart_count: read.unreadable.length,
            count: format.number(read.unreadable.length),
          })}
          <Box component="ul" sx={{ margin: '4px 0 0', paddingInlineStart: 2.5 }}>
            {read.unreadable.slice(0, SHOWN_LINES).map(({ line, text: content }) => (
              <li key={line}>{translate('refund_bulk.line', { line, content })}</li>
            ))}
          </Box>
        </Alert>
      )}
    </Box>
  );
}
