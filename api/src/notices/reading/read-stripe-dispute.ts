import { type DisputeFact, type DisputeMoneyEvent, money } from '@coinwarden/domain';
import type { ReadNotice } from './read-notice.js';
import { dispute, type StripeDispute } from './stripe-objects.js';
import { about, shaped, Unreadable } from './unreadable.js';

type Standing = Pick<DisputeFact, 'stage' | 'status'>;

/** https://docs.stripe.com/api/disputes/object: `warning_` is an inquiry, `appeal_` what follows a lost dispute. */
const STANDINGS: Readonly<Record<string, Standing>> = {
  warning_needs_response: { stage: 'inquiry', status: 'needs_response' },
  warning_under_review: { stage: 'inquiry', status: 'under_review' },
  // It ended without becoming a dispute.
  warning_closed: { stage: 'inquiry', status: 'cancelled' },
  needs_response: { stage: 'dispute', status: 'needs_response' },
  under_review: { stage: 'dispute', status: 'under_review' },
  won: { stage: 'dispute', status: 'won' },
  lost: { stage: 'dispute', status: 'lost' },
  prevented: { stage: 'dispute', status: 'prevented' },
  charge_refunded: { stage: 'dispute', status: 'cancelled' },
  appeal_needs_response: { stage: 'pre_arbitration', status: 'needs_response' },
  appeal_under_review: { stage: 'pre_arbitration', status: 'under_review' },
};

/** The events of a dispute differ in what made them; each carries the whole dispute with everything booked so far. */
export function readStripeDispute(object: unknown): ReadNotice {
  const given = shaped(dispute, object, 'dispute');
  const { card } = given.payment_method_details ?? {};
  return about([given.payment_intent, given.charge], (reference) => ({
    type: 'dispute',
    reference,
    providerDisputeId: given.id,
    ...standingOf(given),
    reason: given.reason,
    networkReasonCode: card?.network_reason_code ?? given.network_reason_code ?? null,
    scheme: card?.network ?? card?.brand ?? null,
    money: money(given.amount, given.currency),
    openedAt: given.created,
    dueAt: given.evidence_details?.due_by ?? null,
    submissions: given.evidence_details?.submission_count ?? 0,
    refundable: given.is_charge_refundable,
    moneyEvents: given.balance_transactions.flatMap(moneyEvent),
  }));
}

function standingOf({ status, payment_method_details: method }: StripeDispute): Standing {
  const standing = STANDINGS[status];
  if (!standing) throw new Unreadable('unknown_status', { status });
  const isInquiry = method?.card?.case_type === 'inquiry' && status === 'prevented';
  return isInquiry ? { ...standing, stage: 'inquiry' } : standing;
}

/** What leaves our balance is negative there. The fee is Stripe's own amount: negative when it is given back. */
function moneyEvent(booked: StripeDispute['balance_transactions'][number]): DisputeMoneyEvent[] {
  // Not expanded: the event that books it brings it whole.
  if (typeof booked === 'string' || (booked.amount === 0 && booked.fee === 0)) return [];
  const amount = BigInt(booked.amount);
  return [
    {
      eventId: booked.id,
      kind: amount > 0n ? 'reinstated' : 'withdrawn',
      amountMinor: amount < 0n ? -amount : amount,
      feeMinor: BigInt(booked.fee),
      currency: booked.currency,
      at: booked.created,
    },
  ];
}
