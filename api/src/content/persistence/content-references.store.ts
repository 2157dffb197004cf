import type { ListName } from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';

/** A domain or phrase that staff have put on a list. */
export interface ListedContent {
  readonly list: ListName;
  readonly type: 'web_domain' | 'phrase';
  readonly value: string;
  readonly expiresAt: number | null;
}

export async function readListedContent(db: Queryable): Promise<ListedContent[]> {
  const rows = await db.query<Omit<ListedContent, 'expiresAt'> & { expires_at: Date | null }>(
    `SELECT list, type, value, expires_at FROM list_entries WHERE type IN ('web_domain', 'phrase')`,
  );
  return rows.map(({ expires_at, ...row }) => ({ ...row, expiresAt: expires_at?.getTime() ?? null }));
}
