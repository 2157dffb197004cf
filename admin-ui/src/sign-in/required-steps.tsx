import { Alert, Box, Button, Card, Typography } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { useLogout, useTranslate } from 'react-admin';
import { useSession } from '../providers/use-session';
import { PasswordChange } from './password-change';
import { TotpEnrolment } from './totp-enrolment';

/**
 * What a person must do before the console opens: replace a one-time password, then enrol the second factor the role
 * requires. The server refuses everything else until then; this shows the way instead of the refusals.
 */
export function RequiredSteps({ children }: { children: ReactNode }) {
  const session = useSession();
  const [open, setOpen] = useState(true);
  const translate = useTranslate();
  const logout = useLogout();
  if (!session?.totpRequired && !session?.passwordChangeDue) return children;
  const step = session.passwordChangeDue ? 'password' : 'totp';
  return (
    <Box sx={{ display: 'grid', placeItems: 'center', minHeight: '60vh' }}>
      <Card sx={{ maxWidth: 440, padding: 4 }}>
        <Typography variant="h1" sx={{ marginBottom: 1 }}>
          {translate(`${step}.title`)}
        </Typography>
        <Alert severity="info" sx={{ marginBottom: 2 }}>
          {translate(step === 'password' ? 'password.due' : 'totp.required')}
        </Alert>
        <Button variant="contained" onClick={() => setOpen(true)}>
          {translate('totp.continue')}
        </Button>
        <Button onClick={() => logout()}>{translate('ra.auth.logout')}</Button>
      </Card>
      {open && step === 'password' && <PasswordChange due onClose={() => setOpen(false)} />}
      {open && step === 'totp' && <TotpEnrolment onClose={() => setOpen(false)} />}
    </Box>
  );
}
