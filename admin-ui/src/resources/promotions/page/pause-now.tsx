import type { StaffPromotion } from '@coinwarden/contracts';
import PauseCircleOutlined from '@mui/icons-material/PauseCircleOutlined';
import { Alert, Box, Button, TextField } from '@mui/material';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useActOnPromotion } from './use-act-on-promotion';

const LONGEST = 4_000;

/** Stops it with a reason and a click, without a dialog in between: whoever sees coins run out does not want to be asked. */
export function PauseNow({ promotion }: { promotion: StaffPromotion }) {
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const translate = useTranslate();
  const { act, busy, problem } = useActOnPromotion({ promotion, action: 'pause', onDone: () => undefined });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() !== '') return void act(reason.trim());
    setMissing(true);
    field.current?.focus();
  };
  return (
    <Box
      component="form"
      onSubmit={submit}
      aria-label={translate('promotion.action.pause.button')}
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'flex-start' }}
    >
      <TextField
        label={translate('promotion.action.pause.reason')}
        value={reason}
        inputRef={field}
        onChange={({ target }) => {
          setReason(target.value);
          setMissing(false);
        }}
        error={missing}
        helperText={missing ? translate('promotion.action.pause.missing') : undefined}
        sx={{ flex: 1, minWidth: 180, maxWidth: 420 }}
        slotProps={{ htmlInput: { maxLength: LONGEST, autoComplete: 'off' } }}
      />
      <Button
        type="submit"
        variant="contained"
        color="warning"
        loading={busy}
        startIcon={<PauseCircleOutlined />}
        sx={{ height: 37 }}
      >
        {translate('promotion.action.pause.button')}
      </Button>
      {problem && (
        <Alert severity="error" sx={{ width: '100%' }}>
          {problem}
        </Alert>
      )}
    </Box>
  );
}
