import {
  type AccountLimits,
  accountLimits,
  id,
  type StaffLimitPolicy,
  type StaffLimitsRequest,
  staffLimitPolicy,
  staffLimitsRequest,
} from '@coinwarden/contracts';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { CurrentStaff, type StaffActor } from '../platform/access/actor.js';
import { Requires } from '../platform/access/requires.js';
import { Clock } from '../platform/clock/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { ProblemError } from '../platform/http/problem-error.js';
import { findStaffRecord, listStaffRecords } from '../platform/http/staff-list.js';
import { SetLimits } from './commands/set-limits.js';
import type { LimitPolicyRow } from './persistence/limit-policies.store.js';
import { limitPolicyResource, toLimitPolicy } from './queries/limit-policy-resource.js';
import { ReadLimits } from './queries/read-limits.js';

@ApiTags('staff: limits')
@Controller('staff')
export class StaffLimitsController {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly readLimits: ReadLimits,
    private readonly setLimits: SetLimits,
  ) {}

  @Get('limit-policies')
  @Requires('limit_policy.read')
  @ApiOkResponse({ standardSchema: z.array(staffLimitPolicy) })
  async listPolicies(
    @Query() query: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<readonly StaffLimitPolicy[]> {
    const now = this.clock.now();
    const page = await listStaffRecords(this.uow, limitPolicyResource(now), query, toLimitPolicy(now));
    return page.answer(reply);
  }

  @Get('limit-policies/:id')
  @Requires('limit_policy.read')
  @ApiOkResponse({ standardSchema: staffLimitPolicy })
  async readPolicy(@Param('id') policyId: string): Promise<StaffLimitPolicy> {
    const now = this.clock.now();
    const row = await findStaffRecord<LimitPolicyRow>(this.uow, limitPolicyResource(now), policyId);
    if (!row) throw new ProblemError('record.unknown');
    return toLimitPolicy(now)(row);
  }

  /** Every limit on the account with its room, and what it will become. */
  @Get('accounts/:id/limits')
  @Requires('limit.read')
  @ApiOkResponse({ standardSchema: accountLimits })
  read(@Param('id', { schema: id }) accountId: string): Promise<AccountLimits> {
    return this.readLimits.read(accountId);
  }

  /** Replaces the staff layer of one account, at once in both directions. */
  @Post('accounts/:id/actions/set_limits')
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
