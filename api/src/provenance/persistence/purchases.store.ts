import type { ProvenancePurchase } from '@coinwarden/contracts';
import type { Outcome, PaymentProvider, TransactionStatus } from '@coinwarden/domain';
import { type Queryable, textArrayOf } from '../../platform/database/sql.js';

export interface PurchaseKey {
  readonly accountId: string;
  readonly purchaseId: string;
}

/** What tells the concern of a purchase, as far as its decision goes. */
export interface PurchaseMark extends PurchaseKey {
  readonly outcome: Outcome;
  readonly liveRules: number;
}

export async function readPurchaseMarks(
  db: Queryable,
  keys: readonly PurchaseKey[],
): Promise<PurchaseMark[]> {
  if (keys.length === 0) return [];
  const text = `
    SELECT t.account_id, t.transaction_id, t.outcome,
           CASE WHEN t.decision -> 'rules' IS NULL THEN 0
                ELSE (SELECT count(*) FROM json_array_elements(t.decision -> 'rules') AS r (value)
                      WHERE r.value ->> 'mode' = 'live') END::int AS live_rules
    FROM unnest($1::text[], $2::uuid[]) AS k (account_id, transaction_id)
    JOIN transactions t ON t.account_id = k.account_id AND t.transaction_id = k.transaction_id`;
  const rows = await db.query<{
    account_id: string;
    transaction_id: string;
    outcome: Outcome;
    live_rules: number;
  }>(text, columnsOf(keys));
  return rows.map((row) => ({
    accountId: row.account_id,
    purchaseId: row.transaction_id,
    outcome: row.outcome,
    liveRules: row.live_rules,
  }));
}

export type PurchaseDetail = Omit<ProvenancePurchase, 'moneyBack' | 'concern'>;

/** Purchases as they are shown, with the rules that fired on them. */
export async function readPurchaseDetails(
  db: Queryable,
  keys: readonly PurchaseKey[],
): Promise<PurchaseDetail[]> {
  if (keys.length === 0) return [];
  const text = `
    SELECT t.account_id, t.transaction_id, t.status, t.outcome, t.score, t.coins, t.amount_minor, t.currency,
           t.decided_at, t.request -> 'payment' ->> 'provider' AS provider,
           (SELECT coalesce(json_agg(json_build_object(
                     'key', f.value ->> 'key', 'description', coalesce(r.description, f.value ->> 'key'),
                     'mode', f.value ->> 'mode', 'effect', f.value ->> 'effect',
                     'score', (f.value ->> 'score')::int) ORDER BY f.ordinality), '[]')
            FROM json_array_elements(coalesce(t.decision -> 'rules', '[]')) WITH ORDINALITY AS f (value)
            LEFT JOIN rules r ON r.version = t.ruleset_version AND r.key = f.value ->> 'key') AS rules
    FROM unnest($1::text[], $2::uuid[]) AS k (account_id, transaction_id)
    JOIN transactions t ON t.account_id = k.account_id AND t.transaction_id = k.transaction_id`;
  const rows = await db.query<{
    account_id: string;
    transaction_id: string;
    status: TransactionStatus;
    outcome: Outcome;
    score: number;
    coins: bigint;
    amount_minor: bigint;
    currency: string;
    decided_at: Date;
    provider: PaymentProvider;
    rules: PurchaseDetail['decision']['rules'];
  }>(text, columnsOf(keys));
  return rows.map((row) => ({
    purchaseId: row.transaction_id,
    accountId: row.account_id,
    purchasedAt: row.decided_at.toISOString(),
    status: row.status,
    money: { amountMinor: Number(row.amount_minor), currency: row.currency },
    provider: row.provider,
    coins: Number(row.coins),
    decision: { outcome: row.outcome, score: row.score, rules: row.rules },
  }));
}

const columnsOf = (keys: readonly PurchaseKey[]) => [
  textArrayOf(keys.map((key) => key.accountId)),
  textArrayOf(keys.map((key) => key.purchaseId)),
];
