import {
  checkGuardian,
  checkLimits,
  coins,
  LIMIT_LAYERS,
  LIMIT_WINDOWS,
  liftedLimits,
  NO_USAGE,
  noticeOf,
  noticeOfRefusal,
  overrideFlaw,
  type RequestedOverride,
  type SpendingLimit,
  unlifted,
} from '@coinwarden/domain';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

const NOW = 1_000;
const limit = (changes: Partial<SpendingLimit> = {}): SpendingLimit => ({
  layer: 'platform',
  measure: 'coins_spent',
  window: 'day',
  limit: 100n,
  currency: null,
  effectiveFrom: 0,
  effectiveUntil: null,
  ...changes,
});
const lift = (changes: Partial<SpendingLimit> = {}) =>
  limit({ layer: 'staff', liftsPlatform: true, ...changes });
const refusedBy = (limits: SpendingLimit[], amount: number, at = NOW) =>
  checkLimits({
    limits,
    usage: NO_USAGE,
    at,
    timeZone: 'UTC',
    spend: { measure: 'coins_spent', coins: coins(amount) },
  }).refused?.layer ?? null;

describe('an override that lifts', () => {
  it('never lets anybody pass a limit of another layer than the platform’s', () => {
    const some = fc.array(
      fc.record({
        layer: fc.constantFrom(...LIMIT_LAYERS),
        window: fc.constantFrom(...LIMIT_WINDOWS),
        limit: fc.bigInt({ min: 0n, max: 200n }),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(
        some,
        fc.bigInt({ min: 0n, max: 200n }),
        fc.integer({ min: 1, max: 220 }),
        (drawn, lifted, n) => {
          const limits = drawn.map((l) => limit(l));
          const others = limits.filter((l) => l.layer !== 'platform' || l.window !== 'day');
          const passes = [...others, limit({ limit: lifted })].every((l) => BigInt(n) <= l.limit);
          expect(refusedBy([...limits, lift({ limit: lifted })], n) === null).toBe(passes);
        },
      ),
    );
  });

  it('holds from its beginning to its end, on its own measure and window', () => {
    const limits = [limit(), lift({ limit: 500n, effectiveFrom: 10, effectiveUntil: 20 })];
    expect([9, 10, 19, 20].map((at) => refusedBy(limits, 200, at))).toEqual([
      'platform',
      null,
      null,
      'platform',
    ]);
    expect(refusedBy([...limits, limit({ window: 'week' })], 200, 15)).toBe('platform');
    expect(liftedLimits(limits, 15)).toEqual([limit()]);
    expect(liftedLimits(limits, 20)).toEqual([]);
    expect(unlifted(limits, 20)).toBe(limits);
  });

  it('is set only with an end, for something to lift, and to more than that', () => {
    const ask = (changes: Partial<RequestedOverride> = {}, platform = [limit()]) =>
      overrideFlaw(
        {
          kind: 'lift',
          measure: 'coins_spent',
          window: 'day',
          limit: 200n,
          currency: null,
          until: NOW + 1,
          ...changes,
        },
        { platform, now: NOW },
      )?.problem ?? null;
    expect(ask()).toBeNull();
    expect(ask({ until: null })).toBe('lift_needs_end');
    expect(ask({ until: NOW })).toBe('not_to_come');
    expect(ask({ window: 'week' })).toBe('nothing_to_lift');
    expect(ask({ limit: 100n })).toBe('not_above_platform');
    expect(ask({}, [limit(), limit({ limit: 300n })])).toBe('not_above_platform');
    expect(ask({ kind: 'lower', until: null, limit: 1n }, [])).toBeNull();
    const dollars = [limit({ measure: 'purchase_money', currency: 'USD', limit: 10_00n })];
    const euros = { measure: 'purchase_money', currency: 'EUR' } as const;
    expect(ask({ ...euros, limit: 9_00n }, dollars)).toBe('not_above_platform');
    expect(ask({ ...euros, limit: 10_00n }, dollars)).toBeNull();
  });
});

describe('a notice', () => {
  const room = (used: number, of: number, window: 'day' | 'transaction' = 'day') => ({
    ...limit({ window, limit: BigInt(of) }),
    used: BigInt(used),
    remaining: BigInt(Math.max(0, of - used)),
    resetsAt: 5_000,
  });

  it('is given from four fifths on and when nothing is left, never of a limit per transaction', () => {
    expect([79, 80, 99, 100, 120].map((used) => noticeOf(room(used, 100)))).toEqual([
      null,
      'near',
      'near',
      'reached',
      'reached',
    ]);
    expect(noticeOf(room(0, 0))).toBeNull();
    expect(noticeOf(room(100, 100, 'transaction'))).toBeNull();
    expect(noticeOfRefusal(room(5, 100))).toBe('reached');
    expect(noticeOfRefusal(room(5, 100, 'transaction'))).toBeNull();
  });
});

describe('a guardian', () => {
  const guardian = { accountId: 'mum', ageBand: 'adult', status: 'active', above: [] } as const;
  it('is another, an open, an adult’s account, and not under its ward', () => {
    const ward = { accountId: 'kid' };
    expect(checkGuardian(ward, guardian)).toBeNull();
    expect(checkGuardian({ accountId: 'mum' }, guardian)).toBe('self');
    expect(checkGuardian(ward, { ...guardian, status: 'closed' })).toBe('closed');
    expect(checkGuardian(ward, { ...guardian, ageBand: 'unknown' })).toBe('not_adult');
    expect(checkGuardian(ward, { ...guardian, above: ['gran', 'kid'] })).toBe('circle');
  });
});
