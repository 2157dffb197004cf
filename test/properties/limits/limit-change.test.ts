import {
  checkLimits,
  coins,
  DAY,
  HOUR,
  inForce,
  type LimitChange,
  MAX_AMOUNT,
  NO_USAGE,
  type PersonalLayer,
  planExclusion,
  planLimitChange,
  type RequestedLimit,
  type SpendingLimit,
} from '@coinwarden/domain';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

const NOW = Date.parse('2026-11-18T12:00:00Z');

const daily = (limit: number, currency: string | null = null): RequestedLimit => ({
  measure: currency === null ? 'coins_spent' : 'purchase_money',
  window: 'day',
  limit: BigInt(limit),
  currency,
});

function plan(
  current: readonly SpendingLimit[],
  requested: readonly RequestedLimit[],
  now = NOW,
  layer: PersonalLayer = 'self',
) {
  const result = planLimitChange({ current, requested, layer, now });
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

const kinds = (changes: readonly LimitChange[]) => changes.map((c) => c.kind);
const inForceAt = (limits: readonly SpendingLimit[], at: number) =>
  limits.find((l) => inForce(l, at))?.limit ?? null;

describe('a limit that is asked for', () => {
  const { limits: hundred } = plan([], [daily(100)]);

  it('binds at once when it is new', () => {
    expect(inForceAt(hundred, NOW)).toBe(100n);
    expect(hundred).toHaveLength(1);
  });

  it('binds at once when it is lower', () => {
    const { limits, changes } = plan(hundred, [daily(40)], NOW + HOUR);
    expect(limits).toEqual([
      expect.objectContaining({ limit: 40n, effectiveFrom: NOW + HOUR, effectiveUntil: null }),
    ]);
    expect(kinds(changes)).toEqual(['lowered']);
  });

  it('binds a day later when it is higher', () => {
    const { limits, changes } = plan(hundred, [daily(200)], NOW + HOUR);
    expect(inForceAt(limits, NOW + HOUR)).toBe(100n);
    expect(inForceAt(limits, NOW + HOUR + DAY - 1)).toBe(100n);
    expect(inForceAt(limits, NOW + HOUR + DAY)).toBe(200n);
    expect(changes).toEqual([
      {
        measure: 'coins_spent',
        window: 'day',
        kind: 'raised',
        from: { limit: 100n, currency: null },
        to: { limit: 200n, currency: null },
        effectiveFrom: NOW + HOUR + DAY,
      },
    ]);
  });

  it('is removed a day later when it is left out', () => {
    const { limits, changes } = plan(hundred, [], NOW);
    expect(inForceAt(limits, NOW + DAY - 1)).toBe(100n);
    expect(inForceAt(limits, NOW + DAY)).toBeNull();
    expect(kinds(changes)).toEqual(['removed']);
  });

  it('withdraws what was waiting when it is the present one', () => {
    for (const asked of [[daily(200)], []]) {
      const waiting = plan(hundred, asked).limits;
      const { limits, changes } = plan(waiting, [daily(100)], NOW + HOUR);
      expect(limits).toEqual(hundred);
      expect(kinds(changes)).toEqual(['withdrawn']);
    }
  });

  it('changes nothing when it is asked for twice, waiting or not', () => {
    expect(plan(hundred, [daily(100)], NOW + HOUR)).toEqual({ limits: hundred, changes: [] });
    const waiting = plan(hundred, [daily(200)]).limits;
    expect(plan(waiting, [daily(200)], NOW + HOUR)).toEqual({ limits: waiting, changes: [] });
    const leaving = plan(hundred, []).limits;
    expect(plan(leaving, [], NOW + HOUR)).toEqual({ limits: leaving, changes: [] });
  });

  it('keeps its promised time when it is made smaller while waiting, and waits anew when larger', () => {
    const waiting = plan(hundred, [daily(200)]).limits;
    const smaller = plan(waiting, [daily(150)], NOW + HOUR).limits;
    expect(inForceAt(smaller, NOW + DAY)).toBe(150n);
    const larger = plan(waiting, [daily(300)], NOW + HOUR).limits;
    expect(inForceAt(larger, NOW + DAY)).toBe(100n);
    expect(inForceAt(larger, NOW + HOUR + DAY)).toBe(300n);
    const removed = plan(waiting, [], NOW + HOUR).limits;
    expect(inForceAt(removed, NOW + HOUR + DAY - 1)).toBe(100n);
    expect(inForceAt(removed, NOW + HOUR + DAY)).toBeNull();
  });

  it('counts from the raised value once a raise has come in', () => {
    const waiting = plan(hundred, [daily(200)]).limits;
    const { limits, changes } = plan(waiting, [daily(150)], NOW + 2 * DAY);
    expect(kinds(changes)).toEqual(['lowered']);
    expect(inForceAt(limits, NOW + 2 * DAY)).toBe(150n);
    expect(limits).toHaveLength(1);
  });

  it('in another currency is lower or higher by what it is worth', () => {
    const dollars = plan([], [daily(10_00, 'USD')]).limits;
    expect(kinds(plan(dollars, [daily(10_00, 'EUR')]).changes)).toEqual(['raised']);
    expect(kinds(plan(dollars, [daily(9_00, 'EUR')]).changes)).toEqual(['lowered']);
    expect(kinds(plan(dollars, [daily(1_000, 'JPY')]).changes)).toEqual(['lowered']);
    expect(kinds(plan(dollars, [daily(2_000, 'JPY')]).changes)).toEqual(['raised']);
  });

  it('leaves other layers alone', () => {
    const { limits } = plan(hundred, [daily(40)], NOW, 'guardian');
    expect(limits.every((l) => l.layer === 'guardian')).toBe(true);
  });

  it('by staff binds at once in both directions', () => {
    const staff = plan([], [daily(100)], NOW, 'staff').limits;
    expect(plan(staff, [daily(200)], NOW + 1, 'staff').limits).toEqual([
      expect.objectContaining({ limit: 200n, effectiveFrom: NOW + 1, effectiveUntil: null }),
    ]);
    expect(plan(staff, [], NOW + 1, 'staff')).toMatchObject({ limits: [], changes: [{ kind: 'removed' }] });
  });

  it.each([
    ['twice', [daily(1), daily(2)], { index: 1, problem: 'repeated' }],
    ['below nothing', [daily(-1)], { index: 0, problem: 'out_of_range' }],
    ['beyond the largest amount', [{ ...daily(1), limit: MAX_AMOUNT + 1n }], { problem: 'out_of_range' }],
    ['for coins in a currency', [{ ...daily(1), currency: 'EUR' }], { problem: 'coins_have_no_currency' }],
    ['for money in none', [{ ...daily(1, 'EUR'), currency: null }], { problem: 'currency_missing' }],
    ['in a currency nothing compares with', [daily(1, 'XTS')], { problem: 'currency_not_comparable' }],
  ])('%s is refused', (_, requested, params) => {
    const result = planLimitChange({ current: [], requested, layer: 'self', now: NOW });
    expect(result).toMatchObject({ ok: false, failure: { code: 'limit.invalid', params } });
  });
});

describe('any series of requests', () => {
  const requests = fc.array(
    fc.record({
      gap: fc.integer({ min: 0, max: 30 * HOUR }),
      limit: fc.option(fc.integer({ min: 0, max: 100 })),
    }),
    { minLength: 1, maxLength: 30 },
  );
  const room = (limits: readonly SpendingLimit[], at: number): number => {
    const spend = { measure: 'coins_spent', coins: coins(1) } as const;
    const { rooms } = checkLimits({ limits, usage: NO_USAGE, spend, at, timeZone: 'UTC' });
    return rooms[0] === undefined ? Number.POSITIVE_INFINITY : Number(rooms[0].limit);
  };

  it('never allows more than was allowed a day before, unless it was asked for a day before', () => {
    fc.assert(
      fc.property(requests, (list) => {
        let now = NOW;
        let limits: readonly SpendingLimit[] = [];
        /** Each request with how much it asked to allow. */
        const asked: { at: number; allows: number }[] = [
          { at: NOW - 2 * DAY, allows: Number.POSITIVE_INFINITY },
        ];
        for (const { gap, limit } of list) {
          // Before and after every step, what is allowed was asked for last, or at least a whole day ago.
          for (const at of [now, now + gap]) {
            const last = asked.at(-1)!;
            const allowedAnyway = last.allows;
            const ripe = asked.filter((a) => a.at <= at - DAY).map((a) => a.allows);
            expect(room(limits, at)).toBeLessThanOrEqual(Math.max(allowedAnyway, ...ripe));
          }
          const before = room(limits, now + gap);
          now += gap;
          limits = plan(limits, limit === null ? [] : [daily(limit)], now).limits;
          expect(room(limits, now)).toBeLessThanOrEqual(before);
          asked.push({ at: now, allows: limit ?? Number.POSITIVE_INFINITY });
          expect(limits.length).toBeLessThanOrEqual(2);
        }
        expect(room(limits, now + DAY)).toBe(asked.at(-1)!.allows);
      }),
    );
  });
});

describe('an exclusion', () => {
  it('grows and never shrinks', () => {
    fc.assert(
      fc.property(
        fc.option(fc.integer({ min: -DAY, max: 10 * DAY })),
        fc.integer({ min: -DAY, max: 10 * DAY }),
        (present, asked) => {
          const current = present === null ? null : NOW + present;
          const until = NOW + asked;
          const lasts = current !== null && current > NOW;
          const result = planExclusion({ current, until, now: NOW });
          if (lasts && until < current) {
            expect(result).toMatchObject({ ok: false, failure: { code: 'exclusion.shortened' } });
          } else if (until <= NOW) {
            expect(result).toMatchObject({ ok: false, failure: { code: 'limit.invalid' } });
          } else {
            expect(result).toEqual({ ok: true, value: { until, changed: until !== current } });
          }
        },
      ),
    );
  });
});
