import { minorUnitDigits } from './price-per-coin.js';

/** An amount in minor units as people write it: `999` cents are `9.99`. */
export function toMajorUnits(amountMinor: bigint, currency: string): string {
  const digits = minorUnitDigits(currency);
  if (digits === 0) return amountMinor.toString();
  const text = amountMinor.toString().padStart(digits + 1, '0');
  return `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** The inverse, exact; null for anything but digits with at most as many decimals as the currency has. */
export function fromMajorUnits(text: string, currency: string): bigint | null {
  const digits = minorUnitDigits(currency);
  const match = /^(\d{1,16})(?:\.(\d+))?$/.exec(text);
  if (!match) return null;
  const [, whole = '', fraction = ''] = match;
  if (fraction.length > digits) return null;
  return BigInt(whole + fraction.padEnd(digits, '0'));
}
