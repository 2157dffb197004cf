import { Injectable } from '@nestjs/common';
import { type OutboxEvent, type OutboxSubscriber, Subscribes } from '../../platform/outbox/subscriber.js';
import { Scheduled, type ScheduledJob } from '../../platform/queue/scheduled.js';
import { ReviewDisputes } from '../commands/review-disputes.js';
import { SendAnswers } from '../commands/send-answers.js';

/** Lets deadlines pass, and sends again what nobody confirmed. */
@Injectable()
@Scheduled({ name: 'review-disputes', everySeconds: 30 })
export class ReviewDisputesJob implements ScheduledJob {
  constructor(
    private readonly review: ReviewDisputes,
    private readonly answers: SendAnswers,
  ) {}

  async run(): Promise<void> {
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
      const settled = payload.status === 'succeeded' || payload.status === 'failed';
      if (settled) await this.review.refunded(payload.refundId);
    }
  }
}
