import { arrayOf, type Queryable, textArrayOf } from '../../platform/database/sql.js';

/** A captured purchase that does not stand: its money is owed back. */
export interface RefundDue {
  readonly refundId: string;
  readonly accountId: string;
  readonly transactionId: string;
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly reason: 'purchase_declined' | 'review_declined' | 'review_expired';
  readonly at: number;
}

/** Opens the refunds; the database refuses a second automatic one for the same purchase. */
export function openRefunds(tx: Queryable, refunds: readonly RefundDue[]): Promise<unknown>[] {
  if (refunds.length === 0) return [];
  const text = `
    INSERT INTO refunds (account_id, refund_id, transaction_id, amount_minor, currency, reason, requested_at)
    SELECT * FROM unnest($1::text[], $2::uuid[], $3::uuid[], $4::bigint[], $5::text[], $6::text[], $7::timestamptz[])`;
  const columns = [
    textArrayOf(refunds.map((r) => r.accountId)),
    textArrayOf(refunds.map((r) => r.refundId)),
    textArrayOf(refunds.map((r) => r.transactionId)),
    arrayOf(refunds.map((r) => r.amountMinor)),
    textArrayOf(refunds.map((r) => r.currency)),
    textArrayOf(refunds.map((r) => r.reason)),
    textArrayOf(refunds.map((r) => new Date(r.at).toISOString())),
  ];
  return [tx.query(text, columns)];
}
