import type { RefObject } from 'react';
import { useDataProvider, useNotify, useRefresh, useTranslate } from 'react-admin';
import { NoteForm } from '../../actions/note-form';
import type { ConsoleDataProvider } from '../../providers/data-provider';

interface AddCaseNoteProps {
  caseId: string;
  field: RefObject<HTMLTextAreaElement | null>;
}

/** A note for whoever looks at the case next. */
export function AddCaseNote({ caseId, field }: AddCaseNoteProps) {
  const translate = useTranslate();
  const dataProvider = useDataProvider<ConsoleDataProvider>();
  const notify = useNotify();
  const refresh = useRefresh();
  const add = async (text: string) => {
    await dataProvider.act({ resource: 'cases', id: caseId, action: 'note' }, { text });
    notify('case_action.note.done', { type: 'success' });
    refresh();
  };
  return (
    <NoteForm
      label={translate('case.note')}
      button={translate('case_action.note.button')}
      onAdd={add}
      field={field}
    />
  );
}
