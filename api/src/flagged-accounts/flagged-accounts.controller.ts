import { type FlaggedAccount, flaggedAccount } from '@coinwarden/contracts';
import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Requires } from '../platform/access/requires.js';
import { Clock } from '../platform/clock/clock.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { listStaffRecords } from '../platform/http/staff-list.js';
import { flaggedAccountRecord, flaggedAccountsAt } from './queries/flagged-account-records.js';

@ApiTags('staff: accounts')
@Controller('staff/flagged-accounts')
export class FlaggedAccountsController {
  constructor(
    private readonly db: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** The accounts that people keep an eye on, the gravest first. */
  @Get()
  @Requires('case.read')
  @ApiOkResponse({ standardSchema: z.array(flaggedAccount) })
  async list(
    @Query() query: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<readonly FlaggedAccount[]> {
    const resource = flaggedAccountsAt(this.clock.now());
    return (await listStaffRecords(this.db, resource, query, flaggedAccountRecord)).answer(reply);
  }
}
