import type { Instant } from '../kernel/time.js';

/** What a promotion does to a purchase; `value` is a whole percent, or a number of coins. */
export const PROMOTION_EFFECTS = ['bonus_percent', 'bonus_coins', 'price_discount_percent'] as const;
export type PromotionEffect = (typeof PROMOTION_EFFECTS)[number];

export const PROMOTION_STATUSES = [
  'draft',
  'pending_approval',
  'scheduled',
  'active',
  'paused',
  'ended',
] as const;
export type PromotionStatus = (typeof PROMOTION_STATUSES)[number];

/** A window, half-open `[startsAt, endsAt)`, that adds bonus coins to purchases or lowers their price. */
export interface Promotion {
  readonly promotionId: string;
  readonly name: string;
  /** Null applies by itself; otherwise the buyer has to give this code (letter case does not matter). */
  readonly code: string | null;
  readonly effect: PromotionEffect;
  readonly value: bigint;
  /** The packages it is for; empty means every one. */
  readonly packageIds: readonly string[];
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  /** The IANA zone its window was set in, for showing it. */
  readonly timeZone: string;
  /** The most coins it may cost in all; a discount costs the coins it gives without their price. */
  readonly budgetCoins: bigint | null;
  readonly usesPerAccount: number | null;
  readonly priority: number;
  readonly status: PromotionStatus;
}

/** What a promotion has given so far. */
export interface PromotionCounter {
  readonly grantedCoins: bigint;
  readonly uses: bigint;
}
