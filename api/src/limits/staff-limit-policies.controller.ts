import {
  type LimitPolicyEnd,
  type LimitPolicyPreview,
  type LimitPolicyPreviewRequest,
  type LimitPolicySet,
  limitPolicyEnd,
  limitPolicyPreview,
  limitPolicyPreviewRequest,
  limitPolicySet,
  type StaffLimitPolicy,
  staffLimitPolicy,
} from '@coinwarden/contracts';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentStaff, type StaffActor } from '../platform/access/actor.js';
import { Requires } from '../platform/access/requires.js';
import { Lists, type StaffList } from '../platform/http/list-route.js';
import { EndPolicy } from './commands/end-policy.js';
import { SetPolicy } from './commands/set-policy.js';
import { LimitPolicyRecords } from './queries/limit-policy-records.js';
import { PreviewPolicy } from './queries/preview-policy.js';

@ApiTags('staff: limits')
@Controller('staff/limit-policies')
export class StaffLimitPoliciesController {
  constructor(
    private readonly records: LimitPolicyRecords,
    private readonly preview: PreviewPolicy,
    private readonly setPolicy: SetPolicy,
    private readonly endPolicy: EndPolicy,
  ) {}

  @Get()
  @Requires('limit_policy.read')
  @Lists(staffLimitPolicy)
  list(@CurrentStaff() actor: StaffActor): StaffList {
    return this.records.list(actor);
  }

  @Get(':id')
  @Requires('limit_policy.read')
  @ApiOkResponse({ standardSchema: staffLimitPolicy })
  one(@CurrentStaff() actor: StaffActor, @Param('id') policyId: string): Promise<StaffLimitPolicy> {
    return this.records.one(actor, policyId);
  }

  /** Sets a policy from now on or from a moment to come: its first version, or the next. */
  @Post()
  @Requires('limit_policy.write')
  @ApiCreatedResponse({ standardSchema: staffLimitPolicy })
  async set(
    @CurrentStaff() actor: StaffActor,
    @Body({ schema: limitPolicySet }) request: LimitPolicySet,
  ): Promise<StaffLimitPolicy> {
    return this.records.one(actor, await this.setPolicy.execute(actor, request));
  }

  /** How many accounts a policy would touch; changes nothing. */
  @Post('preview')
  @HttpCode(200)
  @Requires('limit_policy.write')
  @ApiOkResponse({ standardSchema: limitPolicyPreview })
  look(
    @Body({ schema: limitPolicyPreviewRequest }) request: LimitPolicyPreviewRequest,
  ): Promise<LimitPolicyPreview> {
    return this.preview.read(request);
  }

  /** Ends a version, now or later; one that has not begun is taken back. */
  @Post(':id/actions/end')
  @HttpCode(200)
  @Requires('limit_policy.write')
  @ApiOkResponse({ standardSchema: staffLimitPolicy })
  async end(
    @CurrentStaff() actor: StaffActor,
    @Param('id') policyId: string,
    @Body({ schema: limitPolicyEnd }) request: LimitPolicyEnd,
  ): Promise<StaffLimitPolicy> {
    await this.endPolicy.execute(actor, policyId, request);
    return this.records.one(actor, policyId);
  }
}
