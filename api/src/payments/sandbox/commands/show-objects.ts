import type { Queryable } from '../../../platform/database/sql.js';
import { balanceOf } from '../books/balance.store.js';
import { disputesOf, type SandboxDispute } from '../books/disputes.store.js';
import type { SandboxPayment } from '../books/payments.store.js';
import { refundsOf, type SandboxRefund } from '../books/refunds.store.js';
import { disputeObject } from '../objects/dispute-object.js';
import { chargeObject } from '../objects/payment-objects.js';
import { refundObject } from '../objects/refund-object.js';

/** What has gone back or is on its way. */
export const refundedMinor = (refunds: readonly SandboxRefund[]): bigint =>
  refunds
    .filter(({ status }) => status === 'succeeded' || status === 'pending')
    .reduce((sum, { amountMinor }) => sum + amountMinor, 0n);

export async function showCharge(db: Queryable, payment: SandboxPayment): Promise<object> {
  const refunds = await refundsOf(db, payment.paymentId);
  const disputes = await disputesOf(db, payment.paymentId);
  return chargeObject(payment, {
    refundedMinor: refundedMinor(refunds),
    disputed: disputes.some(({ caseType }) => caseType === 'chargeback'),
  });
}

export const showRefund = async (
  db: Queryable,
  refund: SandboxRefund,
  payment: SandboxPayment,
): Promise<object> => refundObject(refund, { payment, balance: await balanceOf(db, refund.refundId) });

export const showDispute = async (
  db: Queryable,
  dispute: SandboxDispute,
  { payment, now }: { payment: SandboxPayment; now: number },
): Promise<object> =>
  disputeObject(dispute, { payment, balance: await balanceOf(db, dispute.disputeId), now });
