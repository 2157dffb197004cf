import { findUnpaidAttempts, type NewAlert, type UnpaidAttempts } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { raiseAlerts } from '../../cases/cases.public.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { TransactionRef } from '../../platform/outbox/topics.js';
import { accountsThatDidNotPay, readUnpaidAttempts } from '../persistence/unpaid-attempts.store.js';

/** Asks people to look at accounts that keep trying to get coins without paying. Looking again changes nothing. */
@Injectable()
export class RaiseUnpaidAttempts {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async run(refs: readonly TransactionRef[]): Promise<void> {
    if (refs.length === 0) return;
    const now = this.clock.now();
    await this.uow.run(async (tx) => {
      const accountIds = await accountsThatDidNotPay(tx, refs);
      if (accountIds.length === 0) return;
      const attempts = await readUnpaidAttempts(tx, accountIds);
      const alerts = [...attempts].flatMap(([accountId, made]) => {
        const found = findUnpaidAttempts(made, now);
        return found === null ? [] : [alertOf(accountId, found, now)];
      });
      await raiseAlerts(tx, alerts);
    });
  }
}

/** One alert a month: who tries again after a case was closed is a new one. */
const alertOf = (accountId: string, found: UnpaidAttempts, at: number): NewAlert => ({
  kind: 'free_coins',
  key: `unpaid:${new Date(found.firstAt).toISOString().slice(0, 7)}`,
  accountId,
  score: found.score,
  reason: {
    code: 'free_coins.unpaid',
    message: 'The account keeps trying to get coins that nobody paid for.',
    values: { attempts: found.attempts, ways: found.kinds },
  },
  valueAtRiskUsdMinor: found.usdMinor,
  at,
});
