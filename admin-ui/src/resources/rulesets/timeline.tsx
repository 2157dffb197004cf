import type { RulesetEventView } from '@coinwarden/contracts';
import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Instant } from '../../display/instant';

interface TimelineProps {
  events: readonly RulesetEventView[];
  /** Where an event belongs, where that is not plain from the page. */
  about: (event: RulesetEventView) => ReactNode;
}

/** What happened and what was said, the latest first. */
export const Timeline = ({ events, about }: TimelineProps) => (
  <Box component="ol" sx={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 1.25 }}>
    {events.map((event) => (
      <TimelineEntry key={event.id} event={event} about={about(event)} />
    ))}
  </Box>
);

/** The change of an edited draft, such as `thresholds`; null for everything else. */
export const changeOf = ({ kind, details }: RulesetEventView): string | null =>
  kind === 'edited' ? String(details['change']) : null;

function TimelineEntry({ event, about }: { event: RulesetEventView; about: ReactNode }) {
  const translate = useTranslate();
  const { kind, ruleKey } = event;
  const change = changeOf(event);
  return (
    <Box component="li" sx={{ fontSize: '0.8125rem', minWidth: 0 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', columnGap: 1.5 }}>
        <span>
          <strong>
            {change
              ? translate(`ruleset_page.edit.${change}`, { key: ruleKey })
              : translate(`ruleset_page.event.${kind}`, { _: kind })}
          </strong>{' '}
          <Box component="span" sx={{ color: 'var(--muted)' }}>
            {kind !== 'installed' && event.actor.name}
          </Box>
        </span>
        <Box component="span" sx={{ color: 'var(--muted)', fontSize: '0.75rem' }}>
          <Instant value={event.at} />
        </Box>
      </Box>
      {about && (
        <Typography variant="caption" sx={{ color: 'var(--muted)' }}>
          {about}
        </Typography>
      )}
      {event.note && (
        <Typography variant="body2" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {event.note}
        </Typography>
      )}
    </Box>
  );
}
