import type { ListEntryCreate, StaffListEntry } from '@coinwarden/contracts';
import { normalizeListValue } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { StaffActor } from '../../platform/access/actor.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Clock } from '../../platform/clock/clock.js';
import { bumpReference } from '../../platform/database/reference-cache.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { insertListEntry } from '../persistence/lists.store.js';
import { listEntryRecord } from '../queries/list-records.js';

/** Puts a value on a list; every decision from the commit on sees it. */
@Injectable()
export class AddListEntry {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  execute(actor: StaffActor, request: ListEntryCreate): Promise<StaffListEntry> {
    return this.uow.run((tx) => this.within(tx, actor, request));
  }

  /** The same within what else is done in the transaction. */
  async within(tx: Tx, actor: StaffActor, request: ListEntryCreate): Promise<StaffListEntry> {
    const now = this.clock.now();
    const { list, type, reason } = request;
    const expiresAt = request.expiresAt ? new Date(request.expiresAt) : null;
    if (expiresAt && expiresAt.getTime() <= now) {
      throw new ProblemError('request.invalid', undefined, [
        { pointer: '/expiresAt', detail: 'must be in the future' },
      ]);
    }
    const row = await insertListEntry(tx, {
      entry_id: uuidv7(),
      list,
      type,
      value: normalizeListValue(type, request.value),
      reason,
      expires_at: expiresAt,
      created_at: new Date(now),
      created_by: actor.id,
    });
    if (!row) throw new ProblemError('record.conflict', `The ${list} list holds this ${type} already.`);
    await bumpReference(tx, 'lists');
    await this.audit.append(tx, {
      actor: { type: 'staff', id: actor.id },
      action: 'list.entry_added',
      subject: { type: 'list_entry', id: row.entry_id },
      reason,
      details: { list, type, value: row.value, expiresAt: expiresAt?.toISOString() ?? null },
    });
    return listEntryRecord({ ...row, created_by: actor.email }, actor);
  }
}
