import type { Queryable } from '../../platform/database/sql.js';

/** The caller holds the wallet's lock and has decided that this only lengthens the exclusion. */
export async function excludeUntil(tx: Queryable, accountId: string, until: Date): Promise<void> {
  await tx.query('UPDATE accounts SET excluded_until = $2 WHERE account_id = $1', [accountId, until]);
}
