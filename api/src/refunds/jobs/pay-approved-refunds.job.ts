import { Injectable } from '@nestjs/common';
import { type OutboxEvent, type OutboxSubscriber, Subscribes } from '../../platform/outbox/subscriber.js';
import { WorkOffRefunds } from '../commands/work-off-refunds.js';

/** Pays a refund as soon as it is approved; what this misses, the schedule finds. */
@Injectable()
@Subscribes({ name: 'pay-approved-refunds', topics: ['refund.changed'] })
export class PayApprovedRefundsJob implements OutboxSubscriber<'refund.changed'> {
  constructor(private readonly workOff: WorkOffRefunds) {}

  async handle(events: readonly OutboxEvent<'refund.changed'>[]): Promise<void> {
    const approved = events.filter(({ payload }) => payload.status === 'approved');
    await this.workOff.these(approved.map(({ payload }) => payload.refundId));
  }
}
