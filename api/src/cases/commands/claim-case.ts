import { mayWorkQueue } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/access/actor.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Clock } from '../../platform/clock/clock.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { appendCaseEvents } from '../persistence/case-events.store.js';
import { readQueue } from '../persistence/case-queues.store.js';
import { updateCase } from '../persistence/case-writes.store.js';
import { type CaseRecord, lockCase } from '../persistence/cases.store.js';
import { findNext } from '../persistence/next-case.store.js';
import { readReviewer } from '../persistence/reviewers.store.js';
import { actorOf, GIVEN_BACK, permit, unknownCase } from './case-context.js';

/**
 * Gives a case to one person for as long as its queue's lease runs. A lease that has run out gives it back by itself;
 * claiming one's own again extends it.
 */
@Injectable()
export class ClaimCase {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  /** Refusals, in this order: record.unknown, auth.forbidden, action.not_allowed, case.claimed, case.second_person. */
  claim(staff: StaffActor, caseId: string): Promise<CaseRecord> {
    const at = this.clock.now();
    return this.uow.run(async (tx) => {
      const record = await lockCase(tx, caseId);
      if (record === null) throw unknownCase(caseId);
      permit('claim', { record, staff, at });
      return this.give(tx, record, { staff, at });
    });
  }

  /** The most urgent case that nobody has, of two who ask at once to each another one; null when there is none. */
  next(staff: StaffActor, queueId: string): Promise<CaseRecord | null> {
    const at = this.clock.now();
    return this.uow.run(async (tx) => {
      const queue = await readQueue(tx, queueId);
      if (queue === null) throw new ProblemError('record.unknown', `There is no queue ${queueId}.`);
      const reviewer = await readReviewer(tx, staff.id);
      if (!mayWorkQueue(queue, reviewer))
        throw new ProblemError(
          'auth.forbidden',
          `The queue ${queue.name} asks for the skill ${queue.skill}.`,
        );
      const found = await findNext(tx, {
        queueId,
        staffId: staff.id,
        isLead: staff.permissions.has('case.lead'),
        languages: reviewer?.languages ?? [],
        now: at,
      });
      return found && this.give(tx, found, { staff, at });
    });
  }

  /** Gives it back before the time is up. */
  release(staff: StaffActor, caseId: string): Promise<CaseRecord> {
    const at = this.clock.now();
    return this.uow.run(async (tx) => {
      const record = await lockCase(tx, caseId);
      if (record === null) throw unknownCase(caseId);
      permit('release', { record, staff, at });
      const released = await updateCase(tx, { ...record, ...GIVEN_BACK });
      await this.tell(tx, record, { staff, at, kind: 'released' });
      return released;
    });
  }

  private async give(tx: Tx, record: CaseRecord, { staff, at }: { staff: StaffActor; at: number }) {
    const queue = await readQueue(tx, record.queueId);
    if (queue === null) throw new Error(`case ${record.caseId} is in no queue`);
    const goesOn = record.claimedBy?.id === staff.id && record.claimedAt !== null;
    const claimed = await updateCase(tx, {
      ...record,
      claimedBy: actorOf(staff),
      claimedAt: goesOn ? record.claimedAt : at,
      leaseUntil: at + queue.leaseSeconds * 1_000,
    });
    if (!goesOn) await this.tell(tx, record, { staff, at, kind: 'claimed' });
    return claimed;
  }

  private async tell(
    tx: Tx,
    { accountId, caseId }: CaseRecord,
    { staff, at, kind }: { staff: StaffActor; at: number; kind: 'claimed' | 'released' },
  ): Promise<void> {
    await appendCaseEvents(tx, [{ accountId, caseId, kind, at, actor: actorOf(staff) }]);
    await this.audit.append(tx, {
      actor: { type: 'staff', id: staff.id },
      action: kind === 'claimed' ? 'case.claim' : 'case.release',
      subject: { type: 'case', id: caseId },
      details: { accountId },
    });
  }
}
