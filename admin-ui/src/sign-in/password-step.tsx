import { Button, Stack, TextField } from '@mui/material';
import type { FormEvent } from 'react';
import { useTranslate } from 'react-admin';
import type { Credentials } from '../providers/session';

interface PasswordStepProps {
  busy: boolean;
  onSubmit: (credentials: Credentials) => void;
}

export function PasswordStep({ busy, onSubmit }: PasswordStepProps) {
  const translate = useTranslate();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    onSubmit({ email: String(form.get('email')).trim(), password: String(form.get('password')) });
  };
  return (
    <Stack component="form" spacing={2} onSubmit={submit}>
      <TextField
        name="email"
        type="email"
        label={translate('ra.auth.email')}
        autoComplete="username"
        autoFocus
        required
        slotProps={{ inputLabel: { required: false } }}
      />
      <TextField
        name="password"
        type="password"
        label={translate('ra.auth.password')}
        autoComplete="current-password"
        required
        slotProps={{ inputLabel: { required: false } }}
      />
      <Button type="submit" variant="contained" size="large" loading={busy} fullWidth>
        {translate('ra.auth.sign_in')}
      </Button>
    </Stack>
  );
}
