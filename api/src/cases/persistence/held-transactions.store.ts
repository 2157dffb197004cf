import type { Reason, TransactionKind } from '@coinwarden/domain';
import { type Queryable, textArrayOf } from '../../platform/database/sql.js';
import type { TransactionRef } from '../../platform/outbox/topics.js';

/** A transaction that waits for a person. */
export interface HeldForReview {
  readonly accountId: string;
  readonly transactionId: string;
  readonly kind: TransactionKind;
  readonly score: number;
  readonly coins: bigint;
  readonly diamonds: bigint;
  readonly money: { readonly amountMinor: bigint; readonly currency: string } | null;
  readonly decidedAt: number;
  readonly expiresAt: number;
  readonly reason: Reason | null;
}

interface Row {
  account_id: string;
  transaction_id: string;
  kind: TransactionKind;
  score: number;
  coins: bigint;
  diamonds: bigint;
  amount_minor: bigint | null;
  currency: string | null;
  decided_at: Date;
  expires_at: Date;
  reason: Reason | null;
}

const SELECT = `
  SELECT t.account_id, t.transaction_id, t.kind, t.score, t.coins, t.diamonds, t.amount_minor, t.currency, t.decided_at,
         h.expires_at, t.decision -> 'reasons' -> 0 AS reason
  FROM holds h JOIN transactions t ON t.account_id = h.account_id AND t.transaction_id = h.transaction_id`;
const WAITING = `h.ended_at IS NULL AND h.purpose = 'review'`;

const toHeld = (row: Row): HeldForReview => ({
  accountId: row.account_id,
  transactionId: row.transaction_id,
  kind: row.kind,
  score: row.score,
  coins: row.coins,
  diamonds: row.diamonds,
  money: row.amount_minor === null ? null : { amountMinor: row.amount_minor, currency: row.currency! },
  decidedAt: row.decided_at.getTime(),
  expiresAt: row.expires_at.getTime(),
  reason: row.reason,
});

/** Those of the given that wait for a person. */
export async function readHeld(db: Queryable, refs: readonly TransactionRef[]): Promise<HeldForReview[]> {
  const rows = await db.query<Row>(
    {
      name: 'case-held',
      text: `${SELECT} JOIN unnest($1::text[], $2::uuid[]) AS n(account_id, transaction_id)
             ON h.account_id = n.account_id AND h.transaction_id = n.transaction_id WHERE ${WAITING}`,
    },
    [textArrayOf(refs.map(([accountId]) => accountId)), textArrayOf(refs.map(([, id]) => id))],
  );
  return rows.map(toHeld);
}

/** Those that wait for a person and no alert says so. */
export async function findUnraised(db: Queryable, limit: number): Promise<HeldForReview[]> {
  const rows = await db.query<Row>(
    `${SELECT} WHERE ${WAITING} AND NOT EXISTS (
       SELECT FROM case_alerts a
       WHERE a.account_id = h.account_id AND a.kind = 'transaction' AND a.key = h.transaction_id::text)
     LIMIT $1`,
    [limit],
  );
  return rows.map(toHeld);
}

/** An alert whose transaction does not wait for a person any more. */
export interface EndedHold {
  readonly accountId: string;
  readonly caseId: string;
  readonly transactionId: string;
  readonly resolution: string;
}

/** A release that still waits for its payment has been decided too. */
export async function findEnded(
  db: Queryable,
  of: { transactionIds: readonly string[] | null; limit: number },
): Promise<EndedHold[]> {
  const rows = await db.query<{
    account_id: string;
    case_id: string;
    transaction_id: string;
    resolution: string;
  }>(
    `SELECT a.account_id, a.case_id, a.transaction_id, coalesce(h.ended_by, 'released') AS resolution
     FROM case_alerts a
     JOIN holds h ON h.account_id = a.account_id AND h.transaction_id = a.transaction_id
     WHERE a.kind = 'transaction' AND a.resolved_at IS NULL AND (h.ended_at IS NOT NULL OR h.purpose = 'capture')
       AND ($1::uuid[] IS NULL OR a.transaction_id = ANY($1))
     ORDER BY a.alert_id LIMIT $2`,
    [of.transactionIds === null ? null : textArrayOf(of.transactionIds), of.limit],
  );
  return rows.map((row) => ({
    accountId: row.account_id,
    caseId: row.case_id,
    transactionId: row.transaction_id,
    resolution: row.resolution,
  }));
}
