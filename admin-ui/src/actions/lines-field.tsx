import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined';
import { Box, Button, TextField, Typography } from '@mui/material';
import { type DragEvent, type ReactNode, useRef } from 'react';
import { useTranslate } from 'react-admin';

/** A browser grows slow with more text than this in a field; a larger file is sent unseen. */
const SHOWN_CHARS = 200_000;

interface LinesFieldProps {
  text: string;
  onText: (text: string) => void;
  label: string;
  placeholder: string;
  error?: string | null | undefined;
  /** How much was read, told as it changes. */
  children: ReactNode;
}

/** Lines that are pasted, or a file of them, chosen or dropped. */
export function LinesField({ text, onText, label, placeholder, error, children }: LinesFieldProps) {
  const translate = useTranslate();
  const file = useRef<HTMLInputElement>(null);
  const take = async (chosen: File | undefined) => {
    if (chosen) onText(await chosen.text());
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    void take(event.dataTransfer.files[0]);
  };
  const tooLong = text.length > SHOWN_CHARS;
  return (
    <Box
      sx={{ display: 'grid', gap: 1.5 }}
      onDragOver={(event: DragEvent) => event.preventDefault()}
      onDrop={drop}
    >
      <TextField
        label={label}
        placeholder={placeholder}
        value={tooLong ? text.slice(0, SHOWN_CHARS) : text}
        onChange={(event) => onText(event.target.value)}
        multiline
        minRows={8}
        maxRows={14}
        fullWidth
        autoFocus
        error={Boolean(error)}
        helperText={error || (tooLong ? translate('lines_field.shown_part') : undefined)}
        slotProps={{
          htmlInput: { spellCheck: false, readOnly: tooLong },
          inputLabel: { shrink: true },
        }}
        sx={{ '& textarea': { fontFamily: 'ui-monospace, monospace', fontSize: '0.75rem' } }}
      />
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, flexWrap: 'wrap' }}>
        <Button variant="outlined" startIcon={<UploadFileOutlined />} onClick={() => file.current?.click()}>
          {translate('lines_field.file')}
        </Button>
        {text !== '' && <Button onClick={() => onText('')}>{translate('lines_field.clear')}</Button>}
        <input
          ref={file}
          type="file"
          accept=".csv,.txt,text/csv,text/plain"
          aria-label={translate('lines_field.file')}
          hidden
          onChange={(event) => {
            void take(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
        <Typography variant="body2" sx={{ color: 'var(--muted)' }} role="status">
          {children}
        </Typography>
      </Box>
    </Box>
  );
}
