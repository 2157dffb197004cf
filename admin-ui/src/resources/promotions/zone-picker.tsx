import { Autocomplete, TextField } from '@mui/material';
import { useMemo } from 'react';
import { offsetAt } from '../../i18n/offset';

interface ZonePickerProps {
  label: string;
  value: string;
  /** The offset shown is the one that holds then. */
  at: number;
  error?: string | undefined;
  hint?: string;
  width?: number;
  onChange: (zone: string) => void;
}

/** `Europe/Berlin` is found by "berlin" and by "europe berlin" alike. */
const searchable = (zone: string) => zone.toLowerCase().replaceAll(/[/_]/g, ' ');

/** A time zone by its name, with how far it is from UTC. */
export function ZonePicker({ label, value, at, error, hint, width, onChange }: ZonePickerProps) {
  const zones = useMemo(() => {
    const known = Intl.supportedValuesOf('timeZone');
    return [...new Set(['UTC', value, ...known])];
  }, [value]);
  return (
    <Autocomplete
      disableClearable
      autoHighlight
      options={zones}
      value={value}
      filterOptions={(options, { inputValue }) => {
        const words = searchable(inputValue).split(/\s+/).filter(Boolean);
        return options.filter((zone) => words.every((word) => searchable(zone).includes(word)));
      }}
      onChange={(_, zone) => onChange(zone)}
      renderOption={({ key, ...props }, zone) => (
        <li key={key} {...props} style={{ display: 'flex', justifyContent: 'space-between', gap: 12 }}>
          <span>{zone}</span>
          <span style={{ color: 'var(--muted)' }}>{offsetAt(at, zone)}</span>
        </li>
      )}
      renderInput={(input) => (
        <TextField
          {...input}
          label={label}
          error={error !== undefined}
          helperText={error ?? hint}
          fullWidth
        />
      )}
      slotProps={{ listbox: { sx: { fontSize: '0.8125rem' } } }}
      {...(width && { sx: { width } })}
    />
  );
}
