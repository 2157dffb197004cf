import { type NoticeOutcome, noticeReason } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { ApplyDisputeNotice, ApplyFraudWarning } from '../../disputes/disputes.public.js';
import { ApplyRefundNotice } from '../../refunds/refunds.public.js';
import { EndPaymentHold } from './end-payment-hold.js';
import { type KnownNotice, NO_PURCHASE } from './known-notice.js';
import { OpenConsumptionAnswer } from './open-consumption-answer.js';

/** Hands what a notice says to the feature it concerns: the one place where notices meet the others. */
@Injectable()
export class ApplyNotice {
  constructor(
    private readonly endPaymentHold: EndPaymentHold,
    private readonly openAnswer: OpenConsumptionAnswer,
    private readonly applyRefund: ApplyRefundNotice,
    private readonly applyDispute: ApplyDisputeNotice,
    private readonly applyWarning: ApplyFraudWarning,
  ) {}

  async run(notice: KnownNotice): Promise<NoticeOutcome> {
    const { fact } = notice;
    switch (fact.type) {
      case 'payment_captured':
      case 'payment_failed':
        return this.endPaymentHold.run({ ...notice, fact });
      case 'consumption_request':
        return this.openAnswer.run({ ...notice, fact });
      case 'refund':
        return asOutcome(await this.applyRefund.run(notice), notice);
      case 'dispute':
        return asOutcome(await this.applyDispute.run(notice), notice);
      case 'fraud_warning':
        return asOutcome(await this.applyWarning.run(notice), notice);
      case 'test':
      case 'irrelevant':
        return { kind: 'applied' };
    }
  }
}

/** Whoever applies a notice says only whether it could: what it waits for is the purchase, or its refund. */
const asOutcome = (result: 'applied' | 'waiting', { payment }: KnownNotice): NoticeOutcome =>
  result === 'applied'
    ? { kind: 'applied' }
    : {
        kind: 'waiting',
        reason: payment === null ? NO_PURCHASE : noticeReason('under_way'),
      };
