import { type RefundChannel, type RefundObstacle, refundChannel } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { type RefundablePurchase, RefundablePurchases } from '../../clawback/clawback.public.js';
import { PaymentGateways } from '../../payments/payments.public.js';
import type { Queryable } from '../../platform/database/sql.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import type { ItemProblem } from '../persistence/refund-bulk-items.store.js';
import { type RefundHistory, readRefundHistory } from '../persistence/refunds.store.js';

export class NotRefundable extends ProblemError {
  constructor(
    readonly why: RefundObstacle,
    detail: string,
  ) {
    super('refund.not_refundable', detail);
  }
}

/** A refusal as it is shown and stored: with what stands in the way where the code alone does not tell. */
export const told = (error: ProblemError): ItemProblem => ({
  code: error.code,
  message: error.message,
  ...(error instanceof NotRefundable && { why: error.why }),
});

export interface RequestablePurchase {
  readonly purchase: RefundablePurchase;
  readonly channel: RefundChannel;
  /** What the policy has to know besides; `refundId` left out. */
  readonly history: RefundHistory;
  /** Refundable, less what others have asked for and nobody has decided. */
  readonly requestableMinor: bigint;
  /** Why nobody can ask for it. */
  readonly refusal: NotRefundable | null;
}

const NO_REFUND = '00000000-0000-0000-0000-000000000000';

/** A purchase from the side of somebody who wants its money back. */
@Injectable()
export class RequestablePurchases {
  constructor(
    private readonly purchases: RefundablePurchases,
    private readonly gateways: PaymentGateways,
  ) {}

  /** Throws `record.unknown`. `refundId` is left out of what others have asked for. */
  async find(
    db: Queryable,
    purchaseId: string,
    { now, refundId = NO_REFUND }: { now: number; refundId?: string },
  ): Promise<RequestablePurchase> {
    const purchase = UUID.test(purchaseId) ? await this.purchases.find(db, purchaseId) : null;
    if (purchase === null) throw new ProblemError('record.unknown', `There is no purchase ${purchaseId}.`);
    const channel = this.channelOf(purchase);
    const history = await readRefundHistory(db, { ...purchase, refundId, now });
    const left = purchase.refundableMinor - history.undecidedMinor;
    const requestableMinor = left > 0n ? left : 0n;
    const paidFor = await this.purchases.paidFor(db, purchase);
    const refusal = refusalOf({ purchase, channel, requestableMinor, paidFor });
    return { purchase, channel, history, requestableMinor, refusal };
  }

  channelOf(purchase: RefundablePurchase): RefundChannel {
    return refundChannel(purchase.provider, this.gateways.of(purchase.provider) !== null);
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function refusalOf(args: {
  purchase: RefundablePurchase;
  channel: RefundChannel;
  requestableMinor: bigint;
  paidFor: string | null;
}): NotRefundable | null {
  const { purchase, channel, requestableMinor, paidFor } = args;
  if (purchase.capturedMinor === 0n)
    return new NotRefundable('nothing_taken', 'No money has been taken for this purchase.');
  if (paidFor !== null && paidFor !== purchase.purchaseId)
    return new NotRefundable('other_purchase', `This payment belongs to another purchase, ${paidFor}.`);
  if (channel === 'store' && purchase.provider === 'apple')
    return new NotRefundable(
      'apple_refunds',
      'Only Apple refunds its purchases: the buyer asks at reportaproblem.apple.com.',
    );
  if (requestableMinor === 0n)
    return new NotRefundable(
      'nothing_left',
      'All of it has gone back, is on its way, or was asked for already.',
    );
  return null;
}
