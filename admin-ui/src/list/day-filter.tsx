import { dayIn, startOfDay } from '@coinwarden/domain';
import { TextField } from '@mui/material';
import { useTimeZone } from '../i18n/time-zone';
import { useFilter } from './filter-bar';

interface DayFilterProps {
  source: string;
  label: string;
  /** `end`: the day itself is included, so the filter holds the start of the day after. */
  edge: 'start' | 'end';
}

/** A day of the zone the console shows, sent as the instant it begins or ends. */
export function DayFilter({ source, label, edge }: DayFilterProps) {
  const { value, set } = useFilter(source);
  const { timeZone } = useTimeZone();
  const shift = edge === 'end' ? 1 : 0;
  const day = typeof value === 'string' ? dayIn(Date.parse(value) - shift, timeZone) : '';
  return (
    <TextField
      type="date"
      label={label}
      value={day}
      onChange={(event) =>
        set(
          event.target.value ? new Date(startOfDay(event.target.value, timeZone, shift)).toISOString() : null,
        )
      }
      sx={{ width: 138 }}
      slotProps={{ inputLabel: { shrink: true } }}
    />
  );
}
