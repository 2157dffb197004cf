import type { SecurityEventView } from '@coinwarden/contracts';
import { Box, Button } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Instant } from '../display/instant';
import { Tag, type Tone } from '../display/tag';
import { useFormat } from '../i18n/use-format';
import { DetailValue } from './detail-value';
import { usePlaceName } from './place-name';

const SHOWN_FIRST = 10;

/** From this weight a sign is more than a curiosity. */
const STRONG_WEIGHT = 200;

const EVENT_TONES: Record<SecurityEventView['type'], Tone> = {
  sign_in: 'neutral',
  sign_in_failed: 'caution',
  credential_change: 'info',
  recovery: 'info',
  step_up: 'info',
};

/** What happened, the newest first; what was unusual about it stands beside it. */
export function SecurityTimeline({ events }: { events: readonly SecurityEventView[] }) {
  const translate = useTranslate();
  const [all, setAll] = useState(false);
  const shown = all ? events : events.slice(0, SHOWN_FIRST);
  return (
    <Box>
      <Box
        component="ol"
        aria-label={translate('security.timeline')}
        sx={{ listStyle: 'none', margin: 0, padding: 0 }}
      >
        {shown.map((event) => (
          <Happening key={event.eventId} event={event} />
        ))}
      </Box>
      {shown.length < events.length && (
        <Button size="small" onClick={() => setAll(true)}>
          {translate('security.show_all', { smart_count: events.length })}
        </Button>
      )}
    </Box>
  );
}

function Happening({ event }: { event: SecurityEventView }) {
  const nameOf = usePlaceName();
  const wordOf = useEventWord();
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: '1fr', sm: '150px 1fr' },
        columnGap: 2,
        paddingY: 0.75,
        borderTop: '1px solid var(--border)',
        fontSize: '0.8125rem',
      }}
    >
      <Box sx={{ color: 'var(--muted)' }}>
        <Instant value={event.occurredAt} />
      </Box>
      <Box sx={{ minWidth: 0, display: 'grid', gap: 0.5 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 0.75 }}>
          <Tag tone={EVENT_TONES[event.type]} quiet={event.type === 'sign_in'}>
            {wordOf(event)}
          </Tag>
          <Unusual event={event} />
        </Box>
        <Box
          sx={{
            display: 'flex',
            flexWrap: 'wrap',
            columnGap: 1.5,
            color: 'var(--muted)',
            overflowWrap: 'anywhere',
          }}
        >
          {event.place && <span>{nameOf(event.place)}</span>}
          {event.deviceId && (
            <DetailValue detail="device" eventId={event.eventId} value={event.deviceId}>
              <span>{event.deviceId}</span>
            </DetailValue>
          )}
          {event.ip && (
            <DetailValue detail="ip" eventId={event.eventId} value={event.ip}>
              <span>{event.ip}</span>
            </DetailValue>
          )}
        </Box>
      </Box>
    </Box>
  );
}

function Unusual({ event: { unusual, travel } }: { event: SecurityEventView }) {
  const translate = useTranslate();
  const format = useFormat();
  const nameOf = usePlaceName();
  return (
    <>
      {unusual.map(({ sign, weight }) => (
        <Tag key={sign} tone={weight >= STRONG_WEIGHT ? 'negative' : 'caution'}>
          {translate(`takeover_sign.${sign}`)}
        </Tag>
      ))}
      {travel && (
        <Box component="span">
          {translate('security.travel', {
            places: travel.between.map(nameOf).join(' – '),
            km: format.number(travel.km),
            kmh: format.number(travel.kmh),
          })}
        </Box>
      )}
    </>
  );
}

type Told = Pick<SecurityEventView, 'type' | 'credential' | 'method' | 'outcome'>;

/** What happened, in words. */
export function useEventWord(): (event: Told) => string {
  const translate = useTranslate();
  return ({ type, credential, method, outcome }) => {
    if (type === 'credential_change') return translate(`security.changed.${credential ?? 'other'}`);
    if (type === 'step_up')
      return translate(`security.step_up.${outcome ?? 'failed'}`, {
        method: translate(`step_up_method.${method ?? 'identity'}`),
      });
    return translate(`security.event.${type}`);
  };
}
