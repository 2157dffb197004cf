import {
  type DisputeActionRequest,
  type DisputeReport,
  type DisputeReportQuery,
  disputeActionRequest,
  disputeReport,
  disputeReportQuery,
  type StaffFraudWarning,
  staffFraudWarning,
} from '@coinwarden/contracts';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { CurrentStaff, type StaffActor } from '../platform/access/actor.js';
import { Requires } from '../platform/access/requires.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Lists, listOf, type StaffList } from '../platform/http/list-route.js';
import { ProblemError } from '../platform/http/problem-error.js';
import { findStaffRecord } from '../platform/http/staff-list.js';
import { DecideWarning } from './commands/decide-warning.js';
import type { WarningRow } from './persistence/fraud-warnings.store.js';
import { DisputeResults } from './queries/dispute-results.js';
import { staffWarningFor, WARNINGS } from './queries/warning-records.js';

const warningAction = disputeActionRequest.pick({ reason: true });

@ApiTags('staff: disputes')
@Controller('staff')
export class FraudWarningsController {
  constructor(
    private readonly db: UnitOfWork,
    private readonly decide: DecideWarning,
    private readonly results: DisputeResults,
  ) {}

  @Get('fraud-warnings')
  @Requires('dispute.read')
  @Lists(staffFraudWarning)
  list(@CurrentStaff() actor: StaffActor): StaffList {
    return listOf(WARNINGS, staffWarningFor(actor));
  }

  @Get('fraud-warnings/:id')
  @Requires('dispute.read')
  @ApiOkResponse({ standardSchema: staffFraudWarning })
  async one(@CurrentStaff() actor: StaffActor, @Param('id') id: string): Promise<StaffFraudWarning> {
    const row = await findStaffRecord<WarningRow>(this.db, WARNINGS, id);
    if (row === null) throw new ProblemError('record.unknown', `There is no warning ${id}.`);
    return staffWarningFor(actor)(row);
  }

  /** `refund`: before it becomes a dispute. `keep`: take the risk. */
  @Post('fraud-warnings/:id/actions/:action')
  @HttpCode(200)
  @Requires('dispute.respond')
  @ApiOkResponse({ standardSchema: staffFraudWarning })
  async act(
    @CurrentStaff() actor: StaffActor,
    @Param('id') id: string,
    @Param('action', { schema: z.enum(['refund', 'keep']) }) action: 'refund' | 'keep',
    @Body({ schema: warningAction }) { reason }: Pick<DisputeActionRequest, 'reason'>,
  ): Promise<StaffFraudWarning> {
    await this.one(actor, id);
    if (action === 'refund') await this.decide.refund(actor, id, reason);
    else await this.decide.keep(actor, id, reason);
    return this.one(actor, id);
  }

  /** What became of the disputes opened in a period, by reason, method or package. */
  @Get('reports/disputes')
  @Requires('report.read')
  @ApiOkResponse({ standardSchema: disputeReport })
  report(@Query({ schema: disputeReportQuery }) query: DisputeReportQuery): Promise<DisputeReport> {
    return this.results.read(query);
  }
}
