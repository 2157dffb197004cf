import type { DisputeEventType } from '@coinwarden/contracts';
import { idTime, webhookEventId } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { readDisputeViews } from '../../disputes/disputes.public.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type OutboxEvent, type OutboxSubscriber, Subscribes } from '../../platform/outbox/subscriber.js';
import type { Topics } from '../../platform/outbox/topics.js';
import { AnnounceEvents } from '../commands/announce-events.js';

type News = Topics['dispute.changed']['news'];

const EVENT_OF: Readonly<Record<News, DisputeEventType>> = {
  opened: 'dispute.opened',
  updated: 'dispute.updated',
  needs_response: 'dispute.updated',
  under_review: 'dispute.updated',
  won: 'dispute.won',
  lost: 'dispute.lost',
  accepted: 'dispute.accepted',
  expired: 'dispute.expired',
  prevented: 'dispute.prevented',
  cancelled: 'dispute.cancelled',
};

/** Tells the platform about disputes. */
@Injectable()
@Subscribes({ name: 'announce-dispute-webhooks', topics: ['dispute.changed'] })
export class AnnounceDisputesJob implements OutboxSubscriber<'dispute.changed'> {
  constructor(
    private readonly announce: AnnounceEvents,
    private readonly db: UnitOfWork,
  ) {}

  async handle(events: readonly OutboxEvent<'dispute.changed'>[]): Promise<void> {
    const listeners = await this.announce.listeners();
    if (listeners.length === 0) return;
    const ids = [...new Set(events.map(({ payload }) => payload.disputeId))];
    const disputes = await readDisputeViews(this.db, ids);
    await this.announce.run(
      events.flatMap(({ id, payload }) => {
        const type = EVENT_OF[payload.news];
        const data = disputes.get(payload.disputeId);
        if (!data) return [];
        const { accountId } = data;
        const eventId = webhookEventId(id, type);
        return [{ eventId, type, accountId, transactionId: null, data, occurredAt: idTime(id) }];
      }),
      listeners,
    );
  }
}
