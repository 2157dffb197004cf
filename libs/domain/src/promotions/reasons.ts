import type { Reason } from '../decisions/transaction.js';
import type { Promotion, PromotionCounter } from './promotion.js';

/** Why a purchase goes without a promotion it could have expected. */

export const codeUnknown = (code: string): Reason => ({
  code: 'promotion.code_unknown',
  message: 'There is no promotion with this code.',
  values: { code },
});

export const notRunning = (promotion: Promotion): Reason => ({
  code: 'promotion.not_running',
  message: 'The promotion is not running now.',
  values: {
    promotionId: promotion.promotionId,
    startsAt: new Date(promotion.startsAt).toISOString(),
    endsAt: new Date(promotion.endsAt).toISOString(),
    status: promotion.status,
  },
});

export const otherPackages = (promotion: Promotion, packageId: string): Reason => ({
  code: 'promotion.other_packages',
  message: 'The promotion is for other packages.',
  values: { promotionId: promotion.promotionId, packageId, packageIds: promotion.packageIds },
});

export const accountCapReached = (promotion: Promotion, uses: number): Reason => ({
  code: 'promotion.account_cap_reached',
  message: 'The account has used the promotion as often as it may.',
  values: { promotionId: promotion.promotionId, usesPerAccount: promotion.usesPerAccount, uses },
});

export const budgetExhausted = (promotion: Promotion, counter: PromotionCounter, needed: bigint): Reason => ({
  code: 'promotion.budget_exhausted',
  message: 'The promotion has no coins left to give.',
  values: {
    promotionId: promotion.promotionId,
    budgetCoins: Number(promotion.budgetCoins),
    grantedCoins: Number(counter.grantedCoins),
    needed: Number(needed),
  },
});
