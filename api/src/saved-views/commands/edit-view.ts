import type { SavedViewEdit } from '@coinwarden/contracts';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/access/actor.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Clock } from '../../platform/clock/clock.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import {
  forgetOthers,
  isNameTaken,
  lockView,
  prefer,
  preferNoMore,
  type SavedViewRow,
  updateView,
} from '../persistence/saved-views.store.js';
import { assertMayShare, sharing } from './sharing.js';

/** Changes a view of one's own, or with which one's list begins. */
@Injectable()
export class EditView {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  run(actor: StaffActor, viewId: string, { preferred, ...changes }: SavedViewEdit): Promise<void> {
    return this.uow.run(async (tx) => {
      const row = await lockView(tx, actor.id, viewId);
      if (row === null) throw new ProblemError('record.unknown');
      if (Object.keys(changes).length > 0) await this.change(tx, actor, row, changes);
      if (preferred === true) await prefer(tx, actor.id, row);
      if (preferred === false) await preferNoMore(tx, actor.id, viewId);
    });
  }

  private async change(
    tx: Tx,
    actor: StaffActor,
    row: SavedViewRow,
    changes: Omit<SavedViewEdit, 'preferred'>,
  ) {
    if (row.owner_id !== actor.id)
      throw new ProblemError('auth.forbidden', 'A view is changed by who made it. Save one of your own.');
    const next: SavedViewRow = {
      ...row,
      name: changes.name ?? row.name,
      query: changes.query ?? row.query,
      shared: changes.shared ?? row.shared,
    };
    if (next.shared && !row.shared) assertMayShare(actor);
    const taken = { ownerId: row.owner_id, resource: row.resource, name: next.name, except: row.view_id };
    if (await isNameTaken(tx, taken)) throw new ProblemError('view.name_taken');
    await updateView(tx, next, new Date(this.clock.now()));
    if (next.shared === row.shared) return;
    if (!next.shared) await forgetOthers(tx, row);
    const view = { viewId: row.view_id, resource: row.resource, name: next.name };
    await this.audit.append(tx, sharing(actor, next.shared ? 'view.shared' : 'view.unshared', view));
  }
}
