import { DAY, HOUR } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { AnswerDispute, BuildEvidence, ReviewDisputes } from '../../disputes/disputes.public.js';
import type { StaffActor } from '../../platform/access/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ActOnRefund, ApplyRefundNotice, RefundPreviews } from '../../refunds/refunds.public.js';
import { chanceOf } from './chance.js';
import { demoStaff, unlessRefused } from './demo-staff.js';
import {
  disputesWaiting,
  refundsWaiting,
  type WaitingDispute,
  type WaitingRefund,
} from './money-back.store.js';

/**
 * A second person looks within a week, stores are heard from after the weekend; what is younger waits for whoever opens the
 * console, and some of it longer than it should.
 */
const DECIDED_WITHIN = 7 * DAY;
const HEARD_AFTER = 60 * HOUR;
/** Of a hundred, so many who asked think better of it before anybody has decided. */
const CHANGE_THEIR_MIND = 8;
/** Analysts take disputes up after a day or some, and put some off to the end. */
const TAKEN_UP_AFTER = DAY;

/**
 * Support, leads and dispute analysts of the demo, at their desks while its history goes by. What they decide depends on
 * nothing but the case, so the demo is the same every time.
 */
@Injectable()
export class MoneyBackDesk {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly actOnRefund: ActOnRefund,
    private readonly applyRefundNotice: ApplyRefundNotice,
    private readonly previews: RefundPreviews,
    private readonly answerDispute: AnswerDispute,
    private readonly evidence: BuildEvidence,
    private readonly reviewDisputes: ReviewDisputes,
  ) {}

  /** Whether anybody did anything. */
  async run(now: number): Promise<boolean> {
    const refunds = (await refundsWaiting(this.uow)).filter((refund) => isDue(refund, now));
    const disputes = (await disputesWaiting(this.uow, now - TAKEN_UP_AFTER)).filter(isTakenUp);
    if (refunds.length > 0) {
      const lead = await demoStaff(this.uow, 'ts_lead');
      for (const refund of refunds) await unlessRefused(() => this.decide(lead, refund, now));
    }
    if (disputes.length > 0) {
      const analyst = await demoStaff(this.uow, 'dispute_analyst');
      for (const dispute of disputes) await unlessRefused(() => this.answer(analyst, dispute));
    }
    await this.reviewDisputes.overdue();
    return refunds.length + disputes.length > 0;
  }

  private async decide(lead: StaffActor, refund: WaitingRefund, now: number): Promise<void> {
    const { refundId, status, fraud } = refund;
    if (status === 'approved') {
      await this.hearFromStore(refund, now);
      return;
    }
    if (patienceOf(refund) < CHANGE_THEIR_MIND) {
      const reason = 'The buyer wants to keep the coins after all';
      await this.actOnRefund.run(lead, refundId, 'cancel', { reason });
      return;
    }
    if (fraud) {
      const reason = 'The coins were received and given away; this account has asked like that before';
      await this.actOnRefund.run(lead, refundId, 'reject', { reason });
      return;
    }
    const { clawback } = await this.previews.ofRefund(refundId);
    await this.actOnRefund.run(lead, refundId, 'approve', { previewHash: clawback.hash });
  }

  /** The buyer has been there, or somebody pressed the button in its console: it tells that the money went back. */
  private async hearFromStore({ provider, reference }: WaitingRefund, now: number): Promise<void> {
    if (provider === null || reference === null) return;
    const providerRefundId = `${provider}:${reference}`;
    const what = { refundId: null, status: 'succeeded', money: null, detail: null } as const;
    await this.applyRefundNotice.run({
      provider,
      noticeId: `demo-${providerRefundId}`,
      occurredAt: now,
      fact: { type: 'refund', reference, providerRefundId, ...what },
    });
  }

  private async answer(analyst: StaffActor, dispute: WaitingDispute): Promise<void> {
    const { disputeId } = dispute;
    if (luckOf(dispute) < 20) {
      const reason = 'The evidence would not carry it';
      await this.answerDispute.accept(analyst, disputeId, { reason });
      return;
    }
    const { hash } = await this.evidence.run(this.uow, disputeId);
    await this.answerDispute.submit(analyst, disputeId, { hash });
  }
}

const patienceOf = ({ reference, refundId }: WaitingRefund): number =>
  chanceOf(`decided ${reference ?? refundId}`);

const isDue = (refund: WaitingRefund, now: number): boolean => {
  const patience = refund.status === 'approved' ? HEARD_AFTER : (patienceOf(refund) * DECIDED_WITHIN) / 100;
  return now - refund.changedAt > patience;
};

const luckOf = ({ providerDisputeId, stage }: WaitingDispute): number =>
  chanceOf(`${providerDisputeId} ${stage}`);

/** Some stay on the board, for a visitor to answer or for the deadline to pass. */
const isTakenUp = (dispute: WaitingDispute): boolean => luckOf(dispute) < 60;
