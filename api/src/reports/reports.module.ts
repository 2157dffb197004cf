import { Module } from '@nestjs/common';
import { MoneyBackPoliciesModule } from '../money-back-policies/money-back-policies.public.js';
import { RollUpReports } from './commands/roll-up-reports.js';
import { MarkReportBucketsJob } from './jobs/mark-report-buckets.job.js';
import { RollUpReportsJob } from './jobs/roll-up-reports.job.js';
import { Dashboard } from './queries/dashboard.js';
import { MoneyBackFigures } from './queries/money-back-report.js';
import { ReportsController } from './reports.controller.js';

@Module({
  imports: [MoneyBackPoliciesModule],
  controllers: [ReportsController],
  providers: [Dashboard, MoneyBackFigures, RollUpReports, MarkReportBucketsJob, RollUpReportsJob],
  exports: [RollUpReports],
})
export class ReportsModule {}
