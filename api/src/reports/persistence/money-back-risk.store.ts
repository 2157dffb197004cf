import { DAY, HOUR, type Instant, idFloor, MAX_AMOUNT } from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';
import type { MoneyRow, Range } from './money-back-reading.store.js';

/** From this share on, a refund came when its coins were gone. */
const SPENT_PERCENT = 50;
/** What was given up longer ago has been looked at, or never will be. */
const GIVEN_UP_DAYS = 30;
/** Stores wait twelve or twenty-four hours, and answers go out within minutes: what is left this late does not go out by itself. */
const STORE_ANSWER_HOURS = 2;

export interface AbuseRow {
  readonly account_id: string;
  readonly refunds: number;
  readonly after_spending: number;
  readonly disputes: number;
  readonly money: readonly { readonly currency: string; readonly amountMinor: number }[];
}

/** Accounts with most refunds, one of unspent coins not counted; what was owed for declined purchases is not held against them. */
export const readAbuse = (db: Queryable, range: Range, max: number): Promise<AbuseRow[]> =>
  db.query(
    `WITH asked AS (
       SELECT account_id, currency, count(*) AS refunds, sum(amount_minor) AS amount_minor,
              count(*) FILTER (WHERE (decision -> 'values' ->> 'spentPercent')::int >= ${SPENT_PERCENT}) AS spent
       FROM refunds
       WHERE status = 'succeeded' AND changed_at >= $1 AND changed_at < $2 AND origin <> 'automatic'
       GROUP BY account_id, currency
     ), most AS (
       SELECT account_id, sum(refunds)::int AS refunds, sum(spent)::int AS after_spending,
              json_agg(json_build_object('currency', currency, 'amountMinor', amount_minor)
                       ORDER BY amount_minor DESC) AS money
       FROM asked GROUP BY account_id HAVING sum(refunds) > 1 OR sum(spent) > 0 ORDER BY sum(refunds) DESC, sum(spent) DESC, account_id LIMIT $3
     )
     SELECT most.*, (SELECT count(*)::int FROM disputes d
                     WHERE d.account_id = most.account_id AND d.stage <> 'inquiry') AS disputes
     FROM most ORDER BY refunds DESC, after_spending DESC, account_id`,
    [new Date(range.from), new Date(range.to), max],
  );

export interface DebtRow {
  readonly accounts: number;
  readonly coins: number;
  readonly largest: readonly { readonly accountId: string; readonly coins: number }[];
}

export async function readDebts(db: Queryable, max: number): Promise<DebtRow> {
  const [row] = await db.query<DebtRow>(
    `SELECT count(*)::int AS accounts, least(coalesce(sum(debt_coins), 0)::float8, ${MAX_AMOUNT}) AS coins,
            (SELECT coalesce(json_agg(json_build_object('accountId', account_id, 'coins', debt_coins)), '[]')
             FROM (SELECT account_id, debt_coins FROM wallets WHERE debt_coins > 0
                   ORDER BY debt_coins DESC LIMIT $1) top) AS largest
     FROM wallets WHERE debt_coins > 0`,
    [max],
  );
  return row ?? { accounts: 0, coins: 0, largest: [] };
}

/** What settlements of the period could take from nobody, less what they gave back of it. */
export async function readWriteOffs(
  db: Queryable,
  range: Range,
): Promise<{ written_off: number; waived: number }> {
  const [row] = await db.query<{ written_off: number; waived: number }>(
    `SELECT coalesce(sum(l.coins) FILTER (WHERE l.step = 'write_off'), 0)::float8 AS written_off,
            coalesce(sum(l.coins) FILTER (WHERE l.step = 'waived'), 0)::float8 AS waived
     FROM settlements s
     JOIN clawback_lines l ON l.account_id = s.account_id AND l.purchase_id = s.purchase_id
       AND l.settlement_id = s.settlement_id
     WHERE s.settlement_id >= $1 AND s.settlement_id < $2 AND l.step IN ('write_off', 'waived')`,
    [idFloor(range.from), idFloor(range.to)],
  );
  return row ?? { written_off: 0, waived: 0 };
}

export interface DeadlineRow {
  readonly approvals: number;
  readonly approvals_overdue: number;
  readonly refunds_overdue: number;
  readonly refunds_failed: number;
  readonly disputes: number;
  readonly disputes_at_risk: number;
  readonly disputes_overdue: number;
  readonly fraud_warnings: number;
  readonly notices_given_up: number;
  readonly store_answers: number;
  readonly store_answers_at_risk: number;
}

export async function readDeadlines(db: Queryable, now: Instant, atRiskHours: number): Promise<DeadlineRow> {
  const [row] = await db.query<DeadlineRow>(
    `SELECT * FROM (
       SELECT count(*) FILTER (WHERE status = 'pending_approval')::int AS approvals,
              count(*) FILTER (WHERE status = 'pending_approval' AND due_at < $1)::int AS approvals_overdue,
              count(*) FILTER (WHERE status <> 'pending_approval' AND due_at < $1)::int AS refunds_overdue,
              count(*) FILTER (WHERE status = 'failed')::int AS refunds_failed
       FROM refunds WHERE status IN ('requested', 'pending_approval', 'approved', 'processing', 'failed')
     ) r CROSS JOIN (
       SELECT count(*)::int AS disputes, count(*) FILTER (WHERE due_at < $2)::int AS disputes_at_risk,
              count(*) FILTER (WHERE due_at < $1)::int AS disputes_overdue
       FROM disputes WHERE status = 'needs_response'
     ) d CROSS JOIN (
       SELECT count(*)::int AS fraud_warnings FROM fraud_warnings WHERE status = 'open'
     ) w CROSS JOIN (
       SELECT count(*)::int AS notices_given_up FROM provider_notices
       WHERE state = 'dead_letter' AND notice_id >= $3
     ) n CROSS JOIN (
       SELECT count(*)::int AS store_answers, count(*) FILTER (WHERE due_at < $4)::int AS store_answers_at_risk
       FROM consumption_answers WHERE state = 'pending'
     ) a`,
    [
      new Date(now),
      new Date(now + atRiskHours * HOUR),
      idFloor(now - GIVEN_UP_DAYS * DAY),
      new Date(now + STORE_ANSWER_HOURS * HOUR),
    ],
  );
  return row!;
}

/** Asked at least twice, and never answered. */
export const readUnknown = (db: Queryable): Promise<(MoneyRow & { oldest_at: Date })[]> =>
  db.query(
    `SELECT currency, count(*)::float8 AS count, sum(amount_minor)::float8 AS amount_minor,
            min(changed_at) AS oldest_at
     FROM refunds WHERE status = 'processing' AND tries > 0 AND provider_refund_id IS NULL GROUP BY currency`,
  );
