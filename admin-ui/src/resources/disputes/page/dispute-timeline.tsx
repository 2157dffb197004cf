import type { DisputeEventView, StaffDisputeDetail } from '@coinwarden/contracts';
import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Instant } from '../../../display/instant';
import { Section } from '../../../display/section';
import { AddNote } from './add-note';
import { TimelineDetails } from './timeline-details';

const DOTS: Partial<Record<DisputeEventView['kind'], string>> = {
  opened: 'var(--caution)',
  money_withdrawn: 'var(--negative)',
  money_reinstated: 'var(--positive)',
  answer_sent: 'var(--accent)',
  answer_lost: 'var(--caution)',
  answer_refused: 'var(--negative)',
  expired: 'var(--negative)',
  note: 'var(--info)',
};

/** Everything that happened to the dispute, oldest first, and a place for a note. */
export function DisputeTimeline({ dispute }: { dispute: StaffDisputeDetail }) {
  const translate = useTranslate();
  const { timeline } = dispute;
  return (
    <Section title={translate('dispute.timeline')}>
      <Box component="ol" sx={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {timeline.map((event, index) => (
          <TimelineEntry key={event.eventId} event={event} last={index === timeline.length - 1} />
        ))}
      </Box>
      <AddNote disputeId={dispute.id} />
    </Section>
  );
}

function TimelineEntry({ event, last }: { event: DisputeEventView; last: boolean }) {
  const translate = useTranslate();
  return (
    <Box
      component="li"
      sx={{ display: 'grid', gridTemplateColumns: '14px minmax(0, 1fr)', columnGap: '10px' }}
    >
      <Box sx={{ display: 'flex', flexDirection: 'column', alignItems: 'center', paddingTop: '6px' }}>
        <Box
          sx={{
            width: 8,
            height: 8,
            flexShrink: 0,
            borderRadius: '50%',
            backgroundColor: DOTS[event.kind] ?? 'var(--border-strong)',
          }}
        />
        {!last && <Box sx={{ width: '1px', flex: 1, backgroundColor: 'var(--border)', marginTop: '4px' }} />}
      </Box>
      <Box sx={{ paddingBottom: 1.5, fontSize: '0.8125rem', minWidth: 0 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', columnGap: 1.5 }}>
          <span>
            <strong>{translate(`dispute.event.${event.kind}`)}</strong>{' '}
            <Box component="span" sx={{ color: 'var(--muted)' }}>
              {event.actor.type !== 'system' && event.actor.name}
            </Box>
          </span>
          <Box component="span" sx={{ color: 'var(--muted)', fontSize: '0.75rem' }}>
            <Instant value={event.at} />
          </Box>
        </Box>
        {event.text && (
          <Typography
            variant="body2"
            sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', marginTop: 0.25 }}
          >
            {event.text}
          </Typography>
        )}
        <TimelineDetails event={event} />
      </Box>
    </Box>
  );
}
