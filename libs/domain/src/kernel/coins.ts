/**
 * Coins and diamonds are whole numbers that never mix: each has its own brand, so adding one to the other
 * does not compile. Both stay within the range a JSON integer can carry exactly.
 */
export type Coins = bigint & { readonly __unit: 'COIN' };
export type Diamonds = bigint & { readonly __unit: 'DIAMOND' };

/** The largest amount of anything: 2^53 − 1, the largest integer JSON carries exactly. */
export const MAX_AMOUNT = 9_007_199_254_740_991n;

function wholeAmount(value: bigint | number): bigint {
  const amount = BigInt(value);
  if (amount < 0n || amount > MAX_AMOUNT) throw new RangeError(`amount out of range: ${amount}`);
  return amount;
}

/** Brands a non-negative whole number as coins. Throws RangeError outside 0 … 2^53−1. */
export const coins = (value: bigint | number): Coins => wholeAmount(value) as Coins;

/** Brands a non-negative whole number as diamonds. Throws RangeError outside 0 … 2^53−1. */
export const diamonds = (value: bigint | number): Diamonds => wholeAmount(value) as Diamonds;

export const NO_COINS = coins(0);
export const NO_DIAMONDS = diamonds(0);
