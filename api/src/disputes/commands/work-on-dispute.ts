import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/access/actor.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Clock } from '../../platform/clock/clock.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { readAssignable } from '../persistence/assignees.store.js';
import { appendDisputeEvents, type DisputeActor } from '../persistence/dispute-events.store.js';
import { type DisputeRecord, lockDispute, updateDispute } from '../persistence/disputes.store.js';

/** What changes nothing about the dispute itself: whose it is, and what they note. */
@Injectable()
export class WorkOnDispute {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  assign(staff: StaffActor, disputeId: string, staffId: string | null): Promise<void> {
    return this.change(staff, disputeId, 'dispute.assign', async (tx, dispute, { at, actor }) => {
      const assignee = staffId === null ? null : await readAssignable(tx, staffId);
      if (staffId !== null && assignee === null) {
        const errors = [{ pointer: '/staffId', detail: 'must be a member of staff who answers disputes' }];
        throw new ProblemError('request.invalid', 'Nobody by that id answers disputes.', errors);
      }
      await updateDispute(tx, { ...dispute, assigneeId: assignee?.id ?? null }, at);
      const details = { assigneeId: assignee?.id ?? null, assignee: assignee?.name ?? null };
      await appendDisputeEvents(tx, disputeId, [{ kind: 'assigned', at, actor, details }]);
    });
  }

  note(staff: StaffActor, disputeId: string, text: string): Promise<void> {
    return this.change(staff, disputeId, 'dispute.note', (tx, _, { at, actor }) =>
      appendDisputeEvents(tx, disputeId, [{ kind: 'note', at, actor, text }]),
    );
  }

  private change(
    staff: StaffActor,
    disputeId: string,
    action: 'dispute.assign' | 'dispute.note',
    work: (tx: Tx, dispute: DisputeRecord, by: { at: number; actor: DisputeActor }) => Promise<void>,
  ): Promise<void> {
    return this.uow.run(async (tx) => {
      const dispute = await lockDispute(tx, disputeId);
      if (dispute === null) throw new ProblemError('record.unknown', `There is no dispute ${disputeId}.`);
      const actor = { type: 'staff', id: staff.id, name: staff.name } as const;
      await work(tx, dispute, { at: this.clock.now(), actor });
      await this.audit.append(tx, {
        actor: { type: 'staff', id: staff.id },
        action,
        subject: { type: 'dispute', id: disputeId },
        details: { accountId: dispute.accountId },
      });
    });
  }
}
