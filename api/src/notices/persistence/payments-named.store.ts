import type { PaymentProvider, TransactionStatus } from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';

export interface NamedPayment {
  readonly index: number;
  /** The name the purchase was decided under. */
  readonly reference: string;
  readonly account_id: string;
  readonly transaction_id: string;
  /** As it stood when the notice was taken up. */
  readonly status: TransactionStatus;
  /** What the purchase costs. */
  readonly amount_minor: bigint;
  readonly currency: string;
}

/**
 * Finds the purchase behind each payment, under any of its names: those the notice gives, else those that another notice
 * gave together with one of them (a charge and its payment intent, a purchase token and its order).
 */
export async function findNamedPayments(
  db: Queryable,
  payments: readonly { readonly provider: PaymentProvider; readonly references: readonly string[] }[],
): Promise<ReadonlyMap<number, NamedPayment>> {
  const names = payments.flatMap(({ provider, references }, index) =>
    references.map((reference) => ({ provider, reference, index })),
  );
  if (names.length === 0) return new Map();
  const values = [names.map((n) => n.index), names.map((n) => n.provider), names.map((n) => n.reference)];
  const direct = await db.query<NamedPayment>({ name: 'notices-payments', text: DIRECT }, values);
  const found = new Map(direct.map((row) => [row.index, row]));
  const missing = names.filter((name) => !found.has(name.index));
  if (missing.length === 0) return found;
  const other = await db.query<NamedPayment>(
    { name: 'notices-payments-by-other-name', text: BY_OTHER_NAME },
    [missing.map((n) => n.index), missing.map((n) => n.provider), missing.map((n) => n.reference)],
  );
  for (const row of other) found.set(row.index, row);
  return found;
}

const NAMES = 'unnest($1::int[], $2::text[], $3::text[]) AS u (index, provider, reference)';
const PURCHASE = 'p.reference, p.account_id, p.transaction_id, t.status, t.amount_minor, t.currency';
const ITS_TRANSACTION =
  'JOIN transactions t ON t.account_id = p.account_id AND t.transaction_id = p.transaction_id';

const DIRECT = `
  SELECT DISTINCT ON (u.index) u.index, ${PURCHASE}
  FROM ${NAMES} JOIN payment_references p ON p.provider = u.provider AND p.reference = u.reference
  ${ITS_TRANSACTION}
  ORDER BY u.index, p.reference`;

/** The notices of one payment. Fenced: the planner would rather join by provider, which nearly all payments share. */
const toldTogetherWith = (payment: string): string => `
  CROSS JOIN LATERAL (
    SELECT payment_refs FROM provider_notices
    WHERE payment_refs @> ARRAY[${payment}.reference] AND provider = ${payment}.provider OFFSET 0) AS n
  CROSS JOIN LATERAL unnest(n.payment_refs) AS other (reference)`;

const BY_OTHER_NAME = `
  WITH names AS MATERIALIZED (
    SELECT DISTINCT u.index, u.provider, other.reference FROM ${NAMES} ${toldTogetherWith('u')})
  SELECT DISTINCT ON (u.index) u.index, ${PURCHASE}
  FROM names u JOIN payment_references p ON p.provider = u.provider AND p.reference = u.reference
  ${ITS_TRANSACTION}
  ORDER BY u.index, p.reference`;

/** Brings forward what waits for one of these purchases. Costs one look at a small index while nothing waits. */
export async function wakeWaiting(
  db: Queryable,
  purchases: readonly (readonly [accountId: string, transactionId: string])[],
  now: number,
): Promise<number> {
  const [waiting] = await db.query(
    {
      name: 'notices-any-waiting',
      text: "SELECT 1 AS one FROM provider_notices WHERE state = 'waiting' LIMIT 1",
    },
    [],
  );
  if (!waiting) return 0;
  const woken = await db.query(
    {
      name: 'notices-wake',
      text: `
        WITH decided AS MATERIALIZED (
          SELECT t.request->'payment'->>'provider' AS provider, t.request->'payment'->>'reference' AS reference
          FROM unnest($1::text[], $2::uuid[]) AS u (account_id, transaction_id)
          JOIN transactions t ON t.account_id = u.account_id AND t.transaction_id = u.transaction_id
          WHERE t.kind = 'purchase'
        ), names AS MATERIALIZED (
          SELECT provider, reference FROM decided
          UNION
          SELECT d.provider, other.reference FROM decided d ${toldTogetherWith('d')}
        )
        UPDATE provider_notices w SET next_attempt_at = $3
        FROM names
        WHERE w.state = 'waiting' AND w.provider = names.provider AND w.payment_refs @> ARRAY[names.reference]
          AND w.next_attempt_at > $3
        RETURNING 1 AS one`,
    },
    [purchases.map(([accountId]) => accountId), purchases.map(([, id]) => id), new Date(now)],
  );
  return woken.length;
}

/** How a purchase whose hold is over stands, and whether its money was sent on its way back by itself. */
export async function findEnded(
  db: Queryable,
  transactionId: string,
): Promise<{ readonly status: TransactionStatus; readonly refund_opened: boolean } | null> {
  const [row] = await db.query<{ status: TransactionStatus; refund_opened: boolean }>(
    `SELECT t.status, EXISTS (SELECT FROM refunds r WHERE r.account_id = t.account_id
                                AND r.transaction_id = t.transaction_id) AS refund_opened
     FROM transactions t WHERE t.transaction_id = $1`,
    [transactionId],
  );
  return row ?? null;
}
