import { compareCosts, DEFAULT_DISPUTE_POLICY as policy } from '@coinwarden/domain';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

const usd = (amountMinor: bigint) => ({ amountMinor, currency: 'USD' });
const compare = (amountMinor: bigint, kind: 'fraud_warning' | 'inquiry' = 'fraud_warning') =>
  compareCosts({ kind, category: 'fraudulent', refundable: usd(amountMinor), policy })!;

describe('refunding before it becomes a dispute', () => {
  test('names every number: 80 % of ( 33.00 a dispute + 80 % of 10.00 ) against 10.00', () => {
    expect(compare(1_000n)).toEqual({
      kind: 'fraud_warning',
      refundUsdMinor: 1_000,
      waitUsdMinor: 3_280,
      becomesDisputePermille: 800,
      winPermille: 200,
      perDisputeUsdMinor: 3_300,
      cheaper: 'refund',
      verdict: 'refund',
    });
  });

  test('small amounts are refunded, large ones are fought for', () => {
    expect(compare(5_000n).verdict).toBe('refund');
    expect(compare(5_001n).verdict).toBe('recommend_refund');
    expect(compare(100_000n).verdict).toBe('wait');
  });

  test('once waiting is cheaper, it is for every larger amount', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 1_000_000n }),
        fc.bigInt({ min: 0n, max: 1_000_000n }),
        (amount, more) => {
          if (compare(amount).cheaper === 'wait') expect(compare(amount + more).cheaper).toBe('wait');
        },
      ),
    );
  });

  test('a currency without a reference rate has no numbers', () => {
    const refundable = { amountMinor: 100n, currency: 'XAF' };
    const given = compareCosts({
      kind: 'inquiry',
      category: 'general',
      refundable: { ...refundable, currency: 'XTS' },
      policy,
    });
    expect(given).toBeNull();
  });
});
