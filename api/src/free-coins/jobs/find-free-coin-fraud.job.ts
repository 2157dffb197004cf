import { Injectable } from '@nestjs/common';
import { type OutboxEvent, type OutboxSubscriber, Subscribes } from '../../platform/outbox/subscriber.js';
import { RaiseRefundsAfterGift } from '../commands/raise-refunds-after-gift.js';
import { RaiseUnpaidAttempts } from '../commands/raise-unpaid-attempts.js';

type MoneyBack = 'refund.changed' | 'dispute.changed';

/** Whoever wants money back is looked at as soon as they ask, whatever becomes of it. */
@Injectable()
@Subscribes({ name: 'find-refunds-after-gift', topics: ['refund.changed', 'dispute.changed'] })
export class FindRefundsAfterGiftJob implements OutboxSubscriber<MoneyBack> {
  constructor(private readonly raise: RaiseRefundsAfterGift) {}

  handle(events: readonly OutboxEvent<MoneyBack>[]): Promise<void> {
    return this.raise.run(
      events.map(({ payload }) => payload.accountId).filter((accountId) => accountId !== null),
    );
  }
}

type Decided = 'transactions.decided' | 'hold.ended';

/** Purchases that were refused for their payment, and those whose payment never came. */
@Injectable()
@Subscribes({ name: 'find-unpaid-attempts', topics: ['transactions.decided', 'hold.ended'] })
export class FindUnpaidAttemptsJob implements OutboxSubscriber<Decided> {
  constructor(private readonly raise: RaiseUnpaidAttempts) {}

  handle(events: readonly OutboxEvent<Decided>[]): Promise<void> {
    return this.raise.run(
      events.flatMap(({ payload }) =>
        'items' in payload ? payload.items : [[payload.accountId, payload.transactionId] as const],
      ),
    );
  }
}
