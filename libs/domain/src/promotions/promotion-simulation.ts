/**
 * A promotion as if it had run throughout a stretch of the past: every real purchase, in the order of time, is asked whether
 * it would have used it, with its caps, its control group and its budget. What buyers did is taken as it was: nobody buys
 * more because of the promotion here, so the figures are what it gives away at least.
 */
import type { AgeBand } from '../accounts/account.js';
import { DAY, type Instant } from '../kernel/time.js';
import type { CoinPackage } from '../packages/package.js';
import type { AudienceSubject } from './audience.js';
import { isHeldOut } from './holdout.js';
import { isAutomatic, type Promotion } from './promotion.js';
import { promotionBonus, promotionCost, promotionPrice } from './promotion-cost.js';
import { isFor, isForBuyer } from './select-promotion.js';
import { UseCount } from './use-count.js';

/** A purchase that stands. */
export interface PastPurchase {
  readonly buyer: AudienceSubject;
  readonly package: CoinPackage;
  /** Price paid, in US cents; null where there is no reference rate. */
  readonly usdMinor: bigint | null;
  readonly at: Instant;
  /** The promotion it had. */
  readonly had: { readonly byCode: boolean; readonly priority: number; readonly costCoins: bigint } | null;
  /** Whether it proved to be abuse. */
  readonly abusive: boolean;
}

export interface SimulatedDay {
  readonly day: string;
  purchases: number;
  uses: number;
  costCoins: bigint;
}

const NEWCOMER = 7 * DAY;

export class PromotionSimulation {
  purchases = 0;
  eligible = 0;
  keptOther = 0;
  replacedCoins = 0n;
  bonusCoins = 0n;
  discountUsdMinor = 0n;
  budgetGoneAt: Instant | null = null;
  readonly used = new UseCount();
  readonly abuse = new UseCount();
  readonly newcomers = new UseCount();
  readonly byDay = new Map<string, SimulatedDay>();
  readonly byCountry = new Map<string, UseCount>();
  readonly byAgeBand = new Map<AgeBand, UseCount>();
  readonly byPackage = new Map<string, UseCount>();
  private readonly usesByAccount = new Map<string, number>();

  constructor(private readonly promotion: Promotion) {}

  /** In the order of time. */
  add(purchase: PastPurchase): void {
    const { promotion } = this;
    const day = this.dayOf(purchase.at);
    this.purchases++;
    day.purchases++;
    if (!isFor(promotion, purchase.package) || !isForBuyer(promotion, purchase.buyer)) return;
    this.eligible++;
    if (isHeldOut(promotion, purchase.buyer.account.accountId)) return;
    if (this.keeps(purchase)) {
      this.keptOther++;
      return;
    }
    const cost = promotionCost(promotion, purchase.package);
    if (this.isCapped(purchase.buyer.account.accountId) || !this.affords(cost, purchase.at)) return;
    day.uses++;
    day.costCoins += cost;
    this.use(purchase, cost);
  }

  private use(purchase: PastPurchase, cost: bigint): void {
    const { promotion } = this;
    const { account } = purchase.buyer;
    const { accountId } = account;
    this.usesByAccount.set(accountId, (this.usesByAccount.get(accountId) ?? 0) + 1);
    this.replacedCoins += purchase.had?.costCoins ?? 0n;
    this.bonusCoins += promotionBonus(promotion, purchase.package);
    if (purchase.usdMinor !== null)
      this.discountUsdMinor += purchase.usdMinor - promotionPrice(promotion, purchase.usdMinor);
    const counts = [
      this.used,
      at(this.byCountry, account.country),
      at(this.byAgeBand, account.ageBand),
      at(this.byPackage, purchase.package.packageId),
    ];
    if (purchase.abusive) counts.push(this.abuse);
    if (purchase.at - account.createdAt < NEWCOMER) counts.push(this.newcomers);
    for (const count of counts) count.add(accountId, cost);
  }

  /** Whoever gave a code keeps what it brought, unless this one is by a code too; else the higher priority goes first. */
  private keeps({ had }: PastPurchase): boolean {
    if (had === null || !isAutomatic(this.promotion)) return false;
    return had.byCode || had.priority > this.promotion.priority;
  }

  private isCapped(accountId: string): boolean {
    const { usesPerAccount } = this.promotion;
    return usesPerAccount !== null && (this.usesByAccount.get(accountId) ?? 0) >= usesPerAccount;
  }

  private affords(cost: bigint, when: Instant): boolean {
    const { budgetCoins } = this.promotion;
    if (budgetCoins === null || this.used.costCoins + cost <= budgetCoins) return true;
    this.budgetGoneAt ??= when;
    return false;
  }

  private dayOf(when: Instant): SimulatedDay {
    const day = new Date(when).toISOString().slice(0, 10);
    let found = this.byDay.get(day);
    if (!found) {
      found = { day, purchases: 0, uses: 0, costCoins: 0n };
      this.byDay.set(day, found);
    }
    return found;
  }
}

function at<Key>(counts: Map<Key, UseCount>, key: Key): UseCount {
  let count = counts.get(key);
  if (!count) {
    count = new UseCount();
    counts.set(key, count);
  }
  return count;
}
