/** The most a promotion can cost, before it begins: what its budget lets it give, or its caps on everybody there is. */
import type { CoinPackage } from '../packages/package.js';
import { PAYOUT_MICROS_PER_COIN } from '../packages/price-spread.js';
import type { Promotion } from './promotion.js';
import { promotionCost } from './promotion-cost.js';
import { isFor } from './select-promotion.js';

export interface WorstCase {
  /** Null when nothing ends it. */
  readonly coins: bigint | null;
  readonly because: 'budget' | 'uses' | 'unlimited';
  /** US cents that the coins are worth when they are given away and withdrawn. */
  readonly payoutUsdMinor: bigint | null;
}

export function worstCase(
  promotion: Promotion,
  { packages, accounts }: { readonly packages: readonly CoinPackage[]; readonly accounts: number },
): WorstCase {
  const { budgetCoins, usesPerAccount } = promotion;
  const dearest = packages
    .filter((pack) => isFor(promotion, pack))
    .map((pack) => promotionCost(promotion, pack))
    .reduce((most, cost) => (cost > most ? cost : most), 0n);
  const capped = usesPerAccount === null ? null : BigInt(usesPerAccount) * BigInt(accounts) * dearest;
  const byUses = capped !== null && (budgetCoins === null || capped < budgetCoins);
  const coins = byUses ? capped : budgetCoins;
  const because = byUses ? 'uses' : budgetCoins === null ? 'unlimited' : 'budget';
  return { coins, because, payoutUsdMinor: coins === null ? null : payoutUsdMinor(coins) };
}

/** What coins pay whoever withdraws what they became, in US cents. */
export const payoutUsdMinor = (coins: bigint): bigint =>
  (coins * BigInt(Math.round(PAYOUT_MICROS_PER_COIN))) / 10_000n;
