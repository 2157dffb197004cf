import {
  eventOfAccountStatus,
  eventOfHoldEnd,
  eventOfOutcome,
  idTime,
  isNews,
  webhookEventId,
} from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type OutboxEvent, type OutboxSubscriber, Subscribes } from '../../platform/outbox/subscriber.js';
import type { Topic, TransactionRef } from '../../platform/outbox/topics.js';
import { AnnounceEvents, type WebhookFact } from '../commands/announce-events.js';
import { readOutcomes } from '../persistence/told-transactions.store.js';

const isOf = <T extends Topic>(event: OutboxEvent, topic: T): event is OutboxEvent<T> =>
  event.topic === topic;

/** Turns announcements inside the product into the events its endpoints are told. */
@Injectable()
@Subscribes({
  name: 'announce-webhooks',
  topics: [
    'transactions.decided',
    'hold.ended',
    'transaction.restored',
    'account.status_changed',
    'debt.changed',
    'limits.changed',
    'limits.noticed',
    'guardian.changed',
  ],
})
export class AnnounceEventsJob implements OutboxSubscriber {
  constructor(
    private readonly announce: AnnounceEvents,
    private readonly db: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async handle(events: readonly OutboxEvent[]): Promise<void> {
    const listeners = await this.announce.listeners();
    if (listeners.length === 0) return;
    const decided = events.flatMap((event) =>
      isOf(event, 'transactions.decided') ? event.payload.items : [],
    );
    const facts = [...(await this.decidedFacts(decided)), ...events.flatMap(otherFact)];
    await this.announce.run(facts, listeners);
  }

  /** What an import brings in happened long ago: it is no news to the platform it came from. */
  private async decidedFacts(items: readonly TransactionRef[]): Promise<WebhookFact[]> {
    const now = this.clock.now();
    const news = items.filter(([, transactionId]) => isNews(idTime(transactionId), now));
    if (news.length === 0) return [];
    return (await readOutcomes(this.db, news)).map((row) => {
      const type = eventOfOutcome(row.outcome);
      return {
        eventId: webhookEventId(row.transaction_id, type),
        type,
        accountId: row.account_id,
        transactionId: row.transaction_id,
        data: null,
        occurredAt: row.decided_at.getTime(),
      };
    });
  }
}

function otherFact(event: OutboxEvent): WebhookFact[] {
  const occurredAt = idTime(event.id);
  if (isOf(event, 'hold.ended')) {
    return [onTransaction(eventOfHoldEnd(event.payload.end), event.payload, occurredAt)];
  }
  if (isOf(event, 'transaction.restored')) {
    return [onTransaction('transaction.restored', event.payload, occurredAt)];
  }
  if (isOf(event, 'account.status_changed')) {
    const type = eventOfAccountStatus(event.payload.status);
    return [withData(event.id, type, event.payload, occurredAt)];
  }
  if (isOf(event, 'debt.changed')) {
    return event.payload.changes.map((change, i) =>
      withData(`${event.id}_${i}`, 'account.debt_changed', change, occurredAt),
    );
  }
  if (isOf(event, 'limits.noticed')) {
    return event.payload.items.map(({ notice, ...data }, i) =>
      withData(`${event.id}_${i}`, `limit.${notice}`, data, occurredAt),
    );
  }
  if (isOf(event, 'guardian.changed'))
    return [withData(event.id, 'account.guardian_changed', event.payload, occurredAt)];
  if (isOf(event, 'limits.changed')) return [withData(event.id, 'limit.changed', event.payload, occurredAt)];
  return [];
}

const onTransaction = (
  type: WebhookFact['type'],
  { accountId, transactionId }: { accountId: string; transactionId: string },
  occurredAt: number,
): WebhookFact => ({
  eventId: webhookEventId(transactionId, type),
  type,
  accountId,
  transactionId,
  data: null,
  occurredAt,
});

const withData = (
  id: string,
  type: WebhookFact['type'],
  data: { readonly accountId: string },
  occurredAt: number,
): WebhookFact => ({
  eventId: webhookEventId(id, type),
  type,
  accountId: data.accountId,
  transactionId: null,
  data,
  occurredAt,
});
