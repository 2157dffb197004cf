import {
  checkListValue,
  dayIn,
  LIST_NAMES,
  LIST_VALUE_TYPES,
  type ListName,
  type ListValueType,
  startOfDay,
} from '@coinwarden/domain';
import { MenuItem, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useTimeZone } from '../../i18n/time-zone';

interface FieldProps<Value> {
  value: Value;
  error?: string | undefined;
  onChange: (value: Value) => void;
}

export function ListField({ value, onChange }: FieldProps<ListName>) {
  const translate = useTranslate();
  return (
    <TextField
      select
      label={translate('resources.lists.fields.list')}
      value={value}
      onChange={(event) => onChange(event.target.value as ListName)}
      helperText={translate(`list_entry.meaning.${value}`)}
    >
      {LIST_NAMES.map((name) => (
        <MenuItem key={name} value={name}>
          {translate(`list_name.${name}`)}
        </MenuItem>
      ))}
    </TextField>
  );
}

export function TypeField({ value, onChange }: FieldProps<ListValueType>) {
  const translate = useTranslate();
  return (
    <TextField
      select
      label={translate('resources.lists.fields.type')}
      value={value}
      onChange={(event) => onChange(event.target.value as ListValueType)}
    >
      {LIST_VALUE_TYPES.map((name) => (
        <MenuItem key={name} value={name}>
          {translate(`list_type.${name}`)}
        </MenuItem>
      ))}
    </TextField>
  );
}

/** Says what is wrong once the field is left, and before that what it takes or how it will be compared. */
export function ValueField({ type, value, error, onChange }: FieldProps<string> & { type: ListValueType }) {
  const [left, setLeft] = useState(false);
  const translate = useTranslate();
  const checked = checkListValue(type, value);
  const problem = left && value !== '' && 'problem' in checked ? checked.problem : null;
  const form = 'value' in checked && checked.value !== value.trim() ? checked.value : null;
  const hint = form
    ? translate('list_entry.compared_as', { value: form })
    : translate(`list_entry.hint.${type}`);
  return (
    <TextField
      label={translate('resources.lists.fields.value')}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onBlur={() => setLeft(true)}
      error={error !== undefined || problem !== null}
      helperText={error ?? (problem ? translate(`list_entry.problem.${problem}`) : hint)}
      autoFocus
      required
    />
  );
}

/** A day of the zone the console shows: the entry counts until that day is over. */
export function ExpiryField({ value, error, onChange }: FieldProps<string | null>) {
  const translate = useTranslate();
  const { timeZone } = useTimeZone();
  const day = value === null ? '' : dayIn(Date.parse(value) - 1, timeZone);
  return (
    <TextField
      type="date"
      label={translate('list_entry.expires')}
      value={day}
      onChange={({ target }) =>
        onChange(target.value ? new Date(startOfDay(target.value, timeZone, 1)).toISOString() : null)
      }
      error={error !== undefined}
      helperText={error ?? translate('list_entry.expires_hint')}
      slotProps={{
        inputLabel: { shrink: true },
        htmlInput: { min: dayIn(Date.now(), timeZone) },
      }}
    />
  );
}
