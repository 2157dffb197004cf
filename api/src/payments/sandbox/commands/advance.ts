import { DAY } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { disputesDue, readSandboxDispute, type SandboxDispute } from '../books/disputes.store.js';
import { readSandboxRefund, refundsDue, type SandboxRefund } from '../books/refunds.store.js';
import type { Doing } from './announce.js';
import { decideDispute, escalateInquiry } from './decide-dispute.js';
import { knowPayment } from './know-payment.js';
import { settleSandboxRefund } from './settle-refund.js';

const NEW_DEADLINE_DAYS = 7;
const LATE_FAILURE = 'expired_or_canceled_card';

/** What happens by itself as time passes: refunds come through or fail late, banks decide, deadlines are missed. */
@Injectable()
export class Advance {
  constructor(private readonly uow: UnitOfWork) {}

  /** Answers how much happened. Each step happens at its own moment, once. */
  async run(now: number): Promise<number> {
    const refunds = await refundsDue(this.uow, now);
    for (const refund of refunds) await this.settle(refund);
    const disputes = await disputesDue(this.uow, now);
    for (const dispute of disputes) await this.decide(dispute);
    return refunds.length + disputes.length;
  }

  private settle({ refundId, paymentId, nextAt }: SandboxRefund): Promise<void> {
    return this.at(nextAt!, async (doing) => {
      const payment = await knowPayment(doing.tx, paymentId);
      const refund = await readSandboxRefund(doing.tx, refundId);
      if (refund?.nextStatus === null || refund?.nextStatus === undefined || refund.nextStatus === 'pending')
        return;
      const failureReason = refund.nextStatus === 'failed' ? LATE_FAILURE : null;
      const status = refund.nextStatus;
      await settleSandboxRefund(doing, { refund, payment }, { status, failureReason });
    });
  }

  private decide({ disputeId, paymentId, decideAt }: SandboxDispute): Promise<void> {
    return this.at(decideAt!, async (doing) => {
      const payment = await knowPayment(doing.tx, paymentId);
      const dispute = await readSandboxDispute(doing.tx, disputeId);
      if (dispute?.decideAt !== decideAt) return;
      const answered = dispute!.submissions > 0;
      const found = { dispute: dispute!, payment };
      // An inquiry that nobody answered becomes a dispute; a dispute that nobody answered is lost.
      if (!answered && dispute!.caseType === 'inquiry')
        await escalateInquiry(doing, found, doing.at + NEW_DEADLINE_DAYS * DAY);
      else await decideDispute(doing, found, answered ? (dispute!.verdict ?? 'lost') : 'lost');
    });
  }

  private at(at: number, work: (doing: Doing) => Promise<void>): Promise<void> {
    return this.uow.run((tx) => work({ tx, at, idempotencyKey: null }));
  }
}
