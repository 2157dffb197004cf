import { Module } from '@nestjs/common';
import { LimitsModule } from '../limits/limits.public.js';
import { AccountsController } from './accounts.controller.js';
import { ChangeAccountStatus } from './commands/change-account-status.js';
import { RegisterAccounts } from './commands/register-accounts.js';
import { AccountPage } from './queries/account-page.js';
import { AccountReader } from './queries/account-reader.js';
import { AccountTransactionList } from './queries/account-transactions.js';
import { StaffAccountsController } from './staff-accounts.controller.js';

@Module({
  imports: [LimitsModule],
  controllers: [AccountsController, StaffAccountsController],
  providers: [RegisterAccounts, ChangeAccountStatus, AccountReader, AccountPage, AccountTransactionList],
  exports: [RegisterAccounts, ChangeAccountStatus, AccountPage, AccountTransactionList],
})
export class AccountsModule {}
