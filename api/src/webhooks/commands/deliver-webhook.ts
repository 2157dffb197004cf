import { type AttemptResult, afterAttempt, type DeliveryProgress, isGivenUp } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Clock } from '../../platform/clock/clock.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { composeEvent } from '../delivery/compose-event.js';
import { DeliveryQueue } from '../delivery/delivery-queue.js';
import { WebhookSender } from '../delivery/webhook-sender.js';
import {
  failPending,
  findDue,
  recordAttempt,
  type SendableDelivery,
} from '../persistence/webhook-deliveries.store.js';
import {
  lockEndpoint,
  noteFailure,
  noteSuccess,
  setEndpointStatus,
} from '../persistence/webhook-endpoints.store.js';

const SYSTEM = { type: 'system', id: 'webhooks' } as const;
const DISABLED = 'The endpoint is disabled.';

/**
 * Makes one attempt at a delivery that is due and writes how it went. Nothing is locked while the receiver answers; a
 * process that dies after sending sends again, under the same event id.
 */
@Injectable()
export class DeliverWebhook {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly sender: WebhookSender,
    private readonly queue: DeliveryQueue,
    private readonly audit: AuditLog,
  ) {}

  async run(deliveryId: string): Promise<void> {
    const delivery = await findDue(this.uow, deliveryId, this.clock.now());
    if (!delivery) return;
    if (!delivery.enabled) {
      await this.uow.run((tx) => failPending(tx, delivery.endpoint_id, DISABLED));
      return;
    }
    const result = await this.send(delivery);
    const progress = await this.uow.run((tx) => this.record(tx, delivery, result));
    if (progress?.nextAttemptAt) {
      await this.queue.add([{ delivery_id: deliveryId, next_attempt_at: new Date(progress.nextAttemptAt) }]);
    }
  }

  private async send(delivery: SendableDelivery): Promise<AttemptResult> {
    const body = JSON.stringify(await composeEvent(this.uow, delivery));
    const { url, event_id: eventId, secrets } = delivery;
    return this.sender.send({ url, eventId, body, secrets, sentAt: this.clock.now() });
  }

  private async record(
    tx: Tx,
    delivery: SendableDelivery,
    result: AttemptResult,
  ): Promise<DeliveryProgress | null> {
    const now = this.clock.now();
    const progress = afterAttempt(delivery, result, { now, random: Math.random() });
    const error = result.acknowledged ? null : result.error;
    const written = await recordAttempt(tx, delivery, progress, {
      responseStatus: result.responseStatus,
      error,
      at: now,
    });
    if (!written) return null;
    if (result.acknowledged) {
      await noteSuccess(tx, delivery.endpoint_id, now);
      return progress;
    }
    await noteFailure(tx, delivery.endpoint_id, now);
    if (progress.status === 'failed') await this.giveUpIfDead(tx, delivery.endpoint_id, result.gone);
    return progress;
  }

  private async giveUpIfDead(tx: Tx, endpointId: string, gone: boolean): Promise<void> {
    const endpoint = await lockEndpoint(tx, endpointId);
    if (endpoint?.status !== 'enabled') return;
    if (!gone && !isGivenUp(endpoint.failing_since?.getTime() ?? null, this.clock.now())) return;
    const reason = gone
      ? 'The receiver answered 410: it wants nothing more.'
      : 'The receiver has acknowledged nothing for a day.';
    await setEndpointStatus(tx, endpointId, { status: 'disabled', cause: 'failure', reason });
    await failPending(tx, endpointId, DISABLED);
    await this.audit.append(tx, {
      actor: SYSTEM,
      action: 'webhook.disabled',
      subject: { type: 'webhook', id: endpointId },
      reason,
    });
  }
}
