import {
  type DashboardQuery,
  type DashboardReport,
  dashboardQuery,
  dashboardReport,
} from '@coinwarden/contracts';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Requires } from '../platform/access/requires.js';
import { Dashboard } from './queries/dashboard.js';

@ApiTags('staff: reports')
@Controller('staff/reports')
export class ReportsController {
  constructor(private readonly dashboard: Dashboard) {}

  /** Volume, outcomes, held value and top reasons, in total and over time. */
  @Get('dashboard')
  @Requires('report.read')
  @ApiOkResponse({ standardSchema: dashboardReport })
  readDashboard(@Query({ schema: dashboardQuery }) query: DashboardQuery): Promise<DashboardReport> {
    return this.dashboard.read(query);
  }
}
