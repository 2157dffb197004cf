import { type StaffPricePoint, staffPricePoint } from '@coinwarden/contracts';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Requires } from '../platform/access/requires.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { ProblemError } from '../platform/http/problem-error.js';
import { findStaffRecord, listStaffRecords } from '../platform/http/staff-list.js';
import { PRICE_POINTS, type PricePointRow, pricePointRecord } from './queries/price-point-records.js';

@ApiTags('staff: price-points')
@Controller('staff/price-points')
export class StaffPricePointsController {
  constructor(private readonly db: UnitOfWork) {}

  @Get()
  @Requires('catalogue.read')
  @ApiOkResponse({ standardSchema: z.array(staffPricePoint) })
  async list(
    @Query() query: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<readonly StaffPricePoint[]> {
    return (
      await listStaffRecords<PricePointRow, StaffPricePoint>(this.db, PRICE_POINTS, query, pricePointRecord)
    ).answer(reply);
  }

  @Get(':id')
  @Requires('catalogue.read')
  @ApiOkResponse({ standardSchema: staffPricePoint })
  async one(@Param('id') id: string): Promise<StaffPricePoint> {
    const row = await findStaffRecord<PricePointRow>(this.db, PRICE_POINTS, id);
    if (!row) throw new ProblemError('record.unknown');
    return pricePointRecord(row);
  }
}
