import { Module } from '@nestjs/common';
import { ClawbackModule } from '../clawback/clawback.public.js';
import { MoneyBackPoliciesModule } from '../money-back-policies/money-back-policies.public.js';
import { PaymentsModule } from '../payments/payments.public.js';
import { ActOnBulk } from './commands/act-on-bulk.js';
import { ActOnRefund } from './commands/act-on-refund.js';
import { ApplyRefundNotice } from './commands/apply-refund-notice.js';
import { CallBackRefunds } from './commands/call-back-refunds.js';
import { ConfirmPaid } from './commands/confirm-paid.js';
import { ExecuteRefund } from './commands/execute-refund.js';
import { JudgeRequest } from './commands/judge-request.js';
import { MoveBulk } from './commands/move-bulk.js';
import { MoveRefund } from './commands/move-refund.js';
import { NoteRefund } from './commands/note-refund.js';
import { OpenBulk } from './commands/open-bulk.js';
import { OpenRefund } from './commands/open-refund.js';
import { RecordProviderFact } from './commands/record-provider-fact.js';
import { RequestRefund } from './commands/request-refund.js';
import { RetryRefund } from './commands/retry-refund.js';
import { SettleRefund } from './commands/settle-refund.js';
import { TakeUpRefund } from './commands/take-up-refund.js';
import { WorkOffBulk } from './commands/work-off-bulk.js';
import { WorkOffRefunds } from './commands/work-off-refunds.js';
import { PayApprovedRefundsJob } from './jobs/pay-approved-refunds.job.js';
import { ResumeRefundBulksJob, StartRefundBulksJob } from './jobs/work-off-bulks.job.js';
import { WorkOffRefundsJob } from './jobs/work-off-refunds.job.js';
import { BulkPreviews } from './queries/bulk-previews.js';
import { FindRefunds } from './queries/find-refunds.js';
import { RefundPage } from './queries/refund-page.js';
import { RefundPreviews } from './queries/refund-previews.js';
import { RefundReasonList } from './queries/refund-reasons.js';
import { RequestablePurchases } from './queries/requestable-purchase.js';
import { RefundsController } from './refunds.controller.js';
import { StaffRefundBulksController } from './staff-refund-bulks.controller.js';
import { StaffRefundsController } from './staff-refunds.controller.js';

@Module({
  imports: [ClawbackModule, MoneyBackPoliciesModule, PaymentsModule],
  controllers: [RefundsController, StaffRefundsController, StaffRefundBulksController],
  providers: [
    FindRefunds,
    ActOnBulk,
    ActOnRefund,
    BulkPreviews,
    MoveBulk,
    OpenBulk,
    WorkOffBulk,
    StartRefundBulksJob,
    ResumeRefundBulksJob,
    ApplyRefundNotice,
    CallBackRefunds,
    ConfirmPaid,
    ExecuteRefund,
    JudgeRequest,
    MoveRefund,
    NoteRefund,
    OpenRefund,
    RecordProviderFact,
    RequestRefund,
    RetryRefund,
    SettleRefund,
    TakeUpRefund,
    WorkOffRefunds,
    PayApprovedRefundsJob,
    WorkOffRefundsJob,
    RefundPage,
    RefundPreviews,
    RefundReasonList,
    RequestablePurchases,
  ],
  exports: [
    ActOnRefund,
    ApplyRefundNotice,
    CallBackRefunds,
    RefundPreviews,
    RequestRefund,
    WorkOffBulk,
    WorkOffRefunds,
  ],
})
export class RefundsModule {}
