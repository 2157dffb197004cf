import { ECONOMY } from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';

/** What the account has paid of its debts, in coins. */
export async function readRepaid(
  db: Queryable,
  accountId: string,
): Promise<{ repaidByCoins: number; repaidByDiamonds: number }> {
  const text = `
    SELECT (SELECT coalesce(sum(coins), 0) FROM lot_movements WHERE account_id = $1 AND reason = 'repaid')::bigint AS coins,
           (SELECT coalesce(sum(diamonds), 0) FROM diamond_movements
            WHERE account_id = $1 AND reason = 'repaid')::bigint AS diamonds`;
  const [row] = await db.query<{ coins: bigint; diamonds: bigint }>(text, [accountId]);
  return {
    repaidByCoins: Number(row!.coins),
    repaidByDiamonds: Number(row!.diamonds / ECONOMY.diamondsPerCoinConverted),
  };
}
