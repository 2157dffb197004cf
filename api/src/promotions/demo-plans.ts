import { DAY, type Instant, type PromotionStatus, readWindow } from '@coinwarden/domain';
import { type DemoPromotion, PLAIN } from './demo-promotions.js';

export interface DemoPlan {
  readonly promotion: DemoPromotion;
  readonly status: PromotionStatus;
}

/**
 * What a demo economy has before it: a bonus that is scheduled for the coming Christmas, a discount for New Year that waits
 * for a second person, and the draft of a bonus for those who have not bought for a while. None of them runs when the
 * economy begins, so its history is the same without them.
 */
export function demoPlans(now: Instant): DemoPlan[] {
  const year = comingChristmas(now);
  const from = (startsLocal: string, endsLocal: string, timeZone: string) => {
    const { startsAt, endsAt } = readWindow({ startsLocal, endsLocal, timeZone });
    return { startsAt, endsAt, timeZone };
  };
  return [
    {
      status: 'scheduled',
      promotion: {
        ...PLAIN,
        ...from(`${year}-12-24T18:00`, `${year}-12-27T00:00`, 'Europe/Berlin'),
        promotionId: 'christmas',
        name: 'Christmas bonus',
        effect: 'bonus_percent',
        value: 15,
        budgetCoins: 100_000,
        usesPerAccount: 3,
        exclusiveGroup: 'holidays',
        priority: 30,
        pauseAbusePercent: 10,
        pausePacePercent: 300,
      },
    },
    {
      status: 'pending_approval',
      promotion: {
        ...PLAIN,
        ...from(`${year}-12-31T12:00`, `${year + 1}-01-02T12:00`, 'America/New_York'),
        promotionId: 'new-year',
        name: 'New Year discount',
        effect: 'price_discount_percent',
        value: 10,
        budgetCoins: 1_000_000,
        exclusiveGroup: 'holidays',
        priority: 30,
      },
    },
    {
      status: 'draft',
      promotion: {
        ...PLAIN,
        ...from(`${year + 1}-01-11T00:00`, `${year + 1}-01-18T00:00`, 'Europe/Berlin'),
        promotionId: 'comeback',
        name: 'Comeback bonus',
        effect: 'bonus_percent',
        value: 20,
        audience: 'account.purchases30d == 0 && account.ageDays >= 30',
        budgetCoins: 50_000,
        usesPerAccount: 1,
        priority: 15,
      },
    },
  ];
}

/** The year whose Christmas is still to come, a day ahead at least. */
function comingChristmas(now: Instant): number {
  const year = new Date(now).getUTCFullYear();
  return now + DAY < Date.UTC(year, 11, 24) ? year : year + 1;
}
