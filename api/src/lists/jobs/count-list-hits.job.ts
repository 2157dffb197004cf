import { idTime } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type OutboxEvent, type OutboxSubscriber, Subscribes } from '../../platform/outbox/subscriber.js';
import { insertListHits } from '../persistence/list-hits.store.js';

/** Counts what list entries matched, after the decisions that they were part of. */
@Injectable()
@Subscribes({ name: 'count-list-hits', topics: ['lists.matched'] })
export class CountListHitsJob implements OutboxSubscriber<'lists.matched'> {
  constructor(private readonly uow: UnitOfWork) {}

  async handle(events: readonly OutboxEvent<'lists.matched'>[]): Promise<void> {
    const hits = events.flatMap(({ payload }) =>
      payload.items.map(([entryId, accountId, transactionId, outcome]) => ({
        entryId,
        kind: 'transaction' as const,
        sourceId: transactionId,
        accountId,
        outcome,
        at: idTime(transactionId),
      })),
    );
    await this.uow.run((tx) => insertListHits(tx, hits));
  }
}
