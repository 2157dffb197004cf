import type { TransactionKind, TransactionStatus } from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';

/** A transaction that alerts of a case are about. */
export interface CaseTransaction {
  readonly transactionId: string;
  readonly accountId: string;
  readonly kind: TransactionKind;
  readonly status: TransactionStatus;
  readonly score: number;
  readonly coins: bigint;
  readonly diamonds: bigint;
  readonly money: { readonly amountMinor: bigint; readonly currency: string } | null;
  readonly counterpartyId: string | null;
  readonly decidedAt: number;
  readonly heldUntil: number | null;
  /** Where it came from, as lists know it. */
  readonly device: string | null;
  readonly ip: string | null;
  readonly instrument: string | null;
  readonly payout: string | null;
}

const MAX_TRANSACTIONS = 200;

/** Newest first. */
export async function readCaseTransactions(db: Queryable, caseId: string): Promise<CaseTransaction[]> {
  const rows = await db.query<{
    transaction_id: string;
    account_id: string;
    kind: TransactionKind;
    status: TransactionStatus;
    score: number;
    coins: bigint;
    diamonds: bigint;
    amount_minor: bigint | null;
    currency: string | null;
    counterparty_id: string | null;
    decided_at: Date;
    held_until: Date | null;
    device: string | null;
    ip: string | null;
    instrument: string | null;
    payout: string | null;
  }>(
    `SELECT t.transaction_id, t.account_id, t.kind, t.status, t.score, t.coins, t.diamonds, t.amount_minor, t.currency,
            t.counterparty_id, t.decided_at, h.expires_at AS held_until,
            t.request -> 'device' ->> 'id' AS device, t.request -> 'device' ->> 'ip' AS ip,
            (t.request -> 'payment' ->> 'provider') || ':' || (t.request -> 'payment' ->> 'instrument') AS instrument,
            (t.request -> 'payout' ->> 'method') || ':' || (t.request -> 'payout' ->> 'destination') AS payout
     FROM (SELECT DISTINCT account_id, transaction_id FROM case_alerts
           WHERE case_id = $1 AND transaction_id IS NOT NULL) AS a
     JOIN transactions t ON t.account_id = a.account_id AND t.transaction_id = a.transaction_id
     LEFT JOIN holds h ON t.status = 'held' AND h.account_id = t.account_id AND h.transaction_id = t.transaction_id
       AND h.ended_at IS NULL AND h.purpose = 'review'
     ORDER BY t.transaction_id DESC LIMIT ${MAX_TRANSACTIONS}`,
    [caseId],
  );
  return rows.map((row) => ({
    transactionId: row.transaction_id,
    accountId: row.account_id,
    kind: row.kind,
    status: row.status,
    score: row.score,
    coins: row.coins,
    diamonds: row.diamonds,
    money: row.amount_minor === null ? null : { amountMinor: row.amount_minor, currency: row.currency! },
    counterpartyId: row.counterparty_id,
    decidedAt: row.decided_at.getTime(),
    heldUntil: row.held_until?.getTime() ?? null,
    device: row.device,
    ip: row.ip,
    instrument: row.instrument,
    payout: row.payout,
  }));
}
