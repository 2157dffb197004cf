import {
  amountIn,
  type LotKind,
  planBurn,
  spendsCoins,
  type Terms,
  type VelocityFacts,
  type Wallet,
} from '@coinwarden/domain';

/** What a transaction moves, as the plain numbers that rules and velocity count. */
export interface MovedNumbers
  extends Pick<VelocityFacts, 'coins' | 'bonusCoins' | 'diamonds' | 'amountUsdMinor'> {
  /** Of the coins to be spent, those of kind earned. */
  readonly earnedCoins: number;
}

/** The wallet is as it was before anything moved: which lots a spend burns depends on it. */
export function countMoved(terms: Terms, wallet: Wallet, now: number): MovedNumbers {
  const burnt = spendsCoins(terms.kind) ? (planBurn(wallet, terms.coins, now) ?? []) : [];
  const burntOf = (kind: LotKind) =>
    burnt.reduce((sum, share) => (share.kind === kind ? sum + Number(share.coins) : sum), 0);
  return {
    coins: terms.kind === 'conversion' ? 0 : Number(terms.coins + terms.bonusCoins),
    bonusCoins: burntOf('bonus'),
    earnedCoins: burntOf('earned'),
    diamonds: terms.kind === 'gift' ? 0 : Number(terms.diamonds),
    amountUsdMinor: terms.kind === 'purchase' && terms.money ? Number(amountIn('USD', terms.money) ?? 0n) : 0,
  };
}
