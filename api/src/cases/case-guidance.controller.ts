import {
  type CaseMacroRequest,
  type CaseOrderRequest,
  type CasePolicyRequest,
  caseMacroRequest,
  caseOrderRequest,
  casePolicyRequest,
  type StaffCaseMacro,
  type StaffCasePolicy,
  staffCaseMacro,
  staffCasePolicy,
} from '@coinwarden/contracts';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { CurrentStaff, type StaffActor } from '../platform/access/actor.js';
import { Requires } from '../platform/access/requires.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Lists, type StaffList, wholeList } from '../platform/http/list-route.js';
import { SetUpGuidance } from './commands/set-up-guidance.js';
import {
  readMacros,
  readMacroVersions,
  readPolicies,
  readPolicyVersions,
} from './persistence/guidance.store.js';
import { macroRecordFor, policyRecord } from './queries/guidance-records.js';

@ApiTags('staff: cases')
@Controller('staff')
export class CaseGuidanceController {
  constructor(
    private readonly db: UnitOfWork,
    private readonly setUp: SetUpGuidance,
  ) {}

  /** The current version of every policy text. */
  @Get('case-policies')
  @Requires('case.read')
  @Lists(staffCasePolicy)
  async policies(): Promise<StaffList> {
    return wholeList('case-policies', (await readPolicies(this.db)).map(policyRecord));
  }

  /** Every version of a policy text, newest first. */
  @Get('case-policies/:code/versions')
  @Requires('case.read')
  @ApiOkResponse({ standardSchema: z.array(staffCasePolicy) })
  async policyVersions(@Param('code') code: string): Promise<readonly StaffCasePolicy[]> {
    return (await readPolicyVersions(this.db, code)).map(policyRecord);
  }

  /** The next version of a policy text, or the first of a new one. */
  @Post('case-policies')
  @Requires('case.lead')
  @ApiCreatedResponse({ standardSchema: staffCasePolicy })
  setPolicy(
    @CurrentStaff() staff: StaffActor,
    @Body({ schema: casePolicyRequest }) body: CasePolicyRequest,
  ): Promise<StaffCasePolicy> {
    return this.setUp.policy(staff, body);
  }

  /** The current version of every macro, in the order they are offered in. */
  @Get('case-macros')
  @Requires('case.read')
  @Lists(staffCaseMacro)
  async macros(@CurrentStaff() staff: StaffActor): Promise<StaffList> {
    return wholeList('case-macros', await this.macrosFor(staff));
  }

  /** Every version of a macro, newest first. */
  @Get('case-macros/:macro/versions')
  @Requires('case.read')
  @ApiOkResponse({ standardSchema: z.array(staffCaseMacro) })
  async macroVersions(
    @CurrentStaff() staff: StaffActor,
    @Param('macro') macroId: string,
  ): Promise<readonly StaffCaseMacro[]> {
    return (await readMacroVersions(this.db, macroId)).map(macroRecordFor(staff));
  }

  /** In which order macros are offered, and so which number key chooses which. */
  @Post('case-macros/order')
  @HttpCode(200)
  @Requires('case.lead')
  @ApiOkResponse({ standardSchema: z.array(staffCaseMacro) })
  async orderMacros(
    @CurrentStaff() staff: StaffActor,
    @Body({ schema: caseOrderRequest }) body: CaseOrderRequest,
  ): Promise<readonly StaffCaseMacro[]> {
    await this.setUp.order(staff, body.ids);
    return this.macrosFor(staff);
  }

  /** The next version of a macro, or the first of a new one. */
  @Post('case-macros')
  @Requires('case.lead')
  @ApiCreatedResponse({ standardSchema: staffCaseMacro })
  setMacro(
    @CurrentStaff() staff: StaffActor,
    @Body({ schema: caseMacroRequest }) body: CaseMacroRequest,
  ): Promise<StaffCaseMacro> {
    return this.setUp.macro(staff, body);
  }

  private async macrosFor(staff: StaffActor): Promise<StaffCaseMacro[]> {
    return (await readMacros(this.db)).map(macroRecordFor(staff));
  }
}
