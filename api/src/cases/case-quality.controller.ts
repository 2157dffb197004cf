import { type CaseQuality, caseQuality, caseQualityQuery } from '@coinwarden/contracts';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Requires } from '../platform/access/requires.js';
import { CaseQualityReport } from './queries/case-quality.js';

@ApiTags('staff: cases')
@Controller('staff/case-quality')
export class CaseQualityController {
  constructor(private readonly report: CaseQualityReport) {}

  /** Agreement, handle times and overturned decisions, of the team and of each reviewer. */
  @Get()
  @Requires('case.quality')
  @ApiOkResponse({ standardSchema: caseQuality })
  read(@Query({ schema: caseQualityQuery }) query: z.infer<typeof caseQualityQuery>): Promise<CaseQuality> {
    return this.report.read(query);
  }
}
