import {
  type AccountRequest,
  type AccountTransactions,
  type AccountTransactionsQuery,
  type AccountView,
  account,
  accountRequest,
  accountTransactions,
  accountTransactionsQuery,
  accountWallet,
  id,
  type WalletView,
} from '@coinwarden/contracts';
import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Requires } from '../platform/access/requires.js';
import { RegisterAccounts } from './commands/register-accounts.js';
import { AccountReader } from './queries/account-reader.js';
import { AccountTransactionList } from './queries/account-transactions.js';
import { accountView } from './queries/account-view.js';

@ApiTags('accounts')
@Controller('v1/accounts/:accountId')
export class AccountsController {
  constructor(
    private readonly registerAccounts: RegisterAccounts,
    private readonly accounts: AccountReader,
    private readonly transactionList: AccountTransactionList,
  ) {}

  /** Registers the account, or brings it up to date; saying the same again changes nothing. */
  @Put()
  @Requires('account.write')
  @ApiOkResponse({ standardSchema: account })
  async put(
    @Param('accountId', { schema: id }) accountId: string,
    @Body({ schema: accountRequest }) request: AccountRequest,
  ): Promise<AccountView> {
    return accountView(await this.registerAccounts.one({ accountId, ...request }));
  }

  @Get()
  @Requires('account.read')
  @ApiOkResponse({ standardSchema: account })
  read(@Param('accountId', { schema: id }) accountId: string): Promise<AccountView> {
    return this.accounts.account(accountId);
  }

  /** What the account owns now: coins by kind, what is held and what can be spent, diamonds and debt. */
  @Get('wallet')
  @Requires('account.read')
  @ApiOkResponse({ standardSchema: accountWallet })
  wallet(@Param('accountId', { schema: id }) accountId: string): Promise<WalletView> {
    return this.accounts.wallet(accountId);
  }

  /** The account's own transactions, or the gifts it received, newest first. */
  @Get('transactions')
  @Requires('account.read')
  @ApiOkResponse({ standardSchema: accountTransactions })
  transactions(
    @Param('accountId', { schema: id }) accountId: string,
    @Query({ schema: accountTransactionsQuery }) query: AccountTransactionsQuery,
  ): Promise<AccountTransactions> {
    return this.transactionList.page(accountId, query);
  }
}
