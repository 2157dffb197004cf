import type { CaseActionRequest, CaseDecisionRequest } from '@coinwarden/contracts';
import { isAdverse, needsSecondLook } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import {
  type CaseDecisionRecord,
  readLastDecision,
  writeDecision,
} from '../persistence/case-decisions.store.js';
import { readQueue } from '../persistence/case-queues.store.js';
import type { CaseRecord } from '../persistence/cases.store.js';
import { ApplyMeasures } from './apply-measures.js';
import { actorOf, permit } from './case-context.js';
import { FinishDecision } from './finish-decision.js';
import { type LockedCase, lockForDecision } from './lock-for-decision.js';
import { MoveCase } from './move-case.js';
import { expectPermitted, type ResolvedDecision, resolveDecision } from './resolve-decision.js';

/**
 * Decides a case: verdict, policy and all its measures in one transaction. It counts for whoever holds the case, or for
 * anybody when nobody does; a lease that ran out still counts until somebody else takes the case.
 * Refusals, in this order: record.unknown, auth.forbidden, action.not_allowed, case.claimed, case.second_person,
 * action.reason_required, case.changed, request.invalid, and those of the measures. The same attempt decides once.
 */
@Injectable()
export class DecideCase {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly applyMeasures: ApplyMeasures,
    private readonly finish: FinishDecision,
    private readonly moveCase: MoveCase,
  ) {}

  decide(staff: StaffActor, caseId: string, request: CaseDecisionRequest): Promise<CaseRecord> {
    return this.uow.run(async (tx) => {
      const locked = await lockForDecision(tx, caseId);
      const at = this.clock.now();
      const { record } = locked;
      const last = await readLastDecision(tx, caseId);
      if (isSameAttempt(last, { staff, request })) return record;
      permit('decide', { record, staff, at, revision: request.revision });
      const resolved = await resolveDecision(tx, staff, request);
      const decisionNo = (last?.decisionNo ?? 0) + 1;
      const { requestId = null } = request;
      const decision = newDecision(record, resolved, { staff, at, decisionNo, requestId });
      const queue = (await readQueue(tx, record.queueId))!;
      if (record.origin === 'review' && needsSecondLook(queue, decision))
        return this.propose(tx, record, decision);
      const effects = await this.take(tx, locked, { decision, title: resolved.policy.title, staff, at });
      const final = { ...decision, effects };
      return this.finish.run(tx, record, { decision: final, step: 'decide', actor: actorOf(staff), at });
    });
  }

  /** The second person agrees: now it is done. */
  confirm(staff: StaffActor, caseId: string, { reason, revision }: CaseActionRequest): Promise<CaseRecord> {
    return this.uow.run(async (tx) => {
      const locked = await lockForDecision(tx, caseId);
      const at = this.clock.now();
      const { record } = locked;
      permit('confirm', { record, staff, at, reason, revision });
      const decision = await proposed(tx, record);
      expectPermitted(staff, decision.measures);
      const effects = await this.take(tx, locked, { decision, title: decision.policyCode, staff, at });
      const actor = actorOf(staff);
      const final = { ...decision, status: 'final' as const, effects, confirmedBy: actor, confirmedAt: at };
      return this.finish.run(tx, record, { decision: final, step: 'confirm', actor, at });
    });
  }

  /** The second person does not: whoever proposed it looks again. */
  sendBack(staff: StaffActor, caseId: string, { reason, revision }: CaseActionRequest): Promise<CaseRecord> {
    return this.uow.run(async (tx) => {
      const { record } = await lockForDecision(tx, caseId);
      const at = this.clock.now();
      permit('send_back', { record, staff, at, reason, revision });
      const decision = await proposed(tx, record);
      const actor = actorOf(staff);
      await writeDecision(tx, { ...decision, status: 'sent_back', confirmedBy: actor, confirmedAt: at });
      const changes = { assignedTo: decision.decidedBy, barred: [] };
      return this.moveCase.run(tx, record, { step: 'send_back', at, actor, text: reason, changes });
    });
  }

  private async propose(tx: Tx, record: CaseRecord, decision: CaseDecisionRecord): Promise<CaseRecord> {
    const { decidedBy: actor, decidedAt: at, verdict, policyCode, measures, note } = decision;
    await writeDecision(tx, { ...decision, status: 'proposed' });
    const details = { verdict, policy: policyCode, measures: measures.map(({ type }) => type) };
    const changes = { assignedTo: null, barred: [actor.id] };
    return this.moveCase.run(tx, record, { step: 'propose', at, actor, text: note, details, changes });
  }

  /** Of a sample only the judgement is wanted: what there was to do has been done. */
  private async take(
    tx: Tx,
    locked: LockedCase,
    {
      decision,
      title,
      staff,
      at,
    }: { decision: CaseDecisionRecord; title: string; staff: StaffActor; at: number },
  ) {
    if (locked.record.origin === 'sample') return [];
    const reason = decision.note ?? title;
    return this.applyMeasures.run(tx, locked, { measures: decision.measures, reason, staff, at });
  }
}

/** Sent again because its answer was lost: what it decided stands, whatever became of the case. */
const isSameAttempt = (
  last: CaseDecisionRecord | null,
  { staff, request }: { staff: StaffActor; request: CaseDecisionRequest },
) =>
  last !== null &&
  request.requestId !== undefined &&
  last.requestId === request.requestId &&
  last.decidedBy.id === staff.id;

async function proposed(tx: Tx, { caseId }: CaseRecord): Promise<CaseDecisionRecord> {
  const decision = await readLastDecision(tx, caseId);
  if (decision?.status !== 'proposed') throw new Error(`case ${caseId} waits for a second look at nothing`);
  return decision;
}

function newDecision(
  record: CaseRecord,
  resolved: ResolvedDecision,
  {
    staff,
    at,
    decisionNo,
    requestId,
  }: { staff: StaffActor; at: number; decisionNo: number; requestId: string | null },
): CaseDecisionRecord {
  return {
    accountId: record.accountId,
    caseId: record.caseId,
    decisionNo,
    status: 'final',
    verdict: resolved.verdict,
    policyCode: resolved.policy.code,
    policyVersion: resolved.policy.version,
    macro: resolved.macro,
    note: resolved.note,
    measures: resolved.measures,
    effects: [],
    valueUsdMinor: record.valueUsdMinor,
    adverse: isAdverse(resolved),
    decidedBy: actorOf(staff),
    decidedAt: at,
    claimedAt: record.claimedBy?.id === staff.id ? record.claimedAt : null,
    confirmedBy: null,
    confirmedAt: null,
    reversedAt: null,
    requestId,
  };
}
