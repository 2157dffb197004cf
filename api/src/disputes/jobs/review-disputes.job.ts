import { Injectable } from '@nestjs/common';
import { type OutboxEvent, type OutboxSubscriber, Subscribes } from '../../platform/outbox/subscriber.js';
import { Scheduled, type ScheduledJob } from '../../platform/queue/scheduled.js';
import { ReviewDisputes } from '../commands/review-disputes.js';
import { SendAnswers } from '../commands/send-answers.js';

/** Finds purchases, lets deadlines pass, and sends again what nobody confirmed. */
@Injectable()
@Scheduled({ name: 'review-disputes', everySeconds: 30 })
export class ReviewDisputesJob implements ScheduledJob {
  constructor(
    private readonly review: ReviewDisputes,
    private readonly answers: SendAnswers,
  ) {}

  async run(): Promise<void> {
    await this.review.match();
    await this.review.overdue();
    await this.answers.run();
  }
}

/** A refund that has gone through may have kept an inquiry from becoming a dispute. */
@Injectable()
@Subscribes({ name: 'prevented-disputes', topics: ['refund.changed'] })
export class PreventedDisputesJob implements OutboxSubscriber<'refund.changed'> {
  constructor(private readonly review: ReviewDisputes) {}

  async handle(events: readonly OutboxEvent<'refund.changed'>[]): Promise<void> {
    for (const { payload } of events) {
      const { refundId, status } = payload;
      if (status === 'succeeded' || status === 'failed') await this.review.refunded(refundId);
      if (status === 'rejected' || status === 'cancelled') await this.review.notRefunded(refundId);
    }
  }
}

/** Whoever declines a held purchase has done what a warning about it asks for. */
@Injectable()
@Subscribes({ name: 'declined-warnings', topics: ['hold.ended'] })
export class DeclinedWarningsJob implements OutboxSubscriber<'hold.ended'> {
  constructor(private readonly review: ReviewDisputes) {}

  async handle(events: readonly OutboxEvent<'hold.ended'>[]): Promise<void> {
    for (const { payload } of events) {
      const { accountId, transactionId: purchaseId, end } = payload;
      if (end === 'declined' || end === 'expired') await this.review.declined({ accountId, purchaseId });
    }
  }
}

/** A purchase that was just decided may be the one a dispute has waited for. */
@Injectable()
@Subscribes({ name: 'match-disputes', topics: ['transactions.decided'] })
export class MatchDisputesJob implements OutboxSubscriber {
  constructor(private readonly review: ReviewDisputes) {}

  async handle(): Promise<void> {
    await this.review.match();
  }
}
