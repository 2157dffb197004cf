import type { SecurityEventView } from '@coinwarden/contracts';
import {
  masked,
  NOTHING_HAPPENED,
  type Permission,
  type Place,
  type SecurityEvent,
  securityEventOf,
  takeoverScore,
  unusualAbout,
  withEvent,
} from '@coinwarden/domain';
import type { SecurityHistoryRow } from '../persistence/security-history.store.js';

/** The history read again from its beginning: each event with what was unusual about it when only those before were known. */
export function timelineOf(
  rows: readonly SecurityHistoryRow[],
  permissions: ReadonlySet<Permission>,
): SecurityEventView[] {
  let before = NOTHING_HAPPENED;
  const timeline: SecurityEventView[] = [];
  for (const row of rows) {
    const event = eventOf(row);
    const after = withEvent(before, event);
    const { signs } = takeoverScore(after, { device: event.device }, event.at);
    const travel = signs.travelAt === event.at ? signs.travel : null;
    timeline.push({
      ...viewOf(row, permissions),
      unusual: unusualAbout(before, after, event).map(partView),
      travel: travel && {
        km: travel.km,
        kmh: travel.kmh,
        between: [travel.from, travel.to].flatMap(({ place }) => (place ? [placeView(place)] : [])),
      },
    });
    before = after;
  }
  return timeline.reverse();
}

export const placeView = ({ country, region, city }: Place) => ({
  country,
  region: region ?? null,
  city: city ?? null,
});

export const partView = ({ sign, weight, at }: ReturnType<typeof takeoverScore>['parts'][number]) => ({
  sign,
  weight,
  at: at === null ? null : new Date(at).toISOString(),
});

const eventOf = ({ type, occurred_at, device_id: deviceId, details }: SecurityHistoryRow): SecurityEvent =>
  securityEventOf({ ...details, type, at: occurred_at.getTime(), deviceId });

const viewOf = (row: SecurityHistoryRow, permissions: ReadonlySet<Permission>) => ({
  eventId: row.event_id,
  type: row.type,
  occurredAt: row.occurred_at.toISOString(),
  deviceId: masked(permissions, 'device', row.device_id),
  ip: masked(permissions, 'ip', row.ip),
  place: row.details.place ? placeView(row.details.place) : null,
  credential: row.details.credential ?? null,
  method: row.type === 'step_up' ? (row.details.method ?? null) : null,
  outcome: row.details.outcome ?? null,
});
