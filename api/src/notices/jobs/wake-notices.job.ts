import { Injectable } from '@nestjs/common';
import { type OutboxEvent, type OutboxSubscriber, Subscribes } from '../../platform/outbox/subscriber.js';
import { WakeNotices } from '../commands/wake-notices.js';

type Decided = OutboxEvent<'transactions.decided' | 'hold.ended'>;

@Injectable()
@Subscribes({ name: 'wake-notices', topics: ['transactions.decided', 'hold.ended'] })
export class WakeNoticesJob implements OutboxSubscriber {
  constructor(private readonly wakeNotices: WakeNotices) {}

  async handle(events: readonly OutboxEvent[]): Promise<void> {
    await this.wakeNotices.run(
      (events as readonly Decided[]).flatMap(({ payload }) =>
        'items' in payload ? payload.items : [[payload.accountId, payload.transactionId] as const],
      ),
    );
  }
}
