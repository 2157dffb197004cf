import type { INestApplication } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import type { OutboxEvent } from '../../../api/src/platform/outbox/subscriber.js';
import type { Topic } from '../../../api/src/platform/outbox/topics.js';
import type { ScheduledJob } from '../../../api/src/platform/queue/scheduled.js';
import { Clock, Scheduled, SubscriberRegistry, UnitOfWork } from './product.js';

/** What goes on behind the decisions and says something about accounts; reports, webhooks and backtests do not. */
const SUBSCRIBERS =
  /^(gather-links|raise-held-transactions|settle-ended-holds|settle-again|links-account-status|find-)/;
const SCHEDULED = /^(fold-links|expire-holds|find-)/;

/** Runs the product's own jobs between two batches, in the time of the history instead of the clock on the wall. */
export class JobsBetween {
  private readonly scheduled: ScheduledJob[];
  private readonly clock: InstanceType<typeof Clock>;
  private readonly db: InstanceType<typeof UnitOfWork>;
  private readonly registry: InstanceType<typeof SubscriberRegistry>;

  constructor(app: INestApplication) {
    this.clock = app.get(Clock, { strict: false });
    this.db = app.get(UnitOfWork, { strict: false });
    this.registry = app.get(SubscriberRegistry, { strict: false });
    const discovery = app.get(DiscoveryService, { strict: false });
    this.scheduled = discovery
      .getProviders({ metadataKey: Scheduled.KEY })
      .filter((found) => SCHEDULED.test(discovery.getMetadataByDecorator(Scheduled, found)?.name ?? ''))
      .map((found) => found.instance as ScheduledJob);
  }

  run(at: number): Promise<void> {
    return this.clock.telling(at, async () => {
      await this.tellSubscribers();
      for (const job of this.scheduled) await job.run();
    });
  }

  private async tellSubscribers(): Promise<void> {
    const rows = await this.db.query<{ outbox_id: string; topic: Topic; payload: OutboxEvent['payload'] }>(
      `WITH taken AS (DELETE FROM outbox RETURNING outbox_id, topic, payload)
       SELECT * FROM taken ORDER BY outbox_id`,
    );
    const events = rows.map(({ outbox_id: id, topic, payload }) => ({ id, topic, payload }));
    for (const { name, topics, subscriber } of this.registry.all()) {
      const own = events.filter(({ topic }) => topics.includes(topic));
      if (SUBSCRIBERS.test(name) && own.length > 0) await subscriber.handle(own);
    }
  }
}
