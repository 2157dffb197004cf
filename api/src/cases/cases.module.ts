import { Module } from '@nestjs/common';
import { CaseGuidanceController } from './case-guidance.controller.js';
import { CaseQueuesController } from './case-queues.controller.js';
import { ActOnCase } from './commands/act-on-case.js';
import { ClaimCase } from './commands/claim-case.js';
import { HandleCase } from './commands/handle-case.js';
import { InstallCaseDefaults } from './commands/install-case-defaults.js';
import { MoveCase } from './commands/move-case.js';
import { NoteHeartbeat } from './commands/note-heartbeat.js';
import { SetUpGuidance } from './commands/set-up-guidance.js';
import { SetUpQueues } from './commands/set-up-queues.js';
import { CasePage } from './queries/case-page.js';
import { QueueList } from './queries/queue-records.js';
import { SimilarCases } from './queries/similar-cases.js';
import { StaffCasesController } from './staff-cases.controller.js';

@Module({
  controllers: [StaffCasesController, CaseQueuesController, CaseGuidanceController],
  providers: [
    InstallCaseDefaults,
    ActOnCase,
    ClaimCase,
    HandleCase,
    MoveCase,
    NoteHeartbeat,
    SetUpGuidance,
    SetUpQueues,
    CasePage,
    QueueList,
    SimilarCases,
  ],
})
export class CasesModule {}
