import { balanceOf, bookBalance } from '../books/balance.store.js';
import { type SandboxDispute, saveDispute } from '../books/disputes.store.js';
import type { SandboxPayment } from '../books/payments.store.js';
import { invalid } from '../stripe-problem.js';
import { announce, type Doing } from './announce.js';
import { withdraw } from './issue-dispute.js';
import { showDispute } from './show-objects.js';

type Case = { readonly dispute: SandboxDispute; readonly payment: SandboxPayment };

const OPEN: ReadonlySet<SandboxDispute['status']> = new Set([
  'warning_needs_response',
  'warning_under_review',
  'needs_response',
  'under_review',
  // A bank may come back to what it had decided.
  'won',
  'lost',
]);

/** The issuer decides: a dispute is won or lost, money going where it belongs; an inquiry ends. */
export async function decideDispute(
  doing: Doing,
  { dispute, payment }: Case,
  verdict: 'won' | 'lost',
): Promise<SandboxDispute> {
  const { tx, at } = doing;
  if (!OPEN.has(dispute.status) || dispute.status === verdict)
    throw invalid('status', `The dispute is ${dispute.status} already.`);
  const inquiry = dispute.caseType === 'inquiry';
  const decided: SandboxDispute = {
    ...dispute,
    status: inquiry ? 'warning_closed' : verdict,
    decideAt: null,
  };
  await saveDispute(tx, decided);
  const moved = inquiry ? null : await moveFunds(doing, { dispute, payment }, verdict);
  const shown = await showDispute(tx, decided, { payment, now: at });
  if (moved !== null) await announce(doing, `charge.dispute.funds_${moved}`, shown);
  await announce(doing, 'charge.dispute.closed', shown);
  return decided;
}

/** An inquiry that was not settled becomes a dispute: the same one, under a new deadline. */
export async function escalateInquiry(
  doing: Doing,
  { dispute, payment }: Case,
  dueAt: number,
): Promise<SandboxDispute> {
  const { tx, at } = doing;
  if (dispute.caseType !== 'inquiry' || !dispute.status.startsWith('warning_'))
    throw invalid('status', 'Only an inquiry can become a dispute.');
  const escalated: SandboxDispute = {
    ...dispute,
    caseType: 'chargeback',
    status: 'needs_response',
    submissions: 0,
    dueAt,
    decideAt: dueAt,
  };
  await saveDispute(tx, escalated);
  await withdraw(doing, { dispute: escalated, payment });
  const shown = await showDispute(tx, escalated, { payment, now: at });
  await announce(doing, 'charge.dispute.updated', shown);
  await announce(doing, 'charge.dispute.funds_withdrawn', shown);
  return escalated;
}

/** Whichever way the money has to go, if it is not there already. */
async function moveFunds(
  doing: Doing,
  { dispute, payment }: Case,
  verdict: 'won' | 'lost',
): Promise<'withdrawn' | 'reinstated' | null> {
  const { tx, at } = doing;
  const booked = await balanceOf(tx, dispute.disputeId);
  const gone = booked.reduce((sum, { amountMinor }) => sum - amountMinor, 0n);
  if (verdict === 'lost') {
    if (gone > 0n) return null;
    await withdraw(doing, { dispute, payment });
    return 'withdrawn';
  }
  if (gone === 0n) return null;
  await bookBalance(tx, {
    sourceId: dispute.disputeId,
    type: 'adjustment',
    category: 'dispute_reversal',
    amountMinor: gone,
    feeMinor: 0n,
    currency: payment.currency,
    createdAt: at,
  });
  return 'reinstated';
}
