import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.public.js';
import { DecisionsModule } from '../decisions/decisions.public.js';
import { ListsModule } from '../lists/lists.public.js';
import { RefundsModule } from '../refunds/refunds.public.js';
import { AccountCasesController } from './account-cases.controller.js';
import { AppealsController } from './appeals.controller.js';
import { CaseGuidanceController } from './case-guidance.controller.js';
import { CaseQualityController } from './case-quality.controller.js';
import { CaseQueuesController } from './case-queues.controller.js';
import { ActOnCase } from './commands/act-on-case.js';
import { ApplyMeasures } from './commands/apply-measures.js';
import { ClaimCase } from './commands/claim-case.js';
import { DecideAppeal } from './commands/decide-appeal.js';
import { DecideCase } from './commands/decide-case.js';
import { DecideMany } from './commands/decide-many.js';
import { FinishDecision } from './commands/finish-decision.js';
import { HandleCase } from './commands/handle-case.js';
import { InstallCaseDefaults } from './commands/install-case-defaults.js';
import { MergeCases } from './commands/merge-cases.js';
import { MoveCase } from './commands/move-case.js';
import { NoteHeartbeat } from './commands/note-heartbeat.js';
import { OpenAppeal } from './commands/open-appeal.js';
import { RaiseHeld } from './commands/raise-held.js';
import { RaiseReports } from './commands/raise-reports.js';
import { ReportAccount } from './commands/report-account.js';
import { RerouteCases } from './commands/reroute-cases.js';
import { RetireQueue } from './commands/retire-queue.js';
import { SetUpGuidance } from './commands/set-up-guidance.js';
import { SetUpQueues } from './commands/set-up-queues.js';
import { SettleEndedHolds } from './commands/settle-ended-holds.js';
import { TendCases } from './commands/tend-cases.js';
import { UndoEffects } from './commands/undo-effects.js';
import { RaiseHeldTransactionsJob, RaiseReportsJob, SettleEndedHoldsJob } from './jobs/gather-alerts.job.js';
import { TendCasesJob } from './jobs/tend-cases.job.js';
import { CasePage } from './queries/case-page.js';
import { CaseQualityReport } from './queries/case-quality.js';
import { FindAppeals } from './queries/find-appeals.js';
import { FindCases } from './queries/find-cases.js';
import { QueuePreview } from './queries/queue-preview.js';
import { QueueList } from './queries/queue-records.js';
import { SimilarCases } from './queries/similar-cases.js';
import { StaffCasesController } from './staff-cases.controller.js';

@Module({
  imports: [AccountsModule, DecisionsModule, ListsModule, RefundsModule],
  controllers: [
    AccountCasesController,
    CaseQualityController,
    AppealsController,
    StaffCasesController,
    CaseQueuesController,
    CaseGuidanceController,
  ],
  providers: [
    FindAppeals,
    FindCases,
    InstallCaseDefaults,
    ActOnCase,
    UndoEffects,
    OpenAppeal,
    DecideAppeal,
    RaiseHeld,
    RaiseReports,
    SettleEndedHolds,
    TendCases,
    RaiseHeldTransactionsJob,
    RaiseReportsJob,
    SettleEndedHoldsJob,
    TendCasesJob,
    ApplyMeasures,
    DecideCase,
    DecideMany,
    FinishDecision,
    MergeCases,
    ReportAccount,
    RerouteCases,
    RetireQueue,
    ClaimCase,
    HandleCase,
    MoveCase,
    NoteHeartbeat,
    SetUpGuidance,
    SetUpQueues,
    CasePage,
    CaseQualityReport,
    QueueList,
    QueuePreview,
    SimilarCases,
  ],
  exports: [HandleCase, OpenAppeal, RaiseHeld],
})
export class CasesModule {}
