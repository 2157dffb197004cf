import type { AccountLimits, DecisionAnswer } from '@coinwarden/contracts';
import { decodeUsage, LIMIT_MEASURES, policyLimits, roomsFor, type SpendingLimit } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { readWallets, type WalletRecord } from '../../ledger/ledger.public.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Queryable } from '../../platform/database/sql.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { LimitPolicies } from '../limit-policies.js';
import { limitsOf } from '../persistence/account-limits.store.js';
import { limitsView, roomView } from './limits-view.js';

/** Every limit on an account, of whatever layer, with the room under it now. */
@Injectable()
export class ReadLimits {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly policies: LimitPolicies,
    private readonly clock: Clock,
  ) {}

  /** What is in force and what is waiting. Throws ProblemError `account.unknown`. */
  async read(accountId: string, db: Queryable = this.uow): Promise<AccountLimits> {
    const record = (await readWallets(db, [accountId])).get(accountId);
    if (!record) throw new ProblemError('account.unknown');
    return this.of(record, db);
  }

  async of(record: WalletRecord, db: Queryable = this.uow): Promise<AccountLimits> {
    const limits = await this.all(record, db);
    return limitsView({ record, limits, now: this.clock.now() });
  }

  /** The binding limit of each measure and window, as a decision's answer lists them. */
  async rooms(record: WalletRecord, db: Queryable = this.uow): Promise<DecisionAnswer['limits']> {
    const limits = await this.all(record, db);
    const usage = decodeUsage(record.usage);
    const { timeZone } = record.account;
    return LIMIT_MEASURES.flatMap((measure) =>
      roomsFor({ limits, usage, measure, at: this.clock.now(), timeZone }).map(roomView),
    );
  }

  private async all({ account }: WalletRecord, db: Queryable): Promise<SpendingLimit[]> {
    const own = await limitsOf(db, [account.accountId]);
    const policies = await this.policies.load(db);
    return [...policyLimits(policies, account), ...(own.get(account.accountId) ?? [])];
  }
}
