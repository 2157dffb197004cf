import type { Queryable } from '../../platform/database/sql.js';
import { type Registration, upsertAccounts } from '../persistence/account-registration.store.js';
import { readAccounts } from '../persistence/accounts.store.js';

/** Opens the accounts nobody has yet, for seeds and imports; what is known about the others stays. */
export async function openAccounts(
  tx: Queryable,
  opening: readonly Registration[],
  now: number,
): Promise<void> {
  const byId = new Map(opening.map((account) => [account.accountId, account]));
  const known = await readAccounts(tx, [...byId.keys()]);
  const missing = [...byId.values()].filter(({ accountId }) => !known.has(accountId));
  if (missing.length > 0) await upsertAccounts(tx, missing, now);
}
