import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import type { RefundRecord } from '../persistence/refunds.store.js';
import { RequestablePurchases } from '../queries/requestable-purchase.js';
import type { ActionContext } from './action-context.js';
import { JudgeRequest } from './judge-request.js';
import { MoveRefund } from './move-refund.js';

/**
 * Asks for a failed refund once more, as a new attempt with a key of its own. Who retries has asked for it too, and the
 * policy decides as if it were asked for today.
 */
@Injectable()
export class RetryRefund {
  constructor(
    private readonly purchases: RequestablePurchases,
    private readonly judge: JudgeRequest,
    private readonly moveRefund: MoveRefund,
  ) {}

  async run(tx: Tx, { refund, body, actor, at }: ActionContext): Promise<RefundRecord> {
    const { refundId, purchaseId, amountMinor } = refund;
    const found = await this.purchases.find(tx, purchaseId, { now: at, refundId });
    if (found.refusal) throw found.refusal;
    if (amountMinor > found.requestableMinor)
      throw new ProblemError(
        'refund.exceeds_captured',
        `Of this purchase ${found.requestableMinor} minor units of ${refund.currency} can still be asked for.`,
      );
    const requested = await this.moveRefund.run(tx, refund, {
      step: 'retry',
      at,
      actor,
      reason: body.reason ?? null,
      changes: {
        attempt: refund.attempt + 1,
        providerRefundId: null,
        approvedBy: null,
        askedBy: [...new Set([...refund.askedBy, actor.id])],
      },
    });
    const { purchase, history } = found;
    return this.judge.run(tx, requested, { purchase, history, at, expectHash: body.previewHash });
  }
}
