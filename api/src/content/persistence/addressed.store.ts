import type { Queryable } from '../../platform/database/sql.js';

/** The texts looked through; who writes more than that is known by them. */
const MAX_TEXTS = 200;

/** Everybody to whom the account lately sent something suspect. */
export async function readAddressed(db: Queryable, accountId: string): Promise<ReadonlySet<string>> {
  const rows = await db.query<{ recipient: string }>(
    `SELECT DISTINCT unnest(recipient_ids) AS recipient
     FROM (SELECT recipient_ids FROM content_scans WHERE account_id = $1 AND verdict <> 'clean'
           ORDER BY scan_id DESC LIMIT ${MAX_TEXTS}) AS latest`,
    [accountId],
  );
  return new Set(rows.map((row) => row.recipient));
}
