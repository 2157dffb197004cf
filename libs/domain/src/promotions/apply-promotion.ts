import type { Reason } from '../decisions/transaction.js';
import { type Coins, coins } from '../kernel/coins.js';
import type { Money } from '../kernel/money.js';
import type { CoinPackage } from '../packages/package.js';
import type { Promotion } from './promotion.js';
import { promotionBonus, promotionCost, promotionPrice } from './promotion-cost.js';
import type { PromotionChoice } from './select-promotion.js';

/** What a buyer pays and gets: the only price a purchase of the package is taken at. */
export interface Offer {
  readonly priceMinor: bigint;
  readonly currency: string;
  /** Paid coins. */
  readonly coins: Coins;
  /** Everything on top: the package's own bonus and the promotion's. */
  readonly bonusCoins: Coins;
  readonly promotion: AppliedPromotion | null;
  readonly fallback: Reason | null;
}

export interface AppliedPromotion {
  readonly promotionId: string;
  readonly name: string;
  readonly endsAt: Promotion['endsAt'];
  /** The part of the offer's bonus that the promotion adds. */
  readonly bonusCoins: Coins;
  /** What this use takes from the promotion's budget. */
  readonly costCoins: bigint;
  /** The code that this use spends, where it works once. */
  readonly singleUseCode: string | null;
}

/** The package at its price, with the promotion that was chosen for it, or without and why. */
export function applyPromotion(args: { choice: PromotionChoice; package: CoinPackage; price: Money }): Offer {
  const { choice, package: pack, price } = args;
  const { promotion, fallback, singleUseCode } = choice;
  const offer = { currency: price.currency, coins: pack.coins, fallback };
  if (promotion === null)
    return { priceMinor: price.amountMinor, bonusCoins: pack.bonusCoins, promotion: null, ...offer };
  const bonusCoins = coins(promotionBonus(promotion, pack));
  return {
    priceMinor: promotionPrice(promotion, price.amountMinor),
    bonusCoins: coins(pack.bonusCoins + bonusCoins),
    promotion: {
      promotionId: promotion.promotionId,
      name: promotion.name,
      endsAt: promotion.endsAt,
      bonusCoins,
      costCoins: promotionCost(promotion, pack),
      singleUseCode,
    },
    ...offer,
  };
}
