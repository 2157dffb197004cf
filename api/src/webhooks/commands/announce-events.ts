import type { WebhookEventType } from '@coinwarden/contracts';
import type { Instant } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DeliveryQueue } from '../delivery/delivery-queue.js';
import { insertDeliveries, type NewDelivery } from '../persistence/webhook-deliveries.store.js';
import { type EndpointRow, listeningEndpoints } from '../persistence/webhook-endpoints.store.js';

export interface WebhookFact {
  readonly eventId: string;
  readonly type: WebhookEventType;
  readonly accountId: string | null;
  readonly transactionId: string | null;
  readonly data: unknown;
  readonly occurredAt: Instant;
}

type Listener = Pick<EndpointRow, 'endpoint_id' | 'event_types' | 'status'>;

const ROWS_PER_INSERT = 2_000;

/** Records what every listening endpoint is to be told and queues the sending. Repeating it records nothing twice. */
@Injectable()
export class AnnounceEvents {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly queue: DeliveryQueue,
  ) {}

  listeners(): Promise<Listener[]> {
    return listeningEndpoints(this.uow);
  }

  async run(facts: readonly WebhookFact[], listeners: readonly Listener[]): Promise<void> {
    const now = this.clock.now();
    const deliveries = listeners.flatMap((listener) =>
      facts.filter((fact) => wants(listener, fact.type)).map((fact) => deliveryOf(fact, listener, now)),
    );
    for (let i = 0; i < deliveries.length; i += ROWS_PER_INSERT) {
      const rows = deliveries.slice(i, i + ROWS_PER_INSERT);
      await this.queue.add(await this.uow.run((tx) => insertDeliveries(tx, rows, now)));
    }
  }
}

const wants = (listener: Listener, type: WebhookEventType): boolean =>
  listener.event_types.length === 0 || listener.event_types.includes(type);

const deliveryOf = (fact: WebhookFact, listener: Listener, now: Instant): NewDelivery => ({
  ...fact,
  deliveryId: uuidv7({ msecs: now }),
  endpointId: listener.endpoint_id,
  status: listener.status === 'enabled' ? 'pending' : 'failed',
  error: listener.status === 'enabled' ? null : 'The endpoint was disabled.',
});
