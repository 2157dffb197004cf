import { InjectQueue } from '@nestjs/bullmq';
import { Injectable } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { Clock } from '../../platform/clock/clock.js';
import type { DueDelivery } from '../persistence/webhook-deliveries.store.js';

export const WEBHOOKS_QUEUE = 'webhooks';

export interface DeliverJob {
  readonly deliveryId: string;
}

const JOBS_PER_CALL = 1_000;

/** The row is the record of the delivery; a finished job kept under its id would only stand in the way of another try. */
const UNKEPT = { attempts: 1, removeOnComplete: true, removeOnFail: true } as const;

/**
 * Queues attempts for when they are due. The row decides whether an attempt is made, so a job may be lost (the resume
 * job makes another) or come twice; its id names the attempt, so that two of one attempt are one.
 */
@Injectable()
export class DeliveryQueue {
  constructor(
    @InjectQueue(WEBHOOKS_QUEUE) private readonly queue: Queue<DeliverJob>,
    private readonly clock: Clock,
  ) {}

  async add(due: readonly DueDelivery[]): Promise<void> {
    for (let i = 0; i < due.length; i += JOBS_PER_CALL) {
      await this.queue.addBulk(due.slice(i, i + JOBS_PER_CALL).map((delivery) => this.jobOf(delivery)));
    }
  }

  private jobOf({ delivery_id: deliveryId, next_attempt_at: at }: DueDelivery) {
    const delay = Math.max(0, at.getTime() - this.clock.now());
    const jobId = `${deliveryId}.${at.getTime()}`;
    return { name: 'deliver', data: { deliveryId }, opts: { ...UNKEPT, jobId, delay } };
  }
}
