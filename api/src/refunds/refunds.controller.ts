import { type Refund, refund, type StaffRefund, staffRefund } from '@coinwarden/contracts';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Requires } from '../platform/access/requires.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { ProblemError } from '../platform/http/problem-error.js';
import { findStaffRecord, listStaffRecords } from '../platform/http/staff-list.js';
import { REFUNDS, type RefundRow, refundOf, staffRefundOf } from './queries/refund-records.js';

/** The refunds that declined, captured purchases opened; nobody pays them out yet. */
@ApiTags('refunds')
@Controller()
export class RefundsController {
  constructor(private readonly db: UnitOfWork) {}

  @Get('v1/refunds/:refundId')
  @Requires('refund.read')
  @ApiOkResponse({ standardSchema: refund })
  async read(@Param('refundId') refundId: string): Promise<Refund> {
    return refundOf(await this.find(refundId));
  }

  @Get('staff/refunds')
  @Requires('refund.read')
  async list(
    @Query() query: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<readonly StaffRefund[]> {
    return (await listStaffRecords(this.db, REFUNDS, query, staffRefundOf)).answer(reply);
  }

  @Get('staff/refunds/:id')
  @Requires('refund.read')
  @ApiOkResponse({ standardSchema: staffRefund })
  async one(@Param('id') id: string): Promise<StaffRefund> {
    return staffRefundOf(await this.find(id));
  }

  private async find(id: string): Promise<RefundRow> {
    const row = await findStaffRecord<RefundRow>(this.db, REFUNDS, id);
    if (row === null) throw new ProblemError('record.unknown', `There is no refund ${id}.`);
    return row;
  }
}
