import type { DisputeEventKind } from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';

export interface DisputeActor {
  readonly type: 'staff' | 'api_key' | 'system';
  readonly id: string;
  readonly name: string;
}

export interface DisputeEventRecord {
  readonly kind: DisputeEventKind;
  readonly at: number;
  readonly actor: DisputeActor;
  readonly text?: string | null;
  readonly details?: Readonly<Record<string, unknown>>;
}

const asNumbers = (_: string, value: unknown) => (typeof value === 'bigint' ? Number(value) : value);

/** Adds to the timeline; the caller holds the dispute's row, so the numbers follow each other. */
export async function appendDisputeEvents(
  tx: Queryable,
  disputeId: string,
  events: readonly DisputeEventRecord[],
): Promise<void> {
  for (const event of events) {
    await tx.query(
      `INSERT INTO dispute_events (dispute_id, event_no, kind, at, actor, text, details)
       SELECT $1, coalesce(max(event_no), 0) + 1, $2, $3, $4, $5, $6 FROM dispute_events WHERE dispute_id = $1`,
      [
        disputeId,
        event.kind,
        new Date(event.at),
        JSON.stringify(event.actor),
        event.text ?? null,
        JSON.stringify(event.details ?? {}, asNumbers),
      ],
    );
  }
}

/** As many as a page shows. */
const MAX_EVENTS = 500;

export async function readDisputeEvents(db: Queryable, disputeId: string) {
  const rows = await db.query<{
    event_no: number;
    kind: DisputeEventKind;
    at: Date;
    actor: DisputeActor;
    text: string | null;
    details: Record<string, unknown>;
  }>(
    `SELECT event_no, kind, at, actor, text, details FROM dispute_events
     WHERE dispute_id = $1 ORDER BY event_no LIMIT ${MAX_EVENTS}`,
    [disputeId],
  );
  return rows.map(({ event_no, at, ...row }) => ({ ...row, eventNo: event_no, at: at.getTime() }));
}
