import {
  type Appeal,
  type AppealRequest,
  appeal,
  appealRequest,
  type StaffAppeal,
  staffAppeal,
} from '@coinwarden/contracts';
import { Body, Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Actor, CurrentActor } from '../platform/access/actor.js';
import { Requires } from '../platform/access/requires.js';
import { Clock } from '../platform/clock/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Lists, listOf, type StaffList } from '../platform/http/list-route.js';
import { ProblemError } from '../platform/http/problem-error.js';
import { findStaffRecord } from '../platform/http/staff-list.js';
import { OpenAppeal } from './commands/open-appeal.js';
import { toAppeal } from './persistence/appeals.store.js';
import { APPEALS, type AppealListRow, appealView, staffAppealAt } from './queries/appeal-records.js';

@ApiTags('appeals')
@Controller()
export class AppealsController {
  constructor(
    private readonly db: UnitOfWork,
    private readonly clock: Clock,
    private readonly openAppeal: OpenAppeal,
  ) {}

  /** A user disagrees with a decision. 200 with the appeal that there is when that was said before. */
  @Post('v1/appeals')
  @HttpCode(201)
  @Requires('appeal.create')
  @ApiCreatedResponse({ standardSchema: appeal })
  @ApiOkResponse({ standardSchema: appeal })
  async open(
    @CurrentActor() actor: Actor,
    @Body({ schema: appealRequest }) body: AppealRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Appeal> {
    if (actor.type !== 'api_key') throw new Error('a member of staff on a route of the platform');
    const opened = await this.openAppeal.byPlatform(actor, body);
    if (!opened.created) reply.status(200);
    return this.read(opened.appeal.appealId);
  }

  @Get('v1/appeals/:appealId')
  @Requires('appeal.read')
  @ApiOkResponse({ standardSchema: appeal })
  async read(@Param('appealId') appealId: string): Promise<Appeal> {
    const row = await this.find(appealId);
    return appealView(toAppeal(row), row.verdict);
  }

  @Get('staff/case-appeals')
  @Requires('appeal.read')
  @Lists(staffAppeal)
  list(): StaffList {
    return listOf(APPEALS, staffAppealAt(this.clock.now()));
  }

  @Get('staff/case-appeals/:id')
  @Requires('appeal.read')
  @ApiOkResponse({ standardSchema: staffAppeal })
  async one(@Param('id') id: string): Promise<StaffAppeal> {
    return staffAppealAt(this.clock.now())(await this.find(id));
  }

  private async find(appealId: string): Promise<AppealListRow> {
    const row = await findStaffRecord<AppealListRow>(this.db, APPEALS, appealId);
    if (row === null) throw new ProblemError('record.unknown', `There is no appeal ${appealId}.`);
    return row;
  }
}
