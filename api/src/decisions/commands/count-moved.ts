import {
  amountIn,
  planBurn,
  spendsCoins,
  type Terms,
  type VelocityFacts,
  type Wallet,
} from '@coinwarden/domain';

/** What a transaction moves, as the plain numbers that rules and velocity count. */
export type MovedNumbers = Pick<VelocityFacts, 'coins' | 'bonusCoins' | 'diamonds' | 'amountUsdMinor'>;

/** The wallet is as it was before anything moved: which lots a spend burns depends on it. */
export function countMoved(terms: Terms, wallet: Wallet, now: number): MovedNumbers {
  const burnt = spendsCoins(terms.kind) ? (planBurn(wallet, terms.coins, now) ?? []) : [];
  const bonus = burnt.filter((share) => share.kind === 'bonus');
  return {
    coins: terms.kind === 'conversion' ? 0 : Number(terms.coins + terms.bonusCoins),
    bonusCoins: bonus.reduce((sum, share) => sum + Number(share.coins), 0),
    diamonds: terms.kind === 'gift' ? 0 : Number(terms.diamonds),
    amountUsdMinor: terms.kind === 'purchase' && terms.money ? Number(amountIn('USD', terms.money) ?? 0n) : 0,
  };
}
