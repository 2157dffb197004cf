import { Alert, Box, Button, TextField } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useRefresh, useTranslate } from 'react-admin';
import { sendJson } from '../../../providers/http';
import { useMay } from '../../../providers/use-may';

/** A note for whoever looks at the dispute next; the bank never sees it. */
export function AddNote({ disputeId }: { disputeId: string }) {
  const [text, setText] = useState('');
  const translate = useTranslate();
  const refresh = useRefresh();
  const may = useMay('dispute.respond');
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      sendJson('POST', `disputes/${encodeURIComponent(disputeId)}/notes`, { text: text.trim() }),
    onSuccess: () => {
      setText('');
      refresh();
    },
  });
  if (!may) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    mutate();
  };
  return (
    <Box
      component="form"
      onSubmit={submit}
      sx={{ display: 'flex', gap: 1, alignItems: 'flex-start', flexWrap: 'wrap' }}
    >
      <TextField
        label={translate('dispute.note')}
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
        loading={isPending}
        disabled={text.trim() === ''}
        sx={{ height: 37 }}
      >
        {translate('dispute.add_note')}
      </Button>
      {error && (
        <Alert severity="error" sx={{ width: '100%' }}>
          {error.message}
        </Alert>
      )}
    </Box>
  );
}
