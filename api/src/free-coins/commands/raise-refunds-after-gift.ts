import { findRefundsAfterGift, type NewAlert } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { raiseAlerts } from '../../cases/cases.public.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { readAskedBack } from '../persistence/asked-back.store.js';

/**
 * Asks people to look at accounts that give their coins away and want the money back. Everything follows from what is
 * stored, so looking again changes nothing; each further purchase is an alert of its own in the same case.
 */
@Injectable()
export class RaiseRefundsAfterGift {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async run(accountIds: readonly string[]): Promise<void> {
    if (accountIds.length === 0) return;
    const now = this.clock.now();
    await this.uow.run(async (tx) => {
      const asked = await readAskedBack(tx, [...new Set(accountIds)]);
      const alerts = [...asked].flatMap(([accountId, purchases]): NewAlert[] => {
        const found = findRefundsAfterGift(purchases, now);
        if (found === null) return [];
        return [
          {
            kind: 'free_coins',
            key: `refund-after-gift:${found.purchaseIds.at(-1)}`,
            accountId,
            score: found.score,
            reason: {
              code: 'free_coins.refund_after_gift',
              message: 'The account gave its coins away within hours and wants the money back.',
              values: {
                purchases: found.purchaseIds.length,
                purchaseId: found.purchaseIds.at(-1)!,
                coins: Number(found.coins),
                disputes: found.disputes,
              },
            },
            valueAtRiskUsdMinor: found.usdMinor,
            at: now,
          },
        ];
      });
      await raiseAlerts(tx, alerts);
    });
  }
}
