import {
  type RefundActionRequest,
  type RefundNoteRequest,
  type RefundPreview,
  type RefundPreviewRequest,
  refundActionRequest,
  refundNoteRequest,
  refundPreview,
  refundPreviewRequest,
  type StaffRefundDetail,
  type StaffRefundRequest,
  staffRefund,
  staffRefundDetail,
  staffRefundReason,
  staffRefundRequest,
} from '@coinwarden/contracts';
import { REFUND_ACTIONS, type RefundAction } from '@coinwarden/domain';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { CurrentStaff, type StaffActor } from '../platform/access/actor.js';
import { Requires } from '../platform/access/requires.js';
import { Clock } from '../platform/clock/clock.js';
import { Lists, listOf, type StaffList, wholeList } from '../platform/http/list-route.js';
import { ActOnRefund } from './commands/act-on-refund.js';
import { NoteRefund } from './commands/note-refund.js';
import { RequestRefund } from './commands/request-refund.js';
import { RefundPage } from './queries/refund-page.js';
import { RefundPreviews } from './queries/refund-previews.js';
import { RefundReasonList } from './queries/refund-reasons.js';
import { REFUNDS, staffRefundFor } from './queries/refund-records.js';

@ApiTags('staff: refunds')
@Controller('staff')
export class StaffRefundsController {
  constructor(
    private readonly clock: Clock,
    private readonly page: RefundPage,
    private readonly previews: RefundPreviews,
    private readonly reasonList: RefundReasonList,
    private readonly requestRefund: RequestRefund,
    private readonly actOnRefund: ActOnRefund,
    private readonly noteRefund: NoteRefund,
  ) {}

  @Get('refunds')
  @Requires('refund.read')
  @Lists(staffRefund)
  list(@CurrentStaff() actor: StaffActor): StaffList {
    const toRecord = staffRefundFor(actor, this.clock.now());
    return listOf(REFUNDS, toRecord);
  }

  @Get('refund-reasons')
  @Requires('refund.read')
  @Lists(staffRefundReason)
  async reasons(@CurrentStaff() actor: StaffActor): Promise<StaffList> {
    const reasons = await this.reasonList.for(actor);
    return wholeList('refund-reasons', reasons);
  }

  /** What a refund would come to: who loses what, and what the policy would decide. Writes nothing. */
  @Post('refunds/preview')
  @HttpCode(200)
  @Requires('refund.create')
  @ApiOkResponse({ standardSchema: refundPreview })
  preview(
    @CurrentStaff() actor: StaffActor,
    @Body({ schema: refundPreviewRequest }) body: RefundPreviewRequest,
  ): Promise<RefundPreview> {
    return this.previews.ofRequest(actor, body);
  }

  @Post('refunds')
  @Requires('refund.create')
  @ApiCreatedResponse({ standardSchema: staffRefundDetail })
  async create(
    @CurrentStaff() actor: StaffActor,
    @Body({ schema: staffRefundRequest }) body: StaffRefundRequest,
  ): Promise<StaffRefundDetail> {
    const { refundId } = await this.requestRefund.byStaff(actor, body);
    return this.page.read(refundId, actor);
  }

  @Get('refunds/:id')
  @Requires('refund.read')
  @ApiOkResponse({ standardSchema: staffRefundDetail })
  one(@CurrentStaff() actor: StaffActor, @Param('id') id: string): Promise<StaffRefundDetail> {
    return this.page.read(id, actor);
  }

  /** What an approval would do now; its `clawback.hash` is what the approval names. */
  @Get('refunds/:id/preview')
  @Requires('refund.read')
  @ApiOkResponse({ standardSchema: refundPreview })
  previewOf(@Param('id') id: string): Promise<RefundPreview> {
    return this.previews.ofRefund(id);
  }

  /** `approve`, `reject`, `cancel`, `retry` or `confirm_paid`; which are open, the record's `allowedActions` say. */
  @Post('refunds/:id/actions/:action')
  @HttpCode(200)
  @Requires('refund.create')
  @ApiOkResponse({ standardSchema: staffRefundDetail })
  async act(
    @CurrentStaff() actor: StaffActor,
    @Param('id') id: string,
    @Param('action', { schema: z.enum(REFUND_ACTIONS) }) action: RefundAction,
    @Body({ schema: refundActionRequest }) body: RefundActionRequest,
  ): Promise<StaffRefundDetail> {
    const { refundId } = await this.page.find(id);
    await this.actOnRefund.run(actor, refundId, action, body);
    return this.page.read(refundId, actor);
  }

  @Post('refunds/:id/notes')
  @Requires('refund.create')
  @ApiCreatedResponse({ standardSchema: staffRefundDetail })
  async note(
    @CurrentStaff() actor: StaffActor,
    @Param('id') id: string,
    @Body({ schema: refundNoteRequest }) { text }: RefundNoteRequest,
  ): Promise<StaffRefundDetail> {
    const { refundId } = await this.page.find(id);
    await this.noteRefund.run(actor, refundId, text);
    return this.page.read(refundId, actor);
  }
}
