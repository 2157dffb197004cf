import { minorUnitDigits } from '@coinwarden/domain';
import type { MoneyValue } from './use-format';

/**
 * What somebody typed as an amount, in minor units: a point or a comma before the last digits, nothing between thousands.
 * Null for anything that is not exactly an amount of this currency; nothing is rounded or guessed.
 */
export function minorOf(text: string, currency: string): number | null {
  const minor = minorOrNothing(text, currency);
  return minor === 0 ? null : minor;
}

/** The same, where an amount of nothing is one too. */
export function minorOrNothing(text: string, currency: string): number | null {
  const digits = minorUnitDigits(currency);
  const [, whole = '', rest = ''] = /^\s*(\d{1,12})(?:[.,](\d*))?\s*$/.exec(text) ?? [];
  if (whole === '' || rest.length > digits) return null;
  const minor = Number(whole) * 10 ** digits + Number(rest.padEnd(digits, '0') || 0);
  return Number.isSafeInteger(minor) ? minor : null;
}

/** A whole number as somebody typed it; null for anything else. */
export const wholeOf = (text: string): number | null =>
  /^\d{1,15}$/.test(text.trim()) ? Number(text.trim()) : null;

/** The amount as one would type it in this language. */
export function typedOf({ amountMinor, currency }: MoneyValue, locale: string): string {
  const digits = minorUnitDigits(currency);
  const format = new Intl.NumberFormat(locale, {
    useGrouping: false,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return format.format(amountMinor / 10 ** digits);
}
