import type { DisputeActionRequest } from '@coinwarden/contracts';
import { disputeActionsFor } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/access/actor.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Clock } from '../../platform/clock/clock.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { BuildEvidence, type Evidence } from '../evidence/build-evidence.js';
import { type AnswerRecord, readAnswers, writeAnswer } from '../persistence/dispute-answers.store.js';
import { appendDisputeEvents, type DisputeActor } from '../persistence/dispute-events.store.js';
import { type DisputeRecord, lockDispute, updateDispute } from '../persistence/disputes.store.js';
import { SendAnswers } from './send-answers.js';

/**
 * Answers a dispute for good: with evidence, or by giving it up. What will be sent is written down first, once per stage, then
 * it is sent; an answer of the provider that gets lost is asked for again and never sent as another.
 */
@Injectable()
export class AnswerDispute {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
    private readonly build: BuildEvidence,
    private readonly send: SendAnswers,
  ) {}

  /** `hash` is of the pack that was looked at: another one is not sent in its place. */
  async submit(staff: StaffActor, disputeId: string, { hash }: DisputeActionRequest): Promise<void> {
    if (hash === undefined) {
      const errors = [{ pointer: '/hash', detail: 'must name the evidence that was looked at' }];
      throw new ProblemError('request.invalid', 'Evidence is submitted as it was looked at.', errors);
    }
    // Written as a document, which takes its time: before any lock.
    const evidence = await this.build.run(this.uow, disputeId);
    await this.ask(staff, disputeId, { kind: 'evidence', evidence, hash, reason: null });
    await this.sendNow(disputeId);
  }

  async accept(staff: StaffActor, disputeId: string, { reason }: DisputeActionRequest): Promise<void> {
    if (reason === undefined) throw new ProblemError('action.reason_required');
    await this.ask(staff, disputeId, { kind: 'acceptance', evidence: null, hash: null, reason });
    await this.sendNow(disputeId);
  }

  /** A plain no is told at once; a lost answer shows on the dispute, and is asked for again. */
  private async sendNow(disputeId: string): Promise<void> {
    const outcome = await this.send.one(disputeId);
    if (outcome?.kind === 'refused') throw new ProblemError('provider.refused', outcome.message);
  }

  private ask(staff: StaffActor, disputeId: string, asked: Asked): Promise<void> {
    return this.uow.run(async (tx) => {
      const at = this.clock.now();
      const dispute = await lockDispute(tx, disputeId);
      if (dispute === null) throw new ProblemError('record.unknown', `There is no dispute ${disputeId}.`);
      await this.refuse(tx, dispute, { staff, asked, at });
      const actor: DisputeActor = { type: 'staff', id: staff.id, name: staff.name };
      if (!(await writeAnswer(tx, answerOf(dispute, asked, { actor, at })))) throw submitted(dispute);
      await updateDispute(tx, { ...dispute, answering: true }, at);
      const { kind, hash, reason } = asked;
      const details = { kind, hash, stage: dispute.stage };
      await appendDisputeEvents(tx, disputeId, [{ kind: 'answer_asked', at, actor, text: reason, details }]);
      await this.audit.append(tx, {
        actor: { type: 'staff', id: staff.id },
        action: kind === 'evidence' ? 'dispute.submit' : 'dispute.accept',
        subject: { type: 'dispute', id: disputeId },
        reason,
        details: { accountId: dispute.accountId, purchaseId: dispute.purchaseId, ...details },
      });
    });
  }

  /** In this order: answered before, too late, not open, another pack than the one looked at. */
  private async refuse(
    tx: Tx,
    dispute: DisputeRecord,
    { staff, asked, at }: { staff: StaffActor; asked: Asked; at: number },
  ): Promise<void> {
    const answers = await readAnswers(tx, dispute.disputeId);
    const before = answers.some((answer) => answer.stage === dispute.stage && answer.refusal === null);
    if (before || dispute.status === 'under_review') throw submitted(dispute);
    const passed = dispute.status === 'expired' || (dispute.dueAt !== null && dispute.dueAt <= at);
    if (passed) throw new ProblemError('dispute.deadline_passed');
    const action = asked.kind === 'evidence' ? 'submit' : 'accept';
    const open = disputeActionsFor(staff.permissions, { ...dispute, matched: dispute.purchaseId !== null });
    if (!open.includes(action)) {
      throw new ProblemError('action.not_allowed', `A dispute that is ${dispute.status} is not answered.`);
    }
    if (asked.evidence !== null && asked.evidence.hash !== asked.hash) {
      throw new ProblemError('record.conflict', 'The evidence has changed since it was looked at.', [
        { pointer: '/hash', detail: asked.evidence.hash },
      ]);
    }
  }
}

interface Asked {
  readonly kind: AnswerRecord['kind'];
  readonly evidence: Evidence | null;
  readonly hash: string | null;
  readonly reason: string | null;
}

function answerOf(
  { disputeId, stage }: DisputeRecord,
  { kind, evidence, hash }: Asked,
  { actor, at }: { actor: DisputeActor; at: number },
): AnswerRecord {
  return {
    disputeId,
    stage,
    kind,
    hash,
    fields: evidence === null ? null : (evidence.fields as Record<string, string>),
    pdf: evidence?.pdf ?? null,
    askedBy: actor,
    askedAt: at,
    sentAt: null,
    refusal: null,
    tries: 0,
    tryAt: at,
  };
}

const submitted = ({ stage }: DisputeRecord) =>
  new ProblemError('dispute.submitted', `This ${stage.replace('_', '-')} has been answered already.`);
