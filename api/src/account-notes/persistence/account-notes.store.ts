import type { Queryable } from '../../platform/database/sql.js';

export interface AccountNoteRow {
  readonly account_id: string;
  readonly note_id: string;
  readonly text: string;
  readonly author_id: string;
  readonly author_name: string;
  readonly created_at: Date;
  readonly pinned: boolean;
  readonly retracted_at: Date | null;
}

export const NOTE_COLUMNS = `account_id, note_id, text, author_id, created_at, pinned, retracted_at,
  (SELECT name FROM staff WHERE staff_id = author_id) AS author_name`;

export interface NewAccountNote {
  readonly accountId: string;
  readonly noteId: string;
  readonly text: string;
  readonly authorId: string;
  readonly at: number;
  readonly pinned: boolean;
}

/** False when there is one under this id. */
export async function insertNote(tx: Queryable, note: NewAccountNote): Promise<boolean> {
  const rows = await tx.query(
    `INSERT INTO account_notes (account_id, note_id, text, author_id, created_at, pinned)
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (note_id) DO NOTHING RETURNING 1`,
    [note.accountId, note.noteId, note.text, note.authorId, new Date(note.at), note.pinned],
  );
  return rows.length > 0;
}

export async function findNote(db: Queryable, noteId: string): Promise<AccountNoteRow | null> {
  const [row] = await db.query<AccountNoteRow>(
    `SELECT ${NOTE_COLUMNS} FROM account_notes WHERE note_id = $1`,
    [noteId],
  );
  return row ?? null;
}

/** Whoever acts on a note waits for whoever else does. */
export async function lockNote(tx: Queryable, noteId: string): Promise<AccountNoteRow | null> {
  await tx.query('SELECT FROM account_notes WHERE note_id = $1 FOR UPDATE', [noteId]);
  return findNote(tx, noteId);
}

type NoteKey = Pick<AccountNoteRow, 'account_id' | 'note_id'>;

export async function writePinned(tx: Queryable, note: NoteKey, pinned: boolean): Promise<void> {
  const text = 'UPDATE account_notes SET pinned = $3 WHERE account_id = $1 AND note_id = $2';
  await tx.query(text, [note.account_id, note.note_id, pinned]);
}

export async function writeRetracted(
  tx: Queryable,
  note: NoteKey,
  { by, at }: { by: string; at: number },
): Promise<void> {
  await tx.query(
    'UPDATE account_notes SET retracted_at = $3, retracted_by = $4 WHERE account_id = $1 AND note_id = $2',
    [note.account_id, note.note_id, new Date(at), by],
  );
}

/** As many pinned notes as the first view shows, the newest first, and how many notes stand in all. */
export async function readPinnedNotes(
  db: Queryable,
  accountId: string,
  limit: number,
): Promise<{ pinned: AccountNoteRow[]; standing: number }> {
  const of = 'FROM account_notes WHERE account_id = $1 AND retracted_at IS NULL';
  const [pinned, counted] = await Promise.all([
    db.query<AccountNoteRow>(
      `SELECT ${NOTE_COLUMNS} ${of} AND pinned ORDER BY created_at DESC, note_id DESC LIMIT $2`,
      [accountId, limit],
    ),
    db.query<{ standing: number }>(`SELECT count(*)::int AS standing ${of}`, [accountId]),
  ]);
  return { pinned, standing: counted[0]?.standing ?? 0 };
}
