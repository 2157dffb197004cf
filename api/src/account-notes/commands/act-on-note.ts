import { type NoteAction, refuseNoteAction } from '@coinwarden/domain';
import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import type { StaffActor } from '../../platform/access/actor.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Clock } from '../../platform/clock/clock.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import {
  type AccountNoteRow,
  lockNote,
  writePinned,
  writeRetracted,
} from '../persistence/account-notes.store.js';

const DONE: Record<NoteAction, string> = {
  pin: 'account.note_pinned',
  unpin: 'account.note_unpinned',
  retract: 'account.note_retracted',
};

/**
 * Pins a note, unpins it or takes it back; answers it as it stands then.
 * Refusals, in this order: record.unknown, auth.forbidden (somebody else's words), action.not_allowed.
 */
@Injectable()
export class ActOnNote {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  run(actor: StaffActor, noteId: string, action: NoteAction): Promise<AccountNoteRow> {
    return this.uow.run(async (tx) => {
      const note = isUuid(noteId) ? await lockNote(tx, noteId) : null;
      if (!note) throw new ProblemError('record.unknown', `There is no note ${noteId}.`);
      const subject = {
        authorId: note.author_id,
        pinned: note.pinned,
        retracted: note.retracted_at !== null,
      };
      const refusal = refuseNoteAction(action, subject, actor);
      if (refusal) throw new ProblemError(refusal.code);
      await this.write(tx, note, { actor, action });
      await this.audit.append(tx, {
        actor: { type: 'staff', id: actor.id },
        action: DONE[action],
        subject: { type: 'account', id: note.account_id },
        details: { noteId },
      });
      return (await lockNote(tx, noteId))!;
    });
  }

  private write(
    tx: Tx,
    note: AccountNoteRow,
    { actor, action }: { actor: StaffActor; action: NoteAction },
  ): Promise<void> {
    return action === 'retract'
      ? writeRetracted(tx, note, { by: actor.id, at: this.clock.now() })
      : writePinned(tx, note, action === 'pin');
  }
}
