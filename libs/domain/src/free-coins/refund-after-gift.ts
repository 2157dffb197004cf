/**
 * Refund after gift: the coins are given away at once, and then the money is wanted back as well. Once
 * may be an honest mistake; the second purchase of which nearly all coins were gone within hours is a habit. How the claims
 * themselves are decided does not matter here, asking is the sign.
 */
import { DAY, HOUR, type Instant } from '../kernel/time.js';

/** A purchase whose money was asked back. */
export interface AskedBack {
  readonly purchaseId: string;
  readonly boughtAt: Instant;
  readonly askedAt: Instant;
  readonly by: 'refund' | 'dispute';
  readonly coins: bigint;
  /** Of these, coins given away within `SOON` of the purchase and before anybody asked. */
  readonly givenSoon: bigint;
  readonly usdMinor: bigint;
}

export const SOON = 6 * HOUR;
const LOOK_BACK = 60 * DAY;
const NEARLY_ALL_PERCENT = 80n;
const HABIT = 2;

export interface RefundsAfterGift {
  readonly score: number;
  readonly purchaseIds: readonly string[];
  readonly coins: bigint;
  readonly usdMinor: bigint;
  readonly disputes: number;
}

/** What speaks against the buyer by now; null when nothing does. */
export function findRefundsAfterGift(asked: readonly AskedBack[], now: Instant): RefundsAfterGift | null {
  const found = asked
    .filter(({ askedAt, coins, givenSoon }) => {
      const nearlyAll = coins > 0n && givenSoon * 100n >= coins * NEARLY_ALL_PERCENT;
      return nearlyAll && askedAt >= now - LOOK_BACK && askedAt <= now;
    })
    .sort((a, b) => a.boughtAt - b.boughtAt);
  const purchases = new Map(found.map((one) => [one.purchaseId, one]));
  if (purchases.size < HABIT) return null;
  const distinct = [...purchases.values()];
  return {
    score: Math.min(950, 700 + 100 * (distinct.length - HABIT)),
    purchaseIds: distinct.map(({ purchaseId }) => purchaseId),
    coins: distinct.reduce((sum, { givenSoon }) => sum + givenSoon, 0n),
    usdMinor: distinct.reduce((sum, { usdMinor }) => sum + usdMinor, 0n),
    disputes: distinct.filter(({ by }) => by === 'dispute').length,
  };
}
