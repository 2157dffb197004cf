import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { LEDGER_CHECKS } from './ledger-checks.js';

export interface LedgerDifference {
  readonly check: string;
  readonly subject: string;
  readonly detail: string;
}

/** Replays the ledger against the balances, lots and holds, all on one snapshot, so it can run beside live traffic. */
@Injectable()
export class VerifyLedger {
  constructor(private readonly uow: UnitOfWork) {}

  /** The first thing that does not add up, or null. `onCheck` hears each promise as it is kept. */
  firstDifference(onCheck: (name: string) => void = () => undefined): Promise<LedgerDifference | null> {
    return this.uow.run(async (tx) => {
      await tx.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
      await tx.query('SET LOCAL statement_timeout = 0');
      for (const { name, text } of LEDGER_CHECKS) {
        const [found] = await tx.query<{ subject: string; detail: string }>(text);
        if (found) return { check: name, ...found };
        onCheck(name);
      }
      return null;
    });
  }
}
