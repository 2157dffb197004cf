import { TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import { MONO } from '../theme/theme';

export const CODE_DIGITS = 6;
const RECOVERY_CODE_LENGTH = 40;

/** Digits only, however the code was pasted. */
const digitsOf = (text: string) => text.replace(/\D/g, '').slice(0, CODE_DIGITS);

interface CodeFieldProps {
  value: string;
  onChange: (code: string) => void;
  error?: string | null;
  /** Signing in also takes a recovery code, which has letters. */
  recovery?: boolean;
}

/** A one-time code, which password managers may fill in. */
export function CodeField({ value, onChange, error = null, recovery = false }: CodeFieldProps) {
  const translate = useTranslate();
  return (
    <TextField
      label={translate('sign_in.code')}
      value={value}
      onChange={(event) =>
        onChange(recovery ? event.target.value.slice(0, RECOVERY_CODE_LENGTH) : digitsOf(event.target.value))
      }
      error={error !== null}
      helperText={error}
      autoFocus
      fullWidth
      slotProps={{
        htmlInput: {
          inputMode: recovery ? 'text' : 'numeric',
          autoComplete: 'one-time-code',
          name: 'totp',
          style: { fontFamily: MONO, letterSpacing: '0.2em', fontSize: '1.125rem' },
        },
      }}
    />
  );
}
