import { MINUTE } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Scheduled, type ScheduledJob } from '../../platform/queue/scheduled.js';
import { DeliveryQueue } from '../delivery/delivery-queue.js';
import { type DueDelivery, overdueDeliveries } from '../persistence/webhook-deliveries.store.js';

const PAGE = 1_000;

/** Queues again what is overdue: its job died with a process or with the queue. Twins of waiting jobs collapse. */
@Injectable()
@Scheduled({ name: 'resume-deliveries', everySeconds: 60 })
export class ResumeDeliveriesJob implements ScheduledJob {
  constructor(
    private readonly db: UnitOfWork,
    private readonly clock: Clock,
    private readonly queue: DeliveryQueue,
  ) {}

  async run(): Promise<void> {
    const before = this.clock.now() - MINUTE;
    for (let after: DueDelivery | null = null; ; ) {
      const page: DueDelivery[] = await overdueDeliveries(this.db, { before, after, max: PAGE });
      await this.queue.add(page);
      if (page.length < PAGE) return;
      after = page.at(-1) ?? null;
    }
  }
}
