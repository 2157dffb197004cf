import {
  foldRefund,
  type ProviderFact,
  providerRefunds,
  REFUND_STATUSES,
  refundClaim,
  statusAfter,
} from '@coinwarden/domain';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

const fact = fc.record({
  providerRefundId: fc.constantFrom('re_1', 're_2'),
  status: fc.constantFrom('pending', 'succeeded', 'failed', 'cancelled', 'reversed'),
  amountMinor: fc.bigInt(1n, 999n),
  occurredAt: fc.integer({ min: 0, max: 5 }),
}) satisfies fc.Arbitrary<Omit<ProviderFact, 'attempt'>>;

const told = fc
  .array(fact, { minLength: 1, maxLength: 8 })
  .map((facts) => facts.map((one) => ({ ...one, attempt: one.providerRefundId === 're_1' ? 1 : 2 })));

const of = (status: ProviderFact['status'], occurredAt: number, traits: Partial<ProviderFact> = {}) => ({
  providerRefundId: 're_1',
  attempt: 1,
  status,
  amountMinor: 999n,
  occurredAt,
  ...traits,
});

describe('what providers said', () => {
  test('comes to the same in every order and with every repetition', () => {
    fc.assert(
      fc.property(
        told.chain((facts) =>
          fc.tuple(
            fc.constant(facts),
            fc.shuffledSubarray(facts, { minLength: facts.length }),
            fc.subarray(facts),
          ),
        ),
        ([facts, shuffled, repeated]) => {
          const whole = [...repeated, ...shuffled, ...repeated];
          expect(foldRefund(whole, 2)).toEqual(foldRefund(facts, 2));
          expect(providerRefunds(whole)).toEqual(providerRefunds(facts));
        },
      ),
    );
  });

  test.each([
    ['nothing yet', [], null, 0n],
    ['taken on', [of('pending', 1)], 'pending', 0n],
    [
      'paid, and then told again that it was taken on',
      [of('succeeded', 1), of('pending', 2)],
      'succeeded',
      999n,
    ],
    [
      'failed after it was paid, told to the same second',
      [of('failed', 1), of('succeeded', 1)],
      'failed',
      0n,
    ],
    ['failed, by a clock that runs behind', [of('succeeded', 2), of('failed', 1)], 'failed', 0n],
    ['granted, taken back', [of('reversed', 2), of('succeeded', 1)], 'failed', 0n],
    [
      'granted, taken back, granted',
      [of('succeeded', 3), of('reversed', 2), of('succeeded', 1)],
      'succeeded',
      999n,
    ],
    ['granted and taken back at once', [of('reversed', 1), of('succeeded', 1)], 'failed', 0n],
  ] as const)('%s', (_, facts, verdict, paidMinor) => {
    expect(foldRefund(facts, 1)).toEqual({ verdict, paidMinor });
  });

  test('of an attempt before does not decide the present one, unless it paid', () => {
    expect(foldRefund([of('failed', 1)], 2)).toEqual({ verdict: null, paidMinor: 0n });
    expect(foldRefund([of('succeeded', 1)], 2)).toEqual({ verdict: 'succeeded', paidMinor: 999n });
    const second = of('succeeded', 2, { providerRefundId: 're_2', attempt: 2 });
    expect(foldRefund([of('succeeded', 1), second], 2).paidMinor).toBe(1_998n);
  });

  test('leaves the status alone while nothing is final', () => {
    for (const status of REFUND_STATUSES) {
      expect(statusAfter(status, { verdict: null, paidMinor: 0n })).toBe(status);
      expect(statusAfter(status, { verdict: 'pending', paidMinor: 0n })).toBe(status);
    }
  });
});

test('a refund claims what is promised or paid, once', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...REFUND_STATUSES),
      fc.bigInt(1n, 999n),
      fc.bigInt(0n, 999n),
      fc.boolean(),
      (status, amountMinor, paidMinor, external) => {
        const claim = refundClaim({
          refundId: 'r',
          cause: 'refund',
          status,
          amountMinor,
          paidMinor,
          external,
        });
        expect(claim.paidMinor).toBe(paidMinor);
        expect(claim.reservedMinor + claim.paidMinor).toBeLessThanOrEqual(
          amountMinor > paidMinor ? amountMinor : paidMinor,
        );
        const open = status === 'approved' || status === 'processing';
        if (!open || external) expect(claim.reservedMinor).toBe(0n);
        else expect(claim.reservedMinor + paidMinor).toBeGreaterThanOrEqual(amountMinor);
      },
    ),
  );
});
