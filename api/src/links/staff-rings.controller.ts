import {
  type RingActionRequest,
  ringActionRequest,
  type StaffRingDetail,
  staffRing,
  staffRingDetail,
} from '@coinwarden/contracts';
import { RING_ACTIONS, type RingAction } from '@coinwarden/domain';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { CurrentStaff, type StaffActor } from '../platform/access/actor.js';
import { Requires } from '../platform/access/requires.js';
import { Lists, listOf, type StaffList } from '../platform/http/list-route.js';
import { JudgeRing } from './commands/judge-ring.js';
import { RingPage } from './queries/ring-page.js';
import { RINGS, staffRingFor } from './queries/ring-records.js';

@ApiTags('staff: links')
@Controller('staff/rings')
export class StaffRingsController {
  constructor(
    private readonly page: RingPage,
    private readonly judge: JudgeRing,
  ) {}

  @Get()
  @Requires('ring.read')
  @Lists(staffRing)
  list(@CurrentStaff() actor: StaffActor): StaffList {
    return listOf(RINGS, staffRingFor(actor));
  }

  @Get(':id')
  @Requires('ring.read')
  @ApiOkResponse({ standardSchema: staffRingDetail })
  one(@CurrentStaff() actor: StaffActor, @Param('id') id: string): Promise<StaffRingDetail> {
    return this.page.read(id, actor);
  }

  /** `confirm`, `dismiss` or `reopen`: a label for what found it, and what rules see from now on. */
  @Post(':id/actions/:action')
  @HttpCode(200)
  @Requires('ring.judge')
  @ApiOkResponse({ standardSchema: staffRingDetail })
  async act(
    @CurrentStaff() actor: StaffActor,
    @Param('id') id: string,
    @Param('action', { schema: z.enum(RING_ACTIONS) }) action: RingAction,
    @Body({ schema: ringActionRequest }) { reason }: RingActionRequest,
  ): Promise<StaffRingDetail> {
    await this.page.read(id, actor);
    await this.judge.run(actor, id, action, reason);
    return this.page.read(id, actor);
  }
}
