import type { CaseActionRequest } from '@coinwarden/contracts';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { endAppeal, readAppealOf, type Undone } from '../persistence/appeals.store.js';
import { readLastDecision, writeDecision } from '../persistence/case-decisions.store.js';
import { revokeLabels } from '../persistence/case-labels.store.js';
import { actorOf, permit } from './case-context.js';
import { lockForDecision } from './lock-for-decision.js';
import { MoveCase } from './move-case.js';
import { UndoEffects } from './undo-effects.js';

interface Permitted {
  readonly step: 'grant' | 'deny';
  readonly staff: StaffActor;
  readonly at: number;
  readonly reason: string | undefined;
  readonly revision?: number | undefined;
}

/**
 * Answers an appeal, by somebody who had no part in the decision. Granted, the decision's labels and effects are undone in
 * the same transaction; a second grant finds the appeal answered.
 * Refusals, in this order: record.unknown, auth.forbidden, action.not_allowed, case.claimed, case.second_person,
 * action.reason_required, case.changed.
 */
@Injectable()
export class DecideAppeal {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly undoEffects: UndoEffects,
    private readonly moveCase: MoveCase,
    private readonly outbox: Outbox,
  ) {}

  run(
    staff: StaffActor,
    caseId: string,
    step: 'grant' | 'deny',
    { reason, revision }: Pick<CaseActionRequest, 'reason' | 'revision'>,
  ): Promise<void> {
    return this.uow.run(async (tx) => {
      const at = this.clock.now();
      const { locked, appeal, decision } = await this.lock(tx, caseId, {
        step,
        staff,
        at,
        reason,
        revision,
      });
      const { record } = locked;
      const isGranted = step === 'grant';
      const undone = isGranted
        ? await this.undoEffects.run(tx, { ...locked, decision, staff, reason: reason! })
        : [];
      if (isGranted) {
        await revokeLabels(tx, { caseId, decisionNo: decision.decisionNo, at });
        await writeDecision(tx, { ...decision, status: 'reversed', reversedAt: at });
      }
      const actor = actorOf(staff);
      const status = isGranted ? 'granted' : 'denied';
      await endAppeal(tx, { ...appeal, status, decidedBy: actor, decidedAt: at, answer: reason!, undone });
      const { accountId } = record;
      const { appealId } = appeal;
      await this.outbox.append(tx, 'case.changed', { accountId, caseId, news: `appeal_${status}`, appealId });
      await this.moveCase.run(tx, record, {
        step,
        at,
        actor,
        text: reason,
        details: { appealId, undone },
        changes: isGranted ? { verdict: null } : {},
      });
    });
  }

  /** What granting it would undo now, and what would stay: done in full and then taken back, so it cannot say otherwise. */
  preview(staff: StaffActor, caseId: string): Promise<Undone[]> {
    return this.uow.rehearse(async (tx) => {
      const permitted = { step: 'grant', staff, at: this.clock.now(), reason: 'preview' } as const;
      const { locked, decision } = await this.lock(tx, caseId, permitted);
      return this.undoEffects.run(tx, { ...locked, decision, staff, reason: permitted.reason });
    });
  }

  private async lock(tx: Tx, caseId: string, asked: Permitted) {
    const found = await readLastDecision(tx, caseId);
    if (found !== null) await this.undoEffects.lockRefunds(tx, found);
    const locked = await lockForDecision(tx, caseId);
    permit(asked.step, { ...asked, record: locked.record });
    const appeal = await readAppealOf(tx, caseId);
    const decision = await readLastDecision(tx, caseId);
    if (appeal?.status !== 'open' || decision === null)
      throw new Error(`case ${caseId} is appealed by nobody`);
    return { locked, appeal, decision };
  }
}
