import { type HealthFacts, healthAlerts, populationStability, rateChange } from '@coinwarden/domain';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

const facts = (changes: Partial<HealthFacts>): HealthFacts => ({
  mode: 'live',
  now: { asked: 10_000, fired: 100, failed: 0 },
  before: { asked: 10_000, fired: 100, failed: 0 },
  isNew: false,
  fraud: 0,
  good: 0,
  ...changes,
});

describe('the health of a rule', () => {
  it.each([
    ['nothing to say', {}, []],
    ['an error', { now: { asked: 1, fired: 0, failed: 1 } }, ['failing']],
    [
      'never fired',
      { now: { asked: 500, fired: 0, failed: 0 }, before: { asked: 500, fired: 0, failed: 0 } },
      ['never_fired'],
    ],
    ['fell silent', { now: { asked: 10_000, fired: 0, failed: 0 } }, ['fell_silent']],
    ['too few to say', { now: { asked: 50, fired: 0, failed: 0 } }, []],
    ['a clear change', { now: { asked: 10_000, fired: 300, failed: 0 } }, ['drifted']],
    [
      'firing where it never had',
      { before: { asked: 10_000, fired: 0, failed: 0 }, now: { asked: 10_000, fired: 400, failed: 0 } },
      ['drifted'],
    ],
    [
      'firing since it is there',
      {
        isNew: true,
        before: { asked: 10_000, fired: 0, failed: 0 },
        now: { asked: 10_000, fired: 400, failed: 0 },
      },
      [],
    ],
    [
      'a change that may be chance',
      { before: { asked: 300, fired: 3, failed: 0 }, now: { asked: 300, fired: 6, failed: 0 } },
      [],
    ],
    [
      'most of everything',
      { now: { asked: 1_000, fired: 900, failed: 0 }, before: { asked: 1_000, fired: 900, failed: 0 } },
      ['fires_on_most'],
    ],
    ['mostly wrong', { fraud: 2, good: 30 }, ['mostly_wrong']],
    ['wrong, but hardly known', { fraud: 0, good: 5 }, []],
    ['switched off', { mode: 'off', now: { asked: 1_000, fired: 0, failed: 0 } }, []],
  ] as const)('%s', (_, changes, alerts) => {
    expect(healthAlerts(facts(changes as Partial<HealthFacts>))).toEqual(alerts);
  });

  it('measures stability as nothing between alike populations and more the further they lie apart', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 1_000 }), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 9 }), (bins, factor) => {
        expect(
          populationStability(
            bins,
            bins.map((n) => n * factor),
          ),
        ).toBeCloseTo(0, 9);
      }),
    );
    expect(populationStability([50, 50], [60, 40])).toBeLessThan(populationStability([50, 50], [90, 10]));
    expect(populationStability([0, 0], [1, 2])).toBe(0);
  });

  it('measures change in both directions alike', () => {
    const a = { asked: 1_000, fired: 10, failed: 0 };
    const b = { asked: 1_000, fired: 30, failed: 0 };
    expect(rateChange(a, b)).toBeCloseTo(-rateChange(b, a));
    expect(rateChange({ asked: 0, fired: 0, failed: 0 }, b)).toBe(0);
  });
});
