import { Temporal } from 'temporal-polyfill';
import { DAY, type Instant } from '../kernel/time.js';
import type { LimitWindow } from './spending-limit.js';

/** A window that has a beginning and an end; the per-transaction window has neither. */
export type PeriodWindow = Exclude<LimitWindow, 'transaction'>;
export const PERIOD_WINDOWS = ['day', 'week', 'month'] as const satisfies readonly PeriodWindow[];

/** A half-open stretch of time: `start ≤ t < end`. */
export interface Period {
  readonly start: Instant;
  readonly end: Instant;
}

/**
 * The local day, ISO week (from Monday) or month that holds `at` in an IANA time zone. A period begins at the first
 * instant of its first local day and ends where the next one begins, so the periods of a zone tile time without gap or
 * overlap: days of 23 or 25 hours, days that have no midnight, and calendar days a zone skipped all come out right.
 *
 * Zone arithmetic costs tens of microseconds, so what was worked out is kept: per zone the period last asked for, then
 * the periods of each UTC day asked for (a UTC day meets at most three local ones).
 */
export function periodOf(window: PeriodWindow, at: Instant, timeZone: string): Period {
  let zone = zones.get(timeZone);
  if (zone === undefined) {
    zone = { day: new WindowPeriods(), week: new WindowPeriods(), month: new WindowPeriods() };
    if (zones.size >= MAX_ZONES) zones.clear();
    zones.set(timeZone, zone);
  }
  return zone[window].find(window, at, timeZone);
}

/** More than the IANA database names; a bound only because callers choose the spelling. */
const MAX_ZONES = 1_000;
/** Per zone and window: a year of days for an import, a few hundred kilobytes at worst. */
const MAX_KEPT_DAYS = 400;
const zones = new Map<string, Record<PeriodWindow, WindowPeriods>>();

class WindowPeriods {
  private last: Period = { start: 0, end: 0 };
  private readonly byUtcDay = new Map<number, Period[]>();

  find(window: PeriodWindow, at: Instant, timeZone: string): Period {
    if (at >= this.last.start && at < this.last.end) return this.last;
    const utcDay = Math.floor(at / DAY);
    const known = this.byUtcDay.get(utcDay);
    let period = known?.find((p) => at >= p.start && at < p.end);
    if (period === undefined) {
      period = workOut(window, at, timeZone);
      if (known !== undefined) known.push(period);
      else {
        if (this.byUtcDay.size >= MAX_KEPT_DAYS) this.byUtcDay.clear();
        this.byUtcDay.set(utcDay, [period]);
      }
    }
    this.last = period;
    return period;
  }
}

function workOut(window: PeriodWindow, at: Instant, timeZone: string): Period {
  const today = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate();
  let first = firstDayOf(window, today);
  let next = first.add(STEP[window]);
  let end = beginningOf(next, timeZone);
  // A clock set back across midnight shows the old date again after the new day has begun; the new day keeps it.
  while (at >= end) {
    first = next;
    next = first.add(STEP[window]);
    end = beginningOf(next, timeZone);
  }
  return { start: beginningOf(first, timeZone), end };
}

const STEP = { day: { days: 1 }, week: { weeks: 1 }, month: { months: 1 } } as const;

function firstDayOf(window: PeriodWindow, date: Temporal.PlainDate): Temporal.PlainDate {
  if (window === 'day') return date;
  return window === 'week' ? date.subtract({ days: date.dayOfWeek - 1 }) : date.with({ day: 1 });
}

/** Without a time of day this is the first instant of the date, which is not always midnight. */
const beginningOf = (date: Temporal.PlainDate, timeZone: string): Instant =>
  date.toZonedDateTime({ timeZone }).epochMilliseconds;
