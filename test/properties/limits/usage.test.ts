import {
  addUsage,
  coins,
  countedIn,
  DAY,
  decodeUsage,
  encodeUsage,
  giveBackUsage,
  HOUR,
  type LimitUsage,
  MAX_AMOUNT,
  NO_USAGE,
  PERIOD_WINDOWS,
  periodOf,
  REFERENCE_RATES,
  resetOf,
  type Spend,
} from '@coinwarden/domain';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

const NOON = Date.parse('2026-11-18T12:00:00Z');
const coinSpend = (n: number | bigint): Spend => ({ measure: 'coins_spent', coins: coins(n) });
const buys = (amountMinor: number | bigint, currency: string): Spend => ({
  measure: 'purchase_money',
  money: { amountMinor: BigInt(amountMinor), currency },
});

const anyZone = fc.constantFrom(
  'UTC',
  'Asia/Tokyo',
  'America/Sao_Paulo',
  'Europe/Berlin',
  'Pacific/Kiritimati',
);
const anySpend = fc.oneof(
  fc.integer({ min: 1, max: 1_000 }).map(coinSpend),
  fc
    .tuple(fc.integer({ min: 1, max: 1_000 }), fc.constantFrom('USD', 'EUR', 'JPY'))
    .map(([n, currency]) => buys(n, currency)),
);

interface Told {
  readonly at: number;
  readonly spend: Spend;
}

/** What was spent in the period that holds `now`, counted one by one. */
function spentIn(told: readonly Told[], window: (typeof PERIOD_WINDOWS)[number], now: number, zone: string) {
  const { start, end } = periodOf(window, now, zone);
  const within = told.filter((t) => t.at >= start && t.at < end);
  const money = new Map<string, bigint>();
  let sum = 0n;
  for (const { spend } of within) {
    if (spend.measure === 'coins_spent') sum += spend.coins;
    else {
      const { currency, amountMinor } = spend.money;
      money.set(currency, (money.get(currency) ?? 0n) + amountMinor);
    }
  }
  return { coins: sum, money };
}

function expectToCount(usage: LimitUsage, told: readonly Told[], now: number, zone: string) {
  for (const window of PERIOD_WINDOWS) {
    const expected = spentIn(told, window, now, zone);
    const counted = countedIn(usage, window, now, zone);
    expect(counted?.coins ?? 0n).toBe(expected.coins);
    expect(new Map((counted?.money ?? []).map((m) => [m.currency, m.amountMinor]))).toEqual(expected.money);
  }
}

describe('what an account has spent', () => {
  it('is counted in every window and in every currency, whenever the spends come', () => {
    const steps = fc.array(fc.tuple(fc.integer({ min: 0, max: 10 * DAY }), anySpend), { maxLength: 40 });
    fc.assert(
      fc.property(steps, anyZone, (gaps, zone) => {
        let now = NOON;
        let usage = NO_USAGE;
        const told: Told[] = [];
        for (const [gap, spend] of gaps) {
          now += gap;
          usage = addUsage(usage, spend, now, zone);
          told.push({ at: now, spend });
          expectToCount(usage, told, now, zone);
        }
      }),
    );
  });

  it('survives its stored form unchanged, which has no quotes', () => {
    const steps = fc.array(fc.tuple(fc.integer({ min: 0, max: DAY }), anySpend, anyZone), { maxLength: 20 });
    fc.assert(
      fc.property(steps, (gaps) => {
        let now = NOON;
        let usage = NO_USAGE;
        for (const [gap, spend, zone] of gaps) {
          now += gap;
          usage = addUsage(usage, spend, now, zone);
        }
        const text = encodeUsage(usage);
        expect(text).not.toContain('"');
        expect(decodeUsage(text)).toEqual(usage);
        expect(encodeUsage(decodeUsage(text))).toBe(text);
      }),
    );
    expect(encodeUsage(NO_USAGE)).toBe('[]');
    expect(decodeUsage('[]')).toEqual(NO_USAGE);
    for (const currency of Object.keys(REFERENCE_RATES.perDollar)) {
      const usage = addUsage(NO_USAGE, buys(1, currency), NOON, 'UTC');
      expect(decodeUsage(encodeUsage(usage))).toEqual(usage);
    }
  });

  it('stops at the largest amount instead of passing it', () => {
    const usage = addUsage(addUsage(NO_USAGE, coinSpend(MAX_AMOUNT), NOON, 'UTC'), coinSpend(5), NOON, 'UTC');
    expect(usage.day?.coins).toBe(MAX_AMOUNT);
    expect(decodeUsage(encodeUsage(usage))).toEqual(usage);
  });

  it('refuses stored text that is damaged', () => {
    expect(() => decodeUsage('[[1],[],[]]')).toThrow(TypeError);
    expect(() => decodeUsage('[[1,2,3,4],[],[]]')).toThrow(TypeError);
  });
});

