import {
  type BacktestActionRequest,
  type BacktestComparisonView,
  type BacktestRequest,
  type BacktestResultView,
  backtestActionRequest,
  backtestComparison,
  backtestComparisonQuery,
  backtestRequest,
  backtestResult,
  type StaffBacktest,
  staffBacktest,
} from '@coinwarden/contracts';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { CurrentStaff, type StaffActor } from '../platform/access/actor.js';
import { Requires } from '../platform/access/requires.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Lists, listOf, type StaffList } from '../platform/http/list-route.js';
import { ProblemError } from '../platform/http/problem-error.js';
import { findStaffRecord } from '../platform/http/staff-list.js';
import { CancelBacktest } from './commands/cancel-backtest.js';
import { StartBacktest } from './commands/start-backtest.js';
import type { BacktestRow } from './persistence/backtests.store.js';
import { BACKTESTS, backtestFor } from './queries/backtest-records.js';
import { BacktestResults } from './queries/backtest-results.js';

@ApiTags('staff: backtests')
@Controller('staff/backtests')
export class StaffBacktestsController {
  constructor(
    private readonly db: UnitOfWork,
    private readonly startBacktest: StartBacktest,
    private readonly cancelBacktest: CancelBacktest,
    private readonly results: BacktestResults,
  ) {}

  @Get()
  @Requires('rule.read')
  @Lists(staffBacktest)
  list(@CurrentStaff() actor: StaffActor): StaffList {
    return listOf(BACKTESTS, backtestFor(actor));
  }

  /** Two results side by side. */
  @Get('compare')
  @Requires('rule.read')
  @ApiOkResponse({ standardSchema: backtestComparison })
  compare(
    @Query({ schema: backtestComparisonQuery }) { first, second }: z.infer<typeof backtestComparisonQuery>,
  ): Promise<BacktestComparisonView> {
    return this.results.compare(first, second);
  }

  /** With its progress while it runs. */
  @Get(':id')
  @Requires('rule.read')
  @ApiOkResponse({ standardSchema: staffBacktest })
  async one(@CurrentStaff() actor: StaffActor, @Param('id') id: string): Promise<StaffBacktest> {
    const row = await findStaffRecord<BacktestRow>(this.db, BACKTESTS, id);
    if (row === null) throw new ProblemError('record.unknown', `There is no backtest ${id}.`);
    return backtestFor(actor)(row);
  }

  @Get(':id/result')
  @Requires('rule.read')
  @ApiOkResponse({ standardSchema: backtestResult })
  result(@Param('id', { schema: z.uuid() }) id: string): Promise<BacktestResultView> {
    return this.results.one(id);
  }

  /** Puts a backtest in line; it starts when those before it are done. */
  @Post()
  @Requires('rule.write')
  @ApiCreatedResponse({ standardSchema: staffBacktest })
  async start(
    @CurrentStaff() actor: StaffActor,
    @Body({ schema: backtestRequest }) body: BacktestRequest,
  ): Promise<StaffBacktest> {
    return this.one(actor, await this.startBacktest.run(actor, body));
  }

  @Post(':id/actions/cancel')
  @HttpCode(200)
  @Requires('rule.write')
  @ApiOkResponse({ standardSchema: staffBacktest })
  async cancel(
    @CurrentStaff() actor: StaffActor,
    @Param('id') id: string,
    @Body({ schema: backtestActionRequest }) { reason }: BacktestActionRequest,
  ): Promise<StaffBacktest> {
    const backtest = await this.one(actor, id);
    await this.cancelBacktest.run(actor, backtest.id, reason ?? null);
    return this.one(actor, id);
  }
}
