import {
  addUsage,
  checkLimits,
  coins,
  DAY,
  earliestSpend,
  HOUR,
  LIMIT_LAYERS,
  LIMIT_WINDOWS,
  type LimitUsage,
  MINUTE,
  NO_USAGE,
  type SpendingLimit,
} from '@coinwarden/domain';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

/** Everything in a test happens on this grid, so that a walk along it misses nothing. */
const STEP = 30 * MINUTE;
const grid = (at: number) => Math.round(at / STEP) * STEP;

/** Before clocks change in each: forward, back, by half an hour, across midnight, and a day that never was. */
const TIMES = [
  { zone: 'Europe/Berlin', start: '2026-03-27T20:00:00Z' },
  { zone: 'Europe/Berlin', start: '2026-10-23T20:00:00Z' },
  { zone: 'Australia/Lord_Howe', start: '2026-04-03T09:30:00Z' },
  { zone: 'America/Havana', start: '2026-03-06T14:00:00Z' },
  { zone: 'Pacific/Apia', start: '2011-12-28T11:00:00Z' },
  { zone: 'Asia/Kolkata', start: '2026-11-29T10:00:00Z' },
  { zone: 'UTC', start: '2026-12-30T20:00:00Z' },
] as const;
const times = fc.constantFrom(...TIMES);

const spend = (n: number) => ({ measure: 'coins_spent', coins: coins(n) }) as const;
const hours = (from: number, to: number) => fc.integer({ min: from, max: to });

const anyLimit = fc.record({
  layer: fc.constantFrom(...LIMIT_LAYERS),
  window: fc.constantFrom(...LIMIT_WINDOWS),
  limit: fc.bigInt({ min: 0n, max: 30n }),
  from: hours(-48, 48),
  lasts: fc.option(hours(1, 60), { nil: null }),
  lifts: fc.boolean(),
});

const scene = fc.record({
  time: times,
  limits: fc.array(anyLimit, { maxLength: 6 }),
  spent: fc.array(fc.record({ ago: hours(0, 60), coins: fc.integer({ min: 1, max: 12 }) }), { maxLength: 4 }),
  excluded: fc.option(hours(-5, 50), { nil: null }),
  asked: fc.integer({ min: 1, max: 20 }),
});

const WALK = 45 * DAY;

describe('the earliest moment at which so much can be spent', () => {
  it('is the first at which a walk through time finds that it can', () => {
    fc.assert(
      fc.property(scene, ({ time, limits: drawn, spent, excluded, asked }) => {
        const at = grid(Date.parse(time.start));
        const { zone: timeZone } = time;
        const limits = drawn.map(({ from, lasts, lifts, ...limit }): SpendingLimit => {
          const effectiveFrom = at + from * HOUR;
          return {
            ...limit,
            measure: 'coins_spent',
            currency: null,
            effectiveFrom,
            effectiveUntil: lasts === null ? null : effectiveFrom + lasts * HOUR,
            ...(lifts && limit.layer === 'staff' && { liftsPlatform: true as const }),
          };
        });
        const usage = [...spent]
          .sort((a, b) => b.ago - a.ago)
          .reduce<LimitUsage>(
            (sum, { ago, coins: n }) => addUsage(sum, spend(n), at - ago * HOUR, timeZone),
            NO_USAGE,
          );
        const excludedUntil = excluded === null ? null : at + excluded * HOUR;
        const question = { limits, usage, at, timeZone, spend: spend(asked), excludedUntil };
        const can = (moment: number) =>
          (excludedUntil === null || moment >= excludedUntil) &&
          checkLimits({ ...question, at: moment }).refused === null;

        const { at: found, waits } = earliestSpend(question);
        let walked: number | null = null;
        for (let moment = at; moment < at + WALK && walked === null; moment += STEP)
          if (can(moment)) walked = moment;
        expect(found).toBe(walked);

        // The waits tell the way there without a gap, and each names what refuses all along it.
        const ends = waits.map(({ until }) => until);
        expect(waits.map(({ from }) => from)).toEqual(waits.length === 0 ? [] : [at, ...ends.slice(0, -1)]);
        if (waits.length > 0) expect(ends.at(-1)).toBe(found);
        for (const { from, until, refused } of waits) {
          const middle = until === null ? from + WALK : grid((from + until) / 2);
          if (refused === null) expect(middle < excludedUntil!).toBe(true);
          else expect(checkLimits({ ...question, at: from }).refused).toEqual(refused);
          expect(can(Math.max(from, Math.min(middle, (until ?? middle + STEP) - STEP)))).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  }, 120_000);

  it('on the day the clocks change is the day’s own midnight, 23 or 25 hours after the last', () => {
    const limits: SpendingLimit[] = [
      {
        layer: 'self',
        measure: 'coins_spent',
        window: 'day',
        limit: 10n,
        currency: null,
        effectiveFrom: 0,
        effectiveUntil: null,
      },
    ];
    const ask = (at: number) =>
      earliestSpend({
        limits,
        usage: addUsage(NO_USAGE, spend(10), at, 'Europe/Berlin'),
        at,
        timeZone: 'Europe/Berlin',
        spend: spend(1),
        excludedUntil: null,
      }).at;
    expect(ask(Date.parse('2026-03-29T00:00:00+01:00'))).toBe(Date.parse('2026-03-30T00:00:00+02:00'));
    expect(ask(Date.parse('2026-10-25T00:00:00+02:00'))).toBe(Date.parse('2026-10-26T00:00:00+01:00'));
  });
});
