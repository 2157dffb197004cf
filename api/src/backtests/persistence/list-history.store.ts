import type { Instant, ListEntry, ListName, ListValueType } from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';

/** Every entry that is still there, in the order in which they came. */
export async function readListHistory(
  db: Queryable,
): Promise<(ListEntry & { readonly createdAt: Instant })[]> {
  const rows = await db.query<{
    list: ListName;
    type: ListValueType;
    value: string;
    expires_at: Date | null;
    created_at: Date;
  }>('SELECT list, type, value, expires_at, created_at FROM list_entries ORDER BY created_at, entry_id');
  return rows.map(({ list, type, value, expires_at, created_at }) => ({
    list,
    type,
    value,
    expiresAt: expires_at?.getTime() ?? null,
    createdAt: created_at.getTime(),
  }));
}
