import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined';
import { Box, Button, TextField, Typography } from '@mui/material';
import { useRef } from 'react';
import { useTranslate } from 'react-admin';
import { useFormat } from '../../i18n/use-format';

/** A browser grows slow with more text than this in a field; a larger file is sent unseen. */
const SHOWN_CHARS = 200_000;

interface UploadTextProps {
  text: string;
  error: string | undefined;
  onText: (text: string) => void;
}

/** Values pasted one a line, or a file chosen or dropped. */
export function UploadText({ text, error, onText }: UploadTextProps) {
  const file = useRef<HTMLInputElement>(null);
  const translate = useTranslate();
  const format = useFormat();
  const take = async (chosen: File | undefined) => {
    if (chosen) onText(await chosen.text());
  };
  const lines = text === '' ? 0 : text.trimEnd().split('\n').length;
  const tooLong = text.length > SHOWN_CHARS;
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
        label={translate('list_upload.text')}
        placeholder={translate('list_upload.placeholder')}
        value={tooLong ? text.slice(0, SHOWN_CHARS) : text}
        onChange={(event) => onText(event.target.value)}
        multiline
        minRows={8}
        maxRows={14}
        fullWidth
        autoFocus
        error={error !== undefined}
        helperText={error ?? (tooLong ? translate('list_upload.shown_part') : undefined)}
        slotProps={{
          htmlInput: { spellCheck: false, readOnly: tooLong },
          inputLabel: { shrink: true },
        }}
        sx={{ '& textarea': { fontFamily: 'ui-monospace, monospace', fontSize: '0.75rem' } }}
      />
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, flexWrap: 'wrap' }}>
        <Button variant="outlined" startIcon={<UploadFileOutlined />} onClick={() => file.current?.click()}>
          {translate('list_upload.file')}
        </Button>
        {text !== '' && <Button onClick={() => onText('')}>{translate('list_upload.clear')}</Button>}
        <input
          ref={file}
          type="file"
          accept=".csv,.txt,text/csv,text/plain"
          aria-label={translate('list_upload.file')}
          hidden
          onChange={(event) => {
            void take(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
        <Typography variant="body2" sx={{ color: 'var(--muted)' }} role="status">
          {translate('list_upload.lines', { smart_count: lines, count: format.number(lines) })}
        </Typography>
      </Box>
    </Box>
  );
}
