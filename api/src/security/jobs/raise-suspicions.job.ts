import { type NewAlert, reachableUsdMinor } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { raiseAlerts } from '../../cases/cases.public.js';
import { readWallets } from '../../ledger/ledger.public.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type OutboxEvent, type OutboxSubscriber, Subscribes } from '../../platform/outbox/subscriber.js';

/** Puts what looks like a takeover or card testing before people; at stake is what could be carried away now. */
@Injectable()
@Subscribes({ name: 'raise-suspicions', topics: ['security.suspected'] })
export class RaiseSuspicionsJob implements OutboxSubscriber<'security.suspected'> {
  constructor(private readonly uow: UnitOfWork) {}

  async handle(events: readonly OutboxEvent<'security.suspected'>[]): Promise<void> {
    const items = events.flatMap(({ payload }) => payload.items);
    await this.uow.run(async (tx) => {
      const wallets = await readWallets(tx, [...new Set(items.map(({ accountId }) => accountId))]);
      const alerts = items.map((suspicion): NewAlert => {
        const record = wallets.get(suspicion.accountId);
        const valueAtRiskUsdMinor = record ? reachableUsdMinor(record.wallet, suspicion.at) : 0n;
        return { kind: 'security', ...suspicion, valueAtRiskUsdMinor };
      });
      await raiseAlerts(tx, alerts);
    });
  }
}
