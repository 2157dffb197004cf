import { allowedActions, NOTICE_MACHINE } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/access/actor.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { lockNotice, restart } from '../persistence/notice-actions.store.js';

/** Processes a notice again from its stored bytes, as if it had just come. What it did before it does not do twice. */
@Injectable()
export class ReplayNotice {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
    private readonly outbox: Outbox,
  ) {}

  run(staff: StaffActor, noticeId: string, reason?: string): Promise<void> {
    return this.uow.run(async (tx) => {
      const notice = await lockNotice(tx, noticeId);
      if (!notice) throw new ProblemError('record.unknown', 'There is no such notice.');
      if (!allowedActions(NOTICE_MACHINE, notice.state, staff.permissions).includes('replay'))
        throw new ProblemError('action.not_allowed', `The notice is ${notice.state}.`);
      await restart(tx, noticeId, this.clock.now());
      await this.outbox.append(tx, 'notices.received', {});
      await this.audit.append(tx, {
        actor: { type: 'staff', id: staff.id },
        action: 'notice.replayed',
        subject: { type: 'notice', id: noticeId },
        reason: reason ?? null,
        details: { source: notice.source, providerNoticeId: notice.provider_notice_id, was: notice.state },
      });
    });
  }
}
