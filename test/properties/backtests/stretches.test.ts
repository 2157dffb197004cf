import { addSums, type BacktestSlice, DAY, stretchesOf, warmUpFrom } from '@coinwarden/domain';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

const FROM = Date.UTC(2025, 0, 1);
const sliceOf = (days: number): BacktestSlice => ({
  from: FROM,
  to: FROM + days * DAY,
  kinds: null,
  countries: null,
  samplePercent: 100,
});
const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

describe('a slice in stretches', () => {
  it('is the slice again when they are put in a row, whatever history looks like', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.array(fc.nat({ max: 5_000 }), { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 6 }),
        fc.nat({ max: 20_000 }),
        (days, steps, most, fewest) => {
          const slice = sliceOf(days);
          const stretches = stretchesOf(slice, { steps, fewest }, most).map((stretch) => stretch.slice);
          expect(stretches.length).toBeLessThanOrEqual(most);
          expect(stretches[0]!.from).toBe(slice.from);
          expect(stretches.at(-1)!.to).toBe(slice.to);
          for (const [i, { from, to }] of stretches.entries()) {
            expect(to).toBeGreaterThan(from);
            if (i > 0) expect(from).toBe(stretches[i - 1]!.to);
          }
        },
      ),
    );
  });

  it('divides a long history evenly, warm-ups counted', () => {
    const slice = sliceOf(330);
    const steps = Array.from({ length: 360 }, () => 1_000);
    const stretches = stretchesOf(slice, { steps, fewest: 10_000 }, 2);
    expect(stretches.map(({ transactions }) => transactions)).toEqual([195_000, 195_000]);
    expect(warmUpFrom(stretches[1]!.slice)).toBe(FROM + 135 * DAY);
  });

  it('gives more to judge to a stretch that has nothing to remember', () => {
    const steps = Array.from({ length: 90 }, (_, day) => (day < 30 ? 0 : 1_000));
    const [first, second] = stretchesOf(sliceOf(60), { steps, fewest: 10_000 }, 2);
    expect((first!.slice.to - FROM) / DAY).toBe(39);
    expect([first!.transactions, second!.transactions]).toEqual([39_000, 51_000]);
  });

  it('leaves alone what is short, or would mostly be read twice', () => {
    const even = Array.from({ length: 100 }, () => 100);
    expect(stretchesOf(sliceOf(330), { steps: even, fewest: 10_000 }, 4)).toHaveLength(1);
    expect(stretchesOf(sliceOf(10), { steps: even, fewest: 0 }, 4)).toHaveLength(1);
    expect(stretchesOf(sliceOf(30), { steps: even, fewest: 0 }, 4)).toHaveLength(2);
    expect(stretchesOf(sliceOf(330), { steps: even, fewest: 0 }, 1)).toHaveLength(1);
    expect(stretchesOf(sliceOf(330), { steps: [0, 0], fewest: 0 }, 4)).toHaveLength(1);
  });
});

describe('sums', () => {
  it('add number by number, and take over what only one has', () => {
    const label = fc.record({ transactions: fc.nat(), coins: fc.nat() });
    const sums = fc.record({
      evaluated: fc.nat(),
      labels: fc.record({ fraud: label, good: label }),
      days: fc.array(fc.tuple(fc.nat({ max: 5 }), label)).map((entries) => new Map(entries)),
      sweeps: fc.tuple(label, label),
    });
    fc.assert(
      fc.property(sums, sums, (one, other) => {
        const days = (of: typeof one, day: number) => of.days.get(day)?.coins ?? 0;
        const expected = [0, 1, 2, 3, 4, 5].map((day) => days(one, day) + days(other, day));
        const fraud = sum([one.labels.fraud.coins, other.labels.fraud.coins]);
        const swept = sum([one.sweeps[1].transactions, other.sweeps[1].transactions]);
        const evaluated = one.evaluated + other.evaluated;
        addSums(one, other);
        expect([0, 1, 2, 3, 4, 5].map((day) => days(one, day))).toEqual(expected);
        expect(one).toMatchObject({ evaluated, labels: { fraud: { coins: fraud } } });
        expect(one.sweeps[1].transactions).toBe(swept);
      }),
    );
  });
});
