import type { ListName, ListValueType } from '@coinwarden/domain';
import { Stack } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActionDialog } from '../../actions/action-dialog';
import { useCreateRecord } from '../../actions/use-create-record';
import { ExpiryField, ListField, TypeField, ValueField } from './entry-fields';

interface AddEntryProps {
  /** What it is to be about, where that is known; it can still be changed. */
  of?: { type: ListValueType; value: string };
  onClose: () => void;
}

/** Adds a value to a list; what the server finds wrong stands under the field it means. */
export function AddEntry({ of = { type: 'account', value: '' }, onClose }: AddEntryProps) {
  const [list, setList] = useState<ListName>('watch');
  const [type, setType] = useState<ListValueType>(of.type);
  const [value, setValue] = useState(of.value);
  const [expiresAt, setExpiresAt] = useState<string | null>(null);
  const translate = useTranslate();
  const { create, busy, problem, fields } = useCreateRecord('lists', {
    done: 'list_entry.added',
    onDone: onClose,
  });
  return (
    <ActionDialog
      open
      title={translate('list_entry.add_title')}
      confirmLabel={translate('list_entry.add')}
      tone={list === 'block' ? 'error' : 'primary'}
      reason="required"
      focusReason={false}
      busy={busy}
      problem={problem}
      onClose={onClose}
      onConfirm={(reason) => create({ list, type, value: value.trim(), reason, expiresAt })}
    >
      <Stack spacing={2} sx={{ paddingTop: 1 }}>
        <ListField value={list} onChange={setList} />
        <TypeField value={type} onChange={setType} />
        <ValueField type={type} value={value} error={fields['value']} onChange={setValue} />
        <ExpiryField value={expiresAt} error={fields['expiresAt']} onChange={setExpiresAt} />
      </Stack>
    </ActionDialog>
  );
}
