import type { Instant } from '../kernel/time.js';
import type { Audience } from './audience.js';

/** What a promotion does to a purchase; `value` is a whole percent, or a number of coins. */
export const PROMOTION_EFFECTS = ['bonus_percent', 'bonus_coins', 'price_discount_percent'] as const;
export type PromotionEffect = (typeof PROMOTION_EFFECTS)[number];

/** The largest value of each effect: a price never reaches zero, and a bonus stays a bonus. */
export const MAX_PROMOTION_VALUE: Readonly<Record<PromotionEffect, number>> = {
  bonus_percent: 1_000,
  bonus_coins: 1_000_000_000,
  price_discount_percent: 99,
};

export const PROMOTION_STATUSES = [
  'draft',
  'pending_approval',
  'scheduled',
  'active',
  'paused',
  'ended',
] as const;
export type PromotionStatus = (typeof PROMOTION_STATUSES)[number];

/** More would leave too few who get the promotion. */
export const MAX_HOLDOUT_PERCENT = 50;

/** A window, half-open `[startsAt, endsAt)`, that adds bonus coins to purchases or lowers their price. */
export interface Promotion {
  readonly promotionId: string;
  readonly name: string;
  /** The buyer has to give this code (letter case does not matter). Null for none, or one of many that work once. */
  readonly code: string | null;
  /** Whether the buyer has to give a code of its own that works once. */
  readonly singleUseCodes: boolean;
  readonly effect: PromotionEffect;
  readonly value: bigint;
  /** The packages it is for; empty means every one. */
  readonly packageIds: readonly string[];
  /** Null is everybody. */
  readonly audience: Audience | null;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  /** The IANA zone its window was set in, for showing it. */
  readonly timeZone: string;
  /** The most coins it may cost in all; a discount costs the coins it gives without their price. */
  readonly budgetCoins: bigint | null;
  readonly usesPerAccount: number | null;
  /** Of promotions in one group an account uses only one, as often as that one lets it. */
  readonly exclusiveGroup: string | null;
  /** Share of the audience that goes without, to compare with. Whoever gives a code is never held out. */
  readonly holdoutPercent: number;
  readonly priority: number;
  readonly status: PromotionStatus;
}

/** Whether it applies without a code. */
export const isAutomatic = ({ code, singleUseCodes }: Pick<Promotion, 'code' | 'singleUseCodes'>): boolean =>
  code === null && !singleUseCodes;

type Timed = Pick<Promotion, 'status' | 'startsAt' | 'endsAt'>;

/** Whether the promotion is released and `at` lies in its window. */
export const isRunning = (promotion: Timed, at: Instant): boolean => statusAt(promotion, at) === 'active';

/**
 * The status as it is at a moment: `scheduled` and `active` are one released promotion before and in its window, and time
 * ends it, a paused one too.
 */
export function statusAt({ status, startsAt, endsAt }: Timed, at: Instant): PromotionStatus {
  if (status !== 'scheduled' && status !== 'active' && status !== 'paused') return status;
  if (at >= endsAt) return 'ended';
  if (status === 'paused') return 'paused';
  return at >= startsAt ? 'active' : 'scheduled';
}

/** What a promotion has given so far. */
export interface PromotionCounter {
  readonly grantedCoins: bigint;
  readonly uses: bigint;
}
