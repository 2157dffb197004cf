import { type Coins, coins, type Diamonds, diamonds } from '../kernel/coins.js';
import { DAY, HOUR, type Instant } from '../kernel/time.js';

/**
 * The exchange rates of the economy. Every conversion rounds down, so no cycle of gifts and conversions can make value:
 * one coin gifted becomes one diamond; two diamonds convert to one coin or pay out one US cent.
 */
export const ECONOMY = {
  coinsPerDiamondGifted: 1n,
  diamondsPerCoinConverted: 2n,
  diamondsPerPayoutMinor: 2n,
  payoutCurrency: 'USD',
  /** How long a gift's diamonds wait before they can be withdrawn or converted. */
  diamondHold: 7 * DAY,
  /** Bonus and reward coins lapse; paid coins never do. */
  bonusLifetime: 90 * DAY,
  rewardLifetime: 180 * DAY,
  /** How long a transaction waits for a person, and an uncaptured purchase for its payment. */
  reviewHold: 72 * HOUR,
  captureHold: 24 * HOUR,
} as const;

export const diamondsForGift = (gifted: Coins): Diamonds => diamonds(gifted / ECONOMY.coinsPerDiamondGifted);

export const coinsForDiamonds = (converted: Diamonds): Coins =>
  coins(converted / ECONOMY.diamondsPerCoinConverted);

/** The payout in minor units of `ECONOMY.payoutCurrency`. */
export const payoutForDiamonds = (withdrawn: Diamonds): bigint => withdrawn / ECONOMY.diamondsPerPayoutMinor;

/** Maturity falls on the next full hour, so that a wallet's maturing diamonds add up in a handful of steps. */
export const maturityOf = (giftedAt: Instant): Instant =>
  Math.ceil((giftedAt + ECONOMY.diamondHold) / HOUR) * HOUR;
