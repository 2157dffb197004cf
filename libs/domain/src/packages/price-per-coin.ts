import type { Money } from '../kernel/money.js';

/** Digits after the decimal point where they are not two. Source: ISO 4217 list one, column "Mnr unt". */
const MINOR_UNIT_DIGITS: Readonly<Record<string, number>> = Object.fromEntries([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map((c) => [c, 0]),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map((c) => [c, 3]),
  ...'CLF UYW'.split(' ').map((c) => [c, 4]),
]);

/** How many digits of an amount in minor units stand after the decimal point. */
export const minorUnitDigits = (currency: string): number => MINOR_UNIT_DIGITS[currency] ?? 2;

const PLACES = 6;

/**
 * The price of one coin in major units, as a decimal string with six places, rounded half up: whole-number arithmetic
 * throughout, so two offers compare as they are. `coins` counts everything the buyer receives and is at least 1.
 */
export function pricePerCoin(price: Money, coins: bigint): string {
  if (coins < 1n) throw new RangeError('a price per coin needs a coin');
  const scaled = price.amountMinor * 10n ** BigInt(PLACES - minorUnitDigits(price.currency));
  const rounded = (2n * scaled + coins) / (2n * coins);
  const digits = rounded.toString().padStart(PLACES + 1, '0');
  return `${digits.slice(0, -PLACES)}.${digits.slice(-PLACES)}`;
}
