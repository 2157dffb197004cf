import { TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import { MONO } from '../theme/theme';

export const CODE_DIGITS = 6;

interface CodeFieldProps {
  value: string;
  onChange: (code: string) => void;
  error?: string | null;
}

/** A one-time code: digits only, however it was pasted, and offered to password managers. */
export function CodeField({ value, onChange, error = null }: CodeFieldProps) {
  const translate = useTranslate();
  return (
    <TextField
      label={translate('sign_in.code')}
      value={value}
      onChange={(event) => onChange(event.target.value.replace(/\D/g, '').slice(0, CODE_DIGITS))}
      error={error !== null}
      helperText={error}
      autoFocus
      slotProps={{
        htmlInput: {
          inputMode: 'numeric',
          autoComplete: 'one-time-code',
          name: 'totp',
          style: { fontFamily: MONO, letterSpacing: '0.35em', fontSize: '1.125rem' },
        },
      }}
    />
  );
}
