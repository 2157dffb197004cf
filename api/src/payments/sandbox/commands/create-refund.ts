import type { Behaviour } from '../behaviour.js';
import { bookBalance } from '../books/balance.store.js';
import { disputesOf, saveDispute } from '../books/disputes.store.js';
import type { SandboxPayment } from '../books/payments.store.js';
import { addRefund, refundsOf, type SandboxRefund } from '../books/refunds.store.js';
import { saveWarning, warningsOf } from '../books/warnings.store.js';
import { isRefundable } from '../objects/dispute-object.js';
import { warningObject } from '../objects/other-objects.js';
import { sandboxId } from '../sandbox-id.js';
import { invalid, StripeProblem } from '../stripe-problem.js';
import { announce, type Doing } from './announce.js';
import { refundedMinor, showCharge, showDispute, showRefund } from './show-objects.js';

export interface RefundCall {
  readonly amountMinor: bigint | null;
  readonly reason: string | null;
  readonly metadata: Readonly<Record<string, string>>;
  readonly behaviour: Behaviour | null;
}

/** Pays back, unless more than is left is asked for or the cardholder's bank has the money already. */
export async function createRefund(doing: Doing, payment: SandboxPayment, call: RefundCall): Promise<object> {
  const { tx, at, idempotencyKey } = doing;
  const before = await refundsOf(tx, payment.paymentId);
  const leftMinor = payment.amountMinor - refundedMinor(before);
  const amountMinor = call.amountMinor ?? leftMinor;
  await refuseWhatCannotBe({ doing, payment, leftMinor, amountMinor });
  const { status, nextStatus, nextAt } = courseOf(call.behaviour, at);
  const refund: SandboxRefund = {
    refundId: sandboxId('re', payment.paymentId, idempotencyKey ?? '', before.length),
    paymentId: payment.paymentId,
    amountMinor,
    status,
    reason: call.reason,
    failureReason: null,
    metadata: call.metadata,
    createdAt: at,
    nextStatus,
    nextAt,
  };
  await addRefund(tx, refund);
  await bookBalance(tx, {
    sourceId: refund.refundId,
    type: 'refund',
    category: 'refund',
    amountMinor: -amountMinor,
    feeMinor: 0n,
    currency: payment.currency,
    createdAt: at,
  });
  const shown = await showRefund(tx, refund, payment);
  await announce(doing, 'refund.created', shown);
  await announce(doing, 'charge.refunded', await showCharge(tx, payment));
  if (amountMinor === leftMinor) await settleWarnings(doing, payment);
  return shown;
}

async function refuseWhatCannotBe(asked: {
  doing: Doing;
  payment: SandboxPayment;
  leftMinor: bigint;
  amountMinor: bigint;
}): Promise<void> {
  const { doing, payment, leftMinor, amountMinor } = asked;
  const { chargeId, paymentId } = payment;
  if (leftMinor === 0n)
    throw new StripeProblem(400, 'charge_already_refunded', `Charge ${chargeId} has already been refunded.`);
  if (amountMinor <= 0n) throw invalid('amount', 'This value must be greater than or equal to 1.');
  if (amountMinor > leftMinor)
    throw new StripeProblem(
      400,
      'amount_too_large',
      `Refund amount (${amountMinor}) is greater than unrefunded amount on charge (${leftMinor})`,
      'amount',
    );
  const disputes = await disputesOf(doing.tx, paymentId);
  if (disputes.some((dispute) => !isRefundable(dispute)))
    throw new StripeProblem(
      400,
      'charge_disputed',
      `Charge ${chargeId} has been charged back; cannot issue a refund.`,
    );
}

function courseOf(
  behaviour: Behaviour | null,
  at: number,
): Pick<SandboxRefund, 'status' | 'nextStatus' | 'nextAt'> {
  if (behaviour?.kind === 'pends') {
    const { thenMs } = behaviour;
    return thenMs === null
      ? { status: 'pending', nextStatus: null, nextAt: null }
      : { status: 'pending', nextStatus: 'succeeded', nextAt: at + thenMs };
  }
  if (behaviour?.kind === 'fails_later')
    return { status: 'succeeded', nextStatus: 'failed', nextAt: at + behaviour.ms };
  return { status: 'succeeded', nextStatus: null, nextAt: null };
}

/** All of it has gone back: a warning has done its work, and an inquiry has nothing left to ask about. */
async function settleWarnings(doing: Doing, payment: SandboxPayment): Promise<void> {
  const { tx, at } = doing;
  for (const warning of await warningsOf(tx, payment.paymentId)) {
    if (!warning.actionable) continue;
    const settled = { ...warning, actionable: false };
    await saveWarning(tx, settled);
    await announce(doing, 'radar.early_fraud_warning.updated', warningObject(settled, payment));
  }
  for (const dispute of await disputesOf(tx, payment.paymentId)) {
    if (dispute.status !== 'warning_needs_response' && dispute.status !== 'warning_under_review') continue;
    const closed = { ...dispute, status: 'warning_closed' as const, decideAt: null };
    await saveDispute(tx, closed);
    await announce(doing, 'charge.dispute.closed', await showDispute(tx, closed, { payment, now: at }));
  }
}
