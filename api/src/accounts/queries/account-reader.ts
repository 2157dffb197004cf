import type { AccountView, WalletView } from '@coinwarden/contracts';
import { Injectable } from '@nestjs/common';
import { walletView } from '../../decisions/decisions.public.js';
import { readWallets } from '../../ledger/ledger.public.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { readAccount } from '../persistence/accounts.store.js';
import { accountView } from './account-view.js';

const unknown = (accountId: string) =>
  new ProblemError('account.unknown', `There is no account ${accountId}.`);

/** One account, and what it owns. */
@Injectable()
export class AccountReader {
  constructor(
    private readonly db: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async account(accountId: string): Promise<AccountView> {
    const found = await readAccount(this.db, accountId);
    if (!found) throw unknown(accountId);
    return accountView(found);
  }

  async wallet(accountId: string): Promise<WalletView> {
    const found = (await readWallets(this.db, [accountId])).get(accountId);
    if (!found) throw unknown(accountId);
    return walletView(found.wallet, this.clock.now());
  }
}
