import type { WebhookEventType } from '@coinwarden/contracts';
import { type DeliveryProgress, type Instant, idFloor, type WebhookDeliveryStatus } from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';

export interface NewDelivery {
  readonly deliveryId: string;
  readonly endpointId: string;
  readonly eventId: string;
  readonly type: WebhookEventType;
  readonly accountId: string | null;
  readonly transactionId: string | null;
  /** Null where the transaction's row says it. */
  readonly data: unknown;
  readonly occurredAt: Instant;
  readonly status: WebhookDeliveryStatus;
  readonly error: string | null;
}

export interface DueDelivery {
  readonly delivery_id: string;
  readonly next_attempt_at: Date;
}

/** Inserts those whose event their endpoint does not have yet and returns which of them are to be sent. */
export function insertDeliveries(
  tx: Queryable,
  deliveries: readonly NewDelivery[],
  now: Instant,
): Promise<DueDelivery[]> {
  const column = (of: (delivery: NewDelivery) => unknown) => deliveries.map(of);
  return tx.query<DueDelivery>(
    {
      name: 'webhook-deliveries-insert',
      text: `
        WITH inserted AS (
          INSERT INTO webhook_deliveries (delivery_id, endpoint_id, event_id, type, account_id, transaction_id, data,
                                          occurred_at, status, last_error, next_attempt_at, created_at)
          SELECT delivery_id, endpoint_id, event_id, type, account_id, transaction_id, data, occurred_at, status, error,
                 CASE WHEN status = 'pending' THEN $11::timestamptz END, $11
          FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::uuid[], $7::json[],
                      $8::timestamptz[], $9::text[], $10::text[])
            AS n(delivery_id, endpoint_id, event_id, type, account_id, transaction_id, data, occurred_at, status, error)
          ON CONFLICT (endpoint_id, event_id) DO NOTHING
          RETURNING delivery_id, next_attempt_at
        )
        SELECT * FROM inserted WHERE next_attempt_at IS NOT NULL`,
    },
    [
      column((d) => d.deliveryId),
      column((d) => d.endpointId),
      column((d) => d.eventId),
      column((d) => d.type),
      column((d) => d.accountId),
      column((d) => d.transactionId),
      column((d) => (d.data === null ? null : JSON.stringify(d.data))),
      column((d) => new Date(d.occurredAt)),
      column((d) => d.status),
      column((d) => d.error),
      new Date(now),
    ],
  );
}

export interface SendableDelivery {
  readonly delivery_id: string;
  readonly endpoint_id: string;
  readonly event_id: string;
  readonly type: WebhookEventType;
  readonly account_id: string | null;
  readonly transaction_id: string | null;
  readonly data: unknown;
  readonly occurred_at: Date;
  readonly attempts: number;
  readonly url: string;
  readonly enabled: boolean;
  /** Newest first. */
  readonly secrets: string[];
}

/** A pending delivery whose time has come, with what it takes to send it; null when there is nothing to do any more. */
export async function findDue(
  db: Queryable,
  deliveryId: string,
  now: Instant,
): Promise<SendableDelivery | null> {
  const [row] = await db.query<SendableDelivery>(
    {
      name: 'webhook-deliveries-due',
      text: `
        SELECT d.delivery_id, d.endpoint_id, d.event_id, d.type, d.account_id, d.transaction_id, d.data, d.occurred_at,
               d.attempts, e.url, e.status = 'enabled' AS enabled,
               ARRAY(SELECT s.secret FROM webhook_secrets s
                     WHERE s.endpoint_id = d.endpoint_id AND (s.expires_at IS NULL OR s.expires_at > $2)
                     ORDER BY s.created_at DESC) AS secrets
        FROM webhook_deliveries d JOIN webhook_endpoints e USING (endpoint_id)
        WHERE d.delivery_id = $1 AND d.status = 'pending' AND d.next_attempt_at <= $2`,
    },
    [deliveryId, new Date(now)],
  );
  return row ?? null;
}

/**
 * Writes how an attempt ended, unless another process has written one meanwhile or it was replayed: then false, and
 * theirs stands.
 */
