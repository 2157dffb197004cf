import type { TotpEnrolment as Enrolment } from '@coinwarden/contracts';
import { Alert, Dialog, DialogTitle } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { confirmTotp, startTotp } from '../providers/session';
import { SESSION_KEY, useSession } from '../providers/use-session';
import { PasswordAgainStep } from './password-again-step';
import { RecoveryCodesStep } from './recovery-codes-step';
import { ScanStep } from './scan-step';

type Step =
  | { name: 'password' }
  | { name: 'scan'; enrolment: Enrolment }
  | { name: 'codes'; recoveryCodes: readonly string[] };

/** Adds or replaces the second factor: the password again, the secret as a QR code, then the recovery codes, once. */
export function TotpEnrolment({ onClose }: { onClose: () => void }) {
  const [step, setStep] = useState<Step>({ name: 'password' });
  const [problem, setProblem] = useState<string | null>(null);
  const queryClient = useQueryClient();
  const session = useSession();
  const translate = useTranslate();

  const attempt = async (work: () => Promise<Step>) => {
    setProblem(null);
    try {
      setStep(await work());
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  const close = () => {
    void queryClient.invalidateQueries({ queryKey: SESSION_KEY });
    onClose();
  };

  return (
    <Dialog
      open
      maxWidth="xs"
      fullWidth
      aria-labelledby="totp-title"
      // The recovery codes are shown once: closing takes the button that says so.
      onClose={step.name === 'codes' ? undefined : close}
    >
      <DialogTitle id="totp-title">{translate('totp.title')}</DialogTitle>
      {problem && (
        <Alert severity="error" sx={{ marginX: 2.5 }}>
          {problem}
        </Alert>
      )}
      {step.name === 'password' && (
        <PasswordAgainStep
          replacing={session?.staff.totpEnrolled ?? false}
          onCancel={close}
          onSubmit={(password) =>
            attempt(async () => ({ name: 'scan', enrolment: await startTotp(password) }))
          }
        />
      )}
      {step.name === 'scan' && (
        <ScanStep
          enrolment={step.enrolment}
          onCancel={close}
          onSubmit={(code) =>
            attempt(async () => ({ name: 'codes', recoveryCodes: (await confirmTotp(code)).recoveryCodes }))
          }
        />
      )}
      {step.name === 'codes' && <RecoveryCodesStep codes={step.recoveryCodes} onDone={close} />}
    </Dialog>
  );
}
