import { LIST_NAMES, LIST_VALUE_TYPES, type ListName, type ListValueType } from '@coinwarden/domain';
import { MenuItem, Stack, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ActionDialog } from '../../actions/action-dialog';
import { useCreateRecord } from '../../actions/use-create-record';

/** Adds a value to a list; what the server finds wrong stands under the field it means. */
export function AddEntry({ onClose }: { onClose: () => void }) {
  const [list, setList] = useState<ListName>('watch');
  const [type, setType] = useState<ListValueType>('account');
  const [value, setValue] = useState('');
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
      onConfirm={(reason) => create({ list, type, value: value.trim(), reason })}
    >
      <Stack spacing={2} sx={{ paddingTop: 1 }}>
        <TextField
          select
          label={translate('resources.lists.fields.list')}
          value={list}
          onChange={(e) => setList(e.target.value as ListName)}
          helperText={translate(`list_entry.meaning.${list}`)}
        >
          {LIST_NAMES.map((name) => (
            <MenuItem key={name} value={name}>
              {translate(`list_name.${name}`)}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          select
          label={translate('resources.lists.fields.type')}
          value={type}
          onChange={(e) => setType(e.target.value as ListValueType)}
        >
          {LIST_VALUE_TYPES.map((name) => (
            <MenuItem key={name} value={name}>
              {translate(`list_type.${name}`)}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          label={translate('resources.lists.fields.value')}
          value={value}
          onChange={(e) => setValue(e.target.value)}
          error={fields['value'] !== undefined}
          helperText={fields['value'] ?? translate(`list_entry.hint.${type}`)}
          autoFocus
          required
        />
      </Stack>
    </ActionDialog>
  );
}
