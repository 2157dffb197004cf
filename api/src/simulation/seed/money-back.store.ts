import type { PaymentProvider } from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';

export interface PlayedPurchase {
  readonly purchaseId: string;
  readonly amountMinor: bigint;
  /** Asked for already, by whomever, and not refused. */
  readonly refunded: boolean;
  /** Support has asked, whatever came of it: it has no key that would tell a repetition. */
  readonly askedBySupport: boolean;
  /** At the bank already, whether or not we have heard of it. */
  readonly disputed: boolean;
  readonly warned: boolean;
}

/** A purchase of the history by its key; null when it was never decided. */
export async function readPlayedPurchase(
  db: Queryable,
  { accountId, idempotencyKey, reference }: { accountId: string; idempotencyKey: string; reference: string },
): Promise<PlayedPurchase | null> {
  const [row] = await db.query<{
    transaction_id: string;
    amount_minor: bigint;
    refunded: boolean;
    asked_by_support: boolean;
    disputed: boolean;
    warned: boolean;
  }>(
    {
      name: 'seed-played-purchase',
      text: `
        SELECT t.transaction_id, t.amount_minor,
               EXISTS (SELECT FROM refunds r WHERE r.transaction_id = t.transaction_id
                         AND r.status NOT IN ('rejected', 'cancelled')) AS refunded,
               EXISTS (SELECT FROM refunds r WHERE r.transaction_id = t.transaction_id
                         AND r.origin = 'staff') AS asked_by_support,
               EXISTS (SELECT FROM sandbox.disputes d WHERE d.payment_id = $3) AS disputed,
               EXISTS (SELECT FROM sandbox.fraud_warnings w WHERE w.payment_id = $3) AS warned
        FROM transactions t WHERE t.account_id = $1 AND t.idempotency_key = $2`,
    },
    [accountId, idempotencyKey, reference],
  );
  if (!row) return null;
  const {
    transaction_id: purchaseId,
    amount_minor: amountMinor,
    asked_by_support: askedBySupport,
    ...rest
  } = row;
  return { purchaseId, amountMinor, askedBySupport, ...rest };
}

export interface WaitingRefund {
  readonly refundId: string;
  readonly status: 'pending_approval' | 'approved';
  readonly provider: PaymentProvider | null;
  readonly reference: string | null;
  readonly changedAt: number;
  /** Whether who asks is a fraudster: staff have an eye for it. */
  readonly fraud: boolean;
}

/** What waits for a person's approval, or for a store. */
export async function refundsWaiting(db: Queryable): Promise<WaitingRefund[]> {
  const rows = await db.query<{
    refund_id: string;
    status: WaitingRefund['status'];
    provider: PaymentProvider | null;
    reference: string | null;
    changed_at: Date;
    fraud: boolean;
  }>(
    `SELECT r.refund_id, r.status, r.provider, r.reference, r.changed_at, coalesce(l.fraud, false) AS fraud
     FROM refunds r
     LEFT JOIN simulation.labels l ON l.account_id = r.account_id AND l.idempotency_key = ''
     WHERE (r.status = 'pending_approval' OR (r.status = 'approved' AND r.channel = 'store'))
     ORDER BY r.changed_at, r.refund_id`,
  );
  return rows.map(({ refund_id: refundId, changed_at: changedAt, ...rest }) => ({
    ...rest,
    refundId,
    changedAt: changedAt.getTime(),
  }));
}

export interface WaitingDispute {
  readonly disputeId: string;
  readonly providerDisputeId: string;
  readonly stage: string;
}

/** Disputes that nobody has answered, opened before then. */
export async function disputesWaiting(db: Queryable, before: number): Promise<WaitingDispute[]> {
  const rows = await db.query<{ dispute_id: string; provider_dispute_id: string; stage: string }>(
    `SELECT dispute_id, provider_dispute_id, stage FROM disputes
     WHERE status = 'needs_response' AND answered_at IS NULL AND purchase_id IS NOT NULL AND opened_at < $1
     ORDER BY opened_at, provider_dispute_id`,
    [new Date(before)],
  );
  return rows.map((row) => ({
    disputeId: row.dispute_id,
    providerDisputeId: row.provider_dispute_id,
    stage: row.stage,
  }));
}

/** Opened by decisions until then, and not taken up yet. */
export async function refundsOwed(db: Queryable, until: number): Promise<string[]> {
  const rows = await db.query<{ refund_id: string }>(
    `SELECT refund_id FROM refunds WHERE status = 'requested' AND requested_at <= $1 ORDER BY requested_at, refund_id`,
    [new Date(until)],
  );
  return rows.map((row) => row.refund_id);
}
