import { type ListEntryCreate, readListValue } from '@coinwarden/contracts';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { StaffActor } from '../../platform/access/actor.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { insertListEntries } from '../persistence/lists.store.js';
import { ChangeLists } from './change-lists.js';
import { futureExpiry } from './expiry.js';

/** Puts a value on a list; every decision from the commit on sees it. */
@Injectable()
export class AddListEntry {
  constructor(
    private readonly change: ChangeLists,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  /** Answers the entry's id. */
  execute(actor: StaffActor, request: ListEntryCreate): Promise<string> {
    return this.change.run((tx) => this.put(tx, actor, request));
  }

  /** The same within what else is done in the transaction. */
  within(tx: Tx, actor: StaffActor, request: ListEntryCreate): Promise<string> {
    return this.change.within(tx, () => this.put(tx, actor, request));
  }

  private async put(tx: Tx, actor: StaffActor, request: ListEntryCreate): Promise<string> {
    const now = this.clock.now();
    const { list, type, reason } = request;
    const expiresAt = futureExpiry(request.expiresAt, now);
    const read = readListValue(type, request.value);
    if ('detail' in read) throw new Error('the request was not checked');
    const written = request.value.trim();
    const [row] = await insertListEntries(tx, [
      {
        entry_id: uuidv7(),
        list,
        type,
        value: read.value,
        written: written === read.value ? null : written,
        reason,
        expires_at: expiresAt,
        created_at: new Date(now),
        created_by: actor.id,
      },
    ]);
    if (!row) throw new ProblemError('record.conflict', `The ${list} list holds this ${type} already.`);
    await this.audit.append(tx, {
      actor: { type: 'staff', id: actor.id },
      action: 'list.entry_added',
      subject: { type: 'list_entry', id: row.entry_id },
      reason,
      details: { list, type, value: row.value, expiresAt: expiresAt?.toISOString() ?? null },
    });
    return row.entry_id;
  }
}
