import {
  HOUR_SECONDS,
  type Instant,
  idFloor,
  MAX_AMOUNT,
  type Outcome,
  SLICE_SECONDS,
  type TransactionKind,
} from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';

export interface ReportRange {
  readonly from: Instant;
  readonly to: Instant;
  readonly bucket: 'hour' | 'day';
  /** From here on transactions are read themselves, because their slices may not be summed yet. */
  readonly liveFrom: Instant;
}

export interface SumRow {
  /** Set in rows per bucket, null in rows per kind. */
  readonly at: Date | null;
  readonly kind: TransactionKind | null;
  readonly outcome: Outcome;
  readonly currency: string;
  readonly transactions: number;
  readonly coins: number;
  readonly diamonds: number;
  readonly amount_minor: number;
}

/**
 * Added as floating point, which is exact up to 2^53 and several times faster than PostgreSQL's exact sums; beyond that no
 * JSON integer could carry the sum, and it is shown as the largest one.
 */
const sum = (amount: string): string => `least(sum(${amount}::float8), ${MAX_AMOUNT})`;

/** Hours, the slices of open hours up to `liveFrom`, and the transactions since: disjoint, in one snapshot. */
const inRange = (table: string, columns: string): string => `
  SELECT ${columns} FROM ${table} WHERE width_seconds = ${HOUR_SECONDS} AND bucket_at >= $1 AND bucket_at < $2
  UNION ALL
  SELECT ${columns} FROM ${table}
  WHERE width_seconds = ${SLICE_SECONDS} AND bucket_at >= $1 AND bucket_at < least($2, $3::timestamptz)`;

const liveTransactions = 'FROM transactions t WHERE t.transaction_id >= $4 AND t.transaction_id < $5';

const valuesOf = (range: ReportRange): unknown[] => [
  new Date(range.from),
  new Date(range.to),
  new Date(range.liveFrom),
  idFloor(Math.max(range.from, range.liveFrom)),
  idFloor(range.to),
];

/** Sums per bucket and outcome, and per kind and outcome, each by currency. */
export function readSums(db: Queryable, range: ReportRange): Promise<SumRow[]> {
  const text = `
    WITH sums AS (
      ${inRange('report_sums', 'bucket_at, kind, outcome, currency, transactions, coins, diamonds, amount_minor')}
      UNION ALL
      SELECT min(t.decided_at), t.kind, t.outcome, coalesce(t.currency, ''), count(*), sum(t.coins::float8),
             sum(t.diamonds::float8), sum(coalesce(t.amount_minor, 0)::float8)
      ${liveTransactions} GROUP BY date_trunc('hour', t.decided_at, 'UTC'), t.kind, t.outcome, t.currency
    ), placed AS (
      SELECT date_trunc('${range.bucket}', bucket_at, 'UTC') AS at, * FROM sums
    )
    SELECT at, kind, outcome, currency, ${sum('transactions')} AS transactions,
           ${sum('coins')} AS coins, ${sum('diamonds')} AS diamonds,
           ${sum('amount_minor')} AS amount_minor
    FROM placed GROUP BY GROUPING SETS ((at, outcome, currency), (kind, outcome, currency))`;
  return db.query<SumRow>({ name: `report-sums-${range.bucket}`, text }, valuesOf(range));
}

export function readTopReasons(
  db: Queryable,
  range: ReportRange,
  max: number,
): Promise<{ code: string; transactions: number }[]> {
  const text = `
    WITH sums AS (
      ${inRange('report_reasons', 'code, transactions')}
      UNION ALL
      SELECT r.code, count(DISTINCT t.transaction_id)
      FROM transactions t
      CROSS JOIN LATERAL (SELECT e ->> 'code' AS code FROM json_array_elements(t.decision -> 'reasons') e) r
      WHERE t.transaction_id >= $4 AND t.transaction_id < $5 AND t.outcome <> 'approve' GROUP BY r.code
    )
    SELECT code, ${sum('transactions')} AS transactions
    FROM sums GROUP BY code ORDER BY sum(transactions) DESC, code LIMIT $6`;
  return db.query({ name: 'report-top-reasons', text }, [...valuesOf(range), max]);
}

export interface HeldRow {
  readonly currency: string;
  readonly transactions: number;
  readonly coins: number;
  readonly diamonds: number;
  readonly amount_minor: number;
  readonly oldest_at: Date;
}

/** What is held this moment, by the index that holds nothing else. */
export function readHeld(db: Queryable): Promise<HeldRow[]> {
  const text = `
    SELECT coalesce(currency, '') AS currency, count(*)::float8 AS transactions, ${sum('coins')} AS coins,
           ${sum('diamonds')} AS diamonds,
           ${sum('coalesce(amount_minor, 0)')} AS amount_minor, min(decided_at) AS oldest_at
    FROM transactions WHERE status = 'held' GROUP BY 1`;
  return db.query<HeldRow>({ name: 'report-held', text });
}

/** When the oldest thing happened that the sums cannot know of yet; null when they know everything. */
export async function readOldestUnsummed(
  db: Queryable,
): Promise<{ outboxId: string | null; sliceAt: Date | null }> {
  const text = `
    SELECT (SELECT outbox_id FROM outbox ORDER BY outbox_id LIMIT 1) AS outbox_id,
           (SELECT min(bucket_at) FROM report_marks WHERE width_seconds = ${SLICE_SECONDS}) AS slice_at`;
  const [row] = await db.query<{ outbox_id: string | null; slice_at: Date | null }>({
    name: 'report-oldest-unsummed',
    text,
  });
  return { outboxId: row?.outbox_id ?? null, sliceAt: row?.slice_at ?? null };
}
