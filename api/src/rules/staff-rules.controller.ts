import {
  type RuleAssign,
  type RuleCreate,
  type RuleFact,
  type RuleRemove,
  type RulesetEventView,
  type RuleUpdate,
  ruleAssign,
  ruleCreate,
  ruleFact,
  ruleRemove,
  rulesetEvent,
  ruleUpdate,
  type StaffRule,
  staffRule,
} from '@coinwarden/contracts';
import { describeRuleContext } from '@coinwarden/domain';
import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { CurrentStaff, type StaffActor } from '../platform/access/actor.js';
import { Requires } from '../platform/access/requires.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Lists, listOf, type StaffList } from '../platform/http/list-route.js';
import { ProblemError } from '../platform/http/problem-error.js';
import { findStaffRecord } from '../platform/http/staff-list.js';
import { AssignRule } from './commands/assign-rule.js';
import { EditDraft, type RuleRef } from './commands/edit-draft.js';
import { readRuleEvents } from './persistence/ruleset-events.store.js';
import { RULES, type RuleRow, ruleRecordFor } from './queries/rule-records.js';
import { eventOf } from './queries/ruleset-page.js';

@ApiTags('staff: rules')
@Controller('staff/rules')
export class StaffRulesController {
  constructor(
    private readonly db: UnitOfWork,
    private readonly editDraft: EditDraft,
    private readonly assignRule: AssignRule,
  ) {}

  /** Rules of all ruleset versions; filter by `rulesetVersion`, `status` or `key`. */
  @Get()
  @Requires('rule.read')
  @Lists(staffRule)
  list(@CurrentStaff() actor: StaffActor): StaffList {
    return listOf(RULES, ruleRecordFor(actor));
  }

  /** Everything that a condition may read, for those who write rules elsewhere than in the console. */
  @Get('facts')
  @Requires('rule.read')
  @ApiOkResponse({ standardSchema: z.array(ruleFact) })
  facts(): RuleFact[] {
    return describeRuleContext();
  }

  @Get(':id')
  @Requires('rule.read')
  @ApiOkResponse({ standardSchema: staffRule })
  async one(@CurrentStaff() actor: StaffActor, @Param('id') id: string): Promise<StaffRule> {
    const row = await findStaffRecord<RuleRow>(this.db, RULES, id);
    if (!row) throw new ProblemError('record.unknown');
    return ruleRecordFor(actor)(row);
  }

  /** What happened to the rule and was said about it, in whichever version, the latest first. */
  @Get(':id/events')
  @Requires('rule.read')
  @ApiOkResponse({ standardSchema: z.array(rulesetEvent) })
  async events(@Param('id') id: string): Promise<RulesetEventView[]> {
    return (await readRuleEvents(this.db, refOf(id).key)).map(eventOf);
  }

  /** Adds a rule to a draft. What is wrong with it, `GET /staff/rulesets/{id}/check` says. */
  @Post()
  @Requires('rule.write')
  @ApiCreatedResponse({ standardSchema: staffRule })
  async create(
    @CurrentStaff() actor: StaffActor,
    @Body({ schema: ruleCreate }) { rulesetVersion, ...content }: RuleCreate,
  ): Promise<StaffRule> {
    await this.editDraft.add(actor, rulesetVersion, content);
    return this.one(actor, `${rulesetVersion}:${content.key}`);
  }

  /** Changes a rule of a draft. Refused when somebody else has changed it since. */
  @Put(':id')
  @Requires('rule.write')
  @ApiOkResponse({ standardSchema: staffRule })
  async update(
    @CurrentStaff() actor: StaffActor,
    @Param('id') id: string,
    @Body({ schema: ruleUpdate }) body: RuleUpdate,
  ): Promise<StaffRule> {
    await this.editDraft.replace(actor, refOf(id), body);
    return this.one(actor, id);
  }

  /** Takes a rule out of a draft. */
  @Post(':id/actions/remove')
  @HttpCode(204)
  @Requires('rule.write')
  @ApiNoContentResponse()
  remove(
    @CurrentStaff() actor: StaffActor,
    @Param('id') id: string,
    @Body({ schema: ruleRemove }) body: RuleRemove,
  ): Promise<void> {
    return this.editDraft.remove(actor, refOf(id), body);
  }

  /** Says who answers for the rule, in every version. */
  @Post(':id/actions/assign')
  @HttpCode(200)
  @Requires('rule.write')
  @ApiOkResponse({ standardSchema: staffRule })
  async assign(
    @CurrentStaff() actor: StaffActor,
    @Param('id') id: string,
    @Body({ schema: ruleAssign }) { ownerId }: RuleAssign,
  ): Promise<StaffRule> {
    await this.assignRule.run(actor, refOf(id), ownerId);
    return this.one(actor, id);
  }
}

/** `<version>:<key>`. */
function refOf(id: string): RuleRef {
  const parts = /^(\d{1,9}):(.{1,64})$/.exec(id);
  if (!parts) throw new ProblemError('record.unknown');
  return { version: Number(parts[1]), key: parts[2]! };
}
