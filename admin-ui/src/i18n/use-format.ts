import { minorUnitDigits } from '@coinwarden/domain';
import { useMemo } from 'react';
import { useLocale } from 'react-admin';
import { offsetAt } from './offset';
import { useTimeZone } from './time-zone';

export interface MoneyValue {
  amountMinor: number;
  currency: string;
}

/** Numbers, money and times as the reader's language writes them, times in the zone the console shows. */
export function useFormat() {
  const locale = useLocale();
  const { timeZone } = useTimeZone();
  return useMemo(() => formatsOf(locale, timeZone), [locale, timeZone]);
}

export type Formats = ReturnType<typeof formatsOf>;

function formatsOf(locale: string, timeZone: string) {
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const decimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const compact = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 });
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const signed = new Intl.NumberFormat(locale, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    signDisplay: 'exceptZero',
  });
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone });
  const times = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'medium',
    hourCycle: 'h23',
    timeZone,
  });
  const short = new Intl.DateTimeFormat(locale, {
    day: '2-digit',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZone,
  });
  const clock = new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  });
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'always', style: 'short' });
  return {
    locale,
    timeZone,
    number: (value: number) => whole.format(value),
    decimal: (value: number) => decimal.format(value),
    compact: (value: number) => compact.format(value),
    percent: (value: number) => share.format(value),
    /** More or less by so much. */
    signedPercent: (value: number) => signed.format(value),
    date: (value: string | number) => dates.format(new Date(value)),
    day: (value: string | number) => day.format(new Date(value)),
    time: (value: string | number) => times.format(new Date(value)),
    shortTime: (value: string | number) => short.format(new Date(value)),
    /** The time of day where the day stands beside it. */
    clock: (value: string | number) => clock.format(new Date(value)),
    timeWithOffset: (value: string | number) =>
      `${times.format(new Date(value))}\u00a0${offsetAt(value, timeZone)}`,
    money: (value: MoneyValue) => moneyIn(locale, value),
    fromNow: (value: string | number, now: number) => fromNow(relative, new Date(value).getTime() - now),
    currency: (code: string) => new Intl.DisplayNames(locale, { type: 'currency' }).of(code) ?? code,
    country: (code: string) => new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code,
    language: (code: string) => new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? code,
    list: (values: readonly string[]) => new Intl.ListFormat(locale).format(values),
  };
}

function moneyIn(locale: string, { amountMinor, currency }: MoneyValue): string {
  // By ISO 4217, as the server counts: browsers know other digits for some currencies.
  const digits = minorUnitDigits(currency);
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return format.format(amountMinor / 10 ** digits);
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** From which distance on a unit is used; hours up to three days, because holds are counted in hours. */
const STEPS: [unit: Intl.RelativeTimeFormatUnit, unitMs: number, fromMs: number][] = [
  ['day', DAY_MS, 3 * DAY_MS],
  ['hour', HOUR_MS, HOUR_MS],
  ['minute', MINUTE_MS, MINUTE_MS],
];

function fromNow(format: Intl.RelativeTimeFormat, differenceMs: number): string {
  for (const [unit, unitMs, fromMs] of STEPS) {
    if (Math.abs(differenceMs) >= fromMs) return format.format(Math.trunc(differenceMs / unitMs), unit);
  }
  return format.format(Math.trunc(differenceMs / 1_000), 'second');
}