export async function recordAttempt(
  tx: Queryable,
  delivery: { delivery_id: string; attempts: number },
  progress: DeliveryProgress,
  outcome: { responseStatus: number | null; error: string | null; at: Instant },
): Promise<boolean> {
  const rows = await tx.query(
    {
      name: 'webhook-deliveries-record',
      text: `
        UPDATE webhook_deliveries
        SET status = $3, attempts = $4, next_attempt_at = $5, last_response_status = $6, last_error = $7,
            delivered_at = CASE WHEN $3 = 'delivered' THEN $8::timestamptz END
        WHERE delivery_id = $1 AND status = 'pending' AND attempts = $2 RETURNING 1`,
    },
    [
      delivery.delivery_id,
      delivery.attempts,
      progress.status,
      progress.attempts,
      progress.nextAttemptAt === null ? null : new Date(progress.nextAttemptAt),
      outcome.responseStatus,
      outcome.error,
      new Date(outcome.at),
    ],
  );
  return rows.length > 0;
}

/** Ends everything that still waits for an endpoint that is no longer told. */
export async function failPending(tx: Queryable, endpointId: string, error: string): Promise<void> {
  await tx.query(
    `UPDATE webhook_deliveries SET status = 'failed', next_attempt_at = NULL, last_error = $2
     WHERE endpoint_id = $1 AND status = 'pending'`,
    [endpointId, error],
  );
}

const AGAIN = `SET status = 'pending', attempts = 0, next_attempt_at = $2, delivered_at = NULL, last_error = NULL,
                   last_response_status = NULL`;

export function replayDelivery(tx: Queryable, deliveryId: string, now: Instant): Promise<DueDelivery[]> {
  return tx.query<DueDelivery>(
    `UPDATE webhook_deliveries ${AGAIN} WHERE delivery_id = $1 AND status <> 'pending'
     RETURNING delivery_id, next_attempt_at`,
    [deliveryId, new Date(now)],
  );
}

/** What was recorded for an endpoint in `[from, to)`, found by the time in the ids; at most `max`, oldest first. */
export function replayRange(
  tx: Queryable,
  endpointId: string,
  range: { from: Instant; to: Instant; statuses: readonly WebhookDeliveryStatus[]; max: number },
  now: Instant,
): Promise<DueDelivery[]> {
  return tx.query<DueDelivery>(
    `UPDATE webhook_deliveries ${AGAIN} WHERE delivery_id IN (
       SELECT delivery_id FROM webhook_deliveries
       WHERE endpoint_id = $1 AND delivery_id >= $3 AND delivery_id < $4 AND status = ANY($5)
       ORDER BY delivery_id LIMIT $6 FOR UPDATE
     ) RETURNING delivery_id, next_attempt_at`,
    [endpointId, new Date(now), idFloor(range.from), idFloor(range.to), range.statuses, range.max],
  );
}

/** Pending deliveries whose time passed before `before`: their job was lost, or never made. Pages by `after`. */
export function overdueDeliveries(
  db: Queryable,
  options: { before: Instant; after: DueDelivery | null; max: number },
): Promise<DueDelivery[]> {
  return db.query<DueDelivery>(
    `SELECT delivery_id, next_attempt_at FROM webhook_deliveries
     WHERE status = 'pending' AND next_attempt_at < $1
       AND ($2::timestamptz IS NULL OR (next_attempt_at, delivery_id) > ($2, $3::uuid))
     ORDER BY next_attempt_at, delivery_id LIMIT $4`,
    [
      new Date(options.before),
      options.after?.next_attempt_at ?? null,
      options.after?.delivery_id ?? null,
      options.max,
    ],
  );
}

/** Deletes what ended long ago, a page at a time; returns how many went. */
export async function deleteEnded(tx: Queryable, before: Instant, max: number): Promise<number> {
  const rows = await tx.query(
    `DELETE FROM webhook_deliveries WHERE delivery_id IN (
       SELECT delivery_id FROM webhook_deliveries WHERE delivery_id < $1 AND status <> 'pending'
       ORDER BY delivery_id LIMIT $2
     ) RETURNING 1`,
    [idFloor(before), max],
  );
  return rows.length;
}
