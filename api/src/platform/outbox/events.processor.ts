import { Processor, WorkerHost } from '@nestjs/bullmq';
import type { Job } from 'bullmq';
import { EVENTS_QUEUE } from '../queue/queues.js';
import type { EventsJob } from './outbox-relay.js';
import { SubscriberRegistry } from './subscriber-registry.js';

/** Hands each job of the events queue to the subscriber it is named after. */
@Processor(EVENTS_QUEUE, { concurrency: 4 })
export class EventsProcessor extends WorkerHost {
  constructor(private readonly subscribers: SubscriberRegistry) {
    super();
  }

  async process(job: Job<EventsJob>): Promise<void> {
    const subscriber = this.subscribers.get(job.name);
    // Kept among the failed jobs: a newer process may still know the subscriber.
    if (!subscriber) throw new Error(`No subscriber is named ${job.name}`);
    await subscriber.handle(job.data.events);
  }
}
