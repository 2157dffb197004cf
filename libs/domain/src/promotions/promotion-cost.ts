import type { CoinPackage } from '../packages/package.js';
import type { Promotion } from './promotion.js';

const PERCENT = 100n;

/** Coins the promotion adds to a purchase of the package. Shares of a coin are not given. */
export function promotionBonus({ effect, value }: Promotion, pack: CoinPackage): bigint {
  if (effect === 'bonus_percent') return (pack.coins * value) / PERCENT;
  return effect === 'bonus_coins' ? value : 0n;
}

/** The price after the promotion, in minor units. The discount rounds down, so a price never reaches zero. */
export function promotionPrice({ effect, value }: Promotion, amountMinor: bigint): bigint {
  if (effect !== 'price_discount_percent') return amountMinor;
  if (value >= PERCENT) throw new RangeError('a discount of everything is no sale');
  return amountMinor - (amountMinor * value) / PERCENT;
}

/**
 * What one use takes from the budget, in coins: the bonus it adds, or the coins whose price it waives. Those round up:
 * a budget is never passed by a fraction.
 */
export const promotionCost = (promotion: Promotion, pack: CoinPackage): bigint =>
  promotion.effect === 'price_discount_percent'
    ? (pack.coins * promotion.value + PERCENT - 1n) / PERCENT
    : promotionBonus(promotion, pack);
