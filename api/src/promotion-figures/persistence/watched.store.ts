import type { PauseSettings, Promotion } from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';

/** A running promotion that may pause by itself, with what it has given. */
export interface WatchedPromotion
  extends PauseSettings,
    Pick<Promotion, 'promotionId' | 'budgetCoins' | 'startsAt' | 'endsAt'> {
  readonly uses: number;
  readonly grantedCoins: bigint;
}

export async function readWatched(db: Queryable, now: Date): Promise<WatchedPromotion[]> {
  const rows = await db.query<{
    promotion_id: string;
    budget_coins: bigint | null;
    starts_at: Date;
    ends_at: Date;
    pause_abuse_percent: number | null;
    pause_pace_percent: number | null;
    uses: bigint;
    granted_coins: bigint;
  }>(
    `SELECT p.promotion_id, p.budget_coins, p.starts_at, p.ends_at, p.pause_abuse_percent, p.pause_pace_percent,
            c.uses, c.granted_coins
     FROM promotions p JOIN promotion_counters c USING (promotion_id)
     WHERE p.status IN ('scheduled', 'active') AND p.starts_at <= $1 AND p.ends_at > $1
       AND (p.pause_abuse_percent IS NOT NULL OR p.pause_pace_percent IS NOT NULL)
     ORDER BY p.promotion_id`,
    [now],
  );
  return rows.map((row) => ({
    promotionId: row.promotion_id,
    budgetCoins: row.budget_coins,
    startsAt: row.starts_at.getTime(),
    endsAt: row.ends_at.getTime(),
    pauseAbusePercent: row.pause_abuse_percent,
    pausePacePercent: row.pause_pace_percent,
    uses: Number(row.uses),
    grantedCoins: row.granted_coins,
  }));
}
