import {
  type NoticeActionRequest,
  noticeAction,
  type StaffNotice,
  type StaffNoticeDetail,
  staffNotice,
  staffNoticeDetail,
} from '@coinwarden/contracts';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentStaff, type StaffActor } from '../platform/access/actor.js';
import { Requires } from '../platform/access/requires.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { listStaffRecords } from '../platform/http/staff-list.js';
import { ReplayNotice } from './commands/replay-notice.js';
import { NoticePage } from './queries/notice-page.js';
import { NOTICES, toNoticeRecord } from './queries/notice-records.js';

@ApiTags('staff: notices')
@Controller('staff/notices')
export class StaffNoticesController {
  constructor(
    private readonly db: UnitOfWork,
    private readonly page: NoticePage,
    private readonly replayNotice: ReplayNotice,
  ) {}

  @Get()
  @Requires('notice.read')
  @ApiOkResponse({ standardSchema: staffNotice, isArray: true })
  async list(
    @CurrentStaff() staff: StaffActor,
    @Query() query: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<readonly StaffNotice[]> {
    return (await listStaffRecords(this.db, NOTICES, query, toNoticeRecord(staff))).answer(reply);
  }

  @Get(':id')
  @Requires('notice.read')
  @ApiOkResponse({ standardSchema: staffNoticeDetail })
  get(@CurrentStaff() staff: StaffActor, @Param('id') id: string): Promise<StaffNoticeDetail> {
    return this.page.find(staff, id);
  }

  @Post(':id/actions/replay')
  @HttpCode(200)
  @Requires('notice.replay')
  @ApiOkResponse({ standardSchema: staffNoticeDetail })
  async replay(
    @CurrentStaff() staff: StaffActor,
    @Param('id') id: string,
    @Body({ schema: noticeAction }) { reason }: NoticeActionRequest,
  ): Promise<StaffNoticeDetail> {
    const { id: known } = await this.page.find(staff, id);
    await this.replayNotice.run(staff, known, reason);
    return this.page.find(staff, known);
  }
}
