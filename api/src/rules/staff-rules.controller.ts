import { type StaffRule, type StaffRuleset, staffRule, staffRuleset } from '@coinwarden/contracts';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Requires } from '../platform/access/requires.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { ProblemError } from '../platform/http/problem-error.js';
import { findStaffRecord, listStaffRecords } from '../platform/http/staff-list.js';
import {
  RULES,
  RULESETS,
  type RuleRow,
  type RulesetRow,
  ruleRecord,
  rulesetRecord,
} from './queries/ruleset-records.js';

@ApiTags('staff: rules')
@Controller('staff')
export class StaffRulesController {
  constructor(private readonly db: UnitOfWork) {}

  /** Rules of all ruleset versions; filter by `rulesetVersion` or `status`. */
  @Get('rules')
  @Requires('rule.read')
  @ApiOkResponse({ standardSchema: z.array(staffRule) })
  async rules(
    @Query() query: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<readonly StaffRule[]> {
    return (await listStaffRecords<RuleRow, StaffRule>(this.db, RULES, query, ruleRecord)).answer(reply);
  }

  @Get('rules/:id')
  @Requires('rule.read')
  @ApiOkResponse({ standardSchema: staffRule })
  async rule(@Param('id') id: string): Promise<StaffRule> {
    const row = await findStaffRecord<RuleRow>(this.db, RULES, id);
    if (!row) throw new ProblemError('record.unknown');
    return ruleRecord(row);
  }

  /** Ruleset versions, the latest first. */
  @Get('rulesets')
  @Requires('rule.read')
  @ApiOkResponse({ standardSchema: z.array(staffRuleset) })
  async rulesets(
    @Query() query: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<readonly StaffRuleset[]> {
    const page = await listStaffRecords<RulesetRow, StaffRuleset>(this.db, RULESETS, query, rulesetRecord);
    return page.answer(reply);
  }

  @Get('rulesets/:id')
  @Requires('rule.read')
  @ApiOkResponse({ standardSchema: staffRuleset })
  async ruleset(@Param('id') id: string): Promise<StaffRuleset> {
    const row = await findStaffRecord<RulesetRow>(this.db, RULESETS, id);
    if (!row) throw new ProblemError('record.unknown');
    return rulesetRecord(row);
  }
}
