import { arrayOf, type Queryable } from '../../../platform/database/sql.js';

export interface NoticeMode {
  /** Nothing goes out until it is asked for. */
  readonly held: boolean;
  readonly delayMs: number;
  /** Up to so much later still, at random: neighbours change places. */
  readonly spreadMs: number;
  readonly copies: number;
}

export async function readNoticeMode(db: Queryable): Promise<NoticeMode> {
  const [row] = await db.query<{ held: boolean; delay_ms: number; spread_ms: number; copies: number }>(
    'SELECT held, delay_ms, spread_ms, copies FROM sandbox.notice_mode',
  );
  if (!row) throw new Error('the sandbox has no notice mode');
  return { held: row.held, delayMs: row.delay_ms, spreadMs: row.spread_ms, copies: row.copies };
}

export const writeNoticeMode = (db: Queryable, mode: NoticeMode): Promise<unknown> =>
  db.query('UPDATE sandbox.notice_mode SET held = $1, delay_ms = $2, spread_ms = $3, copies = $4', [
    mode.held,
    mode.delayMs,
    mode.spreadMs,
    mode.copies,
  ]);

/** Part of the next event's id. */
export async function countEvents(db: Queryable): Promise<bigint> {
  const [row] = await db.query<{ n: bigint }>('SELECT coalesce(max(number), 0) AS n FROM sandbox.events');
  return row?.n ?? 0n;
}

export async function addEvent(
  tx: Queryable,
  event: { readonly eventId: string; readonly type: string; readonly body: string; readonly at: number },
): Promise<void> {
  await tx.query('INSERT INTO sandbox.events (event_id, type, body, created_at) VALUES ($1, $2, $3, $4)', [
    event.eventId,
    event.type,
    event.body,
    new Date(event.at),
  ]);
}

export async function addDeliveries(
  tx: Queryable,
  eventId: string,
  dueAts: readonly (number | null)[],
): Promise<void> {
  await tx.query('INSERT INTO sandbox.deliveries (event_id, due_at) SELECT $1, unnest($2::timestamptz[])', [
    eventId,
    dueAts.map((at) => (at === null ? null : new Date(at))),
  ]);
}

export interface Delivery {
  readonly deliveryId: bigint;
  readonly attempts: number;
  readonly body: string;
}

interface DeliveryRow {
  delivery_id: bigint;
  attempts: number;
  body: string;
}

/**
 * Takes what is due until then, oldest first, and leases it, so that of two processes one sends it. `withHeld`: what has no
 * time as well.
 */
export async function leaseDeliveries(
  tx: Queryable,
  { now, leaseMs, withHeld, max }: { now: number; leaseMs: number; withHeld: boolean; max: number },
): Promise<Delivery[]> {
  const rows = await tx.query<DeliveryRow>(
    `WITH due AS (
       SELECT delivery_id FROM sandbox.deliveries
       WHERE delivered_at IS NULL AND (due_at <= $1 OR ($3 AND due_at IS NULL))
       ORDER BY due_at, delivery_id LIMIT $4 FOR UPDATE SKIP LOCKED
     )
     UPDATE sandbox.deliveries d SET due_at = $2, attempts = attempts + 1
     FROM due, sandbox.events e
     WHERE d.delivery_id = due.delivery_id AND e.event_id = d.event_id
     RETURNING d.delivery_id, d.attempts, e.body`,
    [new Date(now), new Date(now + leaseMs), withHeld, max],
  );
  return rows
    .map((row) => ({ deliveryId: row.delivery_id, attempts: row.attempts, body: row.body }))
    .sort((a, b) => (a.deliveryId < b.deliveryId ? -1 : 1));
}

export const markDelivered = (db: Queryable, deliveryIds: readonly bigint[], at: number): Promise<unknown> =>
  db.query('UPDATE sandbox.deliveries SET delivered_at = $2 WHERE delivery_id = ANY($1::bigint[])', [
    arrayOf(deliveryIds),
    new Date(at),
  ]);

export const postponeDelivery = (db: Queryable, { deliveryId }: Delivery, until: number): Promise<unknown> =>
  db.query('UPDATE sandbox.deliveries SET due_at = $2 WHERE delivery_id = $1', [deliveryId, new Date(until)]);

export async function readEvents(
  db: Queryable,
  filter: { readonly eventId: string | null; readonly max: number },
): Promise<object[]> {
  const rows = await db.query<{ body: string }>(
    `SELECT body FROM sandbox.events WHERE $1::text IS NULL OR event_id = $1 ORDER BY number DESC LIMIT $2`,
    [filter.eventId, filter.max],
  );
  return rows.map(({ body }) => JSON.parse(body) as object);
}
