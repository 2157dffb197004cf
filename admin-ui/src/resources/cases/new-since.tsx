import type { StaffCaseDetail } from '@coinwarden/contracts';
import { Alert, Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { EventName } from './case-timeline';
import { TimelineDetails } from './timeline-details';

/** What happened to the case after it was looked at. */
export function NewSince({ before, now }: { before: StaffCaseDetail; now: StaffCaseDetail }) {
  const translate = useTranslate();
  const known = new Set(before.timeline.map(({ eventId }) => eventId));
  const added = now.timeline.filter(({ eventId }) => !known.has(eventId));
  return (
    <Alert severity="warning">
      {translate('case.changed_since')}
      <Box component="ul" sx={{ margin: '4px 0 0', paddingInlineStart: 2.5 }}>
        {added.map((event) => (
          <li key={event.eventId}>
            <EventName event={event} />
            <TimelineDetails event={event} />
          </li>
        ))}
      </Box>
    </Alert>
  );
}
