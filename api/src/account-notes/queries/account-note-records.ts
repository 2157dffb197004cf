import { type AccountNote, id } from '@coinwarden/contracts';
import { noteActionsFor } from '@coinwarden/domain';
import { z } from 'zod';
import type { StaffActor } from '../../platform/access/actor.js';
import { anyOf, flag, type StaffResource } from '../../platform/http/staff-list.js';
import { type AccountNoteRow, NOTE_COLUMNS } from '../persistence/account-notes.store.js';

/** What was taken back is in no list. */
export const ACCOUNT_NOTES: StaffResource = {
  name: 'account-notes',
  select: NOTE_COLUMNS,
  from: '(SELECT * FROM account_notes WHERE retracted_at IS NULL) AS standing',
  id: { column: 'note_id', schema: z.uuid() },
  filters: {
    accountId: anyOf('account_id', id),
    authorId: anyOf('author_id', z.uuid()),
    pinned: flag('pinned'),
  },
  sorts: { createdAt: 'created_at' },
  defaultSort: ['createdAt', 'DESC'],
};

export const noteView =
  (actor: Pick<StaffActor, 'id' | 'permissions'>) =>
  (row: AccountNoteRow): AccountNote => ({
    id: row.note_id,
    accountId: row.account_id,
    text: row.text,
    author: { id: row.author_id, name: row.author_name },
    createdAt: row.created_at.toISOString(),
    pinned: row.pinned,
    allowedActions: noteActionsFor(
      { authorId: row.author_id, pinned: row.pinned, retracted: row.retracted_at !== null },
      actor,
    ),
  });
