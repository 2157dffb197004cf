import { MAX_SAVED_VIEWS, type SavedViewCreate } from '@coinwarden/contracts';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { StaffActor } from '../../platform/access/actor.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { countViews, insertView, isNameTaken, prefer } from '../persistence/saved-views.store.js';
import { assertMayShare, sharing } from './sharing.js';

/** Keeps a view of a list under a name. */
@Injectable()
export class SaveView {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  run(actor: StaffActor, view: SavedViewCreate): Promise<string> {
    if (view.shared) assertMayShare(actor);
    const viewId = uuidv7();
    return this.uow.run(async (tx) => {
      if ((await countViews(tx, actor.id)) >= MAX_SAVED_VIEWS) throw new ProblemError('view.too_many');
      if (await isNameTaken(tx, { ownerId: actor.id, ...view })) throw new ProblemError('view.name_taken');
      await insertView(tx, { viewId, ownerId: actor.id, at: new Date(this.clock.now()), view });
      if (view.preferred) await prefer(tx, actor.id, { resource: view.resource, view_id: viewId });
      if (view.shared) await this.audit.append(tx, sharing(actor, 'view.shared', { ...view, viewId }));
      return viewId;
    });
  }
}
