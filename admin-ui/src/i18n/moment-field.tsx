import { inputTime, instantOfInput } from '@coinwarden/domain';
import { TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useTimeZone } from './time-zone';
import { useFormat } from './use-format';

interface MomentFieldProps {
  label: string;
  /** An instant; null while none is chosen. */
  value: string | null;
  /** Said while nothing is chosen. */
  hint: string;
  error?: string | undefined;
  onChange: (value: string | null) => void;
}

/**
 * A day and a time on the clock that the console shows. The zone stands in the label, and what was chosen is said in full
 * below it, so that nobody takes it for another zone's.
 */
export function MomentField({ label, value, hint, error, onChange }: MomentFieldProps) {
  const translate = useTranslate();
  const format = useFormat();
  const { timeZone } = useTimeZone();
  const [typed, setTyped] = useState<string | null>(null);
  const said = value === null ? hint : format.timeWithOffset(value);
  return (
    <TextField
      type="datetime-local"
      label={translate('shell.in_zone', { label, zone: timeZone })}
      helperText={error ?? said}
      error={error !== undefined}
      value={typed ?? (value === null ? '' : inputTime(Date.parse(value), timeZone))}
      onChange={({ target }) => {
        setTyped(target.value);
        onChange(target.value === '' ? null : new Date(instantOfInput(target.value, timeZone)).toISOString());
      }}
      onBlur={() => setTyped(null)}
      slotProps={{ inputLabel: { shrink: true } }}
    />
  );
}
