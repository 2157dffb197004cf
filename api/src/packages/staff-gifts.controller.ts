import { type StaffGift, staffGift } from '@coinwarden/contracts';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Requires } from '../platform/access/requires.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { ProblemError } from '../platform/http/problem-error.js';
import { findStaffRecord, listStaffRecords } from '../platform/http/staff-list.js';
import { GIFTS, type GiftRow, giftRecord } from './queries/package-records.js';

@ApiTags('staff: gifts')
@Controller('staff/gifts')
export class StaffGiftsController {
  constructor(private readonly db: UnitOfWork) {}

  @Get()
  @Requires('catalogue.read')
  @ApiOkResponse({ standardSchema: z.array(staffGift) })
  async list(
    @Query() query: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<readonly StaffGift[]> {
    return (await listStaffRecords<GiftRow, StaffGift>(this.db, GIFTS, query, giftRecord)).answer(reply);
  }

  @Get(':id')
  @Requires('catalogue.read')
  @ApiOkResponse({ standardSchema: staffGift })
  async one(@Param('id') id: string): Promise<StaffGift> {
    const row = await findStaffRecord<GiftRow>(this.db, GIFTS, id);
    if (!row) throw new ProblemError('record.unknown');
    return giftRecord(row);
  }
}
