import type { AccountNote } from '@coinwarden/contracts';
import { type RefObject, useRef } from 'react';
import { useNotify, useRefresh, useTranslate } from 'react-admin';
import { NoteForm } from '../../../actions/note-form';
import { attemptId } from '../../../providers/attempt-id';
import { sendJson } from '../../../providers/http';

interface AddAccountNoteProps {
  accountId: string;
  field?: RefObject<HTMLTextAreaElement | null>;
}

/** A note for whoever looks at the account next. Sent again after a lost answer it is still one note. */
export function AddAccountNote({ accountId, field }: AddAccountNoteProps) {
  const translate = useTranslate();
  const notify = useNotify();
  const refresh = useRefresh();
  const attempt = useRef({ text: '', noteId: '' });
  const add = async (text: string) => {
    if (attempt.current.text !== text) attempt.current = { text, noteId: attemptId() };
    await sendJson<AccountNote>('POST', 'account-notes', {
      accountId,
      text,
      noteId: attempt.current.noteId,
    });
    attempt.current = { text: '', noteId: '' };
    notify('account_note.added', { type: 'success' });
    refresh();
  };
  return (
    <NoteForm
      label={translate('account_note.label')}
      button={translate('account_note.add')}
      onAdd={add}
      {...(field && { field })}
    />
  );
}
