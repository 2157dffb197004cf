import {
  type LimitOverrideEnd,
  limitOverrideEnd,
  type StaffLimitOverride,
  staffExclusion,
  staffLimitOverride,
} from '@coinwarden/contracts';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentStaff, type StaffActor } from '../platform/access/actor.js';
import { Requires } from '../platform/access/requires.js';
import { Lists, type StaffList } from '../platform/http/list-route.js';
import { EndOverride } from './commands/end-override.js';
import { PersonalLimitRecords } from './queries/personal-limit-records.js';

@ApiTags('staff: limits')
@Controller('staff')
export class StaffLimitOverridesController {
  constructor(
    private readonly records: PersonalLimitRecords,
    private readonly endOverride: EndOverride,
  ) {}

  /** What staff set for single accounts; `filter={"accountId":…}` for those of one. */
  @Get('limit-overrides')
  @Requires('limit.read')
  @Lists(staffLimitOverride)
  overrides(@CurrentStaff() actor: StaffActor): StaffList {
    return this.records.overrides(actor);
  }

  @Get('limit-overrides/:id')
  @Requires('limit.read')
  @ApiOkResponse({ standardSchema: staffLimitOverride })
  override(@CurrentStaff() actor: StaffActor, @Param('id') id: string): Promise<StaffLimitOverride> {
    return this.records.override(actor, id);
  }

  /** Ends it before its time. */
  @Post('limit-overrides/:id/actions/end')
  @HttpCode(200)
  @Requires('limit.enforce')
  @ApiOkResponse({ standardSchema: staffLimitOverride })
  async end(
    @CurrentStaff() actor: StaffActor,
    @Param('id') id: string,
    @Body({ schema: limitOverrideEnd }) request: LimitOverrideEnd,
  ): Promise<StaffLimitOverride> {
    await this.endOverride.execute(actor, id, request);
    return this.records.override(actor, id);
  }

  /** Accounts that excluded themselves; `filter={"current":true}` for those that are excluded now. */
  @Get('exclusions')
  @Requires('limit.read')
  @Lists(staffExclusion)
  exclusions(): StaffList {
    return this.records.exclusions();
  }
}
