import { Module } from '@nestjs/common';
import { ClawbackModule } from '../clawback/clawback.public.js';
import { DecisionsModule } from '../decisions/decisions.public.js';
import { DisputesModule } from '../disputes/disputes.public.js';
import { RefundsModule } from '../refunds/refunds.public.js';
import { AnswerSenders } from './answers/answer-senders.js';
import { ApplyNotice } from './commands/apply-notice.js';
import { EndPaymentHold } from './commands/end-payment-hold.js';
import { OpenConsumptionAnswer } from './commands/open-consumption-answer.js';
import { ProcessNotices } from './commands/process-notices.js';
import { ReceiveNotice } from './commands/receive-notice.js';
import { ReplayNotice } from './commands/replay-notice.js';
import { SendConsumptionAnswers } from './commands/send-consumption-answers.js';
import { WakeNotices } from './commands/wake-notices.js';
import { ProcessDueNoticesJob, ProcessReceivedNoticesJob } from './jobs/process-notices.job.js';
import { SendConsumptionAnswersJob } from './jobs/send-consumption-answers.job.js';
import { WakeNoticesJob } from './jobs/wake-notices.job.js';
import { NoticeMetrics } from './notice-metrics.js';
import { NoticeIntake } from './persistence/notice-intake.js';
import { FindNotices } from './queries/find-notices.js';
import { FindPurchases } from './queries/find-purchases.js';
import { NoticePage } from './queries/notice-page.js';
import { StaffNoticesController } from './staff-notices.controller.js';
import { NoticeVerifiers } from './verification/verifiers.js';
import { WebhookIntakeController } from './webhook-intake.controller.js';

@Module({
  imports: [ClawbackModule, DecisionsModule, DisputesModule, RefundsModule],
  controllers: [WebhookIntakeController, StaffNoticesController],
  providers: [
    FindNotices,
    FindPurchases,
    NoticeVerifiers,
    NoticeMetrics,
    NoticeIntake,
    ReceiveNotice,
    ProcessNotices,
    ApplyNotice,
    EndPaymentHold,
    OpenConsumptionAnswer,
    AnswerSenders,
    SendConsumptionAnswers,
    WakeNotices,
    ReplayNotice,
    NoticePage,
    ProcessReceivedNoticesJob,
    ProcessDueNoticesJob,
    WakeNoticesJob,
    SendConsumptionAnswersJob,
  ],
  exports: [ReceiveNotice, ProcessNotices],
})
export class NoticesModule {}
