import {
  divideParts,
  mergeParts,
  type Part,
  prorate,
  prorateTable,
  rescaleParts,
  sumOfParts,
} from '@coinwarden/domain';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n);
const amounts = fc.array(fc.bigInt({ min: 0n, max: 10_000n }), { minLength: 1, maxLength: 12 });

/** The same total, cut into other pieces. */
const cut = (total: bigint) =>
  fc.array(fc.bigInt({ min: 0n, max: total }), { maxLength: 8 }).map((points) => {
    const ends = [...points, total].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    return ends.map((end, i) => end - (ends[i - 1] ?? 0n));
  });
const table = amounts.chain((rows) => fc.record({ rows: fc.constant(rows), columns: cut(sum(rows)) }));

describe('sharing by largest remainder', () => {
  const sharing = amounts
    .filter((weights) => sum(weights) > 0n)
    .chain((weights) =>
      fc.record({ weights: fc.constant(weights), total: fc.bigInt({ min: 0n, max: sum(weights) }) }),
    );

  test('the shares sum to the whole, and each is its exact share rounded down or up', () => {
    fc.assert(
      fc.property(sharing, ({ weights, total }) => {
        const shares = prorate(total, weights);
        expect(sum(shares)).toBe(total);
        for (const [i, share] of shares.entries()) {
          const exact = weights[i]! * total;
          expect(share * sum(weights) > exact - sum(weights)).toBe(true);
          expect(share * sum(weights) < exact + sum(weights)).toBe(true);
          expect(share <= weights[i]!).toBe(true);
        }
      }),
    );
  });

  test('whoever has the larger remainder is served first, ties go to the first', () => {
    expect(prorate(1n, [1n, 1n, 1n])).toEqual([1n, 0n, 0n]);
    expect(prorate(2n, [5n, 3n, 3n])).toEqual([1n, 1n, 0n]);
    expect(prorate(10n, [1n, 2n, 4n])).toEqual([1n, 3n, 6n]);
  });

  test('there is nobody to share with, or nothing', () => {
    expect(prorate(0n, [])).toEqual([]);
    expect(prorate(0n, [0n, 0n])).toEqual([0n, 0n]);
    expect(() => prorate(1n, [0n])).toThrow(RangeError);
    expect(() => prorate(-1n, [1n])).toThrow(RangeError);
  });
});

describe('sharing columns among rows', () => {
  test('every row and every column sums exactly', () => {
    fc.assert(
      fc.property(table, ({ rows, columns }) => {
        const shares = prorateTable(rows, columns);
        for (const [i, row] of rows.entries()) {
          expect(sum(shares[i]!)).toBe(row);
          expect(shares[i]!.every((share) => share >= 0n)).toBe(true);
        }
        for (const [j, column] of columns.entries()) {
          expect(sum(shares.map((row) => row[j]!))).toBe(column);
        }
      }),
    );
  });

  test('what comes later never changes what was shared before', () => {
    fc.assert(
      fc.property(table, fc.nat(), ({ rows, columns }, at) => {
        const known = at % columns.length;
        const later = sum(columns.slice(known));
        const before = prorateTable(rows, [...columns.slice(0, known), later]);
        const after = prorateTable(rows, columns);
        for (const i of rows.keys()) expect(after[i]!.slice(0, known)).toEqual(before[i]!.slice(0, known));
      }),
    );
  });

  test('rows and columns that do not match are refused', () => {
    expect(() => prorateTable([3n], [2n])).toThrow(RangeError);
    expect(() => prorateTable([3n, 4n], [5n])).toThrow(RangeError);
  });
});

const leaf = (lotId: string, amount: bigint): Part => ({ lotId, amount, of: null });
const parts = amounts.map((list) => list.map((amount, i) => leaf(`lot-${i}`, amount)));

describe('parts of parts', () => {
  test('looking deeper into a lot does not change the shares of any lot', () => {
    fc.assert(
      fc.property(table, fc.nat(), ({ rows, columns }, seed) => {
        const shallow = rows.map((amount, i) => leaf(`lot-${i}`, amount));
        const deep = shallow.map((part, i) => {
          if (i % 2 === 0) return part;
          const first = (part.amount * BigInt(seed % 100)) / 100n;
          return { ...part, of: [leaf('inner-a', first), leaf('inner-b', part.amount - first)] };
        });
        const flat = (lists: readonly Part[][]) => lists.map((list) => list.map((p) => [p.lotId, p.amount]));
        const divided = divideParts(deep, columns);
        expect(flat(divided)).toEqual(flat(divideParts(shallow, columns)));
        for (const part of divided.flat()) if (part.of) expect(sumOfParts(part.of)).toBe(part.amount);
      }),
    );
  });

  test('putting divided parts together again gives the whole', () => {
    fc.assert(
      fc.property(
        parts.chain((p) => fc.tuple(fc.constant(p), cut(sumOfParts(p)))),
        ([whole, columns]) => {
          const again = new Map(mergeParts(divideParts(whole, columns)).map((p) => [p.lotId, p.amount]));
          for (const { lotId, amount } of whole) expect(again.get(lotId) ?? 0n).toBe(amount);
        },
      ),
    );
  });

  test('another total keeps the proportions and sums exactly', () => {
    fc.assert(
      fc.property(
        parts.filter((p) => sumOfParts(p) > 0n),
        (whole) => {
          const total = sumOfParts(whole) / 2n;
          expect(sumOfParts(rescaleParts(whole, total))).toBe(total);
        },
      ),
    );
  });
});
