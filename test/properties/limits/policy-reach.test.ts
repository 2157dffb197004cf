import {
  addUsage,
  coins,
  DAY,
  isNewlyFull,
  isOver,
  type LimitPolicy,
  lowerPolicy,
  money,
  NO_USAGE,
  type SpendingLimit,
} from '@coinwarden/domain';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

const NOW = Date.parse('2026-11-18T12:00:00Z');
const limit = (amount: number | bigint, changes: Partial<SpendingLimit> = {}): SpendingLimit => ({
  layer: 'platform',
  measure: 'coins_spent',
  window: 'day',
  limit: BigInt(amount),
  currency: null,
  effectiveFrom: 0,
  effectiveUntil: null,
  ...changes,
});
const spent = (amount: number, at = NOW) => ({
  timeZone: 'Asia/Tokyo',
  usage:
    amount === 0
      ? NO_USAGE
      : addUsage(NO_USAGE, { measure: 'coins_spent', coins: coins(amount) }, at, 'Asia/Tokyo'),
});

describe('an account is newly full', () => {
  it('exactly when it has spent up to the new limit and not yet up to the old one', () => {
    const amount = fc.integer({ min: 0, max: 50 });
    fc.assert(
      fc.property(amount, amount, fc.option(amount, { nil: null }), (used, next, before) => {
        const is = isNewlyFull(spent(used), {
          limit: limit(next),
          before: before === null ? null : limit(before),
          at: NOW,
        });
        expect(is).toBe(used > 0 && used >= next && (before === null || used < before));
      }),
    );
  });

  it('not by what it spent in a window that is over, nor by a limit per transaction', () => {
    const change = { before: null, at: NOW };
    expect(isNewlyFull(spent(100, NOW - 2 * DAY), { ...change, limit: limit(1) })).toBe(false);
    expect(isNewlyFull(spent(100), { ...change, limit: limit(1, { window: 'transaction' }) })).toBe(false);
  });
});

describe('a window of the past is over a limit', () => {
  it('of coins when it held more of them', () => {
    expect([9n, 10n, 11n].map((n) => isOver({ coins: n, money: [] }, limit(10)))).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('of money when all currencies together come to more, each rounded up', () => {
    const cash = limit(10_00, { measure: 'purchase_money', currency: 'USD' });
    const sum = (usd: number, eur: number) => ({ coins: 0n, money: [money(usd, 'USD'), money(eur, 'EUR')] });
    expect(isOver(sum(5_00, 4_00), cash)).toBe(false);
    expect(isOver(sum(5_00, 5_00), cash)).toBe(true);
    expect(isOver({ coins: 0n, money: [{ amountMinor: 1n, currency: 'XTS' }] }, cash)).toBe(true);
  });
});

describe('a policy that binds nobody', () => {
  const policy = (amount: number, changes: Partial<LimitPolicy> = {}): LimitPolicy => ({
    ...limit(amount),
    layer: 'platform',
    country: 'KR',
    ageBand: 'adult',
    source: '',
    ...changes,
  });

  it('is one beside another that is as low for the same people', () => {
    const everywhere = policy(10, { country: '*' });
    expect(lowerPolicy([everywhere], policy(10), NOW)).toBe(everywhere);
    expect(lowerPolicy([everywhere], policy(9), NOW)).toBeNull();
    expect(lowerPolicy([policy(5, { layer: 'regulator' })], policy(10), NOW)).not.toBeNull();
  });

  it('is none beside another country, age, window or time, or its own former version', () => {
    for (const other of [
      policy(1, { country: 'DE', layer: 'regulator' }),
      policy(1, { ageBand: 'unknown', layer: 'regulator' }),
      policy(1, { window: 'week', layer: 'regulator' }),
      policy(1, { effectiveUntil: NOW, layer: 'regulator' }),
      policy(1),
    ]) {
      expect(lowerPolicy([other], policy(10), NOW)).toBeNull();
    }
  });
});
