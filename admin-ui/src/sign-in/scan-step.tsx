import type { TotpEnrolment } from '@coinwarden/contracts';
import { Box, Button, DialogActions, DialogContent, Typography } from '@mui/material';
import { type FormEvent, useState } from 'react';
import { useTranslate } from 'react-admin';
import { Identifier } from '../display/identifier';
import { CODE_DIGITS, CodeField } from './code-field';
import { QrCode } from './qr-code';

interface ScanStepProps {
  enrolment: TotpEnrolment;
  onSubmit: (code: string) => Promise<void>;
  onCancel: () => void;
}

export function ScanStep({ enrolment, onSubmit, onCancel }: ScanStepProps) {
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const translate = useTranslate();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    await onSubmit(code);
    setBusy(false);
    setCode('');
  };
  return (
    <form onSubmit={submit}>
      <DialogContent>
        <Typography variant="body2" sx={{ color: 'var(--muted)' }}>
          {translate('totp.scan_hint')}
        </Typography>
        <Box sx={{ display: 'grid', placeItems: 'center', marginY: 2 }}>
          <QrCode text={enrolment.uri} label={translate('totp.qr_label')} />
        </Box>
        <Typography variant="caption" sx={{ color: 'var(--muted)', display: 'block' }}>
          {translate('totp.secret')}
        </Typography>
        <Box sx={{ marginBottom: 2 }}>
          <Identifier value={enrolment.secret} />
        </Box>
        <CodeField value={code} onChange={setCode} />
      </DialogContent>
      <DialogActions>
        <Button onClick={onCancel}>{translate('ra.action.cancel')}</Button>
        <Button type="submit" variant="contained" loading={busy} disabled={code.length !== CODE_DIGITS}>
          {translate('totp.confirm')}
        </Button>
      </DialogActions>
    </form>
  );
}
