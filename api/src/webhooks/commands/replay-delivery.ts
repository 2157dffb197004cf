import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/access/actor.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { DeliveryQueue } from '../delivery/delivery-queue.js';
import { replayDelivery } from '../persistence/webhook-deliveries.store.js';

/** Sends one delivery again from the start of its attempts, under the same event id. */
@Injectable()
export class ReplayDelivery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
    private readonly queue: DeliveryQueue,
  ) {}

  async run(staff: StaffActor, deliveryId: string, reason?: string): Promise<void> {
    const due = await this.uow.run(async (tx) => {
      const replayed = await replayDelivery(tx, deliveryId, this.clock.now());
      if (replayed.length === 0)
        throw new ProblemError('action.not_allowed', 'The delivery is still under way.');
      await this.audit.append(tx, {
        actor: { type: 'staff', id: staff.id },
        action: 'webhook.replayed',
        subject: { type: 'webhook_delivery', id: deliveryId },
        reason: reason ?? null,
      });
      return replayed;
    });
    await this.queue.add(due);
  }
}
