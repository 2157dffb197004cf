import type { KnownDevice, KnownPlace } from '@coinwarden/contracts';
import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Identifier } from '../display/identifier';
import { Instant } from '../display/instant';
import { type Column, RecordTable } from '../display/record-table';
import { Tag } from '../display/tag';
import { useFormat } from '../i18n/use-format';
import { toneOfScore } from '../resources/rings/ring-words';
import { DetailValue } from './detail-value';
import { usePlaceName } from './place-name';

/** A device that looks harmless needs no score beside it. */
const WORTH_SAYING = 300;

export function KnownDevices({ devices }: { devices: readonly KnownDevice[] }) {
  const translate = useTranslate();
  const format = useFormat();
  const label = (name: string) => translate(`security.column.${name}`);
  const columns: Column<KnownDevice>[] = [
    { label: label('device'), value: (device) => <DeviceName device={device} /> },
    { label: label('first_seen'), value: (device) => <Instant value={device.firstSeen} form="date" /> },
    { label: label('last_seen'), value: (device) => <Instant value={device.lastSeen} /> },
    { label: label('places'), numeric: true, value: (device) => format.number(device.places) },
  ];
  return (
    <Box sx={{ minWidth: 0, overflowX: 'auto' }}>
      <RecordTable
        label={translate('security.devices')}
        rows={devices}
        columns={columns}
        rowKey={(device, index) => device.id ?? String(index)}
        empty={translate('security.no_devices')}
      />
    </Box>
  );
}

function DeviceName({ device: { id, eventId, userAgent, score, provenUntil } }: { device: KnownDevice }) {
  const translate = useTranslate();
  return (
    <Box sx={{ display: 'grid', gap: 0.25, minWidth: 160 }}>
      {id === null ? (
        translate('security.forgotten_device')
      ) : (
        <DetailValue detail="device" eventId={eventId} value={id}>
          <Identifier value={id} />
        </DetailValue>
      )}
      {userAgent && (
        <Typography variant="caption" sx={{ color: 'var(--muted)', overflowWrap: 'anywhere' }}>
          {userAgent}
        </Typography>
      )}
      <Box sx={{ display: 'flex', gap: 0.5, flexWrap: 'wrap' }}>
        {score >= WORTH_SAYING && (
          <Tag tone={toneOfScore(score)}>{translate('security.score', { score })}</Tag>
        )}
        {provenUntil && (
          <Tag tone="positive">
            {translate('security.proven_until')} <Instant value={provenUntil} />
          </Tag>
        )}
      </Box>
    </Box>
  );
}

export function KnownPlaces({ places }: { places: readonly KnownPlace[] }) {
  const translate = useTranslate();
  const format = useFormat();
  const nameOf = usePlaceName();
  const label = (name: string) => translate(`security.column.${name}`);
  const columns: Column<KnownPlace>[] = [
    { label: label('place'), value: nameOf },
    { label: label('first_seen'), value: (place) => <Instant value={place.firstSeen} form="date" /> },
    { label: label('last_seen'), value: (place) => <Instant value={place.lastSeen} /> },
    { label: label('devices'), numeric: true, value: (place) => format.number(place.devices) },
  ];
  return (
    <Box sx={{ minWidth: 0, overflowX: 'auto' }}>
      <RecordTable
        label={translate('security.places')}
        rows={places}
        columns={columns}
        rowKey={(place) => nameOf(place)}
        empty={translate('security.no_places')}
      />
    </Box>
  );
}
