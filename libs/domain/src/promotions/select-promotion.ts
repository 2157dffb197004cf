import type { Reason } from '../decisions/transaction.js';
import type { Instant } from '../kernel/time.js';
import type { CoinPackage } from '../packages/package.js';
import type { AudienceSubject } from './audience.js';
import { isHeldOut } from './holdout.js';
import { isAutomatic, isRunning, type Promotion, type PromotionCounter } from './promotion.js';
import { type FoundCode, plainCode } from './promotion-code.js';
import { promotionCost } from './promotion-cost.js';
import * as reasons from './reasons.js';

/** What each account has used of each promotion: account → promotion → uses. No entry means none. */
export type UsesByAccount = ReadonlyMap<string, ReadonlyMap<string, number>>;

export interface PromotionQuestion {
  readonly promotions: readonly Promotion[];
  readonly package: CoinPackage;
  /** Null for a visitor who is only looking at prices, and sees what is for everybody. */
  readonly buyer: AudienceSubject | null;
  readonly at: Instant;
  readonly code: string | null;
  /** Plain code → what is known of it; only those that work once are here. */
  readonly codes: ReadonlyMap<string, FoundCode>;
  /** Promotion → what it has given. Whoever sells on the answer holds these rows locked. */
  readonly counters: ReadonlyMap<string, PromotionCounter>;
  readonly usesByAccount: UsesByAccount;
}

/** `fallback` says why a promotion the buyer could have expected does not apply. */
export interface PromotionChoice {
  readonly promotion: Promotion | null;
  readonly fallback: Reason | null;
  /** The plain code that is spent by it. */
  readonly singleUseCode: string | null;
}

/**
 * The one promotion a purchase gets. The code that was given goes first, then those that apply by themselves by
 * priority (the id settles ties); the first within its caps is it. When the code's is refused, or none is left, the
 * fallback names the first refusal, in this order:
 *   promotion.code_unknown → not_running → other_packages → other_audience → code_used → group_used →
 *   account_cap_reached → budget_exhausted
 */
export function selectPromotion(question: PromotionQuestion): PromotionChoice {
  const coded = question.code === null ? null : choiceByCode(question, question.code);
  if (coded?.promotion) return coded;

  let fallback = coded?.fallback ?? null;
  const automatic = question.promotions
    .filter((p) => isAutomatic(p) && isRunning(p, question.at) && isFor(p, question.package))
    .filter((p) => isForBuyer(p, question.buyer) && !isWithheld(p, question.buyer))
    .sort(byPriority);
  for (const promotion of automatic) {
    const refusal = capRefusal(question, promotion);
    if (refusal === null) return { promotion, fallback: coded?.fallback ?? null, singleUseCode: null };
    fallback ??= refusal;
  }
  return { promotion: null, fallback, singleUseCode: null };
}

export const isFor = ({ packageIds }: Promotion, { packageId }: CoinPackage): boolean =>
  packageIds.length === 0 || packageIds.includes(packageId);

export const isForBuyer = ({ audience }: Promotion, buyer: AudienceSubject | null): boolean =>
  audience === null || (buyer !== null && audience.holds(buyer));

const isWithheld = (promotion: Promotion, buyer: AudienceSubject | null): boolean =>
  buyer !== null && isHeldOut(promotion, buyer.account.accountId);

/** Promotions with all the others of their exclusive groups: what was used of those counts too. */
export function withTheirGroups(some: readonly Promotion[], all: readonly Promotion[]): Promotion[] {
  const groups = new Set(some.map((p) => p.exclusiveGroup));
  groups.delete(null);
  const among = new Set(some);
  return all.filter((p) => among.has(p) || groups.has(p.exclusiveGroup));
}

/** Which of two goes first where both could apply. */
export const byPriority = (a: Promotion, b: Promotion): number =>
  b.priority - a.priority || (a.promotionId < b.promotionId ? -1 : 1);

function choiceByCode(question: PromotionQuestion, typed: string): PromotionChoice {
  const code = plainCode(typed);
  const found = question.codes.get(code);
  const promotion = question.promotions.find((p) =>
    found ? p.promotionId === found.promotionId : p.code !== null && plainCode(p.code) === code,
  );
  const fallback = promotion
    ? codeRefusal(question, { promotion, typed, spent: found?.spent ?? false })
    : reasons.codeUnknown(typed);
  return fallback === null
    ? { promotion: promotion ?? null, fallback, singleUseCode: found ? code : null }
    : { promotion: null, fallback, singleUseCode: null };
}

function codeRefusal(
  question: PromotionQuestion,
  { promotion, typed, spent }: { promotion: Promotion; typed: string; spent: boolean },
): Reason | null {
  const { at, package: pack } = question;
  // One that has not been released is nobody's business yet.
  if (promotion.status === 'draft' || promotion.status === 'pending_approval')
    return reasons.codeUnknown(typed);
  if (!isRunning(promotion, at)) return reasons.notRunning(promotion, at);
  if (!isFor(promotion, pack)) return reasons.otherPackages(promotion, pack.packageId);
  if (!isForBuyer(promotion, question.buyer)) return reasons.otherAudience(promotion);
  if (spent) return reasons.codeUsed(promotion, typed);
  return capRefusal(question, promotion);
}

function capRefusal(question: PromotionQuestion, promotion: Promotion): Reason | null {
  const { promotionId, usesPerAccount, budgetCoins } = promotion;
  const mine = question.buyer && question.usesByAccount.get(question.buyer.account.accountId);
  if (mine) {
    const other = usedOfGroup(question.promotions, promotion, mine);
    if (other !== undefined) return reasons.groupUsed(promotion, other);
    const uses = mine.get(promotionId) ?? 0;
    if (usesPerAccount !== null && uses >= usesPerAccount) return reasons.accountCapReached(promotion, uses);
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

/** Another of the same group that the account has used, those that are over included. */
function usedOfGroup(
  promotions: readonly Promotion[],
  { promotionId, exclusiveGroup }: Promotion,
  mine: ReadonlyMap<string, number>,
): string | undefined {
  if (exclusiveGroup === null) return undefined;
  return promotions.find(
    (p) => p.exclusiveGroup === exclusiveGroup && p.promotionId !== promotionId && mine.has(p.promotionId),
  )?.promotionId;
}
