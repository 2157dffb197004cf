import { type StaffPromotion, staffPromotion } from '@coinwarden/contracts';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Requires } from '../platform/access/requires.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { ProblemError } from '../platform/http/problem-error.js';
import { findStaffRecord, listStaffRecords } from '../platform/http/staff-list.js';
import { PROMOTIONS, type PromotionRow, promotionRecord } from './queries/promotion-records.js';

@ApiTags('staff: promotions')
@Controller('staff/promotions')
export class StaffPromotionsController {
  constructor(private readonly db: UnitOfWork) {}

  @Get()
  @Requires('catalogue.read')
  @ApiOkResponse({ standardSchema: z.array(staffPromotion) })
  async list(
    @Query() query: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<readonly StaffPromotion[]> {
    return (
      await listStaffRecords<PromotionRow, StaffPromotion>(this.db, PROMOTIONS, query, promotionRecord)
    ).answer(reply);
  }

  @Get(':id')
  @Requires('catalogue.read')
  @ApiOkResponse({ standardSchema: staffPromotion })
  async one(@Param('id') id: string): Promise<StaffPromotion> {
    const row = await findStaffRecord<PromotionRow>(this.db, PROMOTIONS, id);
    if (!row) throw new ProblemError('record.unknown');
    return promotionRecord(row);
  }
}
