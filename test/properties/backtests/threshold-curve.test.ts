import {
  COMPARISONS,
  type Comparison,
  knobsOf,
  LABEL_CLASSES,
  type LabelClass,
  noLabels,
  readKnob,
  ruleContext,
  ThresholdSweep,
  weigh,
} from '@coinwarden/domain';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ruleInput } from '../../support/rule-inputs.js';
import { compile, judge, rule } from '../../support/rules-under-test.js';

const passes: Record<Comparison, (value: number, threshold: number) => boolean> = {
  '>=': (v, t) => v >= t,
  '>': (v, t) => v > t,
  '<=': (v, t) => v <= t,
  '<': (v, t) => v < t,
};

const seen = fc.record({
  value: fc.oneof(fc.integer({ min: -20, max: 60 }), fc.integer({ min: 900, max: 2_000_000 })),
  label: fc.constantFrom(...LABEL_CLASSES) as fc.Arbitrary<LabelClass>,
  always: fc.boolean(),
});
const worth = { usdMinor: 3, coins: 2 };

describe('a curve over thresholds', () => {
  it('counts at every point what judging again with that threshold would count', () => {
    fc.assert(
      fc.property(
        fc.array(seen, { maxLength: 60 }),
        fc.constantFrom(...COMPARISONS),
        fc.integer({ min: -10, max: 5_000 }),
        (transactions, comparison, current) => {
          const sweep = new ThresholdSweep(comparison, current);
          const all = noLabels();
          for (const { value, label, always } of transactions) {
            weigh(all, label, worth);
            if (always) sweep.always(label, worth);
            else sweep.at(value, label, worth);
          }
          const { points } = sweep.curve(all);
          expect(points.some(({ threshold }) => threshold === current)).toBe(true);
          for (const point of points) {
            const caught = transactions.filter(
              ({ always, value }) => always || passes[comparison](value, point.threshold),
            );
            const count = (...labels: LabelClass[]) =>
              caught.filter(({ label }) => labels.includes(label)).length;
            expect(point.fraud.transactions).toBe(count('fraud'));
            expect(point.good.transactions).toBe(count('good', 'presumed_good'));
            expect(point.unknown.transactions).toBe(count('unknown'));
            expect(point.fraud.usdMinor).toBe(3 * count('fraud'));
          }
        },
      ),
    );
  });

  it('catches more and stops more from point to point', () => {
    fc.assert(
      fc.property(
        fc.array(seen, { minLength: 1 }),
        fc.constantFrom(...COMPARISONS),
        (transactions, comparison) => {
          const sweep = new ThresholdSweep(comparison, 10);
          const all = noLabels();
          for (const { value, label } of transactions) {
            weigh(all, label, worth);
            sweep.at(value, label, worth);
          }
          const { points } = sweep.curve(all);
          for (let i = 1; i < points.length; i++) {
            expect(points[i]!.recall ?? 0).toBeGreaterThanOrEqual(points[i - 1]!.recall ?? 0);
            expect(points[i]!.good.transactions).toBeGreaterThanOrEqual(points[i - 1]!.good.transactions);
          }
        },
      ),
    );
  });

  it('suggests a threshold with as much fraud and fewer mistakes where there is one', () => {
    const sweep = new ThresholdSweep('>=', 5);
    const all = noLabels();
    const add = (value: number, label: LabelClass) => {
      weigh(all, label, worth);
      sweep.at(value, label, worth);
    };
    for (let i = 0; i < 10; i++) add(9, 'fraud');
    for (let i = 0; i < 10; i++) add(6, 'good');
    expect(sweep.curve(all).suggestions).toContainEqual({ reason: 'fewer_mistakes', threshold: 9 });
  });
});

describe('the numbers in a rule', () => {
  it('are found where turning them makes the rule fire more or less, and nowhere else', () => {
    const found = knobsOf(
      rule({
        condition:
          'tx.coins >= 100 && (account.ageDays < 7 || 3 < velocity.account.h1.giftsSent) && !(tx.quantity > 4) && tx.kind == "gift"',
      }),
    );
    expect(found.map(({ expression, comparison, current }) => [expression, comparison, current])).toEqual([
      ['tx.coins', '>=', 100],
      ['account.ageDays', '<', 7],
      ['velocity.account.h1.giftsSent', '>', 3],
    ]);
  });

  it('read to what the rule would do at every threshold', () => {
    const condition = 'tx.coins + tx.bonusCoins >= 40 && account.ageDays < 300 || tx.quantity > 1000';
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 80 }), fc.integer({ min: 0, max: 100 }), (coins, threshold) => {
        const traits = { tx: { kind: 'gift' as const }, facts: { coins } };
        const [knob] = knobsOf(rule({ condition }));
        const reading = readKnob(knob!, ruleContext(ruleInput(traits)));
        const turned = compile({
          condition: condition.slice(0, knob!.start) + threshold + condition.slice(knob!.end),
        });
        const fires = judge(turned, traits).fired.length > 0;
        const expected = typeof reading === 'string' ? reading === 'always' : reading.value >= threshold;
        expect(expected).toBe(fires);
      }),
    );
  });
});
