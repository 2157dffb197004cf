import {
  type ContentScanActionRequest,
  type ContentTrial,
  type ContentTrialAnswer,
  contentScanAction,
  contentScanDetail,
  contentTrial,
  contentTrialAnswer,
  type StaffContentScanDetail,
  staffContentScan,
} from '@coinwarden/contracts';
import { CONTENT_ACTIONS, type ContentAction } from '@coinwarden/domain';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { CurrentStaff, type StaffActor } from '../platform/access/actor.js';
import { Requires } from '../platform/access/requires.js';
import { Lists, listOf, type StaffList } from '../platform/http/list-route.js';
import { ReviewContent } from './commands/review-content.js';
import { ContentScanPage } from './queries/content-scan-page.js';
import { CONTENT_SCANS, contentScanRecord } from './queries/content-scan-records.js';
import { ContentTrials } from './queries/content-trials.js';

@ApiTags('staff: content scans')
@Controller('staff/content-scans')
export class StaffContentScansController {
  constructor(
    private readonly page: ContentScanPage,
    private readonly trials: ContentTrials,
    private readonly review: ReviewContent,
  ) {}

  @Get()
  @Requires('content.read')
  @Lists(staffContentScan)
  list(@CurrentStaff() actor: StaffActor): StaffList {
    return listOf(CONTENT_SCANS, contentScanRecord(actor));
  }

  /** What a scan would say about a text. Stores nothing. */
  @Post('try')
  @HttpCode(200)
  @Requires('content.review')
  @ApiOkResponse({ standardSchema: contentTrialAnswer })
  try(@Body({ schema: contentTrial }) trial: ContentTrial): Promise<ContentTrialAnswer> {
    return this.trials.run(trial);
  }

  /** The text with its evidence, what moved around it, and who else writes the same. */
  @Get(':id')
  @Requires('content.read')
  @ApiOkResponse({ standardSchema: contentScanDetail })
  one(@CurrentStaff() actor: StaffActor, @Param('id') id: string): Promise<StaffContentScanDetail> {
    return this.page.read(id, actor);
  }

  /** `confirm`: it is a scam. `clear`: it is none. The last word stands over the scan's verdict. */
  @Post(':id/actions/:action')
  @HttpCode(200)
  @Requires('content.review')
  @ApiOkResponse({ standardSchema: contentScanDetail })
  async act(
    @CurrentStaff() actor: StaffActor,
    @Param('id') id: string,
    @Param('action', { schema: z.enum(CONTENT_ACTIONS) }) action: ContentAction,
    @Body({ schema: contentScanAction }) { reason }: ContentScanActionRequest,
  ): Promise<StaffContentScanDetail> {
    const scan = await this.page.read(id, actor);
    await this.review.run(actor, scan.id, { action, reason });
    return this.page.read(id, actor);
  }
}
