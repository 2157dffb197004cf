import type { RefundEventKind } from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';
import type { RefundActor } from './refunds.store.js';

export interface RefundEventRecord {
  readonly kind: RefundEventKind;
  readonly at: number;
  readonly actor: RefundActor;
  readonly text?: string | null;
  readonly details?: Readonly<Record<string, unknown>>;
}

export interface StoredRefundEvent extends RefundEventRecord {
  readonly eventNo: number;
}

interface Key {
  readonly accountId: string;
  readonly refundId: string;
}

const bigintAsNumber = (_: string, value: unknown) => (typeof value === 'bigint' ? Number(value) : value);

/** Adds to the timeline; the caller holds the refund's row, so the numbers follow each other. */
export async function appendRefundEvents(
  tx: Queryable,
  key: Key,
  events: readonly RefundEventRecord[],
): Promise<void> {
  for (const event of events) {
    await tx.query(
      {
        name: 'refund-event',
        text: `INSERT INTO refund_events (account_id, refund_id, event_no, kind, at, actor, text, details)
       SELECT $1, $2, coalesce(max(event_no), 0) + 1, $3, $4, $5, $6, $7
       FROM refund_events WHERE account_id = $1 AND refund_id = $2`,
      },
      [
        key.accountId,
        key.refundId,
        event.kind,
        new Date(event.at),
        JSON.stringify(event.actor),
        event.text ?? null,
        JSON.stringify(event.details ?? {}, bigintAsNumber),
      ],
    );
  }
}

/** As many as a page shows; a refund has a dozen. */
const MAX_EVENTS = 500;

export async function readRefundEvents(db: Queryable, key: Key): Promise<StoredRefundEvent[]> {
  const rows = await db.query<{
    event_no: number;
    kind: RefundEventKind;
    at: Date;
    actor: RefundActor;
    text: string | null;
    details: Record<string, unknown>;
  }>(
    `SELECT event_no, kind, at, actor, text, details FROM refund_events
     WHERE account_id = $1 AND refund_id = $2 ORDER BY event_no LIMIT ${MAX_EVENTS}`,
    [key.accountId, key.refundId],
  );
  return rows.map(({ event_no, at, ...row }) => ({ ...row, eventNo: event_no, at: at.getTime() }));
}
