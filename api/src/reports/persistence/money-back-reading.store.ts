import { HOUR_SECONDS, type Instant, idFloor, MAX_AMOUNT, SLICE_SECONDS } from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';

export interface Range {
  readonly from: Instant;
  readonly to: Instant;
}

export interface MoneyRow {
  readonly currency: string;
  readonly count: number;
  readonly amount_minor: number;
}

const times = ({ from, to }: Range): Date[] => [new Date(from), new Date(to)];
const ids = ({ from, to }: Range): string[] => [idFloor(from), idFloor(to)];
const sum = (amount: string): string => `least(coalesce(sum(${amount}), 0)::float8, ${MAX_AMOUNT})`;
const COUNT = 'count(*)::float8 AS count';

/** Approved purchases by currency, from the sums of the dashboard. */
export const readPurchases = (db: Queryable, range: Range): Promise<MoneyRow[]> =>
  db.query(
    `SELECT currency, sum(transactions)::float8 AS count, ${sum('amount_minor')} AS amount_minor
     FROM report_sums
     WHERE width_seconds IN (${HOUR_SECONDS}, ${SLICE_SECONDS}) AND bucket_at >= $1 AND bucket_at < $2
       AND kind = 'purchase' AND outcome = 'approve' GROUP BY currency`,
    times(range),
  );

export interface RefundSumRow extends MoneyRow {
  /** Set in rows per day, null in rows per reason. */
  readonly at: Date | null;
  readonly reason: string | null;
}

/** Refunds that went through, per day and per reason. */
export const readRefunds = (db: Queryable, range: Range): Promise<RefundSumRow[]> =>
  db.query(
    `SELECT date_trunc('day', changed_at, 'UTC') AS at, reason, currency, ${COUNT},
            ${sum('amount_minor')} AS amount_minor
     FROM refunds WHERE status = 'succeeded' AND changed_at >= $1 AND changed_at < $2
     GROUP BY GROUPING SETS ((date_trunc('day', changed_at, 'UTC'), currency), (reason, currency))`,
    times(range),
  );

export interface DisputeSumRow extends MoneyRow {
  readonly at: Date;
  readonly fee_minor: number;
}

/** Disputes per day they were opened on, with what they have cost; inquiries are none yet. */
export const readDisputes = (db: Queryable, range: Range): Promise<DisputeSumRow[]> =>
  db.query(
    `SELECT date_trunc('day', opened_at, 'UTC') AS at, currency, ${COUNT},
            ${sum('greatest(withdrawn_minor - reinstated_minor, 0)')} AS amount_minor,
            ${sum('greatest(fee_minor, 0)')} AS fee_minor
     FROM disputes WHERE opened_at >= $1 AND opened_at < $2 AND stage <> 'inquiry' GROUP BY 1, 2`,
    times(range),
  );

export interface DecidedRow {
  readonly automatic: number;
  readonly second_person: number;
  readonly refused: number;
  readonly undecided: number;
}

/** What became of requests; what providers refunded by themselves was never asked for. */
export async function readDecided(db: Queryable, range: Range): Promise<DecidedRow> {
  const [row] = await db.query<DecidedRow>(
    `SELECT count(*) FILTER (WHERE outcome = 'auto_approve')::int AS automatic,
            count(*) FILTER (WHERE outcome = 'second_person' AND NOT undecided)::int AS second_person,
            count(*) FILTER (WHERE outcome = 'refuse')::int AS refused,
            count(*) FILTER (WHERE outcome IS DISTINCT FROM 'refuse' AND undecided)::int AS undecided
     FROM (SELECT decision ->> 'outcome' AS outcome, status IN ('requested', 'pending_approval') AS undecided
           FROM refunds WHERE refund_id >= $1 AND refund_id < $2 AND origin <> 'external') r`,
    ids(range),
  );
  return row ?? { automatic: 0, second_person: 0, refused: 0, undecided: 0 };
}

export interface DurationRow {
  readonly count: number;
  readonly median: number | null;
  readonly p95: number | null;
}

export async function readTimeToRefund(db: Queryable, range: Range): Promise<DurationRow> {
  const [row] = await db.query<DurationRow>(
    `SELECT ${COUNT}, percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds) AS median,
            percentile_cont(0.95) WITHIN GROUP (ORDER BY seconds) AS p95
     FROM (SELECT greatest(extract(epoch FROM changed_at - requested_at), 0)::float8 AS seconds FROM refunds
           WHERE status = 'succeeded' AND changed_at >= $1 AND changed_at < $2 AND origin <> 'external') r`,
    times(range),
  );
  return row ?? { count: 0, median: null, p95: null };
}

export interface CohortRow {
  readonly purchases: number;
  readonly refunded: number;
  readonly disputed: number;
}

/** Of what was bought in each of these ranges: how much of it was refunded or disputed until now. */
export const readCohorts = (db: Queryable, months: readonly Range[]): Promise<CohortRow[]> =>
  db.query(
    `SELECT (SELECT coalesce(sum(transactions), 0)::float8 FROM report_sums
             WHERE width_seconds IN (${HOUR_SECONDS}, ${SLICE_SECONDS}) AND bucket_at >= m.starts
               AND bucket_at < m.ends AND kind = 'purchase' AND outcome = 'approve') AS purchases,
            (SELECT count(DISTINCT c.purchase_id)::float8 FROM money_back_claims c
             WHERE c.kind = 'refund' AND c.purchase_id >= m.first_id AND c.purchase_id < m.next_id
               AND c.reserved_minor + c.paid_minor > 0) AS refunded,
            (SELECT count(*)::float8 FROM disputes d
             WHERE d.purchase_id >= m.first_id AND d.purchase_id < m.next_id AND d.stage <> 'inquiry') AS disputed
     FROM unnest($1::timestamptz[], $2::timestamptz[], $3::uuid[], $4::uuid[])
       WITH ORDINALITY AS m (starts, ends, first_id, next_id, position)
     ORDER BY m.position`,
    [
      months.map(({ from }) => new Date(from)),
      months.map(({ to }) => new Date(to)),
      months.map(({ from }) => idFloor(from)),
      months.map(({ to }) => idFloor(to)),
    ],
  );
