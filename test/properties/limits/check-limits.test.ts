import {
  addUsage,
  amountIn,
  checkLimits,
  coins,
  compareMoney,
  DAY,
  LIMIT_LAYERS,
  LIMIT_WINDOWS,
  type LimitUsage,
  type LimitWindow,
  money,
  NO_USAGE,
  periodOf,
  REFERENCE_RATES,
  roomsFor,
  type Spend,
  type SpendingLimit,
} from '@coinwarden/domain';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

const NOW = Date.parse('2026-11-18T12:00:00Z');
const ZONE = 'Europe/Berlin';

const limit = (overrides: Partial<SpendingLimit> = {}): SpendingLimit => ({
  layer: 'platform',
  measure: 'coins_spent',
  window: 'day',
  limit: 100n,
  currency: null,
  effectiveFrom: 0,
  effectiveUntil: null,
  ...overrides,
});
const cash = (overrides: Partial<SpendingLimit> = {}): SpendingLimit =>
  limit({ measure: 'purchase_money', currency: 'USD', limit: 10_00n, ...overrides });

const spendCoins = (n: number): Spend => ({ measure: 'coins_spent', coins: coins(n) });
const buy = (amount: number | bigint, currency: string): Spend => ({
  measure: 'purchase_money',
  money: money(amount, currency),
});

const check = (limits: SpendingLimit[], spend: Spend, usage: LimitUsage = NO_USAGE, at = NOW) =>
  checkLimits({ limits, usage, spend, at, timeZone: ZONE });

const anyLayer = fc.constantFrom(...LIMIT_LAYERS);
const anyWindow = fc.constantFrom<LimitWindow>(...LIMIT_WINDOWS);
const CURRENCIES = ['USD', 'EUR', 'JPY', 'KRW', 'KWD', 'VND'];
const anyCurrency = fc.constantFrom(...CURRENCIES);

describe('of several limits', () => {
  it('the lowest binds, whoever set it', () => {
    const some = fc.array(
      fc.record({ layer: anyLayer, window: anyWindow, limit: fc.bigInt({ min: 0n, max: 500n }) }),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 600 }), (list, n) => {
        const limits = list.map((l) => limit(l));
        const { rooms, refused } = check(limits, spendCoins(n));
        for (const window of LIMIT_WINDOWS) {
          const here = limits.filter((l) => l.window === window).map((l) => l.limit);
          const lowest = here.reduce<bigint | null>((low, l) => (low === null || l < low ? l : low), null);
          expect(rooms.find((r) => r.window === window)?.limit ?? null).toBe(lowest);
        }
        expect(refused !== null).toBe(limits.some((l) => BigInt(n) > l.limit));
        expect(refused).toEqual(rooms.find((r) => BigInt(n) > r.limit) ?? null);
      }),
    );
  });

  it('equal ones are told as the layer nearest the law', () => {
    const { rooms } = check(
      [limit({ layer: 'self' }), limit({ layer: 'regulator' }), limit()],
      spendCoins(1),
    );
    expect(rooms.map((r) => r.layer)).toEqual(['regulator']);
  });

  it('the refusal names the transaction before the day, the week and the month', () => {
    const all = LIMIT_WINDOWS.map((window) => limit({ window, limit: 5n }));
    expect(check(all, spendCoins(6)).refused?.window).toBe('transaction');
    expect(check(all.slice(1), spendCoins(6)).refused?.window).toBe('day');
    expect(check(all.slice(2), spendCoins(6)).refused?.window).toBe('week');
    expect(check(all.slice(3), spendCoins(6)).refused?.window).toBe('month');
  });

  it('only those in force count, from their first instant to before their last', () => {
    const waiting = limit({ limit: 1n, effectiveFrom: NOW + 1 });
    const ended = limit({ limit: 1n, effectiveUntil: NOW });
    expect(check([waiting, ended], spendCoins(50))).toEqual({ refused: null, rooms: [] });
    expect(check([waiting], spendCoins(50), NO_USAGE, NOW + 1).refused).not.toBeNull();
    expect(check([ended], spendCoins(50), NO_USAGE, NOW - 1).refused).not.toBeNull();
  });

  it('those on the other measure do not apply', () => {
    expect(check([cash({ limit: 0n })], spendCoins(50))).toEqual({ refused: null, rooms: [] });
    expect(check([limit({ limit: 0n })], buy(50, 'USD'))).toEqual({ refused: null, rooms: [] });
  });
});