describe('a spend that did not stand', () => {
  it('gives its room back in the windows that counted it, and nowhere else', () => {
    const steps = fc.array(
      fc.record({
        gap: fc.integer({ min: 1, max: 3 * DAY }),
        spend: anySpend,
        /** After this many further steps the spend is taken back; null stands. */
        endsAfter: fc.option(fc.integer({ min: 0, max: 5 })),
      }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(steps, anyZone, (list, zone) => {
        let now = NOON;
        let usage = NO_USAGE;
        let told: Told[] = [];
        const due = new Map<number, Told[]>();
        list.forEach(({ gap, spend, endsAfter }, i) => {
          now += gap;
          const mine = { at: now, spend };
          usage = addUsage(usage, spend, now, zone);
          told.push(mine);
          if (endsAfter !== null) due.set(i + endsAfter, [...(due.get(i + endsAfter) ?? []), mine]);
          for (const ended of due.get(i) ?? []) {
            usage = giveBackUsage(usage, ended.spend, ended.at);
            told = told.filter((t) => t !== ended);
          }
          expectToCount(usage, told, now, zone);
        });
      }),
    );
  });
});

describe('a change of time zone', () => {
  const hop = fc.tuple(
    fc.integer({ min: 0, max: 4 * HOUR }),
    fc.constantFrom(
      'UTC',
      'Asia/Tokyo',
      'America/Los_Angeles',
      'Pacific/Kiritimati',
      'Pacific/Pago_Pago',
      'Asia/Kolkata',
    ),
  );

  it('wins no more room than one midnight: of three fresh starts the first and last are a day apart', () => {
    fc.assert(
      fc.property(fc.array(hop, { minLength: 1, maxLength: 60 }), (hops) => {
        let now = NOON;
        let usage = NO_USAGE;
        const resets: number[] = [];
        for (const [gap, zone] of hops) {
          now += gap;
          if (countedIn(usage, 'day', now, zone) === null) resets.push(now);
          usage = addUsage(usage, coinSpend(1), now, zone);
        }
        for (let i = 2; i < resets.length; i++) {
          expect(resets[i]! - resets[i - 2]!).toBeGreaterThanOrEqual(23 * HOUR);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('says when the room comes back, and keeps its word', () => {
    fc.assert(
      fc.property(fc.array(hop, { minLength: 1, maxLength: 20 }), (hops) => {
        let now = NOON;
        let usage = NO_USAGE;
        let zone = 'UTC';
        for (const [gap, next] of hops) {
          now += gap;
          zone = next;
          usage = addUsage(usage, coinSpend(1), now, zone);
        }
        for (const window of PERIOD_WINDOWS) {
          const reset = resetOf(usage, window, now, zone);
          expect(reset).toBeGreaterThan(now);
          expect(countedIn(usage, window, reset - 1, zone)).not.toBeNull();
          expect(countedIn(usage, window, reset, zone)).toBeNull();
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('spends told out of order', () => {
  it('count in the present when clocks differ by moments, so midnight opens no gap', () => {
    const midnight = Date.parse('2026-11-19T00:00:00Z');
    const after = addUsage(NO_USAGE, coinSpend(10), midnight + 5, 'UTC');
    expect(countedIn(after, 'day', midnight - 5, 'UTC')?.coins).toBe(10n);
    expect(addUsage(after, coinSpend(1), midnight - 5, 'UTC').day?.coins).toBe(11n);
  });

  it('leave the present alone when they are history', () => {
    const today = addUsage(NO_USAGE, coinSpend(10), NOON, 'UTC');
    const lastYear = NOON - 365 * DAY;
    expect(countedIn(today, 'day', lastYear, 'UTC')).toBeNull();
    expect(addUsage(today, coinSpend(99), lastYear, 'UTC')).toEqual(today);
  });
});
