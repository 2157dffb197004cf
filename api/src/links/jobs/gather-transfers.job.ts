import { Injectable } from '@nestjs/common';
import { type OutboxEvent, type OutboxSubscriber, Subscribes } from '../../platform/outbox/subscriber.js';
import type { TransactionRef } from '../../platform/outbox/topics.js';
import { GatherTransfers } from '../commands/gather-transfers.js';

/** Takes up decided transactions, and those that a person or the clock has let through since. */
@Injectable()
@Subscribes({ name: 'gather-links', topics: ['transactions.decided', 'hold.ended'] })
export class GatherTransfersJob implements OutboxSubscriber<'transactions.decided' | 'hold.ended'> {
  constructor(private readonly gather: GatherTransfers) {}

  handle(events: readonly OutboxEvent<'transactions.decided' | 'hold.ended'>[]): Promise<void> {
    return this.gather.run(events.flatMap(refsOf));
  }
}

const refsOf = ({
  payload,
}: OutboxEvent<'transactions.decided' | 'hold.ended'>): readonly TransactionRef[] =>
  'items' in payload ? payload.items : [[payload.accountId, payload.transactionId]];
