import { useRefresh, useTranslate } from 'react-admin';
import { NoteForm } from '../../../actions/note-form';
import { sendJson } from '../../../providers/http';
import { useMay } from '../../../providers/use-may';

/** A note for whoever looks at the dispute next; the bank never sees it. */
export function AddNote({ disputeId }: { disputeId: string }) {
  const translate = useTranslate();
  const refresh = useRefresh();
  if (!useMay('dispute.respond')) return null;
  const add = async (text: string) => {
    await sendJson('POST', `disputes/${encodeURIComponent(disputeId)}/notes`, { text });
    refresh();
  };
  return <NoteForm label={translate('dispute.note')} button={translate('dispute.add_note')} onAdd={add} />;
}
