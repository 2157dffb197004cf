import { useRefresh, useTranslate } from 'react-admin';
import { NoteForm } from '../../actions/note-form';
import { sendJson } from '../../providers/http';
import { useMay } from '../../providers/use-may';

/** A note for whoever looks at the refund next. */
export function AddNote({ refundId }: { refundId: string }) {
  const translate = useTranslate();
  const refresh = useRefresh();
  if (!useMay('refund.create')) return null;
  const add = async (text: string) => {
    await sendJson('POST', `refunds/${encodeURIComponent(refundId)}/notes`, { text });
    refresh();
  };
  return <NoteForm label={translate('refund.note')} button={translate('refund.add_note')} onAdd={add} />;
}
