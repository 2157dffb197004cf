import {
  type AccountLimits,
  accountLimits,
  id,
  type StaffLimitsRequest,
  staffLimitsRequest,
} from '@coinwarden/contracts';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentStaff, type StaffActor } from '../platform/access/actor.js';
import { Requires } from '../platform/access/requires.js';
import { SetLimits } from './commands/set-limits.js';
import { ReadLimits } from './queries/read-limits.js';

@ApiTags('staff: limits')
@Controller('staff/accounts/:id')
export class StaffLimitsController {
  constructor(
    private readonly readLimits: ReadLimits,
    private readonly setLimits: SetLimits,
  ) {}

  /** Every limit on the account with its room, and what it will become. */
  @Get('limits')
  @Requires('limit.read')
  @ApiOkResponse({ standardSchema: accountLimits })
  read(@Param('id', { schema: id }) accountId: string): Promise<AccountLimits> {
    return this.readLimits.read(accountId);
  }

  /** Replaces the staff layer of one account, at once in both directions. */
  @Post('actions/set_limits')
  @HttpCode(200)
  @Requires('limit.enforce')
  @ApiOkResponse({ standardSchema: accountLimits })
  set(
    @Param('id', { schema: id }) accountId: string,
    @Body({ schema: staffLimitsRequest }) { limits, reason }: StaffLimitsRequest,
    @CurrentStaff() actor: StaffActor,
  ): Promise<AccountLimits> {
    return this.setLimits.run({ accountId, layer: 'staff', limits, actor, reason });
  }
}
