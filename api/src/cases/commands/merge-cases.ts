import type { CaseActionRequest } from '@coinwarden/contracts';
import { isGathering } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { moveAlerts } from '../persistence/case-alerts.store.js';
import { appendCaseEvents } from '../persistence/case-events.store.js';
import { readQueues } from '../persistence/case-queues.store.js';
import { type CaseActor, type CaseRecord, lockCases } from '../persistence/cases.store.js';
import { actorOf, invalid, permit, unknownCase } from './case-context.js';
import { MoveCase } from './move-case.js';
import { refreshCases } from './refresh-cases.js';

interface Joining {
  readonly into: CaseRecord;
  readonly actor: CaseActor;
  readonly text: string | null;
  readonly at: number;
}

/**
 * Brings the alerts of one open case of an account into another, which goes on for both. Whoever has either of them
 * claimed keeps others from merging it away.
 * Refusals, in this order: record.unknown, auth.forbidden, action.not_allowed, case.claimed, case.changed, request.invalid.
 */
@Injectable()
export class MergeCases {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly moveCase: MoveCase,
  ) {}

  run(
    staff: StaffActor,
    caseId: string,
    { into, reason, revision }: Pick<CaseActionRequest, 'into' | 'reason' | 'revision'>,
  ) {
    const at = this.clock.now();
    return this.uow.run(async (tx) => {
      if (into === undefined) throw invalid('/into', 'is required');
      if (into === caseId) throw invalid('/into', 'is the same case');
      const locked = await lockCases(tx, [caseId, into]);
      const source = locked.find((one) => one.caseId === caseId);
      const target = locked.find((one) => one.caseId === into);
      if (!source) throw unknownCase(caseId);
      permit('merge', { record: source, staff, at, revision });
      if (!target || target.accountId !== source.accountId)
        throw invalid('/into', 'is no case of this account');
      if (!isGathering(target.status) || target.origin === 'sample')
        throw invalid('/into', `is ${target.status}; merge into a case that is open`);
      if (target.status !== 'second_look') permit('merge', { record: target, staff, at });
      const joined = await this.join(tx, source, {
        into: target,
        actor: actorOf(staff),
        text: reason ?? null,
        at,
      });
      await refreshCases(tx, [joined], { queues: await readQueues(tx), at });
    });
  }

  /**
   * Both are locked and may be merged. Answers the one that grew: its numbers are the caller's to refresh and it is the
   * caller's to write. A case for a lead makes the other one for a lead.
   */
  async join(tx: Tx, source: CaseRecord, { into, actor, text, at }: Joining): Promise<CaseRecord> {
    const { accountId, caseId } = source;
    const event = { accountId, caseId: into.caseId, at, actor, text };
    await moveAlerts(tx, { from: caseId, to: into.caseId });
    await appendCaseEvents(tx, [{ ...event, kind: 'merged', details: { from: caseId } }]);
    const inherits = source.escalated && !into.escalated;
    if (inherits) await appendCaseEvents(tx, [{ ...event, kind: 'escalated', details: { from: caseId } }]);
    const changes = { mergedInto: into.caseId, liveAlerts: 0 };
    const details = { into: into.caseId };
    await this.moveCase.run(tx, source, { step: 'merge', at, actor, text, details, changes });
    return inherits
      ? { ...into, escalated: true, status: into.status === 'open' ? 'escalated' : into.status }
      : into;
  }
}
