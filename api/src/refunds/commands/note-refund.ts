import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/access/actor.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { appendRefundEvents } from '../persistence/refund-events.store.js';
import { lockRefund } from '../persistence/refunds.store.js';

/** Adds a note to a refund's timeline, whatever state it is in. */
@Injectable()
export class NoteRefund {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  run(staff: StaffActor, refundId: string, text: string): Promise<void> {
    return this.uow.run(async (tx) => {
      const refund = await lockRefund(tx, refundId);
      if (refund === null) throw new ProblemError('record.unknown', `There is no refund ${refundId}.`);
      const actor = { type: 'staff', id: staff.id, name: staff.name } as const;
      await appendRefundEvents(tx, refund, [{ kind: 'note', at: this.clock.now(), actor, text }]);
      await this.audit.append(tx, {
        actor: { type: 'staff', id: staff.id },
        action: 'refund.note',
        subject: { type: 'refund', id: refundId },
        details: { accountId: refund.accountId },
      });
    });
  }
}
