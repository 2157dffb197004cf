import { type CalendarDay, instantOfInput, placeIn } from '@coinwarden/domain';
import { Box } from '@mui/material';

const HOURS = ['06', '12', '18'];

/** Six, noon and eighteen o'clock of every day, where the clocks of the zone show them. */
export const HourLines = ({ days, timeZone }: { days: readonly CalendarDay[]; timeZone: string }) => (
  <Box aria-hidden sx={{ position: 'relative', height: 18, fontSize: '0.6875rem', color: 'var(--muted)' }}>
    {days.flatMap(({ day }) =>
      HOURS.map((hour) => {
        const place = placeIn(days, instantOfInput(`${day}T${hour}:00`, timeZone));
        return (
          <Box
            key={`${day} ${hour}`}
            sx={{
              position: 'absolute',
              insetInlineStart: `${(place / days.length) * 100}%`,
              transform: 'translateX(-50%)',
            }}
          >
            {hour}
          </Box>
        );
      }),
    )}
  </Box>
);
