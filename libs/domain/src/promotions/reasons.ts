import type { Reason } from '../decisions/transaction.js';
import type { Instant } from '../kernel/time.js';
import { type Promotion, type PromotionCounter, statusAt } from './promotion.js';

/** Why a purchase goes without a promotion it could have expected. */

export const codeUnknown = (code: string): Reason => ({
  code: 'promotion.code_unknown',
  message: 'There is no promotion with this code.',
  values: { code },
});

export const notRunning = (promotion: Promotion, at: Instant): Reason => ({
  code: 'promotion.not_running',
  message: 'The promotion is not running now.',
  values: {
    promotionId: promotion.promotionId,
    startsAt: new Date(promotion.startsAt).toISOString(),
    endsAt: new Date(promotion.endsAt).toISOString(),
    status: statusAt(promotion, at),
  },
});

export const otherPackages = (promotion: Promotion, packageId: string): Reason => ({
  code: 'promotion.other_packages',
  message: 'The promotion is for other packages.',
  values: { promotionId: promotion.promotionId, packageId, packageIds: promotion.packageIds },
});

export const otherAudience = (promotion: Promotion): Reason => ({
  code: 'promotion.other_audience',
  message: 'The promotion is not for this account.',
  values: { promotionId: promotion.promotionId },
});

export const codeUsed = (promotion: Promotion, code: string): Reason => ({
  code: 'promotion.code_used',
  message: 'The code was used before.',
  values: { promotionId: promotion.promotionId, code },
});

export const groupUsed = (promotion: Promotion, other: string): Reason => ({
  code: 'promotion.group_used',
  message: 'The account has used another promotion that excludes this one.',
  values: {
    promotionId: promotion.promotionId,
    exclusiveGroup: promotion.exclusiveGroup,
    usedPromotionId: other,
  },
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
