import { Alert, Box, Button, TextField } from '@mui/material';
import { type FormEvent, useState } from 'react';
import { useRefresh, useTranslate } from 'react-admin';
import { sendJson } from '../../providers/http';
import { useMay } from '../../providers/use-may';

/** A note for whoever looks at the refund next. */
export function AddNote({ refundId }: { refundId: string }) {
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const translate = useTranslate();
  const refresh = useRefresh();
  if (!useMay('refund.create')) return null;
  const add = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      await sendJson('POST', `refunds/${encodeURIComponent(refundId)}/notes`, { text: text.trim() });
      setText('');
      refresh();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Box
      component="form"
      onSubmit={add}
      sx={{ display: 'flex', gap: 1, alignItems: 'flex-start', flexWrap: 'wrap' }}
    >
      <TextField
        label={translate('refund.note')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        multiline
        maxRows={8}
        sx={{ flex: 1, minWidth: 200 }}
        slotProps={{ htmlInput: { maxLength: 4_000 } }}
      />
      <Button
        type="submit"
        variant="outlined"
        loading={busy}
        disabled={text.trim() === ''}
        sx={{ height: 37 }}
      >
        {translate('refund.add_note')}
      </Button>
      {problem && (
        <Alert severity="error" sx={{ width: '100%' }}>
          {problem}
        </Alert>
      )}
    </Box>
  );
}
