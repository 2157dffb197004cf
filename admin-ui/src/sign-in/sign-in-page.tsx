import { Alert, Box, Card, Typography } from '@mui/material';
import { useState } from 'react';
import { useLogin, useNotify, useTranslate } from 'react-admin';
import { LocaleSwitch } from '../i18n/locale-switch';
import { Mark } from '../layout/brand';
import { Refusal } from '../providers/http';
import type { Credentials } from '../providers/session';
import { ThemeSwitch } from '../theme/theme-switch';
import { PasswordStep } from './password-step';
import { TotpStep } from './totp-step';

/** E-mail and password first; the one-time code only when the server asks for it. */
export function SignInPage() {
  const [credentials, setCredentials] = useState<Credentials | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const login = useLogin();
  const notify = useNotify();
  const translate = useTranslate();

  const attempt = async (attempted: Credentials) => {
    setBusy(true);
    setProblem(null);
    try {
      await login(attempted);
    } catch (error) {
      if (error instanceof Refusal && error.code === 'session.totp_required') setCredentials(attempted);
      else if (error instanceof Refusal) setProblem(error.message);
      else notify('ra.auth.sign_in_error', { type: 'error' });
    } finally {
      setBusy(false);
    }
  };

  return (
    <Box
      sx={{ minHeight: '100vh', display: 'flex', flexDirection: 'column', backgroundColor: 'var(--canvas)' }}
    >
      <Box component="header" sx={{ display: 'flex', justifyContent: 'flex-end', gap: 0.5, padding: 1.5 }}>
        <LocaleSwitch />
        <ThemeSwitch />
      </Box>
      <Box
        component="main"
        sx={{ flex: 1, display: 'grid', placeItems: 'center', padding: 2, paddingBottom: '14vh' }}
      >
        <Card sx={{ width: '100%', maxWidth: 400, padding: { xs: 3, sm: 4 } }}>
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.25, marginBottom: 3 }}>
            <Mark size={32} />
            <Typography
              component="p"
              sx={{ fontWeight: 680, fontSize: '1.125rem', letterSpacing: '-0.02em' }}
            >
              Coinwarden
            </Typography>
          </Box>
          <Typography variant="h1" sx={{ fontSize: '1.375rem', marginBottom: 0.5 }}>
            {translate(credentials ? 'sign_in.totp_title' : 'sign_in.title')}
          </Typography>
          <Typography variant="body2" sx={{ color: 'var(--muted)', marginBottom: 3 }}>
            {translate(credentials ? 'sign_in.totp_hint' : 'sign_in.hint')}
          </Typography>
          <Box aria-live="polite">
            {problem && (
              <Alert severity="error" sx={{ marginBottom: 2 }}>
                {problem}
              </Alert>
            )}
          </Box>
          {credentials ? (
            <TotpStep
              busy={busy}
              onSubmit={(totp) => attempt({ ...credentials, totp })}
              onBack={() => {
                setCredentials(null);
                setProblem(null);
              }}
            />
          ) : (
            <PasswordStep busy={busy} onSubmit={attempt} />
          )}
        </Card>
      </Box>
    </Box>
  );
}
