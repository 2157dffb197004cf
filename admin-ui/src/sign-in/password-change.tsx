import {
  Alert,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  Stack,
  TextField,
} from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { changePassword } from '../providers/session';
import { SESSION_KEY } from '../providers/use-session';

/** The server's own minimum; it decides, this only saves a round trip. */
const MIN_LENGTH = 12;

interface PasswordChangeProps {
  /** A one-time password must be replaced before anything else opens. */
  due: boolean;
  onClose: () => void;
}

export function PasswordChange({ due, onClose }: PasswordChangeProps) {
  const [currentPassword, setCurrent] = useState('');
  const [newPassword, setNew] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const queryClient = useQueryClient();
  const notify = useNotify();
  const translate = useTranslate();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      await changePassword({ currentPassword, newPassword });
      await queryClient.invalidateQueries({ queryKey: SESSION_KEY });
      notify('password.changed', { type: 'success' });
      onClose();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog open maxWidth="xs" fullWidth onClose={onClose} aria-labelledby="password-title">
      <form onSubmit={submit}>
        <DialogTitle id="password-title">{translate('password.title')}</DialogTitle>
        <DialogContent>
          <Stack spacing={2} sx={{ paddingTop: 1 }}>
            {due && <Alert severity="info">{translate('password.due')}</Alert>}
            {problem && <Alert severity="error">{problem}</Alert>}
            <TextField
              type="password"
              label={translate('password.current')}
              autoComplete="current-password"
              value={currentPassword}
              onChange={(event) => setCurrent(event.target.value)}
              autoFocus
            />
            <TextField
              type="password"
              label={translate('password.new')}
              helperText={translate('password.rule', { min: MIN_LENGTH })}
              autoComplete="new-password"
              value={newPassword}
              onChange={(event) => setNew(event.target.value)}
            />
          </Stack>
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
          <Button
            type="submit"
            variant="contained"
            loading={busy}
            disabled={currentPassword === '' || newPassword.length < MIN_LENGTH}
          >
            {translate('password.change')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
