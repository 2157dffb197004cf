import { Module } from '@nestjs/common';
import { LimitsModule } from '../limits/limits.public.js';
import { AccountsController } from './accounts.controller.js';
import { ChangeAccountStatus } from './commands/change-account-status.js';
import { LinkGuardian } from './commands/link-guardian.js';
import { RegisterAccounts } from './commands/register-accounts.js';
import { AccountPage } from './queries/account-page.js';
import { AccountReader } from './queries/account-reader.js';
import { AccountTransactionList } from './queries/account-transactions.js';
import { FindAccounts } from './queries/find-accounts.js';
import { Guardianships } from './queries/guardianship.js';
import { StaffAccountsController } from './staff-accounts.controller.js';
import { StaffGuardiansController } from './staff-guardians.controller.js';

@Module({
  imports: [LimitsModule],
  controllers: [AccountsController, StaffAccountsController, StaffGuardiansController],
  providers: [
    FindAccounts,
    RegisterAccounts,
    ChangeAccountStatus,
    LinkGuardian,
    AccountReader,
    AccountPage,
    AccountTransactionList,
    Guardianships,
  ],
  exports: [RegisterAccounts, ChangeAccountStatus, AccountPage, AccountTransactionList],
})
export class AccountsModule {}
