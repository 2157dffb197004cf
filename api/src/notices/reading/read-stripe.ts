import { type Money, money, type RefundFact } from '@coinwarden/domain';
import type { ReadNotice } from './read-notice.js';
import { readStripeDispute } from './read-stripe-dispute.js';
import {
  charge,
  fraudWarning,
  paymentIntent,
  refund,
  refundedCharge,
  stripeEvent,
} from './stripe-objects.js';
import { about, irrelevant, shaped, Unreadable, unknownHere } from './unreadable.js';

type Reader = (object: unknown, type: string) => ReadNotice;

const READERS: Readonly<Record<string, Reader>> = {
  'payment_intent.succeeded': readIntent,
  'payment_intent.canceled': readIntent,
  // The buyer may try again with another card, so the payment may still be taken: the hold's own time ends it.
  'payment_intent.payment_failed': () => irrelevant('attempt_failed'),
  'charge.succeeded': readCharge,
  'charge.captured': readCharge,
  'charge.expired': readCharge,
  'refund.created': readRefund,
  'refund.updated': readRefund,
  'refund.failed': readRefund,
  'charge.refund.updated': readRefund,
  'charge.refunded': readRefundedCharge,
  'charge.dispute.created': readStripeDispute,
  'charge.dispute.updated': readStripeDispute,
  'charge.dispute.closed': readStripeDispute,
  'charge.dispute.funds_withdrawn': readStripeDispute,
  'charge.dispute.funds_reinstated': readStripeDispute,
  'radar.early_fraud_warning.created': readWarning,
  'radar.early_fraud_warning.updated': readWarning,
};

/** Stripe's snapshot events. An object is the state when the event was made, so any order of them can be folded. */
export function readStripe(body: unknown): ReadNotice {
  const event = shaped(stripeEvent, body, 'event');
  const read = Object.hasOwn(READERS, event.type) ? READERS[event.type] : undefined;
  return read ? read(event.data?.object, event.type) : unknownHere(event.type);
}

function readIntent(object: unknown, type: string): ReadNotice {
  const intent = shaped(paymentIntent, object, 'payment intent');
  const names = [intent.id, intent.latest_charge];
  return type === 'payment_intent.succeeded'
    ? captured(names, taken(intent.amount_received, intent.currency))
    : about(names, (reference) => ({ type: 'payment_failed', reference }));
}

function readCharge(object: unknown, type: string): ReadNotice {
  const given = shaped(charge, object, 'charge');
  const names = [given.payment_intent, given.id];
  if (type === 'charge.succeeded' && !given.captured) return irrelevant('authorised_only');
  return type === 'charge.expired'
    ? about(names, (reference) => ({ type: 'payment_failed', reference }))
    : captured(names, taken(given.amount_captured, given.currency));
}

const captured = (names: readonly (string | null)[], money: Money | null): ReadNotice =>
  about(names, (reference) => ({ type: 'payment_captured', reference, money }));

const taken = (amount: number | undefined, currency: string | undefined): Money | null =>
  amount === undefined || currency === undefined ? null : money(amount, currency);

const REFUND_STATUS: Readonly<Record<string, RefundFact['status']>> = {
  pending: 'pending',
  requires_action: 'pending',
  succeeded: 'succeeded',
  failed: 'failed',
  canceled: 'cancelled',
};

function readRefund(object: unknown): ReadNotice {
  const given = shaped(refund, object, 'refund');
  const status = REFUND_STATUS[given.status ?? 'succeeded'];
  if (!status) throw new Unreadable('unknown_status', { status: String(given.status) });
  return about([given.payment_intent, given.charge], (reference) => ({
    type: 'refund',
    reference,
    providerRefundId: given.id,
    refundId: given.metadata?.['refund_id'] ?? null,
    status,
    money: money(given.amount, given.currency),
    detail: given.failure_reason ?? null,
  }));
}

function readRefundedCharge(object: unknown): ReadNotice {
  const { refunds } = shaped(refundedCharge, object, 'charge');
  const [latest] = refunds?.data ?? [];
  return latest === undefined ? irrelevant('refund_told_apart') : readRefund(latest);
}

function readWarning(object: unknown): ReadNotice {
  const given = shaped(fraudWarning, object, 'early fraud warning');
  return about([given.payment_intent, given.charge], (reference) => ({
    type: 'fraud_warning',
    reference,
    warningId: given.id,
    fraudType: given.fraud_type,
    actionable: given.actionable,
  }));
}
