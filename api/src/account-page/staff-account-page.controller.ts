import {
  type AccountLots as AccountLotsView,
  type AccountPurchases as AccountPurchasesView,
  type AccountSummary as AccountSummaryView,
  type AccountTimelineQuery,
  type AccountTimeline as AccountTimelineView,
  type AccountTransactions,
  accountLots,
  accountPurchases,
  accountSummary,
  accountTimeline,
  accountTimelineQuery,
  accountTransactions,
  accountTransactionsQuery,
  id,
  pageQuery,
  type Revealed,
  type RevealRequest,
  revealed,
  revealRequest,
} from '@coinwarden/contracts';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { AccountTransactionList } from '../accounts/accounts.public.js';
import { CurrentStaff, type StaffActor } from '../platform/access/actor.js';
import { Requires } from '../platform/access/requires.js';
import { RevealDetail } from './commands/reveal-detail.js';
import { AccountLots } from './queries/account-lots.js';
import { AccountPurchases } from './queries/account-purchases.js';
import { AccountSummary } from './queries/account-summary.js';
import { AccountTimeline } from './timeline/account-timeline.js';

const giftsQuery = accountTransactionsQuery.omit({ kind: true });

@ApiTags('staff: accounts')
@Controller('staff/accounts/:id')
export class StaffAccountPageController {
  constructor(
    private readonly summary: AccountSummary,
    private readonly timeline: AccountTimeline,
    private readonly lots: AccountLots,
    private readonly purchases: AccountPurchases,
    private readonly transactions: AccountTransactionList,
    private readonly revealDetail: RevealDetail,
  ) {}

  /** The first view of the account's page: who it is, what stands against it, what it owns and may spend. */
  @Get('summary')
  @Requires('account.read')
  @ApiOkResponse({ standardSchema: accountSummary })
  readSummary(
    @CurrentStaff() actor: StaffActor,
    @Param('id', { schema: id }) accountId: string,
  ): Promise<AccountSummaryView> {
    return this.summary.read(accountId, actor);
  }

  /** Everything that happened to the account, newest first. What the reader may not read is left out and said so. */
  @Get('timeline')
  @Requires('account.read')
  @ApiOkResponse({ standardSchema: accountTimeline })
  readTimeline(
    @CurrentStaff() { permissions }: StaffActor,
    @Param('id', { schema: id }) accountId: string,
    @Query({ schema: accountTimelineQuery }) query: AccountTimelineQuery,
  ): Promise<AccountTimelineView> {
    return this.timeline.read(accountId, query, permissions);
  }

  /** The coins it has, lot by lot in the order they are spent, and the diamonds that wait. */
  @Get('lots')
  @Requires('account.read')
  @ApiOkResponse({ standardSchema: accountLots })
  readLots(@Param('id', { schema: id }) accountId: string): Promise<AccountLotsView> {
    return this.lots.read(accountId);
  }

  /** What it bought, newest first. */
  @Get('purchases')
  @Requires('transaction.read')
  @ApiOkResponse({ standardSchema: accountPurchases })
  readPurchases(
    @CurrentStaff() { permissions }: StaffActor,
    @Param('id', { schema: id }) accountId: string,
    @Query({ schema: pageQuery }) query: z.infer<typeof pageQuery>,
  ): Promise<AccountPurchasesView> {
    return this.purchases.page(accountId, query, permissions);
  }

  /** The gifts it sent, or those it received, newest first. */
  @Get('gifts')
  @Requires('transaction.read')
  @ApiOkResponse({ standardSchema: accountTransactions })
  readGifts(
    @Param('id', { schema: id }) accountId: string,
    @Query({ schema: giftsQuery }) query: z.infer<typeof giftsQuery>,
  ): Promise<AccountTransactions> {
    return this.transactions.page(accountId, { ...query, kind: 'gift' });
  }

  /** One personal detail in clear; the audit log keeps who saw it. */
  @Post('reveals')
  @HttpCode(200)
  @Requires('pii.reveal')
  @ApiOkResponse({ standardSchema: revealed })
  reveal(
    @CurrentStaff() actor: StaffActor,
    @Param('id', { schema: id }) accountId: string,
    @Body({ schema: revealRequest }) request: RevealRequest,
  ): Promise<Revealed> {
    return this.revealDetail.run(actor, accountId, request);
  }
}
