import { type CaseQueue, isGathering, planRerouting, type Rerouting, standing } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { appendCaseEvents } from '../persistence/case-events.store.js';
import type { StoredQueue } from '../persistence/case-queues.store.js';
import { updateCases } from '../persistence/case-writes.store.js';
import { type CaseActor, type CaseRecord, findRerouted, lockCases } from '../persistence/cases.store.js';
import { leaseOf } from './case-context.js';
import { MergeCases } from './merge-cases.js';
import { refreshCases } from './refresh-cases.js';

export interface RerouteRequest {
  readonly from: CaseQueue;
  readonly into: CaseQueue;
  readonly queues: readonly StoredQueue[];
  readonly actor: CaseActor;
  readonly reason: string | null;
  readonly at: number;
}

/**
 * Brings what waits in a queue into another, in the caller's transaction: its place there follows from that queue's promise.
 * Whoever has a case claimed keeps it. Where the account has an open case there already, the two become one; what cannot
 * be joined now stays and is answered as `stuck`.
 */
@Injectable()
export class RerouteCases {
  constructor(private readonly mergeCases: MergeCases) {}

  async run(tx: Tx, request: RerouteRequest): Promise<Rerouting> {
    const { from, into, actor, reason, at } = request;
    const found = await findRerouted(tx, { from: from.queueId, into: into.queueId });
    const locked = await lockCases(tx, found);
    const isOf = (queue: CaseQueue) => (record: CaseRecord) => record.queueId === queue.queueId;
    const seen = (record: CaseRecord) => ({ ...record, held: standing(leaseOf(record), at) !== null });
    const waiting = locked
      .filter(isOf(from))
      .filter(({ status }) => isGathering(status) || status === 'appealed');
    const there = locked.filter(isOf(into)).filter(({ status }) => isGathering(status));
    const plan = planRerouting(waiting.map(seen), there.map(seen));
    const byId = new Map(locked.map((record) => [record.caseId, record]));
    for (const { from: caseId, into: target } of plan.merged) {
      const joining = { into: byId.get(target)!, actor, text: reason, at };
      byId.set(target, await this.mergeCases.join(tx, byId.get(caseId)!, joining));
    }
    await this.move(
      tx,
      plan.moved.map((caseId) => byId.get(caseId)!),
      request,
    );
    const grown = plan.merged.map(({ into: target }) => byId.get(target)!).filter(isOf(into));
    await refreshCases(tx, grown, request);
    return plan;
  }

  /** A sample shows what was decided, and an appeal has a promise of its own: these keep their numbers. */
  private async move(tx: Tx, cases: readonly CaseRecord[], request: RerouteRequest): Promise<void> {
    const { from, into, actor, reason, at } = request;
    const moved = cases.map((record) => ({ ...record, queueId: into.queueId, changedAt: at }));
    const keeps = ({ origin, status }: CaseRecord) => origin === 'sample' || status === 'appealed';
    await updateCases(tx, moved.filter(keeps));
    await refreshCases(
      tx,
      moved.filter((record) => !keeps(record)),
      request,
    );
    const details = { from: from.queueId, into: into.queueId };
    await appendCaseEvents(
      tx,
      moved.map(({ accountId, caseId }) => ({
        accountId,
        caseId,
        kind: 'moved' as const,
        at,
        actor,
        text: reason,
        details,
      })),
    );
  }
}
