import type { StaffAccountDetail } from '@coinwarden/contracts';
import { moneyBackOf30Days, type Permission } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { walletView } from '../../decisions/decisions.public.js';
import { readWallets } from '../../ledger/ledger.public.js';
import { ReadLimits } from '../../limits/limits.public.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { readAccount } from '../persistence/accounts.store.js';
import { readRepaid } from '../persistence/debts.store.js';
import { accountRecord } from './account-records.js';

/** Everything about one account that fits on a page: who it is, what it owns and what it may still spend. */
@Injectable()
export class AccountPage {
  constructor(
    private readonly db: UnitOfWork,
    private readonly clock: Clock,
    private readonly limits: ReadLimits,
  ) {}

  async read(accountId: string, permissions: ReadonlySet<Permission>): Promise<StaffAccountDetail> {
    const account = await readAccount(this.db, accountId);
    const owned = (await readWallets(this.db, [accountId])).get(accountId);
    if (!account || !owned) throw new ProblemError('account.unknown', `There is no account ${accountId}.`);
    const { debtCoins } = owned.wallet;
    const now = this.clock.now();
    const { refunds, disputes } = account.moneyBack;
    return {
      ...accountRecord(account, permissions),
      wallet: walletView(owned.wallet, now),
      limits: await this.limits.rooms(owned),
      moneyBack: { refunds, refunds30d: moneyBackOf30Days(account.moneyBack, now).refunds, disputes },
      debt: debtCoins === 0n ? null : { coins: Number(debtCoins), ...(await readRepaid(this.db, accountId)) },
    };
  }
}
