import {
  type AgeBand,
  checkLimits,
  DEFAULT_POLICIES,
  hasReferenceRate,
  LIMIT_MEASURES,
  LIMIT_WINDOWS,
  type LimitPolicy,
  money,
  NO_USAGE,
  policiesFor,
  policyLimits,
} from '@coinwarden/domain';
import { describe, expect, it } from '@jest/globals';

const NOW = Date.parse('2026-11-18T12:00:00Z');

function refusedPurchase(country: string, ageBand: AgeBand, amount: number, currency: string) {
  const limits = policiesFor(DEFAULT_POLICIES, { country, ageBand }, NOW);
  const spend = { measure: 'purchase_money', money: money(amount, currency) } as const;
  const { refused } = checkLimits({ limits, usage: NO_USAGE, spend, at: NOW, timeZone: 'UTC' });
  return refused && { layer: refused.layer, window: refused.window, limit: refused.limit };
}

describe('the policies a new installation starts with', () => {
  it('allow children under 13 no purchase anywhere', () => {
    for (const country of ['US', 'KR', 'CN', 'DE']) {
      expect(refusedPurchase(country, 'under13', 1, 'USD')).toMatchObject({
        window: 'transaction',
        limit: 0n,
      });
    }
  });

  it.each([
    ['CN', '13-15', 50_00, 51_00, 'CNY', 'transaction'],
    ['CN', '16-17', 100_00, 101_00, 'CNY', 'transaction'],
    ['US', 'adult', 2_500_00, 2_501_00, 'USD', 'transaction'],
  ] as const)(
    'hold a buyer in %s aged %s to the ceiling',
    (country, band, fits, passes, currency, window) => {
      expect(refusedPurchase(country, band, fits, currency)).toBeNull();
      expect(refusedPurchase(country, band, passes, currency)).toMatchObject({ window, limit: BigInt(fits) });
    },
  );

  it.each([
    ['CN', '13-15', 200_00n],
    ['CN', '16-17', 400_00n],
    ['KR', '13-15', 70_000n],
    ['KR', '16-17', 70_000n],
    ['JP', '13-15', 5_000n],
    ['JP', '16-17', 10_000n],
  ] as const)('hold a buyer in %s aged %s to a month’s money', (country, ageBand, most) => {
    const limits = policiesFor(DEFAULT_POLICIES, { country, ageBand }, NOW);
    const monthly = limits.filter((l) => l.layer === 'regulator' && l.window === 'month');
    expect(monthly.map((l) => l.limit)).toEqual([most]);
    const adult = policiesFor(DEFAULT_POLICIES, { country, ageBand: 'adult' }, NOW);
    expect(adult.some((l) => l.layer === 'regulator')).toBe(false);
  });

  it('set a ceiling on each measure for every age in every country', () => {
    for (const ageBand of ['under13', '13-15', '16-17', 'adult', 'unknown'] as const) {
      const limits = policiesFor(DEFAULT_POLICIES, { country: 'AQ', ageBand }, NOW);
      for (const measure of LIMIT_MEASURES) expect(limits.some((l) => l.measure === measure)).toBe(true);
    }
  });

  it('are stricter the younger, and take an unknown age for a teenager’s', () => {
    const lowest = (ageBand: AgeBand, key: { measure: string; window: string }) =>
      policyLimits(DEFAULT_POLICIES, { country: 'US', ageBand }).find(
        (l) => l.measure === key.measure && l.window === key.window,
      )?.limit;
    for (const measure of LIMIT_MEASURES) {
      for (const window of LIMIT_WINDOWS) {
        const [child, youth, adult, unknown] = (['13-15', '16-17', 'adult', 'unknown'] as const).map((band) =>
          lowest(band, { measure, window }),
        );
        expect(child! <= youth! && youth! < adult! && unknown! <= youth!).toBe(true);
      }
    }
  });

  it('name their source and a currency that compares', () => {
    for (const policy of DEFAULT_POLICIES) {
      expect(policy.source.length).toBeGreaterThan(10);
      expect(policy.currency === null).toBe(policy.measure === 'coins_spent');
      if (policy.currency !== null) expect(hasReferenceRate(policy.currency)).toBe(true);
    }
  });
});

describe('a policy that is followed by a version', () => {
  const policy: LimitPolicy = {
    layer: 'regulator',
    country: 'DE',
    ageBand: 'adult',
    measure: 'coins_spent',
    window: 'day',
    limit: 10n,
    currency: null,
    effectiveFrom: 0,
    effectiveUntil: NOW,
    source: 'first version',
  };
  const next = { ...policy, limit: 20n, effectiveFrom: NOW, effectiveUntil: null };
  const german = { country: 'DE', ageBand: 'adult' } as const;

  it('is in force until the instant the next one begins', () => {
    expect(policiesFor([policy, next], german, NOW - 1).map((l) => l.limit)).toEqual([10n]);
    expect(policiesFor([policy, next], german, NOW).map((l) => l.limit)).toEqual([20n]);
  });

  it('applies to its own country and age only', () => {
    expect(policiesFor([policy], { country: 'FR', ageBand: 'adult' }, 0)).toEqual([]);
    expect(policiesFor([policy], { country: 'DE', ageBand: '16-17' }, 0)).toEqual([]);
    expect(policiesFor([{ ...policy, country: '*' }], { country: 'FR', ageBand: 'adult' }, 0)).toHaveLength(
      1,
    );
  });
});
