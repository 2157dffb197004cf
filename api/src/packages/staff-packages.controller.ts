import { type StaffPackage, staffPackage } from '@coinwarden/contracts';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Requires } from '../platform/access/requires.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { ProblemError } from '../platform/http/problem-error.js';
import { findStaffRecord, listStaffRecords } from '../platform/http/staff-list.js';
import { PACKAGES, type PackageRow, packageRecord } from './queries/package-records.js';

@ApiTags('staff: packages')
@Controller('staff/packages')
export class StaffPackagesController {
  constructor(private readonly db: UnitOfWork) {}

  @Get()
  @Requires('catalogue.read')
  @ApiOkResponse({ standardSchema: z.array(staffPackage) })
  async list(
    @Query() query: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<readonly StaffPackage[]> {
    return (await listStaffRecords<PackageRow, StaffPackage>(this.db, PACKAGES, query, packageRecord)).answer(
      reply,
    );
  }

  @Get(':id')
  @Requires('catalogue.read')
  @ApiOkResponse({ standardSchema: staffPackage })
  async one(@Param('id') id: string): Promise<StaffPackage> {
    const row = await findStaffRecord<PackageRow>(this.db, PACKAGES, id);
    if (!row) throw new ProblemError('record.unknown');
    return packageRecord(row);
  }
}
