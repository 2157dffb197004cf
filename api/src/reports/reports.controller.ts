import {
  type DashboardQuery,
  type DashboardReport,
  dashboardQuery,
  dashboardReport,
  type MoneyBackQuery,
  type MoneyBackReport,
  moneyBackQuery,
  moneyBackReport,
} from '@coinwarden/contracts';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Requires } from '../platform/access/requires.js';
import { Dashboard } from './queries/dashboard.js';
import { MoneyBackFigures } from './queries/money-back-report.js';

@ApiTags('staff: reports')
@Controller('staff/reports')
export class ReportsController {
  constructor(
    private readonly dashboard: Dashboard,
    private readonly moneyBack: MoneyBackFigures,
  ) {}

  /** Volume, outcomes, held value and top reasons, in total and over time. */
  @Get('dashboard')
  @Requires('report.read')
  @ApiOkResponse({ standardSchema: dashboardReport })
  readDashboard(@Query({ schema: dashboardQuery }) query: DashboardQuery): Promise<DashboardReport> {
    return this.dashboard.read(query);
  }

  /** Refunds and disputes: rates, amounts, reasons, who asks most, what waits and what nobody knows yet. */
  @Get('money-back')
  @Requires('report.read')
  @ApiOkResponse({ standardSchema: moneyBackReport })
  readMoneyBack(@Query({ schema: moneyBackQuery }) query: MoneyBackQuery): Promise<MoneyBackReport> {
    return this.moneyBack.read(query);
  }
}
