import type { TimelineActor } from '@coinwarden/contracts';
import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';

interface EventLineProps {
  title: ReactNode;
  actor?: TimelineActor | null;
  /** What somebody said to it. */
  text?: string | null;
  children?: ReactNode;
}

/** What happened, who did it, and what they said. */
export const EventLine = ({ title, actor, text, children }: EventLineProps) => (
  <>
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '2px 8px' }}>
      <Box component="span" sx={{ fontWeight: 600 }}>
        {title}
      </Box>
      {children}
      {actor && (
        <Box component="span" sx={{ color: 'var(--muted)' }}>
          <EventActor actor={actor} />
        </Box>
      )}
    </Box>
    {text && (
      <Typography
        variant="body2"
        component="bdi"
        sx={{ display: 'block', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
      >
        {text}
      </Typography>
    )}
  </>
);

function EventActor({ actor: { type, id, name } }: { actor: TimelineActor }) {
  const translate = useTranslate();
  return <>{type === 'system' ? translate('actor.system') : (name ?? id)}</>;
}
