import { compareCosts, DEFAULT_DISPUTE_POLICY as policy, spentPermille } from '@coinwarden/domain';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

type Kind = 'fraud_warning' | 'inquiry';
const usd = (amountMinor: bigint) => ({ amountMinor, currency: 'USD' });
const compare = (amountMinor: bigint, kind: Kind = 'fraud_warning', spent = 0) =>
  compareCosts({
    kind,
    category: 'fraudulent',
    refundable: usd(amountMinor),
    spentPermille: spent,
    policy,
    policyVersion: 1,
  })!;

describe('refunding before it becomes a dispute', () => {
  test('names every number: 80 % of ( 33.00 a dispute + 80 % of 13.00 ) against 10.00 and a tenth of 3.00', () => {
    expect(compare(1_000n, 'fraud_warning', 100)).toEqual({
      kind: 'fraud_warning',
      policyVersion: 1,
      category: 'fraudulent',
      amountUsdMinor: 1_000,
      becomesDisputePermille: 800,
      winPermille: 200,
      perDisputeUsdMinor: 3_300,
      spentPermille: 100,
      writeOffNowUsdMinor: 30,
      writeOffLaterUsdMinor: 300,
      refundUsdMinor: 1_030,
      waitUsdMinor: 3_472,
      cheaper: 'refund',
      verdict: 'refund',
    });
  });

  test('small amounts are refunded, large ones are fought for, more so once the coins are gone', () => {
    expect(compare(5_000n).verdict).toBe('refund');
    expect(compare(5_001n).verdict).toBe('recommend_refund');
    expect(compare(9_000n).cheaper).toBe('refund');
    expect(compare(9_000n, 'fraud_warning', 1_000).cheaper).toBe('wait');
    expect(compare(100_000n).verdict).toBe('wait');
  });

  test('once waiting is cheaper, it is for every larger amount', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 1_000_000n }),
        fc.bigInt({ min: 100n, max: 1_000_000n }),
        fc.integer({ min: 0, max: 1_000 }),
        (amount, more, spent) => {
          // Amounts that differ by less than the roundings may fall on either side.
          if (compare(amount, 'inquiry', spent).cheaper === 'wait')
            expect(compare(amount + more, 'inquiry', spent).cheaper).toBe('wait');
        },
      ),
    );
  });

  test('a currency without a reference rate has no numbers', () => {
    const refundable = { amountMinor: 100n, currency: 'XTS' };
    const given = compareCosts({
      kind: 'inquiry',
      category: 'general',
      refundable,
      spentPermille: 0,
      policy,
      policyVersion: 1,
    });
    expect(given).toBeNull();
  });

  test('what is spent of a purchase is between nothing and all of it', () => {
    expect(spentPermille({ granted: 700n, unspent: 700n })).toBe(0);
    expect(spentPermille({ granted: 700n, unspent: 350n })).toBe(500);
    expect(spentPermille({ granted: 0n, unspent: 0n })).toBe(0);
    expect(spentPermille({ granted: 10n, unspent: 12n })).toBe(0);
  });
});
