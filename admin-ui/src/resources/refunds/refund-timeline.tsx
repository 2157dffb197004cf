import type { RefundEventView, StaffRefundDetail } from '@coinwarden/contracts';
import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Instant } from '../../display/instant';
import { Section } from '../../display/section';
import { AddNote } from './add-note';
import { RefundActorName } from './refund-words';
import { TimelineDetails } from './timeline-details';

const DOTS: Partial<Record<RefundEventView['kind'], string>> = {
  succeeded: 'var(--positive)',
  confirmed_paid: 'var(--positive)',
  failed: 'var(--negative)',
  rejected: 'var(--negative)',
  provider_refused: 'var(--negative)',
  answer_lost: 'var(--caution)',
  note: 'var(--accent)',
};

/** Everything that happened to the refund, oldest first, and a place for a note. */
export function RefundTimeline({ refund }: { refund: StaffRefundDetail }) {
  const translate = useTranslate();
  return (
    <Section title={translate('refund.timeline')}>
      <Box component="ol" sx={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {refund.timeline.map((event, index) => (
          <TimelineEntry key={event.eventId} event={event} last={index === refund.timeline.length - 1} />
        ))}
      </Box>
      <AddNote refundId={refund.id} />
    </Section>
  );
}

function TimelineEntry({ event, last }: { event: RefundEventView; last: boolean }) {
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
            <strong>{translate(`refund.event.${event.kind}`)}</strong>{' '}
            <Box component="span" sx={{ color: 'var(--muted)' }}>
              <RefundActorName actor={event.actor} />
            </Box>
          </span>
          <Box component="span" sx={{ color: 'var(--muted)', fontSize: '0.75rem' }}>
            <Instant value={event.at} />
          </Box>
        </Box>
        {event.text && event.text !== event.details['why'] && (
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
