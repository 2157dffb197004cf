import { Alert, Button, DialogActions, DialogContent, TextField, Typography } from '@mui/material';
import { type FormEvent, useState } from 'react';
import { useTranslate } from 'react-admin';

interface PasswordAgainStepProps {
  replacing: boolean;
  onSubmit: (password: string) => Promise<void>;
  onCancel: () => void;
}

export function PasswordAgainStep({ replacing, onSubmit, onCancel }: PasswordAgainStepProps) {
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const translate = useTranslate();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    await onSubmit(password);
    setBusy(false);
  };
  return (
    <form onSubmit={submit}>
      <DialogContent>
        {replacing && (
          <Alert severity="info" sx={{ marginBottom: 2 }}>
            {translate('totp.replacing')}
          </Alert>
        )}
        <Typography variant="body2" sx={{ marginBottom: 2, color: 'var(--muted)' }}>
          {translate('totp.password_hint')}
        </Typography>
        <TextField
          type="password"
          label={translate('ra.auth.password')}
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          autoFocus
          fullWidth
        />
      </DialogContent>
      <DialogActions>
        <Button onClick={onCancel}>{translate('ra.action.cancel')}</Button>
        <Button type="submit" variant="contained" loading={busy} disabled={password === ''}>
          {translate('totp.continue')}
        </Button>
      </DialogActions>
    </form>
  );
}
