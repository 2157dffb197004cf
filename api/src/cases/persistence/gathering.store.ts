import { type Queryable, textArrayOf } from '../../platform/database/sql.js';
import { CASE_COLUMNS, type CaseRecord, type CaseRow, toCaseRecord } from './cases.store.js';

/** An account and the queue that something about it belongs to. */
export interface Place {
  readonly accountId: string;
  readonly queueId: string;
}

export const placeName = ({ accountId, queueId }: Place): string => JSON.stringify([accountId, queueId]);

const columns = (places: readonly Place[]) => [
  textArrayOf(places.map((p) => p.accountId)),
  textArrayOf(places.map((p) => p.queueId)),
];

/**
 * The open case of each place, locked: that of the queue itself, or the one its case was merged into, as long as that
 * is open.
 */
export async function lockGathering(
  tx: Queryable,
  places: readonly Place[],
): Promise<ReadonlyMap<string, CaseRecord>> {
  const rows = await tx.query<CaseRow & { wanted: string }>(
    {
      name: 'cases-gathering',
      text: `
        SELECT w.queue_id AS wanted, ${CASE_COLUMNS.replace(/(\w+)/g, 'c.$1')}
        FROM unnest($1::text[], $2::text[]) AS w(account_id, queue_id)
        JOIN cases c ON c.account_id = w.account_id AND c.origin = 'review'
          AND c.status IN ('open', 'snoozed', 'escalated', 'second_look')
          AND (c.queue_id = w.queue_id
               OR c.case_id IN (SELECT m.merged_into FROM cases m WHERE m.account_id = w.account_id
                                  AND m.queue_id = w.queue_id AND m.status = 'merged'))
        ORDER BY c.case_id FOR UPDATE OF c`,
    },
    columns(places),
  );
  const found = new Map<string, CaseRecord>();
  for (const row of rows) {
    const name = placeName({ accountId: row.account_id, queueId: row.wanted });
    if (row.queue_id === row.wanted || !found.has(name)) found.set(name, toCaseRecord(row));
  }
  return found;
}

/** The latest finished case of each place since `after`. */
export async function readFinished(
  db: Queryable,
  places: readonly Place[],
  after: number,
): Promise<ReadonlyMap<string, string>> {
  if (places.length === 0) return new Map();
  const rows = await db.query<{ account_id: string; queue_id: string; case_id: string }>(
    {
      name: 'cases-finished',
      text: `
        SELECT w.account_id, w.queue_id, last.case_id
        FROM unnest($1::text[], $2::text[]) AS w(account_id, queue_id)
        CROSS JOIN LATERAL (
          SELECT case_id FROM cases c
          WHERE c.account_id = w.account_id AND c.queue_id = w.queue_id AND c.origin = 'review'
            AND c.status IN ('decided', 'closed', 'appealed') AND c.changed_at >= $3
          ORDER BY case_id DESC LIMIT 1
        ) AS last`,
    },
    [...columns(places), new Date(after)],
  );
  return new Map(
    rows.map((row) => [placeName({ accountId: row.account_id, queueId: row.queue_id }), row.case_id]),
  );
}
