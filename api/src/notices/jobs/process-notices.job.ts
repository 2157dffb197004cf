import { Injectable } from '@nestjs/common';
import { type OutboxSubscriber, Subscribes } from '../../platform/outbox/subscriber.js';
import { Scheduled, type ScheduledJob } from '../../platform/queue/scheduled.js';
import { ProcessNotices } from '../commands/process-notices.js';

/** At once when notices have come, */
@Injectable()
@Subscribes({ name: 'process-notices', topics: ['notices.received'] })
export class ProcessReceivedNoticesJob implements OutboxSubscriber {
  constructor(private readonly processNotices: ProcessNotices) {}

  async handle(): Promise<void> {
    await this.processNotices.run();
  }
}

/** and by the clock for those that wait, failed, or were left behind by a process that died. */
@Injectable()
@Scheduled({ name: 'process-notices', everySeconds: 5 })
export class ProcessDueNoticesJob implements ScheduledJob {
  constructor(private readonly processNotices: ProcessNotices) {}

  run(): Promise<number> {
    return this.processNotices.run();
  }
}
