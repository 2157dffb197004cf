import type { DisputeFact, DisputeTold } from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';

/** Amounts are whole numbers within what JSON carries exactly; times are milliseconds. */
const AMOUNTS: ReadonlySet<string> = new Set(['amountMinor', 'feeMinor']);

const asNumbers = (_: string, value: unknown) => (typeof value === 'bigint' ? Number(value) : value);

/** Keeps what a notice told. False when this notice has told it before. */
export async function addFact(tx: Queryable, disputeId: string, told: DisputeTold): Promise<boolean> {
  const rows = await tx.query(
    `INSERT INTO dispute_facts (dispute_id, notice_id, occurred_at, fact) VALUES ($1, $2, $3, $4)
     ON CONFLICT DO NOTHING RETURNING notice_id`,
    [disputeId, told.noticeId, new Date(told.occurredAt), JSON.stringify(told.fact, asNumbers)],
  );
  return rows.length > 0;
}

export async function readTold(db: Queryable, disputeId: string): Promise<DisputeTold[]> {
  const rows = await db.query<{ notice_id: string; occurred_at: Date; fact: unknown }>(
    'SELECT notice_id, occurred_at, fact FROM dispute_facts WHERE dispute_id = $1',
    [disputeId],
  );
  return rows.map((row) => ({
    noticeId: row.notice_id,
    occurredAt: row.occurred_at.getTime(),
    fact: revive(row.fact) as DisputeFact,
  }));
}

/** The driver has parsed the row's JSON: amounts become whole numbers of any size again. */
function revive(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => revive(item));
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, revive(inner, name)]));
  }
  return typeof value === 'number' && AMOUNTS.has(key) ? BigInt(value) : value;
}
