import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import type { StaffActor } from '../../platform/access/actor.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { deleteListEntry } from '../persistence/lists.store.js';
import { ChangeLists } from './change-lists.js';

/** Takes an entry off its list. The audit log keeps what it was. */
@Injectable()
export class RemoveListEntry {
  constructor(
    private readonly change: ChangeLists,
    private readonly audit: AuditLog,
  ) {}

  execute(actor: StaffActor, entryId: string, reason: string | null): Promise<void> {
    return this.change.run((tx) => this.take(tx, actor, { entryId, reason }));
  }

  /** The same within what else is done in the transaction. */
  within(tx: Tx, actor: StaffActor, removal: Removal): Promise<void> {
    return this.change.within(tx, () => this.take(tx, actor, removal));
  }

  private async take(tx: Tx, actor: StaffActor, { entryId, reason }: Removal): Promise<void> {
    const row = isUuid(entryId) ? await deleteListEntry(tx, entryId) : null;
    if (!row) throw new ProblemError('record.unknown');
    await this.audit.append(tx, {
      actor: { type: 'staff', id: actor.id },
      action: 'list.entry_removed',
      subject: { type: 'list_entry', id: entryId },
      reason,
      details: { list: row.list, type: row.type, value: row.value, addedBecause: row.reason },
    });
  }
}

interface Removal {
  readonly entryId: string;
  readonly reason: string | null;
}