describe('the room under a limit', () => {
  it('is told as it was before the spend and, when asked, as it is after', () => {
    const limits = [limit(), limit({ window: 'transaction', limit: 60n })];
    const first = addUsage(NO_USAGE, spendCoins(30), NOW, ZONE);
    const { refused, rooms } = check(limits, spendCoins(50), first);
    expect(refused).toBeNull();
    expect(rooms).toEqual([
      expect.objectContaining({ window: 'transaction', used: 0n, remaining: 60n, resetsAt: null }),
      expect.objectContaining({
        window: 'day',
        used: 30n,
        remaining: 70n,
        resetsAt: Date.parse('2026-11-18T23:00:00Z'),
      }),
    ]);
    const usage = addUsage(first, spendCoins(50), NOW, ZONE);
    const after = roomsFor({ limits, usage, measure: 'coins_spent', at: NOW, timeZone: ZONE });
    expect(after.map((r) => [r.window, r.used, r.remaining])).toEqual([
      ['transaction', 0n, 60n],
      ['day', 80n, 20n],
    ]);
    expect(check(limits, spendCoins(21), usage).refused).toMatchObject({ window: 'day', remaining: 20n });
    expect(check(limits, spendCoins(20), usage).refused).toBeNull();
  });

  it('is nothing, never less, when a limit was lowered under what is spent', () => {
    const usage = addUsage(NO_USAGE, spendCoins(500), NOW, ZONE);
    expect(check([limit()], spendCoins(1), usage).refused).toMatchObject({ used: 500n, remaining: 0n });
  });

  it('of nothing refuses every purchase', () => {
    expect(check([cash({ window: 'transaction', limit: 0n })], buy(1, 'USD')).refused).not.toBeNull();
  });
});

