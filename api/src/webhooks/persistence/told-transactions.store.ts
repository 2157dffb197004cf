import type { TransactionSummary } from '@coinwarden/contracts';
import type { Outcome } from '@coinwarden/domain';
import { type Queryable, textArrayOf } from '../../platform/database/sql.js';
import type { TransactionRef } from '../../platform/outbox/topics.js';

export interface TransactionOutcome {
  readonly account_id: string;
  readonly transaction_id: string;
  readonly outcome: Outcome;
  readonly decided_at: Date;
}

export function readOutcomes(db: Queryable, refs: readonly TransactionRef[]): Promise<TransactionOutcome[]> {
  return db.query<TransactionOutcome>(
    {
      name: 'webhooks-outcomes',
      text: `SELECT t.account_id, t.transaction_id, t.outcome, t.decided_at
             FROM unnest($1::text[], $2::uuid[]) AS r(account_id, transaction_id)
             JOIN transactions t ON t.account_id = r.account_id AND t.transaction_id = r.transaction_id`,
    },
    [
      textArrayOf(refs.map(([accountId]) => accountId)),
      textArrayOf(refs.map(([, transactionId]) => transactionId)),
    ],
  );
}

interface ToldRow {
  readonly kind: TransactionSummary['kind'];
  readonly counterparty_id: string | null;
  readonly outcome: Outcome;
  readonly status: TransactionSummary['status'];
  readonly score: number;
  readonly coins: bigint;
  readonly diamonds: bigint;
  readonly amount_minor: bigint | null;
  readonly currency: string | null;
  readonly occurred_at: Date;
  readonly decided_at: Date;
  readonly reasons: ToldTransaction['reasons'] | null;
}

export type ToldTransaction = TransactionSummary & {
  readonly reasons: { code: string; message: string; values: Record<string, unknown> }[];
};

/** A transaction as the platform is told of it. */
export async function readToldTransaction(
  db: Queryable,
  [accountId, transactionId]: TransactionRef,
): Promise<ToldTransaction | null> {
  const [row] = await db.query<ToldRow>(
    {
      name: 'webhooks-transaction',
      text: `SELECT kind, counterparty_id, outcome, status, score, coins, diamonds, amount_minor, currency, occurred_at,
                    decided_at, decision -> 'reasons' AS reasons
             FROM transactions WHERE account_id = $1 AND transaction_id = $2`,
    },
    [accountId, transactionId],
  );
  if (!row) return null;
  const money = row.amount_minor !== null && row.currency !== null;
  return {
    transactionId,
    accountId,
    kind: row.kind,
    counterpartyId: row.counterparty_id,
    outcome: row.outcome,
    status: row.status,
    score: row.score,
    coins: Number(row.coins),
    diamonds: Number(row.diamonds),
    money: money ? { amountMinor: Number(row.amount_minor), currency: row.currency! } : null,
    occurredAt: row.occurred_at.toISOString(),
    decidedAt: row.decided_at.toISOString(),
    reasons: row.reasons ?? [],
  };
}
