import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/access/actor.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { lockStaff } from '../persistence/staff.store.js';

@Injectable()
export class RenameStaff {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: AuditLog,
  ) {}

  async run(actor: StaffActor, staffId: string, displayName: string): Promise<void> {
    await this.uow.run(async (tx) => {
      const staff = await lockStaff(tx, staffId);
      if (!staff) throw new ProblemError('record.unknown');
      if (staff.name === displayName) return;
      await tx.query('UPDATE staff SET name = $2 WHERE staff_id = $1', [staffId, displayName]);
      await this.audit.append(tx, {
        actor: { type: 'staff', id: actor.id },
        action: 'staff.rename',
        subject: { type: 'staff', id: staffId },
        details: { from: staff.name, to: displayName },
      });
    });
  }
}
