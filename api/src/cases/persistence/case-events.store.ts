import type { CaseEventKind } from '@coinwarden/domain';
import { type Queryable, textArrayOf } from '../../platform/database/sql.js';
import type { CaseActor, CaseKey } from './cases.store.js';

export interface CaseEventRecord {
  readonly kind: CaseEventKind;
  readonly at: number;
  readonly actor: CaseActor;
  readonly text?: string | null;
  readonly details?: Readonly<Record<string, unknown>>;
}

export interface StoredCaseEvent extends Required<CaseEventRecord> {
  readonly eventNo: number;
}

const plain = (_: string, value: unknown) => (typeof value === 'bigint' ? Number(value) : value);

/** Adds to the timelines of cases the caller holds, in the order given, in one statement. */
export async function appendCaseEvents(
  tx: Queryable,
  events: readonly (CaseEventRecord & CaseKey)[],
): Promise<void> {
  if (events.length === 0) return;
  await tx.query(
    {
      name: 'case-events-append',
      text: `
        INSERT INTO case_events (account_id, case_id, event_no, kind, at, actor, text, details)
        SELECT n.account_id, n.case_id,
               coalesce((SELECT max(event_no) FROM case_events e
                         WHERE e.account_id = n.account_id AND e.case_id = n.case_id), 0)
                 + row_number() OVER (PARTITION BY n.account_id, n.case_id ORDER BY n.place),
               n.kind, n.at, n.actor, n.text, n.details
        FROM unnest($1::text[], $2::uuid[], $3::text[], $4::timestamptz[], $5::json[], $6::text[], $7::json[])
          WITH ORDINALITY AS n(account_id, case_id, kind, at, actor, text, details, place)`,
    },
    [
      textArrayOf(events.map((e) => e.accountId)),
      textArrayOf(events.map((e) => e.caseId)),
      textArrayOf(events.map((e) => e.kind)),
      textArrayOf(events.map((e) => new Date(e.at).toISOString())),
      textArrayOf(events.map((e) => JSON.stringify(e.actor))),
      textArrayOf(events.map((e) => e.text ?? null)),
      textArrayOf(events.map((e) => JSON.stringify(e.details ?? {}, plain))),
    ],
  );
}

/** As many as a page shows, the latest of them. */
const MAX_EVENTS = 500;

export async function readCaseEvents(db: Queryable, key: CaseKey): Promise<StoredCaseEvent[]> {
  const rows = await db.query<Omit<StoredCaseEvent, 'at' | 'eventNo'> & { event_no: number; at: Date }>(
    `SELECT * FROM (
       SELECT event_no, kind, at, actor, text, details FROM case_events
       WHERE account_id = $1 AND case_id = $2 ORDER BY event_no DESC LIMIT ${MAX_EVENTS}
     ) AS latest ORDER BY event_no`,
    [key.accountId, key.caseId],
  );
  return rows.map(({ event_no, at, ...row }) => ({ ...row, eventNo: event_no, at: at.getTime() }));
}
