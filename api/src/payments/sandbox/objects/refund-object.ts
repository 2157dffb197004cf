import type { BalanceTransaction } from '../books/balance.store.js';
import type { SandboxPayment } from '../books/payments.store.js';
import type { SandboxRefund } from '../books/refunds.store.js';
import { seconds } from './seconds.js';

/** https://docs.stripe.com/api/refunds/object */
export function refundObject(
  refund: SandboxRefund,
  { payment, balance }: { payment: SandboxPayment; balance: readonly BalanceTransaction[] },
): object {
  const paid = balance.find(({ type }) => type === 'refund');
  const failed = balance.find(({ type }) => type === 'refund_failure');
  return {
    id: refund.refundId,
    object: 'refund',
    amount: Number(refund.amountMinor),
    balance_transaction: paid?.transactionId ?? null,
    charge: payment.chargeId,
    created: seconds(refund.createdAt),
    currency: payment.currency.toLowerCase(),
    customer: null,
    customer_account: null,
    destination_details: {
      card: { reference_status: 'pending', reference_type: 'acquirer_reference_number', type: 'refund' },
      type: 'card',
    },
    ...(failed && { failure_balance_transaction: failed.transactionId }),
    ...(refund.failureReason !== null && { failure_reason: refund.failureReason }),
    metadata: refund.metadata,
    payment_intent: payment.intentId,
    payment_method: null,
    reason: refund.reason,
    receipt_number: null,
    source_transfer_reversal: null,
    status: refund.status,
    transfer_reversal: null,
  };
}
