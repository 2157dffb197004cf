import {
  type NoticeActionRequest,
  noticeAction,
  type StaffNoticeDetail,
  staffNotice,
  staffNoticeDetail,
} from '@coinwarden/contracts';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentStaff, type StaffActor } from '../platform/access/actor.js';
import { Requires } from '../platform/access/requires.js';
import { Lists, listOf, type StaffList } from '../platform/http/list-route.js';
import { ReplayNotice } from './commands/replay-notice.js';
import { NoticePage } from './queries/notice-page.js';
import { NOTICES, toNoticeRecord } from './queries/notice-records.js';

@ApiTags('staff: notices')
@Controller('staff/notices')
export class StaffNoticesController {
  constructor(
    private readonly page: NoticePage,
    private readonly replayNotice: ReplayNotice,
  ) {}

  @Get()
  @Requires('notice.read')
  @Lists(staffNotice)
  list(@CurrentStaff() staff: StaffActor): StaffList {
    return listOf(NOTICES, toNoticeRecord(staff));
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
