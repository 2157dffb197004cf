import type { Outcome, TransactionKind, TransactionStatus } from '@coinwarden/domain';
import { arrayOf, type Queryable, textArrayOf } from '../../platform/database/sql.js';
import type { AnswerRow, StoredDecision } from './stored-decision.js';

/** A decided transaction as it is written, once. */
export interface TransactionRow extends AnswerRow {
  readonly accountId: string;
  readonly idempotencyKey: string;
  /** Hex. */
  readonly requestHash: string;
  readonly kind: TransactionKind;
  readonly outcome: Outcome;
  readonly status: TransactionStatus;
  readonly coins: bigint;
  readonly diamonds: bigint;
  readonly amountMinor: bigint | null;
  readonly currency: string | null;
  readonly counterpartyId: string | null;
  readonly rulesetVersion: number;
  readonly occurredAt: number;
  /** The request as JSON text. */
  readonly request: string;
}

export interface KnownTransaction extends AnswerRow {
  readonly accountId: string;
  readonly idempotencyKey: string;
  readonly requestHash: string;
}

/** What was answered before under these keys; the caller holds the accounts' locks, so none can appear meanwhile. */
export async function findByKeys(
  tx: Queryable,
  keys: readonly { accountId: string; idempotencyKey: string }[],
): Promise<KnownTransaction[]> {
  const text = `
    SELECT t.account_id, t.idempotency_key, encode(t.request_hash, 'hex') AS request_hash, t.transaction_id, t.outcome,
           t.score, t.decided_at, t.decision
    FROM unnest($1::text[], $2::text[]) AS k(account_id, idempotency_key)
    JOIN transactions t ON t.account_id = k.account_id AND t.idempotency_key = k.idempotency_key`;
  const rows = await tx.query<{
    account_id: string;
    idempotency_key: string;
    request_hash: string;
    transaction_id: string;
    outcome: Outcome;
    score: number;
    decided_at: Date;
    decision: StoredDecision;
  }>({ name: 'transactions-by-key', text }, [
    textArrayOf(keys.map((k) => k.accountId)),
    textArrayOf(keys.map((k) => k.idempotencyKey)),
  ]);
  return rows.map((row) => ({
    accountId: row.account_id,
    idempotencyKey: row.idempotency_key,
    requestHash: row.request_hash,
    transactionId: row.transaction_id,
    outcome: row.outcome,
    score: row.score,
    decidedAt: row.decided_at.getTime(),
    decision: row.decision,
  }));
}

export function insertTransactions(tx: Queryable, rows: readonly TransactionRow[]): Promise<unknown> {
  const text = `
    INSERT INTO transactions (account_id, transaction_id, idempotency_key, request_hash, kind, outcome, status, score,
                              coins, diamonds, amount_minor, currency, counterparty_id, ruleset_version, occurred_at,
                              decided_at, request, decision)
    SELECT account_id, transaction_id, idempotency_key, decode(request_hash, 'hex'), kind, outcome, status, score,
           coins, diamonds, amount_minor, currency, counterparty_id, ruleset_version, occurred_at,
           decided_at, request, decision
    FROM unnest($1::text[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::int[],
                $9::bigint[], $10::bigint[], $11::bigint[], $12::text[], $13::text[], $14::int[],
                $15::timestamptz[], $16::timestamptz[], $17::json[], $18::json[])
      AS n(account_id, transaction_id, idempotency_key, request_hash, kind, outcome, status, score,
           coins, diamonds, amount_minor, currency, counterparty_id, ruleset_version, occurred_at,
           decided_at, request, decision)`;
  return tx.query({ name: 'transactions-insert', text }, [
    textArrayOf(rows.map((r) => r.accountId)),
    textArrayOf(rows.map((r) => r.transactionId)),
    textArrayOf(rows.map((r) => r.idempotencyKey)),
    textArrayOf(rows.map((r) => r.requestHash)),
    textArrayOf(rows.map((r) => r.kind)),
    textArrayOf(rows.map((r) => r.outcome)),
    textArrayOf(rows.map((r) => r.status)),
    arrayOf(rows.map((r) => r.score)),
    arrayOf(rows.map((r) => r.coins)),
    arrayOf(rows.map((r) => r.diamonds)),
    arrayOf(rows.map((r) => r.amountMinor)),
    textArrayOf(rows.map((r) => r.currency)),
    textArrayOf(rows.map((r) => r.counterpartyId)),
    arrayOf(rows.map((r) => r.rulesetVersion)),
    textArrayOf(rows.map((r) => new Date(r.occurredAt).toISOString())),
    textArrayOf(rows.map((r) => new Date(r.decidedAt).toISOString())),
    textArrayOf(rows.map((r) => r.request)),
    textArrayOf(rows.map((r) => JSON.stringify(r.decision))),
  ]);
}

export function setStatus(
  tx: Queryable,
  key: { accountId: string; transactionId: string },
  status: TransactionStatus,
): Promise<unknown> {
  const text = 'UPDATE transactions SET status = $3 WHERE account_id = $1 AND transaction_id = $2';
  return tx.query(text, [key.accountId, key.transactionId, status]);
}

/** The number that the next journal entry of the transaction gets; the caller holds the lock of its wallet. */
export async function nextEntryNo(
  tx: Queryable,
  key: { accountId: string; transactionId: string },
): Promise<number> {
  const [row] = await tx.query<{ next: number }>(
    `SELECT coalesce(max(entry_no) + 1, 0)::int AS next FROM journal_entries
     WHERE account_id = $1 AND transaction_id = $2`,
    [key.accountId, key.transactionId],
  );
  return row!.next;
}
