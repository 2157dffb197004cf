import type { ListEntry, ListName, ListValueType } from '@coinwarden/domain';
import { type Queryable, textArrayOf } from '../../platform/database/sql.js';

export interface ListEntryRow {
  entry_id: string;
  list: ListName;
  type: ListValueType;
  value: string;
  /** As it was entered; null where that is the value itself. */
  written: string | null;
  reason: string;
  expires_at: Date | null;
  created_at: Date;
  created_by: string;
}

/** Every entry, expired ones too: whether one counts depends on the time of the transaction. */
export async function readListEntries(db: Queryable): Promise<ListEntry[]> {
  const rows = await db.query<Pick<ListEntryRow, 'entry_id' | 'list' | 'type' | 'value' | 'expires_at'>>(
    'SELECT entry_id, list, type, value, expires_at FROM list_entries',
  );
  return rows.map(({ entry_id, list, type, value, expires_at }) => ({
    entryId: entry_id,
    list,
    type,
    value,
    expiresAt: expires_at?.getTime() ?? null,
  }));
}

const INSERT_CHUNK_ROWS = 10_000;

/**
 * Puts values on lists and answers the rows that are new. What a list holds already stays as it is; an entry that has
 * expired becomes the new one and keeps its id, so that what it once matched is not lost.
 */
export async function insertListEntries(
  tx: Queryable,
  entries: readonly ListEntryRow[],
): Promise<ListEntryRow[]> {
  const inserted: ListEntryRow[] = [];
  for (let from = 0; from < entries.length; from += INSERT_CHUNK_ROWS) {
    const chunk = entries.slice(from, from + INSERT_CHUNK_ROWS);
    const texts = (read: (entry: ListEntryRow) => string | null) => textArrayOf(chunk.map(read));
    inserted.push(
      ...(await tx.query<ListEntryRow>(
        `INSERT INTO list_entries AS old (entry_id, list, type, value, written, reason, expires_at, created_at, created_by)
         SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[],
                              $7::timestamptz[], $8::timestamptz[], $9::text[])
         ON CONFLICT (type, value, list) DO UPDATE
           SET written = excluded.written, reason = excluded.reason, expires_at = excluded.expires_at,
               created_at = excluded.created_at, created_by = excluded.created_by
         WHERE old.expires_at <= excluded.created_at
         RETURNING *`,
        [
          texts((e) => e.entry_id),
          texts((e) => e.list),
          texts((e) => e.type),
          texts((e) => e.value),
          texts((e) => e.written),
          texts((e) => e.reason),
          texts((e) => e.expires_at?.toISOString() ?? null),
          texts((e) => e.created_at.toISOString()),
          texts((e) => e.created_by),
        ],
      )),
    );
  }
  return inserted;
}

export interface ListedValue {
  readonly type: ListValueType;
  readonly value: string;
  readonly list: ListName;
}

/** The entries in force, on any list, for these values. */
export function findListed(
  db: Queryable,
  values: readonly Pick<ListedValue, 'type' | 'value'>[],
  now: number,
): Promise<ListedValue[]> {
  return db.query<ListedValue>(
    `SELECT e.type, e.value, e.list
       FROM (SELECT DISTINCT * FROM unnest($1::text[], $2::text[]) AS w (type, value)) AS wanted
       JOIN list_entries AS e USING (type, value)
      WHERE e.expires_at IS NULL OR e.expires_at > $3`,
    [textArrayOf(values.map((v) => v.type)), textArrayOf(values.map((v) => v.value)), new Date(now)],
  );
}

export async function lockListEntry(tx: Queryable, entryId: string): Promise<ListEntryRow | null> {
  const [row] = await tx.query<ListEntryRow>('SELECT * FROM list_entries WHERE entry_id = $1 FOR UPDATE', [
    entryId,
  ]);
  return row ?? null;
}

export async function updateListEntry(
  tx: Queryable,
  { entry_id, reason, expires_at }: Pick<ListEntryRow, 'entry_id' | 'reason' | 'expires_at'>,
): Promise<void> {
  await tx.query('UPDATE list_entries SET reason = $2, expires_at = $3 WHERE entry_id = $1', [
    entry_id,
    reason,
    expires_at,
  ]);
}

export async function deleteListEntry(tx: Queryable, entryId: string): Promise<ListEntryRow | null> {
  const [row] = await tx.query<ListEntryRow>('DELETE FROM list_entries WHERE entry_id = $1 RETURNING *', [
    entryId,
  ]);
  return row ?? null;
}
