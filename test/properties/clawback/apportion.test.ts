import { apportion } from '@coinwarden/domain';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

const weights = fc.array(fc.bigInt({ min: 0n, max: 1_000_000n }), { minLength: 1, maxLength: 30 });
const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n);
const sharing = weights.chain((w) =>
  fc.record({ weights: fc.constant(w), total: fc.bigInt({ min: 0n, max: sum(w) }) }),
);

describe('sharing in whole units', () => {
  test('the shares sum to the whole and none exceeds its weight', () => {
    fc.assert(
      fc.property(sharing, ({ weights, total }) => {
        const shares = apportion(total, weights);
        expect(sum(shares)).toBe(total);
        for (const [i, share] of shares.entries()) expect(share >= 0n && share <= weights[i]!).toBe(true);
      }),
    );
  });

  test('nobody gets less than the whole units of their exact share', () => {
    fc.assert(
      fc.property(sharing, ({ weights, total }) => {
        const all = sum(weights);
        for (const [i, share] of apportion(total, weights).entries()) {
          expect(share >= (all === 0n ? 0n : (weights[i]! * total) / all)).toBe(true);
        }
      }),
    );
  });

  test('a larger total never gives anybody less', () => {
    fc.assert(
      fc.property(sharing, ({ weights, total }) => {
        if (total === 0n) return;
        const less = apportion(total - 1n, weights);
        const more = apportion(total, weights);
        for (const [i, share] of more.entries()) expect(share >= less[i]!).toBe(true);
      }),
    );
  });

  test('more than there is cannot be shared', () => {
    expect(() => apportion(4n, [1n, 2n])).toThrow(RangeError);
    expect(() => apportion(-1n, [1n])).toThrow(RangeError);
  });
});
