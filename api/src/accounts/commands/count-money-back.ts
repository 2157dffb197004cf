import { countClaims, encodeMoneyBack } from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';
import { readCountedClaims, writeMoneyBack } from '../persistence/money-back.store.js';

/**
 * Counts the account's refunds and disputes anew from the claims on its purchases, for the facts that rules read
 * (`account.refunds30d` and the like). A settlement calls it in its own transaction once it has written the claim, so
 * refunds and disputes need not; calling it again, or in any order, ends in the same numbers.
 */
export async function countMoneyBack(
  tx: Queryable,
  { accountId, at }: { accountId: string; at: number },
): Promise<void> {
  const claims = await readCountedClaims(tx, [accountId]);
  const history = countClaims(claims.get(accountId) ?? [], at);
  await writeMoneyBack(tx, accountId, encodeMoneyBack(history));
}
