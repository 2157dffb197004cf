import {
  type AccountActionRequest,
  accountActionRequest,
  id,
  type StaffAccount,
  type StaffAccountDetail,
  staffAccount,
  staffAccountDetail,
} from '@coinwarden/contracts';
import { ACCOUNT_ACTIONS, type AccountAction } from '@coinwarden/domain';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { CurrentStaff, type StaffActor } from '../platform/access/actor.js';
import { Requires } from '../platform/access/requires.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { listStaffRecords } from '../platform/http/staff-list.js';
import { ChangeAccountStatus } from './commands/change-account-status.js';
import { type AccountRow, toAccountRecord } from './persistence/accounts.store.js';
import { AccountPage } from './queries/account-page.js';
import { accountRecord, accountsFor } from './queries/account-records.js';

@ApiTags('staff: accounts')
@Controller('staff/accounts')
export class StaffAccountsController {
  constructor(
    private readonly db: UnitOfWork,
    private readonly page: AccountPage,
    private readonly changeStatus: ChangeAccountStatus,
  ) {}

  @Get()
  @Requires('account.read')
  @ApiOkResponse({ standardSchema: z.array(staffAccount) })
  async list(
    @CurrentStaff() { permissions }: StaffActor,
    @Query() query: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<readonly StaffAccount[]> {
    const toRecord = (row: AccountRow) => accountRecord(toAccountRecord(row), permissions);
    return (await listStaffRecords(this.db, accountsFor(permissions), query, toRecord)).answer(reply);
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
