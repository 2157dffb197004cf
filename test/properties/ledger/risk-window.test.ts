import {
  DAY,
  DEFAULT_RISK_WINDOW_POLICY,
  decodeLots,
  emptyWallet,
  giftMaturesAt,
  grant,
  HOUR,
  latestRisk,
  maturityOf,
  type PaymentProvider,
  type RiskWindowPolicy,
  riskUntil,
} from '@coinwarden/domain';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

const NOW = Date.UTC(2026, 4, 17, 13, 20);

const daysOf = (provider: PaymentProvider, ageDays: number, policy = DEFAULT_RISK_WINDOW_POLICY) => {
  const until = riskUntil(policy, { provider, accountCreatedAt: NOW - ageDays * DAY, at: NOW });
  return until === null ? null : (until - NOW) / DAY;
};

describe('the risk window of a purchase', () => {
  test.each<[PaymentProvider, number, number]>([
    ['stripe', 0, 14],
    ['stripe', 29, 14],
    ['stripe', 30, 7],
    ['apple', 3, 14],
    ['google', 3, 7],
    ['google', 400, 3],
    ['other', 400, 7],
  ])('%s on an account of %d days: %d days', (provider, ageDays, days) => {
    expect(daysOf(provider, ageDays)).toBe(days);
  });

  test('the first rule that fits decides; zero days and no rule are no window', () => {
    const policy: RiskWindowPolicy = {
      rules: [
        { provider: 'apple', accountYoungerThanDays: null, days: 0 },
        { provider: '*', accountYoungerThanDays: 10, days: 90 },
        { provider: 'stripe', accountYoungerThanDays: 100, days: 20 },
      ],
    };
    expect(daysOf('apple', 1, policy)).toBeNull();
    expect(daysOf('stripe', 9, policy)).toBe(90);
    expect(daysOf('stripe', 10, policy)).toBe(20);
    expect(daysOf('google', 10, policy)).toBeNull();
  });
});

describe('diamonds of coins at risk', () => {
  test('mature with the ordinary hold, or on the full day after the last risk', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 180 * 24 * 60 }), (minutes) => {
        const risk = NOW + minutes * 60_000;
        const at = giftMaturesAt(NOW, risk);
        expect(at).toBeGreaterThanOrEqual(maturityOf(NOW));
        expect(at).toBeGreaterThanOrEqual(risk);
        if (risk <= maturityOf(NOW)) expect(at).toBe(maturityOf(NOW));
        else {
          expect(at % DAY).toBe(0);
          expect(at - risk).toBeLessThan(DAY);
        }
      }),
    );
    expect(giftMaturesAt(NOW, null)).toBe(maturityOf(NOW));
  });

  test('a creator whom thousands give coins of half a year of windows waits in few steps', () => {
    const steps = new Set<number>();
    for (let hour = 0; hour < 180 * 24; hour++) {
      steps.add(giftMaturesAt(NOW + (hour % 168) * HOUR, NOW + hour * HOUR));
    }
    expect(steps.size).toBeLessThanOrEqual(24 * 7 + 180 + 1);
  });

  test('only the lots that were spent count', () => {
    const lot = { kind: 'paid', remaining: 10n, held: 0n, grantedAt: NOW, expiresAt: null } as const;
    let wallet = emptyWallet('ada');
    wallet = grant(wallet, { ...lot, lotId: 'a', riskUntil: 5 });
    wallet = grant(wallet, { ...lot, lotId: 'b', riskUntil: null });
    wallet = grant(wallet, { ...lot, lotId: 'c', riskUntil: 9 });
    const share = (lotId: string) => ({ lotId, kind: 'paid' as const, coins: 1n });
    expect(latestRisk(wallet, [share('b')])).toBeNull();
    expect(latestRisk(wallet, [share('a'), share('b')])).toBe(5);
    expect(latestRisk(wallet, [share('c'), share('a')])).toBe(9);
  });

  test('a row from before there were windows reads as having none', () => {
    expect(decodeLots('[["lot",2,30,5,1000,0],["new",2,1,0,1000,0,77]]')).toEqual([
      {
        lotId: 'lot',
        kind: 'paid',
        remaining: 30n,
        held: 5n,
        grantedAt: 1000,
        expiresAt: null,
        riskUntil: null,
      },
      {
        lotId: 'new',
        kind: 'paid',
        remaining: 1n,
        held: 0n,
        grantedAt: 1000,
        expiresAt: null,
        riskUntil: 77,
      },
    ]);
  });
});
