import { DAY, HOUR, type Instant, type PromotionEffect } from '@coinwarden/domain';

export interface NewPromotion {
  readonly promotionId: string;
  readonly name: string;
  readonly code: string | null;
  readonly effect: PromotionEffect;
  readonly value: number;
  readonly packageIds: readonly string[];
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly timeZone: string;
  readonly budgetCoins: number | null;
  readonly usesPerAccount: number | null;
  readonly priority: number;
}

/** Adds coins and leaves the price alone; the one that farms of new accounts are after. */
export const WELCOME_CODE = 'WELCOME';

/** What a demo economy has running: a bonus for newcomers, one for the weekend, and a discount for whoever has the code. */
export function demoPromotions(now: Instant): NewPromotion[] {
  const year = {
    startsAt: startOfDay(now) - 180 * DAY,
    endsAt: startOfDay(now) + 180 * DAY,
    timeZone: 'UTC',
  };
  return [
    {
      ...year,
      promotionId: 'welcome',
      name: 'Welcome bonus',
      code: WELCOME_CODE,
      effect: 'bonus_percent',
      value: 20,
      packageIds: [],
      budgetCoins: null,
      usesPerAccount: 1,
      priority: 20,
    },
    {
      promotionId: 'weekend',
      name: 'Weekend bonus',
      code: null,
      effect: 'bonus_percent',
      value: 10,
      packageIds: ['coins-1400', 'coins-3500', 'coins-7000', 'coins-17500', 'coins-35000'],
      startsAt: lastSaturday(now),
      endsAt: lastSaturday(now) + 2 * DAY,
      timeZone: 'UTC',
      budgetCoins: 250_000,
      usesPerAccount: null,
      priority: 10,
    },
    {
      ...year,
      promotionId: 'ten-off',
      name: 'Ten percent off',
      code: 'TENOFF',
      effect: 'price_discount_percent',
      value: 10,
      packageIds: [],
      budgetCoins: 1_000_000,
      usesPerAccount: 2,
      priority: 20,
    },
  ];
}

const startOfDay = (at: Instant): Instant => Math.floor(at / DAY) * DAY;

/** Midnight (UTC) of the Saturday that began last. The epoch was a Thursday. */
function lastSaturday(now: Instant): Instant {
  const saturday = 48 * HOUR;
  return Math.floor((now - saturday) / (7 * DAY)) * 7 * DAY + saturday;
}
