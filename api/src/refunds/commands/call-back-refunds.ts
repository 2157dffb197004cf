import { Injectable } from '@nestjs/common';
import { RefundablePurchases } from '../../clawback/clawback.public.js';
import type { StaffActor } from '../../platform/access/actor.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { lockRefunds, readRefundsOf } from '../persistence/refunds.store.js';
import { ActOnRefund } from './act-on-refund.js';

/** The states in which nothing was asked of a provider or paid by a person yet. */
const CALLED_BACK = ['requested', 'pending_approval', 'approved'] as const;
const isEarly = (status: string): boolean => (CALLED_BACK as readonly string[]).includes(status);

/**
 * A purchase that was declined is to stand after all: what was opened to pay its money back is cancelled. Answers whether all
 * the money is with us then. Where some has gone, is on its way, or is disputed, nothing is cancelled. The caller holds the lock of
 * the buyer's wallet.
 */
@Injectable()
export class CallBackRefunds {
  constructor(
    private readonly purchases: RefundablePurchases,
    private readonly actOnRefund: ActOnRefund,
  ) {}

  /** Refunds are locked before the wallets that they move. */
  lock(tx: Tx, of: { accountId: string; refundIds: readonly string[]; purchaseIds: readonly string[] }) {
    return lockRefunds(tx, of);
  }

  async within(
    tx: Tx,
    staff: StaffActor,
    { purchaseId, reason }: { purchaseId: string; reason: string },
  ): Promise<boolean> {
    const purchase = await this.purchases.find(tx, purchaseId);
    if (purchase === null) return false;
    const refunds = await readRefundsOf(tx, purchase);
    const early = refunds.filter(({ status }) => isEarly(status));
    const reserved = early.reduce((sum, one) => sum + (one.status === 'approved' ? one.amountMinor : 0n), 0n);
    if (purchase.refundableMinor + reserved < purchase.capturedMinor) return false;
    for (const { refundId } of early) {
      await this.actOnRefund.within(tx, staff, { refundId, action: 'cancel', body: { reason } });
    }
    return true;
  }
}
