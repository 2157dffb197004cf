import type { ListEntry, ListName, ListValueType } from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';

export interface ListEntryRow {
  entry_id: string;
  list: ListName;
  type: ListValueType;
  value: string;
  reason: string;
  expires_at: Date | null;
  created_at: Date;
  created_by: string;
}

/** Every entry, expired ones too: whether one counts depends on the time of the transaction. */
export async function readListEntries(db: Queryable): Promise<ListEntry[]> {
  const rows = await db.query<Pick<ListEntryRow, 'list' | 'type' | 'value' | 'expires_at'>>(
    'SELECT list, type, value, expires_at FROM list_entries',
  );
  return rows.map((row) => ({ ...row, expiresAt: row.expires_at?.getTime() ?? null }));
}

/** Null when the list holds the value already. An entry that has expired makes room for the new one. */
export async function insertListEntry(tx: Queryable, entry: ListEntryRow): Promise<ListEntryRow | null> {
  const [row] = await tx.query<ListEntryRow>(
    `INSERT INTO list_entries AS old (entry_id, list, type, value, reason, expires_at, created_at, created_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (type, value, list) DO UPDATE
       SET entry_id = excluded.entry_id, reason = excluded.reason, expires_at = excluded.expires_at,
           created_at = excluded.created_at, created_by = excluded.created_by
     WHERE old.expires_at <= excluded.created_at
     RETURNING *`,
    [
      entry.entry_id,
      entry.list,
      entry.type,
      entry.value,
      entry.reason,
      entry.expires_at,
      entry.created_at,
      entry.created_by,
    ],
  );
  return row ?? null;
}

export async function deleteListEntry(tx: Queryable, entryId: string): Promise<ListEntryRow | null> {
  const [row] = await tx.query<ListEntryRow>('DELETE FROM list_entries WHERE entry_id = $1 RETURNING *', [
    entryId,
  ]);
  return row ?? null;
}
