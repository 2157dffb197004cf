import type { Money } from '../kernel/money.js';
import { MINOR_DIGITS, REFERENCE_RATES } from './reference-rates.js';

/**
 * Conversion between currencies for the one purpose of holding a purchase against a limit set in another currency. It
 * is whole-number arithmetic on a dated table and always rounds up, against the spender: the same purchases can never
 * fit under a limit just because they were made in another currency. No money is ever booked at these rates.
 */

/** Millionths of a minor unit that one US dollar buys, exact for every rate of the table. */
const perDollar = new Map<string, bigint>();
for (const [currency, rate] of Object.entries(REFERENCE_RATES.perDollar)) {
  perDollar.set(currency, scaled(rate, (MINOR_DIGITS[currency] ?? 2) + 6));
}

function scaled(decimal: string, digits: number): bigint {
  const [whole = '0', fraction = ''] = decimal.split('.');
  if (fraction.length > digits) throw new RangeError(`a rate has too many decimals: ${decimal}`);
  return BigInt(whole + fraction.padEnd(digits, '0'));
}

/** Whether limits and purchases in this currency can be compared with those in others. */
export const hasReferenceRate = (currency: string): boolean => perDollar.has(currency);

/** Minor units of `currency` that `money` is worth, rounded up; null when either currency has no reference rate. */
export function amountIn(currency: string, money: Money): bigint | null {
  if (money.currency === currency) return money.amountMinor;
  const from = perDollar.get(money.currency);
  const to = perDollar.get(currency);
  if (from === undefined || to === undefined) return null;
  return (money.amountMinor * to + from - 1n) / from;
}

/** Negative, zero or positive as `a` is worth less than, the same as or more than `b`; null when not comparable. */
export function compareMoney(a: Money, b: Money): number | null {
  let left = a.amountMinor;
  let right = b.amountMinor;
  if (a.currency !== b.currency) {
    const rateA = perDollar.get(a.currency);
    const rateB = perDollar.get(b.currency);
    if (rateA === undefined || rateB === undefined) return null;
    left *= rateB;
    right *= rateA;
  }
  return left < right ? -1 : left > right ? 1 : 0;
}
