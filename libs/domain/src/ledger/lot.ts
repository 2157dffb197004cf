import type { Instant } from '../kernel/time.js';

/** In burn order: bonus coins go first, then earned, then paid. */
export const LOT_KINDS = ['bonus', 'earned', 'paid'] as const;
export type LotKind = (typeof LOT_KINDS)[number];

/**
 * Coins that came in together and remember from where. `held` of the `remaining` coins are reserved; the rest can be
 * spent until the lot expires. 0 ≤ held ≤ remaining ≤ granted.
 */
export interface CoinLot {
  readonly lotId: string;
  readonly kind: LotKind;
  readonly remaining: bigint;
  readonly held: bigint;
  readonly grantedAt: Instant;
  readonly expiresAt: Instant | null;
  /** Until when the purchase it came from may well be taken back; null for coins that nobody takes back. */
  readonly riskUntil: Instant | null;
}

/** Some coins of one lot. */
export interface LotShare {
  readonly lotId: string;
  readonly kind: LotKind;
  readonly coins: bigint;
}

const rank: Record<LotKind, number> = { bonus: 0, earned: 1, paid: 2 };

/** Bonus soonest to expire, then earned, then paid; oldest first within each; the id settles ties. */
export function burnOrder(a: CoinLot, b: CoinLot): number {
  if (a.kind !== b.kind) return rank[a.kind] - rank[b.kind];
  if (a.kind === 'bonus' && a.expiresAt !== b.expiresAt) {
    return (a.expiresAt ?? Number.MAX_SAFE_INTEGER) - (b.expiresAt ?? Number.MAX_SAFE_INTEGER);
  }
  if (a.grantedAt !== b.grantedAt) return a.grantedAt - b.grantedAt;
  return a.lotId < b.lotId ? -1 : 1;
}

/** A lot is spendable while now < expiresAt. */
export const hasExpired = (lot: Pick<CoinLot, 'expiresAt'>, now: Instant): boolean =>
  lot.expiresAt !== null && lot.expiresAt <= now;

export const sumOfShares = (shares: readonly LotShare[]): bigint => {
  let sum = 0n;
  for (const share of shares) sum += share.coins;
  return sum;
};
