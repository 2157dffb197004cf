import { type StaffGift, staffGift } from '@coinwarden/contracts';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Requires } from '../platform/access/requires.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Lists, listOf, type StaffList } from '../platform/http/list-route.js';
import { ProblemError } from '../platform/http/problem-error.js';
import { findStaffRecord } from '../platform/http/staff-list.js';
import { GIFTS, type GiftRow, giftRecord } from './queries/package-records.js';

@ApiTags('staff: gifts')
@Controller('staff/gifts')
export class StaffGiftsController {
  constructor(private readonly db: UnitOfWork) {}

  @Get()
  @Requires('catalogue.read')
  @Lists(staffGift)
  list(): StaffList {
    return listOf(GIFTS, giftRecord);
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
