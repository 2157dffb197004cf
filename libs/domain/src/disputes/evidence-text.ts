import { masked } from '../access/masking.js';
import type { Money } from '../kernel/money.js';
import { DAY, HOUR, type Instant, MINUTE } from '../kernel/time.js';

/**
 * How a bank's reader sees amounts, times and names: one notation, in English, the same on every machine. Nothing here
 * depends on a locale's data, so that the same facts read the same to the byte.
 */

/** Currencies whose minor unit is not a hundredth (ISO 4217). */
const EXPONENTS: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map((c) => [c, 0]),
  ),
  ...Object.fromEntries('BHD IQD JOD KWD LYD OMR TND'.split(' ').map((c) => [c, 3])),
};

const grouped = (digits: string) => digits.replace(/\B(?=(\d{3})+$)/g, ',');

export const countText = (count: bigint | number): string => grouped(String(count));

/** `USD 1,234.50`. */
export function moneyText({ amountMinor, currency }: Money): string {
  const exponent = EXPONENTS[currency] ?? 2;
  const digits = String(amountMinor).padStart(exponent + 1, '0');
  const whole = grouped(digits.slice(0, digits.length - exponent));
  return `${currency} ${whole}${exponent === 0 ? '' : `.${digits.slice(-exponent)}`}`;
}

/** `2026-02-03 04:05:06`, where the head of a column says that it is UTC. */
export const momentText = (at: Instant): string => new Date(at).toISOString().slice(0, 19).replace('T', ' ');

/** `2026-02-03 04:05:06 UTC`. */
export const timeText = (at: Instant): string => `${momentText(at)} UTC`;

/** `the card, the device and the IP address`. */
export function listText(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

export const dayText = (at: Instant): string => new Date(at).toISOString().slice(0, 10);

/** `3 days`, `5 hours`, `2 minutes`, `less than a minute`: whole units, rounded down, never more than is true. */
export function spanText(ms: number): string {
  const units = [
    [DAY, 'day'],
    [HOUR, 'hour'],
    [MINUTE, 'minute'],
  ] as const;
  const found = units.find(([size]) => ms >= size);
  if (!found) return 'less than a minute';
  const [size, unit] = found;
  return plural(Math.floor(ms / size), unit);
}

export const plural = (count: bigint | number, one: string, many = `${one}s`): string =>
  `${countText(count)} ${BigInt(count) === 1n ? one : many}`;

/** A bank knows its card; the last four characters are enough for it, and too little for anyone else. */
export const instrumentText = (instrument: string | null): string =>
  instrument === null
    ? 'not recorded'
    : masked(NOBODY, 'paymentInstrument', instrument).replace('•••', '… ').trim();

const NOBODY: ReadonlySet<never> = new Set();
