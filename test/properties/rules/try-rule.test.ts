import {
  emptyVelocity,
  isCertain,
  MINUTE,
  originOf,
  permissionsOf,
  readVelocity,
  recordedFacts,
  recordVelocity,
  ruleContext,
  tryRule,
  velocityAsOf,
  withRecorded,
} from '@coinwarden/domain';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { NOON, ruleInput } from '../../support/rule-inputs.js';
import { compile, GIFT } from '../../support/rules-under-test.js';

const LEAD = permissionsOf('ts_lead');
const context = ruleContext(ruleInput(GIFT));
const compiled = (condition: string) => compile({ condition }).byKind.gift[0]!;
const NOTHING: ReadonlySet<string> = new Set();

describe('a rule tried on the past', () => {
  test('says of each fact where it comes from, and whether the outcome is certain', () => {
    const trial = { context, recorded: NOTHING, permissions: LEAD };
    expect(tryRule(compiled('tx.coins >= 100'), trial)).toMatchObject({ fired: true, certain: true });
    const unsure = tryRule(compiled('tx.coins >= 100 && velocity.account.h1.giftsSent == 0'), trial);
    expect(unsure).toMatchObject({ fired: true, certain: false });
    expect(unsure.facts.map(({ path, origin }) => [path, origin])).toEqual([
      ['tx.coins', 'stored'],
      ['velocity.account.h1.giftsSent', 'recomputed'],
    ]);
    const settled = tryRule(compiled('tx.coins > 100 && account.country == "DE"'), trial);
    expect(settled).toMatchObject({ fired: false, certain: true });
  });

  test('takes what a rule read then before anything that is worked out', () => {
    const values = {
      'velocity.account.h1.giftsSent': 7,
      'account.country': 'FR',
      'lists.blockedTypes': ['ip'],
    };
    const recorded = recordedFacts([{ values }]);
    const trial = {
      context: withRecorded(context, recorded),
      recorded: new Set(recorded.keys()),
      permissions: LEAD,
    };
    const condition =
      'velocity.account.h1.giftsSent == 7 && account.country == "FR" && "ip" in lists.blockedTypes && tx.coins == 100';
    expect(tryRule(compiled(condition), trial)).toMatchObject({ fired: true, certain: true });
    expect(
      tryRule(compiled('velocity.account.h24.giftsSent == 0 && account.ageDays == 200'), trial).fired,
    ).toBe(true);
  });

  test('shows a personal detail as it is shown elsewhere, and nothing made of it', () => {
    const rule = compiled('device.id + "x" != "y" && device.ip.startsWith("198.")');
    const tried = tryRule(rule, { context, recorded: NOTHING, permissions: permissionsOf('auditor') });
    expect(JSON.stringify(tried)).not.toMatch(/phone|198\.18\.0/);
    const open = tryRule(rule, { context, recorded: NOTHING, permissions: LEAD });
    expect(JSON.stringify(open)).toContain('phone');
    expect(tried.fired).toBe(open.fired);
  });

  test('is as unsure, and as discreet, about what an iteration reads', () => {
    const trial = { context, recorded: NOTHING, permissions: permissionsOf('auditor') };
    const unsure = tryRule(compiled('["DE"].exists(c, c == account.country)'), trial);
    expect(unsure).toMatchObject({ fired: true, certain: false });
    const made = tryRule(compiled('["a"].map(x, device.id + x) != ["b"]'), trial);
    expect(JSON.stringify(made)).not.toMatch(/phone/);
  });

  test('calls unknown what was not kept then', () => {
    expect(originOf('content.whatever', NOTHING)).toBe('unknown');
    expect(isCertain(originOf('account.ageBand', NOTHING))).toBe(false);
    expect(originOf('account.ageDays', NOTHING)).toBe('stored');
  });
});

describe('velocity as of a moment', () => {
  const event = fc.record({
    minutesAgo: fc.integer({ min: -600, max: 2_000 }),
    who: fc.constantFrom('a', 'b', 'c'),
    amount: fc.integer({ min: 1, max: 9 }),
  });

  test('knows what was known then, whatever happened since', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 30 }), (events) => {
        const now = emptyVelocity();
        const then = emptyVelocity();
        const own = emptyVelocity();
        const record = (state: typeof now, at: number, who: string, amount: number) =>
          recordVelocity(state, { series: 'giftsSent', amount, seen: [{ kind: 'recipients', id: who }] }, at);
        const ordered = [...events].sort((a, b) => b.minutesAgo - a.minutesAgo);
        // Nothing else happens in the five minutes of the moment itself.
        const kept = ordered.filter(({ minutesAgo }) => Math.abs(minutesAgo) > 5);
        for (const { minutesAgo, who, amount } of kept.filter((one) => one.minutesAgo > 0)) {
          record(then, NOON - minutesAgo * MINUTE, who, amount);
          record(now, NOON - minutesAgo * MINUTE, who, amount);
        }
        for (const state of [now, own]) record(state, NOON, 'self', 5);
        for (const { minutesAgo, who, amount } of kept.filter((one) => one.minutesAgo < 0)) {
          record(now, NOON - minutesAgo * MINUTE, who, amount);
        }
        const asOf = readVelocity(velocityAsOf(now, NOON, own), NOON);
        const known = readVelocity(then, NOON);
        // What came later is told apart by the width of a bucket, which grows with what came later.
        const later = kept.filter(({ minutesAgo }) => minutesAgo < 0).length;
        const more = asOf.count('d30', 'giftsSent') - known.count('d30', 'giftsSent');
        expect(more).toBeGreaterThanOrEqual(0);
        expect(more).toBeLessThanOrEqual(later);
        expect(asOf.knows('recipients', 'self')).toBe(false);
        for (const who of ['a', 'b', 'c'])
          expect([who, asOf.knows('recipients', who)]).toEqual([who, known.knows('recipients', who)]);
      }),
    );
  });

  test('is exact for the last hour while no more than that has passed', () => {
    const state = emptyVelocity();
    for (const minutes of [90, 50, 20, 10]) {
      recordVelocity(state, { series: 'purchases', amount: 100 }, NOON - minutes * MINUTE);
    }
    const own = emptyVelocity();
    for (const one of [state, own]) recordVelocity(one, { series: 'purchases', amount: 500 }, NOON);
    recordVelocity(state, { series: 'purchases', amount: 900 }, NOON + 30 * MINUTE);
    const asOf = readVelocity(velocityAsOf(state, NOON, own), NOON);
    expect([asOf.count('h1', 'purchases'), asOf.sum('h1', 'purchases')]).toEqual([3, 300]);
  });
});
