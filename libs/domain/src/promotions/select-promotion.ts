import type { Reason } from '../decisions/transaction.js';
import type { Instant } from '../kernel/time.js';
import type { CoinPackage } from '../packages/package.js';
import type { Promotion, PromotionCounter } from './promotion.js';
import { promotionCost } from './promotion-cost.js';
import * as reasons from './reasons.js';

/** What each account has used of each promotion: account → promotion → uses. No entry means none. */
export type UsesByAccount = ReadonlyMap<string, ReadonlyMap<string, number>>;

export interface PromotionQuestion {
  readonly promotions: readonly Promotion[];
  readonly package: CoinPackage;
  /** Null for a visitor who is only looking at prices. */
  readonly account: { readonly accountId: string } | null;
  readonly at: Instant;
  readonly code: string | null;
  /** Promotion → what it has given. Whoever sells on the answer holds these rows locked. */
  readonly counters: ReadonlyMap<string, PromotionCounter>;
  readonly usesByAccount: UsesByAccount;
}

/** `fallback` says why a promotion the buyer could have expected does not apply. */
export interface PromotionChoice {
  readonly promotion: Promotion | null;
  readonly fallback: Reason | null;
}

/**
 * The one promotion a purchase gets. The code that was given goes first, then those that apply by themselves by
 * priority (the id settles ties); the first within its caps is it. When the code's is refused, or none is left, the
 * fallback names the first refusal, in this order:
 *   promotion.code_unknown → not_running → other_packages → account_cap_reached → budget_exhausted
 */
export function selectPromotion(question: PromotionQuestion): PromotionChoice {
  const coded = question.code === null ? null : refusalOfCode(question, question.code);
  if (coded?.promotion) return { promotion: coded.promotion, fallback: null };

  let fallback = coded?.fallback ?? null;
  const automatic = question.promotions
    .filter((p) => p.code === null && isRunning(p, question.at) && isFor(p, question.package))
    .sort(byPriority);
  for (const promotion of automatic) {
    const refusal = capRefusal(question, promotion);
    if (refusal === null) return { promotion, fallback: coded?.fallback ?? null };
    fallback ??= refusal;
  }
  return { promotion: null, fallback };
}

/** Whether the promotion is released and `at` lies in its window. */
export const isRunning = (promotion: Promotion, at: Instant): boolean =>
  (promotion.status === 'scheduled' || promotion.status === 'active') &&
  promotion.startsAt <= at &&
  at < promotion.endsAt;

const isFor = (promotion: Promotion, pack: CoinPackage) =>
  promotion.packageIds.length === 0 || promotion.packageIds.includes(pack.packageId);

const byPriority = (a: Promotion, b: Promotion) =>
  b.priority - a.priority || (a.promotionId < b.promotionId ? -1 : 1);

const sameCode = (a: string | null, b: string) => a?.toUpperCase() === b.trim().toUpperCase();

function refusalOfCode(question: PromotionQuestion, code: string): PromotionChoice {
  const promotion = question.promotions.find((p) => sameCode(p.code, code));
  // One that has not been released is nobody's business yet.
  if (!promotion || promotion.status === 'draft' || promotion.status === 'pending_approval')
    return { promotion: null, fallback: reasons.codeUnknown(code) };
  if (!isRunning(promotion, question.at)) return { promotion: null, fallback: reasons.notRunning(promotion) };
  if (!isFor(promotion, question.package))
    return { promotion: null, fallback: reasons.otherPackages(promotion, question.package.packageId) };
  const fallback = capRefusal(question, promotion);
  return { promotion: fallback === null ? promotion : null, fallback };
}

function capRefusal(question: PromotionQuestion, promotion: Promotion): Reason | null {
  const { promotionId, usesPerAccount, budgetCoins } = promotion;
  if (usesPerAccount !== null && question.account !== null) {
    const uses = question.usesByAccount.get(question.account.accountId)?.get(promotionId) ?? 0;
    if (uses >= usesPerAccount) return reasons.accountCapReached(promotion, uses);
  }
  if (budgetCoins === null) return null;
  const counter = question.counters.get(promotionId);
  // Without the counter a cap would be judged on nothing.
  if (!counter) throw new Error(`the counter of promotion ${promotionId} was not read`);
  const needed = promotionCost(promotion, question.package);
  return counter.grantedCoins + needed > budgetCoins
    ? reasons.budgetExhausted(promotion, counter, needed)
    : null;
}
