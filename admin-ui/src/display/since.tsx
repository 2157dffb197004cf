import { Box, Tooltip } from '@mui/material';
import { useFormat } from '../i18n/use-format';
import { useNow } from './use-now';

/** "12 min. ago", kept true while it is on screen; the exact moment in the tooltip. */
export function Since({ value }: { value: string }) {
  const format = useFormat();
  const now = useNow();
  return (
    <Tooltip title={format.timeWithOffset(value)}>
      <Box component="time" dateTime={value} sx={{ whiteSpace: 'nowrap' }}>
        {format.fromNow(value, now)}
      </Box>
    </Tooltip>
  );
}
