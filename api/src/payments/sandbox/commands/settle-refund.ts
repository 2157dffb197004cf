import { balanceOf, bookBalance } from '../books/balance.store.js';
import type { SandboxPayment } from '../books/payments.store.js';
import { type SandboxRefund, updateSandboxRefund } from '../books/refunds.store.js';
import { invalid } from '../stripe-problem.js';
import { announce, type Doing } from './announce.js';
import { showCharge, showRefund } from './show-objects.js';

export interface Settlement {
  readonly status: 'succeeded' | 'failed' | 'canceled';
  readonly failureReason: string | null;
}

/** What becomes of a refund after it was made: it comes through, or it fails, even after it had come through. */
export async function settleSandboxRefund(
  doing: Doing,
  { refund, payment }: { refund: SandboxRefund; payment: SandboxPayment },
  { status, failureReason }: Settlement,
): Promise<SandboxRefund> {
  const { tx } = doing;
  if (refund.status === 'failed' || refund.status === 'canceled')
    throw invalid('status', `The refund has ${refund.status} already.`);
  const settled: SandboxRefund = {
    ...refund,
    status,
    failureReason: status === 'failed' ? (failureReason ?? 'unknown') : null,
    nextStatus: null,
    nextAt: null,
  };
  await updateSandboxRefund(tx, settled);
  if (status !== 'succeeded') await giveBack(doing, refund);
  const shown = await showRefund(tx, settled, payment);
  await announce(doing, 'refund.updated', shown);
  if (status === 'failed') {
    await announce(doing, 'refund.failed', shown);
    await announce(doing, 'charge.refund.updated', shown);
  } else if (status === 'succeeded') {
    await announce(doing, 'charge.refunded', await showCharge(tx, payment));
  }
  return settled;
}

async function giveBack({ tx, at }: Doing, { refundId }: SandboxRefund): Promise<void> {
  for (const { amountMinor, currency } of await balanceOf(tx, refundId))
    await bookBalance(tx, {
      sourceId: refundId,
      type: 'refund_failure',
      category: 'refund_failure',
      amountMinor: -amountMinor,
      feeMinor: 0n,
      currency,
      createdAt: at,
    });
}
