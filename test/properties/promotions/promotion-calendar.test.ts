import { calendarBars, calendarWeeks, dayAfter, HOUR, monthAfter, placeIn } from '@coinwarden/domain';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/Havana',
  'Africa/Cairo',
  'Australia/Lord_Howe',
  'Pacific/Apia',
];
const day = fc
  .integer({ min: 0, max: 3_650 })
  .map((days) => new Date(Date.UTC(2020, 0, 1 + days)).toISOString().slice(0, 10));
const zone = fc.constantFrom(...ZONES);
const hoursOf = (weeks: ReturnType<typeof calendarWeeks>) =>
  Object.fromEntries(weeks.flat().map((one) => [one.day, (one.endsAt - one.startsAt) / HOUR]));

describe('the calendar of promotions', () => {
  test('shows whole weeks from Monday on', () => {
    const [week, ...more] = calendarWeeks('week', '2026-12-24', 'Europe/Berlin');
    expect(more).toEqual([]);
    expect(week!.map((one) => one.day)).toEqual([
      '2026-12-21',
      '2026-12-22',
      '2026-12-23',
      '2026-12-24',
      '2026-12-25',
      '2026-12-26',
      '2026-12-27',
    ]);
    const month = calendarWeeks('month', '2026-12-24', 'UTC');
    expect([month[0]![0]!.day, month.at(-1)!.at(-1)!.day]).toEqual(['2026-11-30', '2027-01-03']);
    expect(monthAfter('2026-12-24', 1)).toBe('2027-01-01');
    expect(dayAfter('2026-12-31', 1)).toBe('2027-01-01');
  });

  test('has days of 23 and of 25 hours where the clocks change', () => {
    const spring = hoursOf(calendarWeeks('month', '2027-03-01', 'Europe/Berlin'));
    expect([spring['2027-03-27'], spring['2027-03-28'], spring['2027-03-29']]).toEqual([24, 23, 24]);
    expect(hoursOf(calendarWeeks('week', '2027-10-31', 'Europe/Berlin'))['2027-10-31']).toBe(25);
    // The clocks of Havana go back at one in the morning: its midnight comes twice.
    expect(hoursOf(calendarWeeks('week', '2026-11-01', 'America/Havana'))['2026-11-01']).toBe(25);
  });

  test('leaves no moment between one day and the next, in any zone', () => {
    fc.assert(
      fc.property(fc.constantFrom('month', 'week'), day, zone, (view, on, timeZone) => {
        const days = calendarWeeks(view, on, timeZone).flat();
        expect(days.length % 7).toBe(0);
        expect(days.map((one) => one.day)).toContain(on);
        for (const [i, { startsAt, endsAt }] of days.entries()) {
          expect(endsAt).toBeGreaterThanOrEqual(startsAt);
          if (i > 0) expect(startsAt).toBe(days[i - 1]!.endsAt);
        }
      }),
    );
  });

  test('puts an instant into its day by the length of that day', () => {
    const [days] = calendarWeeks('week', '2027-03-28', 'Europe/Berlin');
    expect(placeIn(days!, Date.parse('2027-03-28T10:30:00Z'))).toBeCloseTo(6 + 11.5 / 23);
    expect(placeIn(days!, 0)).toBe(0);
    expect(placeIn(days!, Date.parse('2030-01-01T00:00:00Z'))).toBe(7);
  });

  test('draws every window of the week once, and none upon another', () => {
    const [days] = calendarWeeks('week', '2026-10-25', 'Europe/Berlin');
    const start = days![0]!.startsAt;
    const span = fc
      .record({ from: fc.integer({ min: -100, max: 200 }), hours: fc.integer({ min: 1, max: 400 }) })
      .map(({ from, hours }) => ({ startsAt: start + from * HOUR, endsAt: start + (from + hours) * HOUR }));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 20 }), (spans) => {
        const bars = calendarBars(spans, days!, { spanOf: (one) => one, leastDays: 0.5 });
        const within = spans.filter((one) => one.startsAt < days![6]!.endsAt && one.endsAt > start);
        expect(new Set(bars.map(({ item }) => item))).toEqual(new Set(within));
        expect(bars.length).toBe(within.length);
        for (const bar of bars) {
          expect(bar.from).toBeGreaterThanOrEqual(0);
          expect(bar.to - bar.from).toBeGreaterThanOrEqual(0.5 - 1e-9);
          expect(bar.to).toBeLessThanOrEqual(7);
          expect(bar.begins).toBe(bar.item.startsAt >= start);
          const others = bars.filter((other) => other !== bar && other.lane === bar.lane);
          for (const other of others) expect(bar.to <= other.from || other.to <= bar.from).toBe(true);
        }
      }),
    );
  });
});
