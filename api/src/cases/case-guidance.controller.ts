import {
  type CaseMacroRequest,
  type CasePolicyRequest,
  caseMacroRequest,
  casePolicyRequest,
  type StaffCaseMacro,
  type StaffCasePolicy,
  staffCaseMacro,
  staffCasePolicy,
} from '@coinwarden/contracts';
import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { CurrentStaff, type StaffActor } from '../platform/access/actor.js';
import { Requires } from '../platform/access/requires.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { StaffPage } from '../platform/http/staff-list.js';
import { SetUpGuidance } from './commands/set-up-guidance.js';
import { readMacros, readPolicies } from './persistence/guidance.store.js';
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
  @ApiOkResponse({ standardSchema: z.array(staffCasePolicy) })
  async policies(@Res({ passthrough: true }) reply: FastifyReply): Promise<readonly StaffCasePolicy[]> {
    const policies = (await readPolicies(this.db)).map(policyRecord);
    return new StaffPage('case-policies', 0, policies, policies.length).answer(reply);
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

  /** The current version of every macro. */
  @Get('case-macros')
  @Requires('case.read')
  @ApiOkResponse({ standardSchema: z.array(staffCaseMacro) })
  async macros(
    @CurrentStaff() staff: StaffActor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<readonly StaffCaseMacro[]> {
    const macros = (await readMacros(this.db)).map(macroRecordFor(staff));
    return new StaffPage('case-macros', 0, macros, macros.length).answer(reply);
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
}
