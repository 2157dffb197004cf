import type { AccountNoteRequest } from '@coinwarden/contracts';
import { Injectable } from '@nestjs/common';
import { readAccount } from '../../accounts/accounts.public.js';
import type { StaffActor } from '../../platform/access/actor.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Clock } from '../../platform/clock/clock.js';
import { idAt } from '../../platform/database/ids.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { type AccountNoteRow, findNote, insertNote } from '../persistence/account-notes.store.js';

/**
 * Writes a note on an account. Sent again under its id it is the same note.
 * Refusals, in this order: account.unknown, record.conflict (the id stands for another note).
 */
@Injectable()
export class WriteAccountNote {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  run(actor: StaffActor, request: AccountNoteRequest): Promise<AccountNoteRow> {
    const { accountId, text, pinned } = request;
    return this.uow.run(async (tx) => {
      if (!(await readAccount(tx, accountId)))
        throw new ProblemError('account.unknown', `There is no account ${accountId}.`);
      const at = this.clock.now();
      const noteId = request.noteId ?? idAt(at);
      const written = await insertNote(tx, { accountId, noteId, text, authorId: actor.id, at, pinned });
      const note = (await findNote(tx, noteId))!;
      if (!written) return sameNote(note, actor, request);
      await this.audit.append(tx, {
        actor: { type: 'staff', id: actor.id },
        action: 'account.note_written',
        subject: { type: 'account', id: accountId },
        details: { noteId, pinned },
      });
      return note;
    });
  }
}

function sameNote(note: AccountNoteRow, actor: StaffActor, request: AccountNoteRequest): AccountNoteRow {
  const same =
    note.account_id === request.accountId &&
    note.author_id === actor.id &&
    note.text === request.text &&
    note.retracted_at === null;
  if (!same) throw new ProblemError('record.conflict', 'This id stands for another note.');
  return note;
}
