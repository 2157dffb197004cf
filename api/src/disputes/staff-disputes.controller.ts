import {
  type DisputeActionRequest,
  type DisputeAssignment,
  type DisputeBoard,
  type DisputeNoteRequest,
  disputeActionRequest,
  disputeAssignment,
  disputeBoard,
  disputeNoteRequest,
  type StaffDisputeDetail,
  staffDispute,
  staffDisputeDetail,
} from '@coinwarden/contracts';
import { DISPUTE_ACTIONS, type DisputeAction } from '@coinwarden/domain';
import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { MoneyBackPolicies } from '../money-back-policies/money-back-policies.public.js';
import { CurrentStaff, type StaffActor } from '../platform/access/actor.js';
import { Requires } from '../platform/access/requires.js';
import { Clock } from '../platform/clock/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Lists, listOf, type StaffList } from '../platform/http/list-route.js';
import { AnswerDispute } from './commands/answer-dispute.js';
import { RefundInquiry } from './commands/refund-inquiry.js';
import { WorkOnDispute } from './commands/work-on-dispute.js';
import { DisputeBoardReader } from './queries/dispute-board.js';
import { DisputePage } from './queries/dispute-page.js';
import { disputesResource, staffDisputeFor } from './queries/dispute-records.js';

@ApiTags('staff: disputes')
@Controller('staff/disputes')
export class StaffDisputesController {
  constructor(
    private readonly db: UnitOfWork,
    private readonly clock: Clock,
    private readonly policies: MoneyBackPolicies,
    private readonly page: DisputePage,
    private readonly boardReader: DisputeBoardReader,
    private readonly answer: AnswerDispute,
    private readonly refundInquiry: RefundInquiry,
    private readonly work: WorkOnDispute,
  ) {}

  @Get()
  @Requires('dispute.read')
  @Lists(staffDispute)
  async list(@CurrentStaff() actor: StaffActor): Promise<StaffList> {
    const { atRiskHours } = (await this.policies.current(this.db, 'dispute')).policy;
    const toRecord = staffDisputeFor({ actor, now: this.clock.now(), atRiskHours });
    return listOf(disputesResource(atRiskHours), toRecord);
  }

  /** Open disputes by deadline. */
  @Get('board')
  @Requires('dispute.read')
  @ApiOkResponse({ standardSchema: disputeBoard })
  board(): Promise<DisputeBoard> {
    return this.boardReader.read();
  }

  @Get(':id')
  @Requires('dispute.read')
  @ApiOkResponse({ standardSchema: staffDisputeDetail })
  one(@CurrentStaff() actor: StaffActor, @Param('id') id: string): Promise<StaffDisputeDetail> {
    return this.page.read(id, actor);
  }

  /** `submit`, `accept` or `refund`; which are open, the record's `allowedActions` say. */
  @Post(':id/actions/:action')
  @HttpCode(200)
  @Requires('dispute.respond')
  @ApiOkResponse({ standardSchema: staffDisputeDetail })
  async act(
    @CurrentStaff() actor: StaffActor,
    @Param('id') id: string,
    @Param('action', { schema: z.enum(DISPUTE_ACTIONS) }) action: DisputeAction,
    @Body({ schema: disputeActionRequest }) body: DisputeActionRequest,
  ): Promise<StaffDisputeDetail> {
    const { disputeId } = await this.page.find(id);
    if (action === 'submit') await this.answer.submit(actor, disputeId, body);
    if (action === 'accept') await this.answer.accept(actor, disputeId, body);
    if (action === 'refund') await this.refundInquiry.run(actor, disputeId, body.reason);
    return this.page.read(disputeId, actor);
  }

  @Put(':id/assignee')
  @Requires('dispute.respond')
  @ApiOkResponse({ standardSchema: staffDisputeDetail })
  async assign(
    @CurrentStaff() actor: StaffActor,
    @Param('id') id: string,
    @Body({ schema: disputeAssignment }) { staffId }: DisputeAssignment,
  ): Promise<StaffDisputeDetail> {
    const { disputeId } = await this.page.find(id);
    await this.work.assign(actor, disputeId, staffId);
    return this.page.read(disputeId, actor);
  }

  @Post(':id/notes')
  @Requires('dispute.respond')
  @ApiCreatedResponse({ standardSchema: staffDisputeDetail })
  async note(
    @CurrentStaff() actor: StaffActor,
    @Param('id') id: string,
    @Body({ schema: disputeNoteRequest }) { text }: DisputeNoteRequest,
  ): Promise<StaffDisputeDetail> {
    const { disputeId } = await this.page.find(id);
    await this.work.note(actor, disputeId, text);
    return this.page.read(disputeId, actor);
  }
}
