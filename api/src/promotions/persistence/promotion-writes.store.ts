import { type Queryable, textArrayOf } from '../../platform/database/sql.js';
import type { NewPromotion } from '../demo-promotions.js';

/** Adds the promotion, active and with nothing given yet; answers 0 when there is one with its id already. */
export async function addPromotion(tx: Queryable, promotion: NewPromotion): Promise<number> {
  const added = await tx.query(
    `INSERT INTO promotions (promotion_id, name, code, effect, value, package_ids, starts_at, ends_at, time_zone,
                             budget_coins, uses_per_account, priority, status)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'active')
     ON CONFLICT (promotion_id) DO NOTHING RETURNING promotion_id`,
    [
      promotion.promotionId,
      promotion.name,
      promotion.code,
      promotion.effect,
      promotion.value,
      textArrayOf(promotion.packageIds),
      new Date(promotion.startsAt),
      new Date(promotion.endsAt),
      promotion.timeZone,
      promotion.budgetCoins,
      promotion.usesPerAccount,
      promotion.priority,
    ],
  );
  await tx.query('INSERT INTO promotion_counters (promotion_id) VALUES ($1) ON CONFLICT DO NOTHING', [
    promotion.promotionId,
  ]);
  return added.length;
}
