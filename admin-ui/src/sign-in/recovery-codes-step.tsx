import { Alert, Box, Button, DialogActions, DialogContent } from '@mui/material';
import { useTranslate } from 'react-admin';
import { MONO } from '../theme/theme';

interface RecoveryCodesStepProps {
  codes: readonly string[];
  onDone: () => void;
}

export function RecoveryCodesStep({ codes, onDone }: RecoveryCodesStepProps) {
  const translate = useTranslate();
  return (
    <>
      <DialogContent>
        <Alert severity="success" sx={{ marginBottom: 2 }}>
          {translate('totp.recovery_hint')}
        </Alert>
        <Box
          component="ul"
          sx={{
            display: 'grid',
            gridTemplateColumns: '1fr 1fr',
            gap: '4px 16px',
            margin: 0,
            padding: 2,
            listStyle: 'none',
            fontFamily: MONO,
            borderRadius: '8px',
            backgroundColor: 'var(--sunken)',
          }}
        >
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </Box>
      </DialogContent>
      <DialogActions>
        <Button onClick={() => navigator.clipboard.writeText(codes.join('\n'))}>
          {translate('action.copy')}
        </Button>
        <Button variant="contained" onClick={onDone}>
          {translate('totp.done')}
        </Button>
      </DialogActions>
    </>
  );
}
