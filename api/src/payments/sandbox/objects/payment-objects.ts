import type { SandboxPayment } from '../books/payments.store.js';
import { sandboxId } from '../sandbox-id.js';
import { seconds } from './seconds.js';

export interface ChargeState {
  readonly refundedMinor: bigint;
  readonly disputed: boolean;
}

/** https://docs.stripe.com/api/charges/object, without the source objects of former times. */
export function chargeObject(payment: SandboxPayment, { refundedMinor, disputed }: ChargeState): object {
  const amount = Number(payment.amountMinor);
  return {
    id: payment.chargeId,
    object: 'charge',
    amount,
    amount_captured: amount,
    amount_refunded: Number(refundedMinor),
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: sandboxId('txn', payment.chargeId),
    billing_details: {
      address: {
        city: null,
        country: payment.country,
        line1: null,
        line2: null,
        postal_code: null,
        state: null,
      },
      email: null,
      name: null,
      phone: null,
      tax_id: null,
    },
    calculated_statement_descriptor: 'COINS',
    captured: true,
    created: seconds(payment.createdAt),
    currency: payment.currency.toLowerCase(),
    customer: null,
    description: null,
    disputed,
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    fraud_details: {},
    livemode: false,
    metadata: payment.metadata,
    on_behalf_of: null,
    outcome: {
      advice_code: null,
      network_advice_code: null,
      network_decline_code: null,
      network_status: 'approved_by_network',
      reason: null,
      seller_message: 'Payment complete.',
      type: 'authorized',
    },
    paid: true,
    payment_intent: payment.intentId,
    payment_method: sandboxId('pm', payment.chargeId),
    payment_method_details: { card: cardDetails(payment), type: 'card' },
    receipt_email: null,
    receipt_number: null,
    receipt_url: null,
    refunded: refundedMinor >= payment.amountMinor,
    review: null,
    shipping: null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: 'succeeded',
    transfer_data: null,
    transfer_group: null,
  };
}

const cardDetails = (payment: SandboxPayment) => ({
  amount_authorized: Number(payment.amountMinor),
  authorization_code: null,
  brand: payment.network,
  checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
  country: payment.country,
  exp_month: 8,
  exp_year: 2030,
  fingerprint: sandboxId('fp', payment.paymentId).slice(3, 19),
  funding: 'credit',
  installments: null,
  last4: payment.network === 'mastercard' ? '4444' : '4242',
  mandate: null,
  network: payment.network,
  three_d_secure: null,
  wallet: null,
});

/** https://docs.stripe.com/api/payment_intents/object */
export function intentObject(payment: SandboxPayment): object {
  const amount = Number(payment.amountMinor);
  return {
    id: payment.intentId,
    object: 'payment_intent',
    amount,
    amount_capturable: 0,
    amount_details: { tip: {} },
    amount_received: amount,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: { enabled: true },
    canceled_at: null,
    cancellation_reason: null,
    capture_method: 'automatic',
    confirmation_method: 'automatic',
    created: seconds(payment.createdAt),
    currency: payment.currency.toLowerCase(),
    customer: null,
    customer_account: null,
    description: null,
    last_payment_error: null,
    latest_charge: payment.chargeId,
    livemode: false,
    metadata: payment.metadata,
    next_action: null,
    on_behalf_of: null,
    payment_method: sandboxId('pm', payment.chargeId),
    payment_method_options: {},
    payment_method_types: ['card'],
    processing: null,
    receipt_email: null,
    review: null,
    setup_future_usage: null,
    shipping: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: 'succeeded',
    transfer_data: null,
    transfer_group: null,
  };
}
