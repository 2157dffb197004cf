import {
  type RulesetActionRequest,
  type RulesetCheck,
  type RulesetComment,
  type RulesetCreate,
  type RulesetDiffView,
  type RulesetEventView,
  type RulesetUpdate,
  rulesetActionRequest,
  rulesetCheck,
  rulesetComment,
  rulesetCreate,
  rulesetDiff,
  rulesetEvent,
  rulesetUpdate,
  type ShadowReport,
  type StaffRuleset,
  shadowReport,
  staffRuleset,
} from '@coinwarden/contracts';
import { RULESET_ACTIONS, type RulesetAction } from '@coinwarden/domain';
import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { CurrentStaff, type StaffActor } from '../platform/access/actor.js';
import { Requires } from '../platform/access/requires.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Lists, listOf, type StaffList } from '../platform/http/list-route.js';
import { ProblemError } from '../platform/http/problem-error.js';
import { findStaffRecord } from '../platform/http/staff-list.js';
import { ActOnRuleset } from './commands/act-on-ruleset.js';
import { CommentOnRuleset } from './commands/comment-on-ruleset.js';
import { DraftRuleset } from './commands/draft-ruleset.js';
import { EditDraft } from './commands/edit-draft.js';
import { RulesetPage } from './queries/ruleset-page.js';
import { RULESETS, type RulesetRow, rulesetRecordFor } from './queries/ruleset-records.js';

const diffQuery = z.strictObject({ against: z.coerce.number().int().min(1).optional() });

@ApiTags('staff: rules')
@Controller('staff/rulesets')
export class StaffRulesetsController {
  constructor(
    private readonly db: UnitOfWork,
    private readonly page: RulesetPage,
    private readonly draftRuleset: DraftRuleset,
    private readonly editDraft: EditDraft,
    private readonly actOnRuleset: ActOnRuleset,
    private readonly commentOn: CommentOnRuleset,
  ) {}

  /** Ruleset versions, the latest first. */
  @Get()
  @Requires('rule.read')
  @Lists(staffRuleset)
  list(@CurrentStaff() actor: StaffActor): StaffList {
    return listOf(RULESETS, rulesetRecordFor(actor));
  }

  @Get(':id')
  @Requires('rule.read')
  @ApiOkResponse({ standardSchema: staffRuleset })
  async one(@CurrentStaff() actor: StaffActor, @Param('id') id: string): Promise<StaffRuleset> {
    const row = await findStaffRecord<RulesetRow>(this.db, RULESETS, id);
    if (!row) throw new ProblemError('record.unknown');
    return rulesetRecordFor(actor)(row);
  }

  /** Makes a draft with the rules of another version, the live one unless said otherwise. */
  @Post()
  @Requires('rule.write')
  @ApiCreatedResponse({ standardSchema: staffRuleset })
  async create(
    @CurrentStaff() actor: StaffActor,
    @Body({ schema: rulesetCreate }) body: RulesetCreate,
  ): Promise<StaffRuleset> {
    return this.one(actor, String(await this.draftRuleset.run(actor, body)));
  }

  /** Changes thresholds and comment of a draft. */
  @Put(':id')
  @Requires('rule.write')
  @ApiOkResponse({ standardSchema: staffRuleset })
  async update(
    @CurrentStaff() actor: StaffActor,
    @Param('id') id: string,
    @Body({ schema: rulesetUpdate }) body: RulesetUpdate,
  ): Promise<StaffRuleset> {
    await this.editDraft.update(actor, versionOf(id), body);
    return this.one(actor, id);
  }

  /** What validation would refuse, with positions, and what each rule can cost. */
  @Get(':id/check')
  @Requires('rule.read')
  @ApiOkResponse({ standardSchema: rulesetCheck })
  check(@Param('id') id: string): Promise<RulesetCheck> {
    return this.page.check(versionOf(id));
  }

  /** What changes from another version, the live one unless said otherwise, to this one. */
  @Get(':id/diff')
  @Requires('rule.read')
  @ApiOkResponse({ standardSchema: rulesetDiff })
  diff(
    @Param('id') id: string,
    @Query({ schema: diffQuery }) { against }: z.infer<typeof diffQuery>,
  ): Promise<RulesetDiffView> {
    return this.page.diff(versionOf(id), against);
  }

  /** What happened to it and was said about it, the latest first. */
  @Get(':id/events')
  @Requires('rule.read')
  @ApiOkResponse({ standardSchema: z.array(rulesetEvent) })
  events(@Param('id') id: string): Promise<RulesetEventView[]> {
    return this.page.events(versionOf(id));
  }

  /** What it would have decided otherwise while it was in shadow. */
  @Get(':id/shadow')
  @Requires('rule.read')
  @ApiOkResponse({ standardSchema: shadowReport })
  shadow(@Param('id') id: string): Promise<ShadowReport> {
    return this.page.shadow(versionOf(id));
  }

  /** Says something about the version or one of its rules. */
  @Post(':id/comments')
  @Requires('rule.write')
  @ApiCreatedResponse({ standardSchema: z.array(rulesetEvent) })
  async comment(
    @CurrentStaff() actor: StaffActor,
    @Param('id') id: string,
    @Body({ schema: rulesetComment }) body: RulesetComment,
  ): Promise<RulesetEventView[]> {
    await this.commentOn.run(actor, versionOf(id), body);
    return this.events(id);
  }

  /** Takes it a step along its life; which are open, the record's `allowedActions` say. */
  @Post(':id/actions/:action')
  @HttpCode(200)
  @Requires('rule.write')
  @ApiOkResponse({ standardSchema: staffRuleset })
  async act(
    @CurrentStaff() actor: StaffActor,
    @Param('id') id: string,
    @Param('action', { schema: z.enum(RULESET_ACTIONS) }) action: RulesetAction,
    @Body({ schema: rulesetActionRequest }) body: RulesetActionRequest,
  ): Promise<StaffRuleset> {
    await this.actOnRuleset.run(actor, versionOf(id), action, body);
    return this.one(actor, id);
  }
}

function versionOf(id: string): number {
  if (!/^\d{1,9}$/.test(id)) throw new ProblemError('record.unknown');
  return Number(id);
}
