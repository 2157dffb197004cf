import type { Instant, ListEntry, ListName, ListValueType } from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';

/** Every entry that is still there, in the order in which they came. */
export async function readListHistory(
  db: Queryable,
): Promise<(ListEntry & { readonly createdAt: Instant })[]> {
  const rows = await db.query<{
    entry_id: string;
    list: ListName;
    type: ListValueType;
    value: string;
    expires_at: Date | null;
    created_at: Date;
  }>(
    'SELECT entry_id, list, type, value, expires_at, created_at FROM list_entries ORDER BY created_at, entry_id',
  );
  return rows.map(({ entry_id, list, type, value, expires_at, created_at }) => ({
    entryId: entry_id,
    list,
    type,
    value,
    expiresAt: expires_at?.getTime() ?? null,
    createdAt: created_at.getTime(),
  }));
}
