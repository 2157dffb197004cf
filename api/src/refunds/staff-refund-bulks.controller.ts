import {
  type RefundBulkActionRequest,
  type RefundBulkPreview,
  type RefundBulkRequest,
  refundBulkActionRequest,
  refundBulkPreview,
  refundBulkRequest,
  type StaffRefundBulk,
  staffRefundBulk,
  staffRefundBulkItem,
} from '@coinwarden/contracts';
import { REFUND_BULK_ACTIONS, type RefundBulkAction } from '@coinwarden/domain';
import { Body, Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { CurrentStaff, type StaffActor } from '../platform/access/actor.js';
import { Requires } from '../platform/access/requires.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Lists, listOf, type StaffList } from '../platform/http/list-route.js';
import { ProblemError } from '../platform/http/problem-error.js';
import { findStaffRecord } from '../platform/http/staff-list.js';
import { ActOnBulk } from './commands/act-on-bulk.js';
import { OpenBulk } from './commands/open-bulk.js';
import { BulkPreviews } from './queries/bulk-previews.js';
import {
  type BulkListRow,
  bulkItemOf,
  REFUND_BULK_ITEMS,
  REFUND_BULKS,
  staffBulkFor,
} from './queries/bulk-records.js';

@ApiTags('staff: refunds')
@Controller('staff')
export class StaffRefundBulksController {
  constructor(
    private readonly db: UnitOfWork,
    private readonly previews: BulkPreviews,
    private readonly openBulk: OpenBulk,
    private readonly actOnBulk: ActOnBulk,
  ) {}

  @Get('refund-bulks')
  @Requires('refund.read')
  @Lists(staffRefundBulk)
  list(@CurrentStaff() actor: StaffActor): StaffList {
    return listOf(REFUND_BULKS, staffBulkFor(actor));
  }

  @Get('refund-bulks/:id')
  @Requires('refund.read')
  @ApiOkResponse({ standardSchema: staffRefundBulk })
  async one(@CurrentStaff() actor: StaffActor, @Param('id') id: string): Promise<StaffRefundBulk> {
    const row = await findStaffRecord<BulkListRow>(this.db, REFUND_BULKS, id);
    if (row === null) throw new ProblemError('record.unknown', `There is no bulk ${id}.`);
    return staffBulkFor(actor)(row);
  }

  /** Each purchase of a bulk with what became of it. */
  @Get('refund-bulk-items')
  @Requires('refund.read')
  @Lists(staffRefundBulkItem)
  items(): StaffList {
    return listOf(REFUND_BULK_ITEMS, bulkItemOf);
  }

  /** With `dryRun`, only what it would come to: 200, and nothing is written. */
  @Post('refund-bulks')
  @Requires('refund.bulk')
  @ApiOkResponse({ standardSchema: refundBulkPreview })
  @ApiCreatedResponse({ standardSchema: staffRefundBulk })
  async create(
    @CurrentStaff() actor: StaffActor,
    @Body({ schema: refundBulkRequest }) body: RefundBulkRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RefundBulkPreview | StaffRefundBulk> {
    if (!body.dryRun) return this.one(actor, await this.openBulk.run(actor, body));
    reply.status(200);
    return (await this.previews.of(actor, body)).preview;
  }

  /** `approve`, `reject` or `cancel`; which are open, the record's `allowedActions` say. */
  @Post('refund-bulks/:id/actions/:action')
  @HttpCode(200)
  @Requires('refund.bulk')
  @ApiOkResponse({ standardSchema: staffRefundBulk })
  async act(
    @CurrentStaff() actor: StaffActor,
    @Param('id') id: string,
    @Param('action', { schema: z.enum(REFUND_BULK_ACTIONS) }) action: RefundBulkAction,
    @Body({ schema: refundBulkActionRequest }) body: RefundBulkActionRequest,
  ): Promise<StaffRefundBulk> {
    const bulk = await this.one(actor, id);
    await this.actOnBulk.run(actor, bulk.id, action, body);
    return this.one(actor, bulk.id);
  }
}
