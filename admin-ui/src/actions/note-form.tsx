import { Alert, Box, Button, TextField } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import type { FormEvent, KeyboardEvent, RefObject } from 'react';
import { useState } from 'react';
import { AT_LENGTH } from './action-dialog';
import { useUnsaved } from './use-unsaved';

interface NoteFormProps {
  label: string;
  button: string;
  /** Sends the note; what was typed stays until this succeeds. */
  onAdd: (text: string) => Promise<unknown>;
  field?: RefObject<HTMLTextAreaElement | null>;
}

/** A few words added to a record, for whoever looks at it next. */
export function NoteForm({ label, button, onAdd, field }: NoteFormProps) {
  const [text, setText] = useState('');
  const { mutate, isPending, error } = useMutation({ mutationFn: onAdd, onSuccess: () => setText('') });
  useUnsaved(text.trim() !== '' && !isPending);
  const submit = (event: FormEvent | KeyboardEvent) => {
    event.preventDefault();
    mutate(text.trim());
  };
  // Enter alone begins a new line; Escape leaves the field, so that single keys mean the page again.
  const onKey = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && text.trim() !== '' && !isPending)
      submit(event);
    if (event.key === 'Escape' && event.target instanceof HTMLElement) event.target.blur();
  };
  return (
    <Box
      component="form"
      onSubmit={submit}
      onKeyDown={onKey}
      sx={{ display: 'flex', gap: 1, alignItems: 'flex-start', flexWrap: 'wrap' }}
    >
      <TextField
        label={label}
        value={text}
        onChange={(event) => setText(event.target.value)}
        inputRef={field}
        multiline
        maxRows={8}
        sx={{ flex: 1, minWidth: 180 }}
        slotProps={{ htmlInput: { maxLength: AT_LENGTH } }}
      />
      <Button
        type="submit"
        variant="outlined"
        loading={isPending}
        disabled={text.trim() === ''}
        sx={{ height: 37 }}
      >
        {button}
      </Button>
      {error && (
        <Alert severity="error" sx={{ width: '100%' }}>
          {error.message}
        </Alert>
      )}
    </Box>
  );
}
