import {
  type ReleaseMoneyBackPolicy,
  releaseMoneyBackPolicy,
  type StaffMoneyBackPolicy,
  staffMoneyBackPolicy,
} from '@coinwarden/contracts';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentStaff, type StaffActor } from '../platform/access/actor.js';
import { Requires } from '../platform/access/requires.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Lists, listOf, type StaffList } from '../platform/http/list-route.js';
import { ProblemError } from '../platform/http/problem-error.js';
import { findStaffRecord } from '../platform/http/staff-list.js';
import { ReleasePolicy } from './commands/release-policy.js';
import { POLICIES, type PolicyRow, policyRecord } from './queries/policy-records.js';

@ApiTags('staff: money-back policies')
@Controller('staff/money-back-policies')
export class StaffMoneyBackPoliciesController {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly releasePolicy: ReleasePolicy,
  ) {}

  /** Every version of every kind; `filter={"live":true}` for those in force. */
  @Get()
  @Requires('money_back_policy.read')
  @Lists(staffMoneyBackPolicy)
  list(@CurrentStaff() actor: StaffActor): StaffList {
    return listOf(POLICIES, policyRecord(actor));
  }

  @Get(':id')
  @Requires('money_back_policy.read')
  @ApiOkResponse({ standardSchema: staffMoneyBackPolicy })
  async one(@CurrentStaff() actor: StaffActor, @Param('id') id: string): Promise<StaffMoneyBackPolicy> {
    const row = await findStaffRecord<PolicyRow>(this.uow, POLICIES, id);
    if (!row) throw new ProblemError('record.unknown');
    return policyRecord(actor)(row);
  }

  /** Releases a version that follows the one in force; it binds from its commit on. */
  @Post()
  @Requires('money_back_policy.write')
  @ApiCreatedResponse({ standardSchema: staffMoneyBackPolicy })
  release(
    @CurrentStaff() actor: StaffActor,
    @Body({ schema: releaseMoneyBackPolicy }) request: ReleaseMoneyBackPolicy,
  ): Promise<StaffMoneyBackPolicy> {
    return this.releasePolicy.run(actor, request);
  }
}
