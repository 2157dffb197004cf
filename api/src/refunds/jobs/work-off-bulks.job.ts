import { Injectable } from '@nestjs/common';
import { type OutboxEvent, type OutboxSubscriber, Subscribes } from '../../platform/outbox/subscriber.js';
import { Scheduled, type ScheduledJob } from '../../platform/queue/scheduled.js';
import { WorkOffBulk } from '../commands/work-off-bulk.js';

/** Starts a bulk as soon as it may run. */
@Injectable()
@Subscribes({ name: 'start-refund-bulks', topics: ['refund_bulk.running'] })
export class StartRefundBulksJob implements OutboxSubscriber<'refund_bulk.running'> {
  constructor(private readonly workOff: WorkOffBulk) {}

  async handle(events: readonly OutboxEvent<'refund_bulk.running'>[]): Promise<void> {
    for (const { payload } of events) await this.workOff.run(payload.bulkId);
  }
}

/** Goes on with bulks whose job was stopped. */
@Injectable()
@Scheduled({ name: 'resume-refund-bulks', everySeconds: 60 })
export class ResumeRefundBulksJob implements ScheduledJob {
  constructor(private readonly workOff: WorkOffBulk) {}

  async run(): Promise<void> {
    await this.workOff.resume();
  }
}
