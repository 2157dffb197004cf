import { Alert, Box, Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Identifier } from '../display/identifier';

interface SecretDialogProps {
  title: string;
  hint: string;
  secret: string;
  onClose: () => void;
}

/** A secret the server tells once; it closes only by the button that says it was kept. */
export function SecretDialog({ title, hint, secret, onClose }: SecretDialogProps) {
  const translate = useTranslate();
  return (
    <Dialog open maxWidth="sm" fullWidth aria-labelledby="secret-title">
      <DialogTitle id="secret-title">{title}</DialogTitle>
      <DialogContent>
        <Alert severity="warning" sx={{ marginBottom: 2 }}>
          {hint}
        </Alert>
        <Box sx={{ padding: 2, borderRadius: '8px', backgroundColor: 'var(--sunken)' }} data-testid="secret">
          <Identifier value={secret} />
        </Box>
      </DialogContent>
      <DialogActions>
        <Button variant="contained" onClick={onClose}>
          {translate('action.kept')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
