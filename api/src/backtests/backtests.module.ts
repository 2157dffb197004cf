import { Module } from '@nestjs/common';
import { CancelBacktest } from './commands/cancel-backtest.js';
import { StartBacktest } from './commands/start-backtest.js';
import { SumRuleLabels } from './commands/sum-rule-labels.js';
import { BacktestRunner } from './engine/backtest-runner.js';
import { ResumeBacktestsJob, StartBacktestsJob } from './jobs/run-backtests.job.js';
import { SumRuleLabelsJob } from './jobs/sum-rule-labels.job.js';
import { BacktestResults } from './queries/backtest-results.js';
import { RuleHealthFigures } from './queries/rule-health.js';
import { RuleHealthController } from './rule-health.controller.js';
import { StaffBacktestsController } from './staff-backtests.controller.js';

@Module({
  controllers: [StaffBacktestsController, RuleHealthController],
  providers: [
    StartBacktest,
    CancelBacktest,
    BacktestResults,
    BacktestRunner,
    StartBacktestsJob,
    ResumeBacktestsJob,
    SumRuleLabels,
    SumRuleLabelsJob,
    RuleHealthFigures,
  ],
})
export class BacktestsModule {}
