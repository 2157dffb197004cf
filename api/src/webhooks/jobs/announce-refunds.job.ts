import type { Refund, RefundEventType } from '@coinwarden/contracts';
import { idTime, type RefundStatus, webhookEventId } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type OutboxEvent, type OutboxSubscriber, Subscribes } from '../../platform/outbox/subscriber.js';
import { readRefundViews } from '../../refunds/refunds.public.js';
import { AnnounceEvents, type WebhookFact } from '../commands/announce-events.js';

type RefundChanged = OutboxEvent<'refund.changed'>;

/** What of a refund's way concerns the platform. */
const EVENT_OF: Readonly<Partial<Record<RefundStatus, RefundEventType>>> = {
  requested: 'refund.requested',
  approved: 'refund.approved',
  succeeded: 'refund.succeeded',
  failed: 'refund.failed',
  rejected: 'refund.rejected',
  cancelled: 'refund.cancelled',
};

/** Tells the platform about refunds. */
@Injectable()
@Subscribes({ name: 'announce-refund-webhooks', topics: ['refund.changed'] })
export class AnnounceRefundsJob implements OutboxSubscriber<'refund.changed'> {
  constructor(
    private readonly announce: AnnounceEvents,
    private readonly db: UnitOfWork,
  ) {}

  async handle(events: readonly RefundChanged[]): Promise<void> {
    const listeners = await this.announce.listeners();
    if (listeners.length === 0) return;
    const ids = [...new Set(events.map(({ payload }) => payload.refundId))];
    const refunds = await readRefundViews(this.db, ids);
    await this.announce.run(
      events.flatMap((event) => factsOf(event, refunds)),
      listeners,
    );
  }
}

/** A retried refund is approved twice, so each announcement is an event of its own. */
function factsOf({ id, payload }: RefundChanged, refunds: ReadonlyMap<string, Refund>): WebhookFact[] {
  const type = EVENT_OF[payload.status];
  const data = refunds.get(payload.refundId);
  if (!type || !data) return [];
  return [
    {
      eventId: webhookEventId(id, type),
      type,
      accountId: payload.accountId,
      transactionId: null,
      data,
      occurredAt: idTime(id),
    },
  ];
}
