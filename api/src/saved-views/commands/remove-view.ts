import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/access/actor.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { deleteView, lockView, mayRemove } from '../persistence/saved-views.store.js';
import { sharing } from './sharing.js';

/** Removes a view: one's own, or as who runs the installation any that is shared. */
@Injectable()
export class RemoveView {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: AuditLog,
  ) {}

  run(actor: StaffActor, viewId: string): Promise<void> {
    return this.uow.run(async (tx) => {
      const row = await lockView(tx, actor.id, viewId);
      if (row === null) throw new ProblemError('record.unknown');
      if (!mayRemove(row, actor))
        throw new ProblemError('auth.forbidden', 'A view is removed by who made it.');
      await deleteView(tx, viewId);
      if (row.shared)
        await this.audit.append(
          tx,
          sharing(actor, 'view.removed', { viewId, resource: row.resource, name: row.name }),
        );
    });
  }
}
