import type { StaffListEntry } from '@coinwarden/contracts';
import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import type { StaffActor } from '../../platform/access/actor.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { bumpReference } from '../../platform/database/reference-cache.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { deleteListEntry } from '../persistence/lists.store.js';
import { listEntryRecord } from '../queries/list-records.js';

/** Takes an entry off its list. The audit log keeps what it was. */
@Injectable()
export class RemoveListEntry {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: AuditLog,
  ) {}

  execute(actor: StaffActor, entryId: string, reason: string | null): Promise<StaffListEntry> {
    return this.uow.run((tx) => this.within(tx, actor, { entryId, reason }));
  }

  /** The same within what else is done in the transaction. */
  async within(
    tx: Tx,
    actor: StaffActor,
    { entryId, reason }: { entryId: string; reason: string | null },
  ): Promise<StaffListEntry> {
    const row = isUuid(entryId) ? await deleteListEntry(tx, entryId) : null;
    if (!row) throw new ProblemError('record.unknown');
    await bumpReference(tx, 'lists');
    await this.audit.append(tx, {
      actor: { type: 'staff', id: actor.id },
      action: 'list.entry_removed',
      subject: { type: 'list_entry', id: entryId },
      reason,
      details: { list: row.list, type: row.type, value: row.value, addedBecause: row.reason },
    });
    return { ...listEntryRecord(row, actor), allowedActions: [] };
  }
}
