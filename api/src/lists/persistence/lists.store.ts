import type { ListEntry, ListName, ListPlace, ListValueType } from '@coinwarden/domain';
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
  const rows = await db.query<IndexedRow>('SELECT entry_id, list, type, value, expires_at FROM list_entries');
  return rows.map(entryOf);
}

type IndexedRow = Pick<ListEntryRow, 'entry_id' | 'list' | 'type' | 'value' | 'expires_at'>;

const entryOf = ({ entry_id, list, type, value, expires_at }: IndexedRow): ListEntry => ({
  entryId: entry_id,
  list,
  type,
  value,
  expiresAt: expires_at?.getTime() ?? null,
});

/** What stands at a value now, and nothing where nothing does any more. */
export interface ListChange {
  readonly place: ListPlace;
  readonly entries: readonly ListEntry[];
}

/** What has changed since a version of the lists; null when that is no longer known. */
export async function readListChanges(db: Queryable, since: bigint): Promise<ListChange[] | null> {
  type Row = { oldest: bigint | null } & (
    | { place_type: ListValueType; place_value: string; entry_id: null }
    | ({ place_type: ListValueType; place_value: string } & IndexedRow)
    | { place_type: null }
  );
  // One statement, so that what is forgotten meanwhile is not taken for nothing.
  const rows = await db.query<Row>(
    `SELECT known.oldest, place.type AS place_type, place.value AS place_value,
            entry_id, list, e.type, e.value, expires_at
       FROM (SELECT min(version) AS oldest FROM list_changes) AS known
       LEFT JOIN (SELECT DISTINCT type, value FROM list_changes WHERE version > $1) AS place ON true
       LEFT JOIN list_entries AS e ON e.type = place.type AND e.value = place.value`,
    [since],
  );
  const oldest = rows[0]!.oldest;
  if (oldest === null || oldest > since + 1n) return null;
  const changes = new Map<string, { place: ListPlace; entries: ListEntry[] }>();
  for (const row of rows) {
    if (row.place_type === null) continue;
    const { place_type: type, place_value: value } = row;
    const key = `${type} ${value}`;
    const change = changes.get(key) ?? { place: { type, value }, entries: [] };
    if (row.entry_id !== null) change.entries.push(entryOf(row));
    changes.set(key, change);
  }
  return [...changes.values()];
}

const CHANGES_KEPT = '6 hours';

export async function forgetListChanges(db: Queryable): Promise<void> {
  await db.query(`DELETE FROM list_changes WHERE changed_at < now() - interval '${CHANGES_KEPT}'`);
}

/** Notes which values a statement touched, under the version that the transaction has raised the lists to. */
const noting = (statement: string): string => `
  WITH changed AS (${statement} RETURNING *), noted AS (
    INSERT INTO list_changes (version, type, value)
    SELECT r.version, c.type, c.value FROM changed AS c, reference_versions AS r WHERE r.name = 'lists'
    ON CONFLICT DO NOTHING
  )
  SELECT * FROM changed`;

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
        noting(`INSERT INTO list_entries AS old (entry_id, list, type, value, written, reason, expires_at, created_at, created_by)
         SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[],
                              $7::timestamptz[], $8::timestamptz[], $9::text[])
         ON CONFLICT (type, value, list) DO UPDATE
           SET written = excluded.written, reason = excluded.reason, expires_at = excluded.expires_at,
               created_at = excluded.created_at, created_by = excluded.created_by
         WHERE old.expires_at <= excluded.created_at`),
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
  await tx.query(noting('UPDATE list_entries SET reason = $2, expires_at = $3 WHERE entry_id = $1'), [
    entry_id,
    reason,
    expires_at,
  ]);
}

export async function deleteListEntry(tx: Queryable, entryId: string): Promise<ListEntryRow | null> {
  const [row] = await tx.query<ListEntryRow>(noting('DELETE FROM list_entries WHERE entry_id = $1'), [
    entryId,
  ]);
  return row ?? null;
}
