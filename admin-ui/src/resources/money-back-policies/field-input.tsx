import { Checkbox, InputAdornment, ListItemText, MenuItem, Switch, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { minorOf, typedOf } from '../../i18n/amount-text';
import { useFormat } from '../../i18n/use-format';
import type { Field } from './policy-parts';

interface FieldInputProps {
  field: Field;
  label: string;
  value: unknown;
  error: string | undefined;
  onChange: (value: unknown) => void;
  /** In a table the heading already says what it is. */
  bare?: boolean;
  /** What is written on the field, where its label has to tell it from others of the page. */
  caption?: string;
}

/** One value of a policy in the form its type is typed in. What does not fit is sent as it is, and the server says why. */
export function FieldInput(props: FieldInputProps) {
  const { type } = props.field;
  if (type === 'flag') return <Flag {...props} />;
  if (type === 'choice' || type === 'choices') return <Choice {...props} />;
  if (type === 'usd' || type === 'count' || type === 'coins') return <Figure {...props} />;
  if (type === 'days' || type === 'hours' || type === 'percent' || type === 'permille')
    return <Figure {...props} />;
  return <Words {...props} />;
}

const shown = ({ label, caption = label, bare, error }: FieldInputProps) => ({
  ...(bare ? {} : { label: caption }),
  error: error !== undefined,
  helperText: error,
  fullWidth: true,
});

function Flag({ label, value, onChange }: FieldInputProps) {
  return (
    <Switch
      size="small"
      checked={value === true}
      onChange={(_, checked) => onChange(checked)}
      slotProps={{ input: { 'aria-label': label } }}
      sx={{ marginTop: '6px' }}
    />
  );
}

function Choice(props: FieldInputProps) {
  const { field, label, value, onChange } = props;
  const translate = useTranslate();
  const many = field.type === 'choices';
  const chosen = many ? (Array.isArray(value) ? value.map(String) : []) : String(value ?? '');
  const say = (option: string) => translate(`${field.words}.${option}`);
  const sayAll = (keys: readonly string[]) =>
    keys.length === field.options?.length ? translate('policy.all') : keys.map(say).join(', ');
  return (
    <TextField
      select
      {...shown(props)}
      value={chosen}
      onChange={(event) => onChange(event.target.value)}
      sx={props.bare ? { width: many ? 140 : 190 } : {}}
      slotProps={{
        htmlInput: { 'aria-label': label },
        select: many
          ? { multiple: true, renderValue: (keys) => sayAll(keys as string[]) }
          : { renderValue: (key) => say(String(key)) },
      }}
    >
      {(field.options ?? []).map((option) => (
        <MenuItem key={option} value={option} dense={many}>
          {many && (
            <Checkbox size="small" checked={chosen.includes(option)} sx={{ padding: '2px 8px 2px 0' }} />
          )}
          <ListItemText primary={say(option)} slotProps={{ primary: { sx: { fontSize: '0.8125rem' } } }} />
        </MenuItem>
      ))}
    </TextField>
  );
}

const UNITS: Partial<Record<Field['type'], string>> = { percent: '%', permille: '%', usd: 'USD' };
/** Room for the figure, or for the words of no limit, beside the unit. */
const WIDTHS: Partial<Record<Field['type'], number>> = { usd: 124, days: 116, hours: 116 };
const PERMILLE = /^\s*(\d{1,4})(?:[.,](\d)?)?\s*$/;

/** Typed freely and kept as typed; empty is no limit where that may be, else nothing the server would take. */
function Figure(props: FieldInputProps) {
  const { field, label, value, onChange } = props;
  const translate = useTranslate();
  const { locale } = useFormat();
  const localNumber = new Intl.NumberFormat(locale, { useGrouping: false });
  const money = field.type === 'usd';
  const share = field.type === 'permille';
  const written =
    typeof value !== 'number'
      ? ''
      : money
        ? typedOf({ amountMinor: value, currency: 'USD' }, locale)
        : share
          ? localNumber.format(value / 10)
          : String(value);
  const [typed, setTyped] = useState(written);
  const numberOf = (text: string): unknown => {
    if (text.trim() === '') return null;
    if (share) return permilleOf(text) ?? text;
    if (money) return /^\s*0([.,]0{0,2})?\s*$/.test(text) ? 0 : (minorOf(text, 'USD') ?? text);
    return /^\s*\d+\s*$/.test(text) ? Number(text) : text;
  };
  const unit =
    UNITS[field.type] ??
    (['days', 'hours', 'coins'].includes(field.type) ? translate(`policy.short.${field.type}`) : null);
  return (
    <TextField
      {...shown(props)}
      value={typed}
      onChange={(event) => {
        setTyped(event.target.value);
        onChange(numberOf(event.target.value));
      }}
      placeholder={field.nullable ? translate('policy.no_limit') : undefined}
      sx={{ minWidth: WIDTHS[field.type] ?? 100 }}
      slotProps={{
        htmlInput: {
          inputMode: money || share ? 'decimal' : 'numeric',
          'aria-label': label,
          autoComplete: 'off',
        },
        inputLabel: field.nullable ? { shrink: true } : {},
        input: unit === null ? {} : { endAdornment: <InputAdornment position="end">{unit}</InputAdornment> },
      }}
    />
  );
}

/** A share is shown and typed in percent, to a tenth. */
function permilleOf(text: string): number | null {
  const [, whole, tenth] = PERMILLE.exec(text) ?? [];
  return whole === undefined ? null : Number(whole) * 10 + Number(tenth ?? 0);
}

function Words(props: FieldInputProps) {
  const { field, label, value, onChange } = props;
  const lines = field.type === 'lines';
  const text = lines ? (Array.isArray(value) ? value.join('\n') : '') : String(value ?? '');
  return (
    <TextField
      {...shown(props)}
      {...(field.type === 'day' && { type: 'date' })}
      value={text}
      onChange={(event) =>
        onChange(lines ? event.target.value.split('\n').filter((line) => line !== '') : event.target.value)
      }
      multiline={field.wide ?? false}
      sx={{ minWidth: field.wide ? 220 : field.type === 'code' ? 140 : 130 }}
      slotProps={{
        htmlInput: { 'aria-label': label, spellCheck: field.type === 'text' },
        inputLabel: field.type === 'day' ? { shrink: true } : {},
      }}
    />
  );
}
