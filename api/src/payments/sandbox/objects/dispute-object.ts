import type { BalanceTransaction } from '../books/balance.store.js';
import type { SandboxDispute } from '../books/disputes.store.js';
import type { SandboxPayment } from '../books/payments.store.js';
import { balanceTransactionObject } from './balance-object.js';
import { seconds } from './seconds.js';

/** What evidence can say, in the order of Stripe's form. https://docs.stripe.com/api/disputes/evidence_object */
export const EVIDENCE_FIELDS = [
  'access_activity_log',
  'billing_address',
  'cancellation_policy',
  'cancellation_policy_disclosure',
  'cancellation_rebuttal',
  'customer_communication',
  'customer_email_address',
  'customer_name',
  'customer_purchase_ip',
  'customer_signature',
  'duplicate_charge_documentation',
  'duplicate_charge_explanation',
  'duplicate_charge_id',
  'product_description',
  'receipt',
  'refund_policy',
  'refund_policy_disclosure',
  'refund_refusal_explanation',
  'service_date',
  'service_documentation',
  'shipping_address',
  'shipping_carrier',
  'shipping_date',
  'shipping_documentation',
  'shipping_tracking_number',
  'uncategorized_file',
  'uncategorized_text',
] as const;

/** Fields that take the id of an uploaded file. */
export const FILE_FIELDS: ReadonlySet<string> = new Set([
  'cancellation_policy',
  'customer_communication',
  'customer_signature',
  'duplicate_charge_documentation',
  'receipt',
  'refund_policy',
  'service_documentation',
  'shipping_documentation',
  'uncategorized_file',
]);

export const isRefundable = ({ status }: SandboxDispute): boolean =>
  status.startsWith('warning_') || status === 'won';

/** https://docs.stripe.com/api/disputes/object */
export function disputeObject(
  dispute: SandboxDispute,
  context: { payment: SandboxPayment; balance: readonly BalanceTransaction[]; now: number },
): object {
  const { payment, balance, now } = context;
  return {
    id: dispute.disputeId,
    object: 'dispute',
    amount: Number(dispute.amountMinor),
    balance_transactions: balance.map(balanceTransactionObject),
    charge: payment.chargeId,
    created: seconds(dispute.createdAt),
    currency: payment.currency.toLowerCase(),
    enhanced_eligibility_types: [],
    evidence: {
      ...Object.fromEntries(EVIDENCE_FIELDS.map((field) => [field, dispute.evidence[field] ?? null])),
      enhanced_evidence: {},
    },
    evidence_details: {
      due_by: seconds(dispute.dueAt),
      enhanced_eligibility: {},
      has_evidence: Object.keys(dispute.evidence).length > 0,
      past_due: now > dispute.dueAt && dispute.submissions === 0,
      submission_count: dispute.submissions,
    },
    is_charge_refundable: isRefundable(dispute),
    livemode: false,
    metadata: {},
    payment_intent: payment.intentId,
    payment_method_details: {
      card: {
        brand: payment.network,
        case_type: dispute.caseType,
        network: payment.network,
        network_reason_code: dispute.networkReasonCode,
      },
      type: 'card',
    },
    reason: dispute.reason,
    status: dispute.status,
  };
}