describe('any sequence of spends', () => {
  it('never takes a window past its lowest limit, by one coin', () => {
    const limits = fc.array(
      fc.record({
        layer: anyLayer,
        window: fc.constantFrom<LimitWindow>('day', 'week', 'month'),
        limit: fc.bigInt({ min: 0n, max: 300n }),
      }),
      { minLength: 1, maxLength: 6 },
    );
    const spends = fc.array(
      fc.record({ gap: fc.integer({ min: 0, max: DAY }), n: fc.integer({ min: 1, max: 120 }) }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(limits, spends, (list, steps) => {
        const all = list.map((l) => limit(l));
        let now = NOW;
        let usage = NO_USAGE;
        const allowed: { at: number; n: number }[] = [];
        for (const { gap, n } of steps) {
          now += gap;
          if (check(all, spendCoins(n), usage, now).refused !== null) continue;
          usage = addUsage(usage, spendCoins(n), now, ZONE);
          allowed.push({ at: now, n });
        }
        for (const { window, limit: most } of all) {
          const sums = new Map<number, number>();
          for (const { at, n } of allowed) {
            const { start } = periodOf(window as 'day', at, ZONE);
            sums.set(start, (sums.get(start) ?? 0) + n);
          }
          for (const sum of sums.values()) expect(BigInt(sum)).toBeLessThanOrEqual(most);
        }
      }),
    );
  });

  it('in any mix of currencies is worth no more than the lowest limit', () => {
    const limits = fc.array(
      fc.record({ layer: anyLayer, currency: anyCurrency, limit: fc.bigInt({ min: 0n, max: 90_000n }) }),
      { minLength: 1, maxLength: 4 },
    );
    const purchases = fc.array(fc.tuple(fc.integer({ min: 1, max: 40_000 }), anyCurrency), { maxLength: 40 });
    fc.assert(
      fc.property(limits, purchases, (list, steps) => {
        const all = list.map((l) => cash(l));
        let usage = NO_USAGE;
        const worth = new Fraction();
        for (const [amount, currency] of steps) {
          if (check(all, buy(amount, currency), usage).refused !== null) continue;
          usage = addUsage(usage, buy(amount, currency), NOW, ZONE);
          worth.add(BigInt(amount), currency);
        }
        for (const { limit: most, currency } of all) expect(worth.isAtMost(most, currency!)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

/** Dollars as an exact fraction, by other arithmetic than the code under test: everything over one denominator. */
class Fraction {
  private sum = 0n;

  private static readonly rates = new Map(
    CURRENCIES.map((currency) => {
      const [whole = '', fraction = ''] = REFERENCE_RATES.perDollar[currency]!.split('.');
      const digits = { JPY: 0, KRW: 0, VND: 0, KWD: 3 }[currency] ?? 2;
      return [currency, BigInt(whole + fraction.padEnd(8, '0')) * 10n ** BigInt(digits)] as const;
    }),
  );

  private static readonly denominator = [...Fraction.rates.values()].reduce((a, b) => a * b);

  private static over(amountMinor: bigint, currency: string): bigint {
    return (amountMinor * Fraction.denominator) / Fraction.rates.get(currency)!;
  }

  add(amountMinor: bigint, currency: string): void {
    this.sum += Fraction.over(amountMinor, currency);
  }

  isAtMost(amountMinor: bigint, currency: string): boolean {
    return this.sum <= Fraction.over(amountMinor, currency);
  }
}

describe('money in another currency', () => {
  it('is converted up, and back never comes out less', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 53n - 1n }), anyCurrency, anyCurrency, (n, from, to) => {
        const there = amountIn(to, money(n, from))!;
        const back = amountIn(from, money(there, to))!;
        expect(back).toBeGreaterThanOrEqual(n);
        expect(compareMoney(money(there, to), money(n, from))).toBeGreaterThanOrEqual(0);
        if (there > 0n) expect(compareMoney(money(there - 1n, to), money(n, from))).toBeLessThan(0);
      }),
    );
  });

  it('counts against a limit in the limit’s own currency', () => {
    const limits = [cash({ currency: 'KRW', limit: 70_000n, window: 'month' })];
    // 1 USD is 1381 KRW in the table: 50 USD fit, 51 do not.
    expect(check(limits, buy(50_00, 'USD')).refused).toBeNull();
    expect(check(limits, buy(51_00, 'USD')).refused).toMatchObject({ currency: 'KRW', limit: 70_000n });
    const usage = addUsage(NO_USAGE, buy(50_00, 'USD'), NOW, ZONE);
    expect(check(limits, buy(950, 'KRW'), usage).refused).toBeNull();
    expect(check(limits, buy(951, 'KRW'), usage).refused).toMatchObject({ used: 69_050n, remaining: 950n });
  });

  it('binds by whichever limit the rounding of many small sums passes', () => {
    // Worth 3.00 and 3.18 cents. Each purchase rounds up to 1 cent of the one and to 2 yen of the other.
    const limits = [cash({ limit: 3n }), cash({ layer: 'self', currency: 'JPY', limit: 5n })];
    const usage = addUsage(addUsage(NO_USAGE, buy(1, 'CAD'), NOW, ZONE), buy(1, 'AUD'), NOW, ZONE);
    expect(check(limits, buy(1, 'AUD'), usage)).toMatchObject({
      refused: null,
      rooms: [{ layer: 'platform' }],
    });
    expect(check(limits, buy(1, 'SGD'), usage).refused).toMatchObject({ layer: 'self', used: 4n });
  });

  it('without a reference rate passes no limit in another currency, and its own as usual', () => {
    const limits = [cash({ limit: 1_000_000n })];
    expect(check(limits, buy(1, 'XTS')).refused).toMatchObject({ remaining: 1_000_000n });
    const usage = addUsage(NO_USAGE, buy(1, 'XTS'), NOW, ZONE);
    expect(check(limits, buy(1, 'USD'), usage).refused).toMatchObject({ remaining: 0n });
    expect(check([cash({ currency: 'XTS', limit: 5n })], buy(5, 'XTS')).refused).toBeNull();
  });
});
