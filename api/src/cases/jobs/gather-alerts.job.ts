import { Injectable } from '@nestjs/common';
import { type OutboxEvent, type OutboxSubscriber, Subscribes } from '../../platform/outbox/subscriber.js';
import { RaiseHeld } from '../commands/raise-held.js';
import { RaiseReports } from '../commands/raise-reports.js';
import { SettleEndedHolds } from '../commands/settle-ended-holds.js';

/** Gathers what waits for a person, after the decision that made it wait. */
@Injectable()
@Subscribes({ name: 'raise-held-transactions', topics: ['transactions.decided'] })
export class RaiseHeldTransactionsJob implements OutboxSubscriber<'transactions.decided'> {
  constructor(private readonly raiseHeld: RaiseHeld) {}

  handle(events: readonly OutboxEvent<'transactions.decided'>[]): Promise<void> {
    return this.raiseHeld.these(events.flatMap(({ payload }) => payload.items));
  }
}

@Injectable()
@Subscribes({ name: 'settle-ended-holds', topics: ['hold.ended'] })
export class SettleEndedHoldsJob implements OutboxSubscriber<'hold.ended'> {
  constructor(private readonly endedHolds: SettleEndedHolds) {}

  handle(events: readonly OutboxEvent<'hold.ended'>[]): Promise<void> {
    return this.endedHolds.these(events.map(({ payload }) => payload.transactionId));
  }
}

@Injectable()
@Subscribes({ name: 'raise-reports', topics: ['account.reported'] })
export class RaiseReportsJob implements OutboxSubscriber<'account.reported'> {
  constructor(private readonly raiseReports: RaiseReports) {}

  handle(events: readonly OutboxEvent<'account.reported'>[]): Promise<void> {
    return this.raiseReports.these(events.map(({ payload }) => payload));
  }
}
