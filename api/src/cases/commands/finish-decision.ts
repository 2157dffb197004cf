import { isSampled, labelOf } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { resolveAlerts } from '../persistence/case-alerts.store.js';
import {
  type CaseDecisionRecord,
  type CaseEffect,
  writeDecision,
} from '../persistence/case-decisions.store.js';
import { labelTransactions, revokeLabels } from '../persistence/case-labels.store.js';
import { readQueue } from '../persistence/case-queues.store.js';
import { insertCases } from '../persistence/case-writes.store.js';
import type { CaseActor, CaseRecord } from '../persistence/cases.store.js';
import { MoveCase } from './move-case.js';
import { sampleOf } from './sample-case.js';

interface Finishing {
  readonly decision: CaseDecisionRecord;
  readonly step: 'decide' | 'confirm';
  readonly actor: CaseActor;
  readonly at: number;
}

/** Makes a decision final: its labels, what its alerts came to, whether it is looked at again, and who is told. */
@Injectable()
export class FinishDecision {
  constructor(
    private readonly moveCase: MoveCase,
    private readonly outbox: Outbox,
  ) {}

  async run(tx: Tx, record: CaseRecord, { decision, step, actor, at }: Finishing): Promise<CaseRecord> {
    await writeDecision(tx, decision);
    const { verdict, decisionNo, decidedBy, confirmedBy } = decision;
    const isReview = record.origin === 'review';
    if (isReview) await this.tellOutside(tx, record, { decision, at });
    const decided = await this.moveCase.run(tx, record, {
      step,
      at,
      actor,
      text: decision.note,
      details: {
        verdict,
        policy: decision.policyCode,
        macro: decision.macro?.id ?? null,
        effects: decision.effects.map(({ type, outcome, subject, why }) => ({ type, outcome, subject, why })),
      },
      changes: {
        decisionNo,
        verdict,
        decidedAt: at,
        decidedBy,
        assignedTo: null,
        barred: confirmedBy === null ? [decidedBy.id] : [decidedBy.id, confirmedBy.id],
      },
    });
    const queue = await readQueue(tx, record.queueId);
    if (isReview && queue && isSampled(decision, queue.samplePermille))
      await insertCases(tx, [sampleOf(decided, { decision, at, queue })]);
    return decided;
  }

  private async tellOutside(
    tx: Tx,
    record: CaseRecord,
    { decision, at }: { decision: CaseDecisionRecord; at: number },
  ): Promise<void> {
    const { accountId, caseId } = record;
    const { decisionNo } = decision;
    await resolveAlerts(tx, caseId, { ended: endedBy(decision.effects), at });
    if (decisionNo > 1) await revokeLabels(tx, { caseId, decisionNo: decisionNo - 1, at });
    const label = labelOf(decision.verdict);
    if (label !== null) await labelTransactions(tx, { accountId, caseId, decisionNo, label, at });
    await this.outbox.append(tx, 'case.changed', { accountId, caseId, news: 'decided', appealId: null });
  }
}

/** The transactions whose holds the decision ended, with how. */
const endedBy = (effects: readonly CaseEffect[]) =>
  effects
    .filter(
      ({ type, outcome }) => outcome === 'done' && (type === 'release_holds' || type === 'decline_holds'),
    )
    .map(({ type, subject }) => ({
      transactionId: subject.id,
      resolution: type === 'release_holds' ? 'released' : 'declined',
    }));
