import type { ListEntryEdit } from '@coinwarden/contracts';
import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import type { StaffActor } from '../../platform/access/actor.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Clock } from '../../platform/clock/clock.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { lockListEntry, updateListEntry } from '../persistence/lists.store.js';
import { ChangeLists } from './change-lists.js';
import { futureExpiry } from './expiry.js';

/** Changes why an entry stands on its list, or for how long. What it says of which value never changes. */
@Injectable()
export class EditListEntry {
  constructor(
    private readonly change: ChangeLists,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  execute(actor: StaffActor, entryId: string, edit: ListEntryEdit): Promise<void> {
    const expiry = edit.expiresAt === undefined ? undefined : futureExpiry(edit.expiresAt, this.clock.now());
    return this.change.run(async (tx) => {
      const row = isUuid(entryId) ? await lockListEntry(tx, entryId) : null;
      if (!row) throw new ProblemError('record.unknown');
      const reason = edit.reason ?? row.reason;
      const expiresAt = expiry === undefined ? row.expires_at : expiry;
      await updateListEntry(tx, { entry_id: entryId, reason, expires_at: expiresAt });
      await this.audit.append(tx, {
        actor: { type: 'staff', id: actor.id },
        action: 'list.entry_edited',
        subject: { type: 'list_entry', id: entryId },
        reason,
        details: {
          list: row.list,
          type: row.type,
          value: row.value,
          reasonBefore: row.reason,
          expiresAt: expiresAt?.toISOString() ?? null,
          expiresAtBefore: row.expires_at?.toISOString() ?? null,
        },
      });
    });
  }
}
