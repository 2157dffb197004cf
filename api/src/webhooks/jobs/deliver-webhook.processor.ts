import { Processor, WorkerHost } from '@nestjs/bullmq';
import type { Job } from 'bullmq';
import { DeliverWebhook } from '../commands/deliver-webhook.js';
import { type DeliverJob, WEBHOOKS_QUEUE } from '../delivery/delivery-queue.js';

/** Most of an attempt is waiting for the receiver, so many run side by side. */
@Processor(WEBHOOKS_QUEUE, { concurrency: 32 })
export class DeliverWebhookProcessor extends WorkerHost {
  constructor(private readonly deliver: DeliverWebhook) {
    super();
  }

  async process(job: Job<DeliverJob>): Promise<void> {
    await this.deliver.run(job.data.deliveryId);
  }
}
