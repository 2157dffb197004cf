import { Button, Stack } from '@mui/material';
import { type FormEvent, useState } from 'react';
import { useTranslate } from 'react-admin';
import { CODE_DIGITS, CodeField } from './code-field';

interface TotpStepProps {
  busy: boolean;
  onSubmit: (code: string) => void;
  onBack: () => void;
}

export function TotpStep({ busy, onSubmit, onBack }: TotpStepProps) {
  const [code, setCode] = useState('');
  const translate = useTranslate();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit(code.trim());
    setCode('');
  };
  return (
    <Stack component="form" spacing={2} onSubmit={submit}>
      <CodeField value={code} onChange={setCode} recovery />
      <Button
        type="submit"
        variant="contained"
        size="large"
        loading={busy}
        disabled={code.trim().length < CODE_DIGITS}
      >
        {translate('sign_in.verify')}
      </Button>
      <Button onClick={onBack}>{translate('sign_in.back')}</Button>
    </Stack>
  );
}
