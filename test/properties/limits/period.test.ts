import { DAY, HOUR, PERIOD_WINDOWS, periodOf } from '@coinwarden/domain';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

const at = (text: string) => Date.parse(text);
const hours = (zone: string, local: string) => {
  const { start, end } = periodOf('day', at(local), zone);
  return (end - start) / HOUR;
};

/** Zones with every oddity: changes at midnight, half an hour, skipped dates, the ends of the world. */
const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/Sao_Paulo',
  'America/St_Johns',
  'America/Asuncion',
  'America/Havana',
  'Asia/Beirut',
  'Africa/Cairo',
  'Asia/Tehran',
  'Asia/Kathmandu',
  'Asia/Shanghai',
  'Australia/Lord_Howe',
  'Pacific/Kiritimati',
  'Pacific/Apia',
  'Pacific/Chatham',
  'Pacific/Pago_Pago',
  'Atlantic/Azores',
  'Africa/Casablanca',
];

const anyZone = fc.constantFrom(...ZONES);
const anyWindow = fc.constantFrom(...PERIOD_WINDOWS);
const anyInstant = fc.integer({ min: at('1990-01-01T00:00:00Z'), max: at('2060-01-01T00:00:00Z') });

/** The local calendar date, by another implementation than the one under test. */
function localDate(instant: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(instant);
}

function localWeekday(instant: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en', { timeZone, weekday: 'short' }).format(instant);
}

describe('the periods of a zone', () => {
  it('hold their instant, and tile time without gap or overlap', () => {
    fc.assert(
      fc.property(anyWindow, anyInstant, anyZone, (window, instant, zone) => {
        const period = periodOf(window, instant, zone);
        expect(period.start).toBeLessThanOrEqual(instant);
        expect(period.end).toBeGreaterThan(instant);
        expect(periodOf(window, period.start, zone)).toEqual(period);
        expect(periodOf(window, period.end - 1, zone)).toEqual(period);
        expect(periodOf(window, period.end, zone).start).toBe(period.end);
        expect(periodOf(window, period.start - 1, zone).end).toBe(period.start);
      }),
      { numRuns: 2_000 },
    );
  });

  it('begin on the first instant of a date, a Monday or the first of a month', () => {
    fc.assert(
      fc.property(anyInstant, anyZone, (instant, zone) => {
        const day = periodOf('day', instant, zone);
        expect(localDate(day.start - 1, zone) < localDate(day.start, zone)).toBe(true);
        const month = periodOf('month', instant, zone);
        expect(localDate(month.start, zone).slice(8)).toBe('01');
        const week = periodOf('week', instant, zone);
        expect(localWeekday(week.start, zone)).toBe('Mon');
        expect(periodOf('day', week.start, zone).start).toBe(week.start);
      }),
      { numRuns: 1_000 },
    );
  });

  it('are the same however they were asked for before', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyWindow, anyInstant, anyZone), { minLength: 2 }), (questions) => {
        const once = questions.map((q) => periodOf(...q));
        const again = [...questions].reverse().map((q) => periodOf(...q));
        expect(again.reverse()).toEqual(once);
      }),
    );
  });
});

describe('a local day', () => {
  it.each([
    ['Europe/Berlin', '2026-03-29T12:00:00Z', 23],
    ['Europe/Berlin', '2026-10-25T12:00:00Z', 25],
    ['America/New_York', '2026-03-08T17:00:00Z', 23],
    ['America/New_York', '2026-11-01T17:00:00Z', 25],
    // The clock goes from 00:00 to 01:00 and back from 24:00 to 23:00: no midnight, and two last hours.
    ['America/Sao_Paulo', '2018-11-04T15:00:00Z', 23],
    ['America/Sao_Paulo', '2018-02-17T15:00:00Z', 25],
    ['Asia/Beirut', '2024-03-31T10:00:00Z', 23],
    ['Asia/Beirut', '2024-10-26T10:00:00Z', 25],
    ['Africa/Cairo', '2024-04-26T10:00:00Z', 23],
    ['Africa/Cairo', '2024-10-31T10:00:00Z', 25],
    ['Australia/Lord_Howe', '2025-10-05T00:00:00Z', 23.5],
    ['Australia/Lord_Howe', '2026-04-05T00:00:00Z', 24.5],
    ['Pacific/Kiritimati', '2026-06-15T00:00:00Z', 24],
    ['Asia/Kathmandu', '2026-06-15T00:00:00Z', 24],
  ])('in %s around %s lasts %d hours', (zone, instant, length) => {
    expect(hours(zone, instant)).toBe(length);
  });

  it('begins at 01:00 where the clock skips midnight', () => {
    expect(periodOf('day', at('2018-11-04T15:00:00Z'), 'America/Sao_Paulo').start).toBe(
      at('2018-11-04T03:00:00Z'),
    );
    expect(periodOf('day', at('2024-04-26T10:00:00Z'), 'Africa/Cairo').start).toBe(
      at('2024-04-25T22:00:00Z'),
    );
  });

  it('is not begun twice where the clock is set back across midnight', () => {
    // St John's went from 00:01 to 23:01 of the day before until 2011; half an hour later the clock says 23:30.
    const newDay = periodOf('day', at('2009-11-01T03:00:00Z'), 'America/St_Johns');
    expect(newDay.start).toBe(at('2009-11-01T02:30:00Z'));
    expect(periodOf('day', at('2009-11-01T12:00:00Z'), 'America/St_Johns')).toEqual(newDay);
    expect(newDay.end - newDay.start).toBe(25 * HOUR);
  });

  it('leaves out a date that a zone never had', () => {
    const last = periodOf('day', at('2011-12-30T09:00:00Z'), 'Pacific/Apia');
    expect(last.end).toBe(at('2011-12-30T10:00:00Z'));
    expect(localDate(last.end - 1, 'Pacific/Apia')).toBe('2011-12-29');
    expect(localDate(last.end, 'Pacific/Apia')).toBe('2011-12-31');
  });

  it('is fourteen hours ahead of UTC on Kiritimati, eleven behind in Pago Pago', () => {
    const noon = at('2026-06-15T12:00:00Z');
    expect(periodOf('day', noon, 'Pacific/Kiritimati').start).toBe(at('2026-06-15T10:00:00Z'));
    expect(periodOf('day', noon, 'Pacific/Pago_Pago').start).toBe(at('2026-06-15T11:00:00Z'));
    expect(periodOf('month', at('2026-06-30T10:00:00Z'), 'Pacific/Kiritimati').start).toBe(
      at('2026-06-30T10:00:00Z'),
    );
  });
});

describe('a week', () => {
  it('runs from Monday to Sunday and across the year', () => {
    const week = periodOf('week', at('2027-01-01T12:00:00Z'), 'UTC');
    expect(week).toEqual({ start: at('2026-12-28T00:00:00Z'), end: at('2027-01-04T00:00:00Z') });
  });

  it('with a changed clock is an hour short of seven days', () => {
    const { start, end } = periodOf('week', at('2026-03-25T12:00:00Z'), 'Europe/Berlin');
    expect(end - start).toBe(7 * DAY - HOUR);
  });
});
