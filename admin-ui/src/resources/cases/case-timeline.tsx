import type { CaseEventView, StaffCaseDetail } from '@coinwarden/contracts';
import { Box, Typography } from '@mui/material';
import type { RefObject } from 'react';
import { useTranslate } from 'react-admin';
import { Instant } from '../../display/instant';
import { Section } from '../../display/section';
import { AddCaseNote } from './add-case-note';
import { CaseActorName } from './case-words';
import { TimelineDetails } from './timeline-details';

const DOTS: Partial<Record<CaseEventView['kind'], string>> = {
  decided: 'var(--positive)',
  appeal_granted: 'var(--positive)',
  escalated: 'var(--negative)',
  sent_back: 'var(--negative)',
  appeal_opened: 'var(--caution)',
  proposed: 'var(--caution)',
  note: 'var(--accent)',
};

interface CaseTimelineProps {
  of: StaffCaseDetail;
  note: RefObject<HTMLTextAreaElement | null>;
}

/** Everything that happened to the case, oldest first, and a place for a note. */
export function CaseTimeline({ of, note }: CaseTimelineProps) {
  const translate = useTranslate();
  return (
    <Section title={translate('case.timeline')}>
      <Box component="ol" sx={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {of.timeline.map((event) => (
          <TimelineEntry key={event.eventId} event={event} />
        ))}
      </Box>
      {of.allowedActions.includes('note') && <AddCaseNote caseId={of.id} field={note} />}
    </Section>
  );
}

const TimelineEntry = ({ event }: { event: CaseEventView }) => (
  <Box component="li" sx={{ display: 'grid', gridTemplateColumns: '14px minmax(0, 1fr)', columnGap: '10px' }}>
    <Box
      sx={{
        width: 8,
        height: 8,
        marginTop: '6px',
        borderRadius: '50%',
        backgroundColor: DOTS[event.kind] ?? 'var(--border-strong)',
      }}
    />
    <Box sx={{ paddingBottom: 1.25, fontSize: '0.8125rem', minWidth: 0 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', columnGap: 1.5 }}>
        <EventName event={event} />
        <Box component="span" sx={{ color: 'var(--muted)', fontSize: '0.75rem' }}>
          <Instant value={event.at} />
        </Box>
      </Box>
      {event.text && (
        <Typography variant="body2" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {event.text}
        </Typography>
      )}
      <TimelineDetails event={event} />
    </Box>
  </Box>
);

export function EventName({ event }: { event: CaseEventView }) {
  const translate = useTranslate();
  return (
    <span>
      <strong>{translate(`case_event.${event.kind}`)}</strong>{' '}
      <Box component="span" sx={{ color: 'var(--muted)' }}>
        <CaseActorName actor={event.actor} />
      </Box>
    </span>
  );
}
