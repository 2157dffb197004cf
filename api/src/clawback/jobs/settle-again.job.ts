import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type OutboxEvent, type OutboxSubscriber, Subscribes } from '../../platform/outbox/subscriber.js';
import { SettlePurchase } from '../commands/settle-purchase.js';
import { readClaims } from '../persistence/claims.store.js';

const ACTOR = { type: 'system', id: 'settle-again' } as const;

/**
 * A purchase whose money went back while its coins were held owes those coins for the moment. When the hold ends they are
 * free, or void, so the purchase is settled once more.
 */
@Injectable()
@Subscribes({ name: 'settle-again', topics: ['hold.ended'] })
export class SettleAgainJob implements OutboxSubscriber<'hold.ended'> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly settle: SettlePurchase,
  ) {}

  async handle(events: readonly OutboxEvent<'hold.ended'>[]): Promise<void> {
    for (const { payload } of events) {
      const purchase = { accountId: payload.accountId, purchaseId: payload.transactionId };
      if ((await readClaims(this.uow, purchase)).length === 0) continue;
      await this.uow.run((tx) =>
        this.settle.run(tx, { purchase, claim: null, at: this.clock.now(), actor: ACTOR }),
      );
    }
  }
}
