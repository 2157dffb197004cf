import type { AccountNote } from '@coinwarden/contracts';
import { useDelete, useNotify } from 'react-admin';

/** Takes a note back. It leaves the screen at once and the server some seconds later, so that it can be undone. */
export function useRetractNote(note: AccountNote): () => void {
  const notify = useNotify();
  const [retract] = useDelete<AccountNote>();
  return () =>
    void retract(
      'account-notes',
      { id: note.id, previousData: note },
      {
        mutationMode: 'undoable',
        onSuccess: () => notify('account_note.retracted', { type: 'info', undoable: true }),
        onError: (error) => notify(error instanceof Error ? error.message : String(error), { type: 'error' }),
      },
    );
}
