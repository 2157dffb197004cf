import {
  type AccountLimits,
  accountLimits,
  type Exclusion,
  exclusion,
  id,
  type LimitOverrideRequest,
  limitOverrideRequest,
  type NextSpend,
  type NextSpendQuery,
  nextSpend,
  nextSpendQuery,
  type SpendingAnswer,
  type StaffExclusionRequest,
  type StaffLimitOverride,
  type StaffLimitsRequest,
  spendingAnswer,
  staffExclusionRequest,
  staffLimitOverride,
  staffLimitsRequest,
} from '@coinwarden/contracts';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentStaff, type StaffActor } from '../platform/access/actor.js';
import { Requires } from '../platform/access/requires.js';
import { ExcludeAccount } from './commands/exclude-account.js';
import { OverrideLimit } from './commands/override-limit.js';
import { SetLimits } from './commands/set-limits.js';
import { PersonalLimitRecords } from './queries/personal-limit-records.js';
import { ReadLimits } from './queries/read-limits.js';
import { SpendingAnswers } from './queries/spending-answer.js';

@ApiTags('staff: limits')
@Controller('staff/accounts/:id')
export class StaffLimitsController {
  constructor(
    private readonly readLimits: ReadLimits,
    private readonly answers: SpendingAnswers,
    private readonly records: PersonalLimitRecords,
    private readonly setLimits: SetLimits,
    private readonly overrideLimit: OverrideLimit,
    private readonly excludeAccount: ExcludeAccount,
  ) {}

  /** Every limit on the account with its room, and what it will become. */
  @Get('limits')
  @Requires('limit.read')
  @ApiOkResponse({ standardSchema: accountLimits })
  read(@Param('id', { schema: id }) accountId: string): Promise<AccountLimits> {
    return this.readLimits.read(accountId);
  }

  /** Why it was refused lately, and everything that limits it now with where that comes from. */
  @Get('spending')
  @Requires('limit.read')
  @ApiOkResponse({ standardSchema: spendingAnswer })
  spending(@Param('id', { schema: id }) accountId: string): Promise<SpendingAnswer> {
    return this.answers.read(accountId);
  }

  /** When so much can be spent, if nothing is spent before. */
  @Get('spending/next')
  @Requires('limit.read')
  @ApiOkResponse({ standardSchema: nextSpend })
  next(
    @Param('id', { schema: id }) accountId: string,
    @Query({ schema: nextSpendQuery }) query: NextSpendQuery,
  ): Promise<NextSpend> {
    return this.answers.next(accountId, query);
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

  /** Sets one limit of staff, or lifts the platform's, until a moment. */
  @Post('actions/override_limit')
  @HttpCode(200)
  @Requires('limit.enforce')
  @ApiOkResponse({ standardSchema: staffLimitOverride })
  async override(
    @Param('id', { schema: id }) accountId: string,
    @Body({ schema: limitOverrideRequest }) request: LimitOverrideRequest,
    @CurrentStaff() actor: StaffActor,
  ): Promise<StaffLimitOverride> {
    return this.records.override(actor, await this.overrideLimit.execute(actor, accountId, request));
  }

  /** Excludes the account on its owner's request, or makes that longer. Nobody can shorten it. */
  @Post('exclusions')
  @HttpCode(200)
  @Requires('limit.write')
  @ApiOkResponse({ standardSchema: exclusion })
  exclude(
    @Param('id', { schema: id }) accountId: string,
    @Body({ schema: staffExclusionRequest }) { until, reason }: StaffExclusionRequest,
    @CurrentStaff() actor: StaffActor,
  ): Promise<Exclusion> {
    return this.excludeAccount.run({ accountId, until: new Date(until), actor, reason });
  }
}
