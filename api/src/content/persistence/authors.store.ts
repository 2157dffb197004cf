import type { AccountStatus } from '@coinwarden/domain';
import { type Queryable, textArrayOf } from '../../platform/database/sql.js';

/** Who writes, as far as scanning wants to know. */
export interface Author {
  readonly status: AccountStatus;
  readonly displayName: string | null;
}

export async function readAuthors(
  db: Queryable,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, Author>> {
  if (accountIds.length === 0) return new Map();
  const rows = await db.query<{ account_id: string; status: AccountStatus; display_name: string | null }>(
    {
      name: 'content-authors',
      text: 'SELECT account_id, status, display_name FROM accounts WHERE account_id = ANY($1::text[])',
    },
    [textArrayOf(accountIds)],
  );
  return new Map(rows.map((row) => [row.account_id, { status: row.status, displayName: row.display_name }]));
}
