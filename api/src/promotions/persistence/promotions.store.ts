import {
  type Promotion,
  type PromotionEffect,
  type PromotionStatus,
  soundAudience,
} from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';

/** What a promotion is, as its row holds it. */
export interface PromotionRow {
  promotion_id: string;
  name: string;
  code: string | null;
  single_use_codes: boolean;
  effect: PromotionEffect;
  value: bigint;
  package_ids: string[];
  audience: string | null;
  starts_at: Date;
  ends_at: Date;
  time_zone: string;
  budget_coins: bigint | null;
  uses_per_account: number | null;
  exclusive_group: string | null;
  holdout_percent: number;
  priority: number;
  status: PromotionStatus;
}

const PROMOTION_COLUMNS = `promotion_id, name, code, single_use_codes, effect, value, package_ids, audience, starts_at,
  ends_at, time_zone, budget_coins, uses_per_account, exclusive_group, holdout_percent, priority, status`;

/** Every promotion that was ever released; the rest cannot be bought with. */
export async function readPromotions(db: Queryable): Promise<Promotion[]> {
  const rows = await db.query<PromotionRow>(
    `SELECT ${PROMOTION_COLUMNS} FROM promotions WHERE status NOT IN ('draft', 'pending_approval')
     ORDER BY promotion_id`,
  );
  return rows.map(toPromotion);
}

/** Every promotion that is not over, drafts too, but for one. */
export async function readUnended(db: Queryable, except: string, now: Date): Promise<Promotion[]> {
  const rows = await db.query<PromotionRow>(
    `SELECT ${PROMOTION_COLUMNS} FROM promotions
     WHERE status <> 'ended' AND ends_at > $2 AND promotion_id <> $1 ORDER BY promotion_id`,
    [except, now],
  );
  return rows.map(toPromotion);
}

/** One of them, whatever its status. */
export async function readPromotion(db: Queryable, promotionId: string): Promise<Promotion | null> {
  const [row] = await db.query<PromotionRow>(
    `SELECT ${PROMOTION_COLUMNS} FROM promotions WHERE promotion_id = $1`,
    [promotionId],
  );
  return row ? toPromotion(row) : null;
}

const toPromotion = (row: PromotionRow): Promotion => ({
  promotionId: row.promotion_id,
  name: row.name,
  code: row.code,
  singleUseCodes: row.single_use_codes,
  effect: row.effect,
  value: row.value,
  packageIds: row.package_ids,
  audience: row.audience === null ? null : soundAudience(row.audience),
  startsAt: row.starts_at.getTime(),
  endsAt: row.ends_at.getTime(),
  timeZone: row.time_zone,
  budgetCoins: row.budget_coins,
  usesPerAccount: row.uses_per_account,
  exclusiveGroup: row.exclusive_group,
  holdoutPercent: row.holdout_percent,
  priority: row.priority,
  status: row.status,
});
