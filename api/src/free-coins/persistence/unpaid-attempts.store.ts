import { amountIn, grouped, type UnpaidAttempt, type UnpaidKind } from '@coinwarden/domain';
import { type Queryable, textArrayOf } from '../../platform/database/sql.js';
import type { TransactionRef } from '../../platform/outbox/topics.js';

/** Which of the transactions got no coins because nobody paid: refused for their payment, or never captured. */
const UNPAID = `
  t.kind = 'purchase' AND (
    t.outcome = 'decline' AND t.decision -> 'reasons' -> 0 ->> 'code' IN ('purchase.reference_used', 'purchase.price_mismatch')
    OR t.status IN ('expired', 'voided') AND t.request -> 'payment' ->> 'captured' = 'false')`;

export async function accountsThatDidNotPay(
  db: Queryable,
  refs: readonly TransactionRef[],
): Promise<string[]> {
  const rows = await db.query<{ account_id: string }>(
    {
      name: 'free-coins-unpaid',
      text: `
        SELECT DISTINCT t.account_id FROM unnest($1::text[], $2::uuid[]) AS r(account_id, transaction_id)
        JOIN transactions t ON t.account_id = r.account_id AND t.transaction_id = r.transaction_id
        WHERE ${UNPAID}`,
    },
    [textArrayOf(refs.map(([id]) => id)), textArrayOf(refs.map(([, id]) => id))],
  );
  return rows.map((row) => row.account_id);
}

interface Row {
  account_id: string;
  transaction_id: string;
  kind: UnpaidKind;
  at: Date;
  coins: bigint;
  amount_minor: bigint;
  currency: string;
}

/** Looked for among so many transactions of an account, the latest first. */
const LATEST = 200;

export async function readUnpaidAttempts(
  db: Queryable,
  accountIds: readonly string[],
): Promise<Map<string, UnpaidAttempt[]>> {
  const rows = await db.query<Row>(
    {
      name: 'free-coins-attempts',
      text: `
        SELECT t.account_id, t.transaction_id, t.decided_at AS at, t.coins, t.amount_minor, t.currency,
               CASE WHEN t.outcome <> 'decline' THEN 'never_paid'
                    WHEN t.decision -> 'reasons' -> 0 ->> 'code' = 'purchase.price_mismatch' THEN 'price_short'
                    WHEN p.account_id = t.account_id THEN 'payment_used'
                    ELSE 'payment_of_another' END AS kind
        FROM unnest($1::text[]) AS a(account_id)
        CROSS JOIN LATERAL (
          SELECT * FROM transactions WHERE account_id = a.account_id ORDER BY transaction_id DESC LIMIT ${LATEST}) AS t
        LEFT JOIN payment_references p ON p.provider = t.request -> 'payment' ->> 'provider'
          AND p.reference = t.request -> 'payment' ->> 'reference'
        WHERE ${UNPAID}`,
    },
    [textArrayOf(accountIds)],
  );
  return grouped(rows.map(attemptOf), ({ accountId }) => accountId);
}

const attemptOf = (row: Row) => ({
  accountId: row.account_id,
  transactionId: row.transaction_id,
  kind: row.kind,
  at: row.at.getTime(),
  coins: row.coins,
  usdMinor: amountIn('USD', { amountMinor: row.amount_minor, currency: row.currency }) ?? row.amount_minor,
});
