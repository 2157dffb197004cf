import { SECOND } from '../kernel/time.js';
import { type LimitUsage, NO_USAGE, type WindowUsage } from './limit-usage.js';

/**
 * The stored form of a usage, rewritten with every spend and so kept short: three nested arrays of numbers without a
 * quote, `[end in seconds, end − since in milliseconds, coins, currency, amount, …]` for day, week and month.
 * Periods end on whole seconds; a currency is its three letters read as a number of base 26.
 */
export function encodeUsage(usage: LimitUsage): string {
  if (usage.day === null && usage.week === null && usage.month === null) return EMPTY;
  return `[${windowText(usage.day)},${windowText(usage.week)},${windowText(usage.month)}]`;
}

/** Throws on text that no `encodeUsage` wrote: that is damage, not input. */
export function decodeUsage(text: string): LimitUsage {
  if (text === EMPTY) return NO_USAGE;
  const [day, week, month] = JSON.parse(text) as [number[], number[], number[]];
  return { day: windowOf(day), week: windowOf(week), month: windowOf(month) };
}

const EMPTY = '[]';

function windowText(counted: WindowUsage | null): string {
  if (counted === null) return EMPTY;
  let text = `[${counted.end / SECOND},${counted.end - counted.since},${counted.coins}`;
  for (const { currency, amountMinor } of counted.money) text += `,${numberOf(currency)},${amountMinor}`;
  return `${text}]`;
}

function windowOf(numbers: number[]): WindowUsage | null {
  if (numbers.length === 0) return null;
  const [endSeconds, openFor, coins, ...pairs] = numbers;
  if (endSeconds === undefined || openFor === undefined || coins === undefined || pairs.length % 2 !== 0) {
    throw new TypeError('a stored limit usage is damaged');
  }
  const end = endSeconds * SECOND;
  const money = [];
  for (let i = 0; i < pairs.length; i += 2) {
    money.push({ currency: currencyOf(pairs[i]!), amountMinor: BigInt(pairs[i + 1]!) });
  }
  return { since: end - openFor, end, coins: BigInt(coins), money };
}

const A = 65;

function numberOf(currency: string): number {
  let number = 0;
  for (let i = 0; i < 3; i++) number = number * 26 + currency.charCodeAt(i) - A;
  return number;
}

function currencyOf(number: number): string {
  return String.fromCharCode(
    A + Math.floor(number / 676),
    A + (Math.floor(number / 26) % 26),
    A + (number % 26),
  );
}
