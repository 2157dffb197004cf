import { type SettlementView, settlements } from '@coinwarden/contracts';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../platform/access/requires.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { settlementsOf } from './queries/settlements-of.js';

@ApiTags('staff: settlements')
@Controller('staff/purchases')
export class StaffSettlementsController {
  constructor(private readonly db: UnitOfWork) {}

  /** What was booked when the purchase's money went back, or came back, and who lost what by it. */
  @Get(':purchaseId/settlements')
  @Requires('refund.read')
  @ApiOkResponse({ standardSchema: settlements })
  of(@Param('purchaseId', { schema: z.uuid() }) purchaseId: string): Promise<SettlementView[]> {
    return settlementsOf(this.db, purchaseId);
  }
}
