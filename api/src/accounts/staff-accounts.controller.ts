import {
  type AccountActionRequest,
  accountActionRequest,
  id,
  type StaffAccountDetail,
  staffAccount,
  staffAccountDetail,
} from '@coinwarden/contracts';
import { ACCOUNT_ACTIONS, type AccountAction } from '@coinwarden/domain';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { CurrentStaff, type StaffActor } from '../platform/access/actor.js';
import { Requires } from '../platform/access/requires.js';
import { Lists, listOf, type StaffList } from '../platform/http/list-route.js';
import { ChangeAccountStatus } from './commands/change-account-status.js';
import { type AccountRow, toAccountRecord } from './persistence/accounts.store.js';
import { AccountPage } from './queries/account-page.js';
import { accountRecord, accountsFor } from './queries/account-records.js';

@ApiTags('staff: accounts')
@Controller('staff/accounts')
export class StaffAccountsController {
  constructor(
    private readonly page: AccountPage,
    private readonly changeStatus: ChangeAccountStatus,
  ) {}

  @Get()
  @Requires('account.read')
  @Lists(staffAccount)
  list(@CurrentStaff() { permissions }: StaffActor): StaffList {
    const toRecord = (row: AccountRow) => accountRecord(toAccountRecord(row), permissions);
    return listOf(accountsFor(permissions), toRecord);
  }

  @Get(':id')
  @Requires('account.read')
  @ApiOkResponse({ standardSchema: staffAccountDetail })
  one(
    @CurrentStaff() { permissions }: StaffActor,
    @Param('id', { schema: id }) accountId: string,
  ): Promise<StaffAccountDetail> {
    return this.page.read(accountId, permissions);
  }

  /** `restrict`, `suspend`, `release` or `close`, always with a reason. */
  @Post(':id/actions/:action')
  @HttpCode(200)
  @Requires('account.enforce')
  @ApiOkResponse({ standardSchema: staffAccountDetail })
  async act(
    @CurrentStaff() actor: StaffActor,
    @Param('id', { schema: id }) accountId: string,
    @Param('action', { schema: z.enum(ACCOUNT_ACTIONS) }) action: AccountAction,
    @Body({ schema: accountActionRequest }) { reason }: AccountActionRequest,
  ): Promise<StaffAccountDetail> {
    await this.changeStatus.run(actor, { accountId, action, reason: reason ?? null });
    return this.page.read(accountId, actor.permissions);
  }
}
