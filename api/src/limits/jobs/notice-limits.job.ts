import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { type OutboxEvent, type OutboxSubscriber, Subscribes } from '../../platform/outbox/subscriber.js';
import { recordNotices, strongest } from '../persistence/limit-notices.store.js';

/**
 * Finds out which limits that are near or reached are news, and announces those in the transaction that notes them: however
 * often this runs, and beside itself, the platform is told once. What an import brings in of windows long over is no news.
 */
@Injectable()
@Subscribes({ name: 'notice-limits', topics: ['limits.neared'] })
export class NoticeLimitsJob implements OutboxSubscriber<'limits.neared'> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  async handle(events: readonly OutboxEvent<'limits.neared'>[]): Promise<void> {
    const now = this.clock.now();
    const sightings = strongest(
      events.flatMap(({ payload }) => payload.items).filter(({ resetsAt }) => Date.parse(resetsAt) > now),
    );
    if (sightings.length === 0) return;
    await this.uow.run(async (tx) => {
      const items = await recordNotices(tx, sightings);
      if (items.length > 0) await this.outbox.append(tx, 'limits.noticed', { items });
    });
  }
}
