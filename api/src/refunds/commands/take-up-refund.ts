import { DAY, isNews } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Config } from '../../platform/config/config.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { appendRefundEvents } from '../persistence/refund-events.store.js';
import { updateRefund } from '../persistence/refund-writes.store.js';
import { lockRefund, type RefundRecord } from '../persistence/refunds.store.js';
import { RequestablePurchases } from '../queries/requestable-purchase.js';
import { JudgeRequest, POLICY_ACTOR } from './judge-request.js';
import { MoveRefund } from './move-refund.js';

/**
 * Takes up a refund that the decision path opened, because the payment was taken and the purchase does not stand. What an
 * import brought in is not paid: its money went its way elsewhere.
 */
@Injectable()
export class TakeUpRefund {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly purchases: RequestablePurchases,
    private readonly judge: JudgeRequest,
    private readonly moveRefund: MoveRefund,
    private readonly outbox: Outbox,
    private readonly config: Config,
  ) {}

  async run(refundId: string): Promise<void> {
    await this.uow.run(async (tx) => {
      const refund = await lockRefund(tx, refundId);
      if (refund === null || refund.status !== 'requested') return;
      const at = this.clock.now();
      const { purchaseId, requestedAt, requestedBy } = refund;
      const { purchase, history } = await this.purchases.find(tx, purchaseId, { now: at, refundId });
      const known: RefundRecord = {
        ...refund,
        provider: purchase.provider,
        reference: purchase.reference,
        channel: this.purchases.channelOf(purchase),
      };
      await updateRefund(tx, known);
      await appendRefundEvents(tx, known, [
        { kind: 'requested', at: requestedAt, actor: requestedBy, details: { reason: refund.reason } },
      ]);
      const { accountId } = refund;
      await this.outbox.append(tx, 'refund.changed', { accountId, refundId, status: 'requested' });
      const failure = this.isHistory(requestedAt, at)
        ? HISTORY
        : purchase.refundableMinor < refund.amountMinor
          ? GONE_BACK
          : null;
      if (failure === null) await this.judge.run(tx, known, { purchase, history, at });
      else
        await this.moveRefund.run(tx, known, {
          step: 'refuse',
          at,
          actor: POLICY_ACTOR,
          reason: failure.message,
          changes: { failure },
        });
    });
  }

  /** The demo's own past is paid by its sandbox, where no money moves. */
  private isHistory(requestedAt: number, now: number): boolean {
    return this.config.demo ? now - requestedAt > DEMO_PAST : !isNews(requestedAt, now);
  }
}

const DEMO_PAST = 90 * DAY;
const HISTORY = {
  code: 'refund.history',
  message:
    'The purchase was brought in long after it was made; whatever happened to its money happened then.',
};
const GONE_BACK = {
  code: 'refund.exceeds_captured',
  message: 'The money has gone back another way, or is on its way.',
};
