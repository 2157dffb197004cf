import { DAY, HOUR, type Instant } from '@coinwarden/domain';
import type { WrittenPromotion } from './persistence/promotion-writes.store.js';

export interface DemoPromotion extends WrittenPromotion {
  readonly promotionId: string;
}

export const PLAIN = {
  code: null,
  singleUseCodes: false,
  packageIds: [],
  audience: null,
  timeZone: 'UTC',
  budgetCoins: null,
  usesPerAccount: null,
  exclusiveGroup: null,
  holdoutPercent: 0,
  pauseAbusePercent: null,
  pausePacePercent: null,
} as const;

/** Adds coins and leaves the price alone; the one that farms of new accounts are after. */
export const WELCOME_CODE = 'WELCOME';

/** What a demo economy has running: a bonus for newcomers, one for the weekend, and a discount for whoever has the code. */
export function demoPromotions(now: Instant): DemoPromotion[] {
  const year = {
    startsAt: startOfDay(now) - 180 * DAY,
    endsAt: startOfDay(now) + 180 * DAY,
  };
  return [
    {
      ...PLAIN,
      ...year,
      promotionId: 'welcome',
      name: 'Welcome bonus',
      code: WELCOME_CODE,
      effect: 'bonus_percent',
      value: 20,
      usesPerAccount: 1,
      priority: 20,
    },
    {
      ...PLAIN,
      promotionId: 'weekend',
      name: 'Weekend bonus',
      effect: 'bonus_percent',
      value: 10,
      packageIds: ['coins-1400', 'coins-3500', 'coins-7000', 'coins-17500', 'coins-35000'],
      startsAt: lastSaturday(now),
      endsAt: lastSaturday(now) + 2 * DAY,
      budgetCoins: 250_000,
      priority: 10,
    },
    {
      ...PLAIN,
      ...year,
      promotionId: 'ten-off',
      name: 'Ten percent off',
      code: 'TENOFF',
      effect: 'price_discount_percent',
      value: 10,
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
