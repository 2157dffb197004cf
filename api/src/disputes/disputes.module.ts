import { Module } from '@nestjs/common';
import { ClawbackModule } from '../clawback/clawback.public.js';
import { DecisionsModule } from '../decisions/decisions.public.js';
import { MoneyBackPoliciesModule } from '../money-back-policies/money-back-policies.public.js';
import { PaymentsModule } from '../payments/payments.public.js';
import { RefundsModule } from '../refunds/refunds.public.js';
import { AnswerDispute } from './commands/answer-dispute.js';
import { ApplyDisputeNotice } from './commands/apply-dispute-notice.js';
import { ApplyFraudWarning } from './commands/apply-fraud-warning.js';
import { DecideWarning } from './commands/decide-warning.js';
import { PreventDispute } from './commands/prevent-dispute.js';
import { RefundInquiry } from './commands/refund-inquiry.js';
import { RestateDispute } from './commands/restate-dispute.js';
import { ReviewDisputes } from './commands/review-disputes.js';
import { SendAnswers } from './commands/send-answers.js';
import { WorkOnDispute } from './commands/work-on-dispute.js';
import { DisputesController } from './disputes.controller.js';
import { EvidenceModule } from './evidence/evidence.module.js';
import { FraudWarningsController } from './fraud-warnings.controller.js';
import {
  DeclinedWarningsJob,
  MatchDisputesJob,
  PreventedDisputesJob,
  ReviewDisputesJob,
} from './jobs/review-disputes.job.js';
import { DisputeBoardReader } from './queries/dispute-board.js';
import { DisputePage } from './queries/dispute-page.js';
import { DisputeResults } from './queries/dispute-results.js';
import { FindDisputes } from './queries/find-disputes.js';
import { StaffDisputesController } from './staff-disputes.controller.js';

@Module({
  imports: [
    ClawbackModule,
    DecisionsModule,
    MoneyBackPoliciesModule,
    PaymentsModule,
    RefundsModule,
    EvidenceModule,
  ],
  controllers: [DisputesController, StaffDisputesController, FraudWarningsController],
  providers: [
    FindDisputes,
    AnswerDispute,
    ApplyDisputeNotice,
    ApplyFraudWarning,
    DecideWarning,
    PreventDispute,
    RefundInquiry,
    RestateDispute,
    ReviewDisputes,
    SendAnswers,
    WorkOnDispute,
    ReviewDisputesJob,
    PreventedDisputesJob,
    DeclinedWarningsJob,
    MatchDisputesJob,
    DisputeBoardReader,
    DisputePage,
    DisputeResults,
  ],
  exports: [
    AnswerDispute,
    ApplyDisputeNotice,
    ApplyFraudWarning,
    EvidenceModule,
    ReviewDisputes,
    SendAnswers,
  ],
})
export class DisputesModule {}
