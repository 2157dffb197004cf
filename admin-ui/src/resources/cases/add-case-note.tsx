import { Alert, Box, Button, TextField } from '@mui/material';
import { type FormEvent, type RefObject, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useAct } from '../../actions/use-act';

interface AddCaseNoteProps {
  caseId: string;
  field: RefObject<HTMLTextAreaElement | null>;
}

/** A note for whoever looks at the case next. */
export function AddCaseNote({ caseId, field }: AddCaseNoteProps) {
  const translate = useTranslate();
  const [text, setText] = useState('');
  const { act, busy, problem } = useAct({ done: 'case_action.note.done', onDone: () => setText('') });
  const add = (event: FormEvent) => {
    event.preventDefault();
    void act({ resource: 'cases', id: caseId, action: 'note' }, { text: text.trim() });
  };
  return (
    <Box
      component="form"
      onSubmit={add}
      sx={{ display: 'flex', gap: 1, alignItems: 'flex-start', flexWrap: 'wrap' }}
    >
      <TextField
        label={translate('case.note')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        inputRef={field}
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
        {translate('case_action.note.button')}
      </Button>
      {problem && (
        <Alert severity="error" sx={{ width: '100%' }}>
          {problem}
        </Alert>
      )}
    </Box>
  );
}
