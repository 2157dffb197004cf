import { ECONOMY } from '@coinwarden/domain';
import { type Queryable, textArrayOf } from '../../platform/database/sql.js';

export interface UseSums {
  readonly uses: number;
  readonly accounts: number;
  readonly costCoins: bigint;
  readonly bonusCoins: bigint;
  readonly returned: number;
}

export async function sumUses(db: Queryable, promotionId: string): Promise<UseSums> {
  const [row] = await db.query<{
    uses: number;
    accounts: number;
    cost_coins: bigint;
    bonus_coins: bigint;
    returned: number;
  }>(
    `SELECT count(*) FILTER (WHERE returned_at IS NULL)::int AS uses,
            count(DISTINCT account_id) FILTER (WHERE returned_at IS NULL)::int AS accounts,
            coalesce(sum(cost_coins) FILTER (WHERE returned_at IS NULL), 0)::bigint AS cost_coins,
            coalesce(sum(bonus_coins) FILTER (WHERE returned_at IS NULL), 0)::bigint AS bonus_coins,
            count(returned_at)::int AS returned
     FROM promotion_redemptions WHERE promotion_id = $1`,
    [promotionId],
  );
  const { uses, accounts, cost_coins: costCoins, bonus_coins: bonusCoins, returned } = row!;
  return { uses, accounts, costCoins, bonusCoins, returned };
}

/** By UTC day, the first first. */
export async function usesByDay(
  db: Queryable,
  promotionId: string,
): Promise<{ day: string; uses: number; costCoins: number }[]> {
  const rows = await db.query<{ day: string; uses: number; cost_coins: bigint }>(
    `SELECT to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day, count(*)::int AS uses,
            sum(cost_coins)::bigint AS cost_coins
     FROM promotion_redemptions WHERE promotion_id = $1 AND returned_at IS NULL GROUP BY 1 ORDER BY 1`,
    [promotionId],
  );
  return rows.map(({ day, uses, cost_coins }) => ({ day, uses, costCoins: Number(cost_coins) }));
}

/** Of its uses, those by accounts now restricted or suspended or by purchases that are called fraud. */
export async function sumAbuse(
  db: Queryable,
  promotionId: string,
  fraudulent: readonly string[],
): Promise<{ uses: number; costCoins: bigint }> {
  const [row] = await db.query<{ uses: number; cost_coins: bigint }>(
    `SELECT count(*)::int AS uses, coalesce(sum(r.cost_coins), 0)::bigint AS cost_coins
     FROM promotion_redemptions r JOIN accounts a USING (account_id)
     WHERE r.promotion_id = $1 AND r.returned_at IS NULL
       AND (a.status IN ('restricted', 'suspended') OR r.transaction_id = ANY($2::uuid[]))`,
    [promotionId, textArrayOf(fraudulent)],
  );
  return { uses: row!.uses, costCoins: row!.cost_coins };
}

export interface BonusFate {
  /** Bonus coins given to creators. */
  readonly gifted: number;
  /** Of those, the part whose diamonds were withdrawn. */
  readonly withdrawn: number;
  readonly withdrawnUsdMinor: number;
}

/**
 * What became of the bonus coins. A package's own bonus lies in the same lot, and a gift may be paid from several: each has
 * its share of whatever leaves it.
 */
export async function followBonus(db: Queryable, promotionId: string): Promise<BonusFate> {
  const [row] = await db.query<{ gifted: number; withdrawn: number }>(
    `WITH lots AS (
       SELECT l.account_id, l.lot_id, r.bonus_coins::float8 / l.granted AS share
       FROM promotion_redemptions r
       JOIN coin_lots l ON l.account_id = r.account_id AND l.transaction_id = r.transaction_id AND l.kind = 'bonus'
       WHERE r.promotion_id = $1 AND r.returned_at IS NULL AND r.bonus_coins > 0
     ), gifts AS (
       SELECT t.transaction_id, t.counterparty_id, t.coins, sum(m.coins * l.share) AS bonus
       FROM lots l
       JOIN lot_movements m ON m.account_id = l.account_id AND m.lot_id = l.lot_id AND m.reason = 'spent'
       JOIN transactions t ON t.account_id = m.account_id AND t.transaction_id = m.transaction_id AND t.kind = 'gift'
       GROUP BY t.transaction_id, t.counterparty_id, t.coins
     ), taken AS (
       SELECT g.transaction_id, sum(d.diamonds) AS diamonds
       FROM gifts g
       JOIN diamond_movements d ON d.account_id = g.counterparty_id AND d.lot_id = g.transaction_id
       JOIN transactions w ON w.account_id = d.account_id AND w.transaction_id = d.transaction_id
         AND w.kind = 'withdrawal' AND w.status = 'posted'
       GROUP BY g.transaction_id
     )
     SELECT coalesce(sum(g.bonus), 0)::float8 AS gifted,
            coalesce(sum(g.bonus * least(1, t.diamonds * $2::float8 / g.coins)), 0)::float8 AS withdrawn
     FROM gifts g LEFT JOIN taken t USING (transaction_id)`,
    [promotionId, Number(ECONOMY.coinsPerDiamondGifted)],
  );
  const { gifted, withdrawn } = row!;
  const diamonds = withdrawn / Number(ECONOMY.coinsPerDiamondGifted);
  return {
    gifted: Math.round(gifted),
    withdrawn: Math.round(withdrawn),
    withdrawnUsdMinor: Math.floor(diamonds / Number(ECONOMY.diamondsPerPayoutMinor)),
  };
}
