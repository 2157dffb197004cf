import { Box, Tooltip } from '@mui/material';
import { useFormat } from '../i18n/use-format';

interface InstantProps {
  value: string | null | undefined;
  /** `full` names the UTC offset; `short` leaves it to the tooltip and the title bar. */
  form?: 'full' | 'short' | 'date';
}

/** A moment in the zone the console shows, with its offset always within reach. */
export function Instant({ value, form = 'short' }: InstantProps) {
  const format = useFormat();
  if (!value) return <>–</>;
  const full = format.timeWithOffset(value);
  const text = form === 'full' ? full : form === 'date' ? format.date(value) : format.shortTime(value);
  return (
    <Tooltip title={form === 'full' ? '' : full}>
      <Box component="time" dateTime={value} sx={{ whiteSpace: form === 'full' ? 'normal' : 'nowrap' }}>
        {text}
      </Box>
    </Tooltip>
  );
}
