import type { TimelineEvent as Event } from '@coinwarden/contracts';
import { dayIn, grouped, type TimelineKind } from '@coinwarden/domain';
import { Box, Typography } from '@mui/material';
import { useFormat } from '../../../i18n/use-format';
import { TimelineEvent } from './timeline-event';

const DOTS: Partial<Record<TimelineKind, string>> = {
  enforcement: 'var(--negative)',
  dispute: 'var(--negative)',
  review: 'var(--caution)',
  case: 'var(--caution)',
  report: 'var(--caution)',
  content: 'var(--caution)',
  refund: 'var(--info)',
  limit: 'var(--info)',
  exclusion: 'var(--info)',
  note: 'var(--accent)',
};

/** Events under the day they happened on, in the zone the console shows. */
export function TimelineDays({ events, label }: { events: readonly Event[]; label: string }) {
  const format = useFormat();
  const days = grouped(events, ({ at }) => dayIn(Date.parse(at), format.timeZone));
  return (
    <Box role="group" aria-label={label}>
      {[...days].map(([day, ofDay]) => (
        <Box key={day}>
          <Typography
            component="h3"
            variant="caption"
            sx={{ display: 'block', fontWeight: 600, color: 'var(--muted)', padding: '10px 0 4px' }}
          >
            {format.date(ofDay[0]!.at)}
          </Typography>
          {ofDay.map((event) => (
            <Happened key={event.id} event={event} />
          ))}
        </Box>
      ))}
    </Box>
  );
}

function Happened({ event }: { event: Event }) {
  const format = useFormat();
  return (
    <Box
      component="article"
      data-timeline-event={event.kind}
      tabIndex={-1}
      sx={{
        display: 'grid',
        gridTemplateColumns: '46px 10px minmax(0, 1fr)',
        columnGap: '10px',
        paddingY: '5px',
        fontSize: '0.8125rem',
        borderRadius: '6px',
        '&:focus-visible': { outline: '2px solid var(--accent)', outlineOffset: 2 },
      }}
    >
      <Box
        component="time"
        className="tabular"
        dateTime={event.at}
        title={format.timeWithOffset(event.at)}
        sx={{ color: 'var(--muted)', fontSize: '0.75rem', lineHeight: '20px' }}
      >
        {format.clock(event.at)}
      </Box>
      <Box
        sx={{
          width: 8,
          height: 8,
          marginTop: '6px',
          borderRadius: '50%',
          backgroundColor: DOTS[event.kind] ?? 'var(--border-strong)',
        }}
      />
      <Box sx={{ minWidth: 0 }}>
        <TimelineEvent event={event} />
      </Box>
    </Box>
  );
}
