import {
  DISPUTE_STAGES,
  type DisputeFact,
  type DisputeTold,
  disputeClaim,
  disputeStatus,
  foldDispute,
  HOUR,
  type OurPart,
} from '@coinwarden/domain';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fact, OPENED, reinstated, told, withdrawn } from './told-facts.js';

const ours = (changes: Partial<OurPart> = {}): OurPart => ({
  dueAt: OPENED + 8 * 24 * HOUR,
  accepted: false,
  answered: false,
  answering: false,
  refunded: false,
  now: OPENED,
  ...changes,
});
const statusOf = (facts: readonly DisputeTold[], changes: Partial<OurPart> = {}) =>
  disputeStatus(foldDispute(facts), ours(changes));
const claimOf = (facts: readonly DisputeTold[], currency = 'USD') =>
  disputeClaim({ disputeId: 'd', state: foldDispute(facts), category: 'fraudulent', currency });

const STATUSES = ['needs_response', 'under_review', 'won', 'lost', 'prevented', 'cancelled'] as const;
const anyTold: fc.Arbitrary<DisputeTold> = fc
  .record({
    noticeId: fc.uuid(),
    // Few moments, so that many things become true at once.
    hours: fc.integer({ min: 0, max: 3 }),
    stage: fc.constantFrom(...DISPUTE_STAGES),
    status: fc.constantFrom(...STATUSES),
    scheme: fc.constantFrom(null, 'visa', 'amex'),
    dueAt: fc.constantFrom(null, OPENED + HOUR, OPENED + 9 * HOUR),
    submissions: fc.integer({ min: 0, max: 2 }),
    events: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 4 }),
  })
  .map(({ noticeId, hours, events, ...rest }) => ({
    noticeId,
    occurredAt: OPENED + hours * HOUR,
    fact: fact({
      ...rest,
      moneyEvents: events.map((id) => (id < 'c' ? withdrawn(id) : reinstated(id))),
    }),
  }));

describe('what a provider told', () => {
  test('comes to one state in any order and any repetition', () => {
    const orders = fc
      .uniqueArray(anyTold, { minLength: 1, maxLength: 7, selector: (one) => one.noticeId })
      .chain((facts) =>
        fc.record({
          facts: fc.constant(facts),
          shuffled: fc.shuffledSubarray(facts, { minLength: facts.length }),
          repeated: fc.array(fc.constantFrom(...facts), { maxLength: 5 }),
        }),
      );
    fc.assert(
      fc.property(orders, ({ facts, shuffled, repeated }) => {
        expect(foldDispute([...repeated, ...shuffled])).toEqual(foldDispute(facts));
      }),
    );
  });

  test('takes what is withdrawn and not given back, never less than nothing, each booking once', () => {
    fc.assert(
      fc.property(fc.array(anyTold, { minLength: 1, maxLength: 7 }), (facts) => {
        const known = new Map(facts.flatMap((one) => one.fact.moneyEvents).map((e) => [e.eventId, e]));
        const net = [...known.values()].reduce((sum, e) => sum + (e.kind === 'withdrawn' ? 999n : -999n), 0n);
        const claim = claimOf(facts);
        expect(claim?.paidMinor ?? 0n).toBe(net > 0n ? net : 0n);
        expect(claim?.reservedMinor ?? 0n).toBe(0n);
        expect((claim?.feeMinor ?? 0n) >= 0n).toBe(true);
      }),
    );
  });

  test('at the same second, the later stage and what can only come later count', () => {
    expect(foldDispute([told({ status: 'lost' }), told({ status: 'needs_response' })]).status).toBe('lost');
    expect(foldDispute([told({ status: 'lost' }), told({ stage: 'pre_arbitration' })])).toMatchObject({
      stage: 'pre_arbitration',
      status: 'needs_response',
    });
  });

  test('lost, then won on appeal: the money is back, the fee is not', () => {
    const facts = [
      told({ moneyEvents: [withdrawn('w')] }),
      told({ status: 'lost', moneyEvents: [withdrawn('w')] }, 5),
      told({ status: 'won', moneyEvents: [withdrawn('w'), reinstated('r')] }, 9),
    ];
    expect(claimOf(facts.slice(0, 2))).toMatchObject({ paidMinor: 999n, feeMinor: 1_500n, cause: 'fraud' });
    expect(claimOf(facts)).toMatchObject({ paidMinor: 0n, feeMinor: 1_500n });
    expect(statusOf(facts)).toBe('won');
  });

  test('a status moves no money, and an inquiry takes none', () => {
    expect(claimOf([told({ status: 'lost' })])?.paidMinor).toBe(0n);
    expect(claimOf([told({ stage: 'inquiry' }), told({ stage: 'inquiry', status: 'lost' }, 1)])).toBeNull();
    expect(claimOf([told({ stage: 'inquiry' }), told({}, 1)])).not.toBeNull();
  });

  test('a fee that an event gives back is not kept', () => {
    const back = reinstated('r', { feeMinor: -1_500n });
    expect(claimOf([told({ moneyEvents: [withdrawn('w'), back] })])?.feeMinor).toBe(0n);
  });

  test('booked in another currency, the whole stands for the whole whatever the rate was later', () => {
    const eur = { currency: 'EUR', feeMinor: 0n };
    const taken = withdrawn('w', { ...eur, amountMinor: 920n });
    const given = (amountMinor: bigint) => reinstated('r', { ...eur, amountMinor });
    expect(claimOf([told({ moneyEvents: [taken] })])?.paidMinor).toBe(999n);
    expect(claimOf([told({ moneyEvents: [taken, given(901n)] })])?.paidMinor).toBe(0n);
    expect(claimOf([told({ moneyEvents: [taken, given(460n)] })])?.paidMinor).toBe(500n);
  });
});

describe('where a dispute stands', () => {
  const open = [told()];
  const passed = { now: OPENED + 8 * 24 * HOUR };

  test('it expires without an answer, until the provider says lost', () => {
    expect(statusOf(open)).toBe('needs_response');
    expect(statusOf(open, passed)).toBe('expired');
    expect(statusOf(open, { ...passed, answering: true })).toBe('needs_response');
    expect(statusOf(open, { ...passed, answered: true })).toBe('under_review');
    expect(statusOf([...open, told({ status: 'lost' }, 300)], passed)).toBe('lost');
  });

  test('what we gave up is accepted, not lost; a bank that gives it back anyway wins it for us', () => {
    expect(statusOf(open, { accepted: true })).toBe('accepted');
    expect(statusOf([...open, told({ status: 'lost' }, 1)], { accepted: true })).toBe('accepted');
    expect(statusOf([...open, told({ status: 'won' }, 1)], { accepted: true })).toBe('won');
  });

  test('a refund prevents an inquiry from becoming a dispute, and nothing once it is one', () => {
    const inquiry = [told({ stage: 'inquiry' })];
    expect(statusOf(inquiry, { refunded: true })).toBe('prevented');
    expect(statusOf([told({ stage: 'inquiry', status: 'cancelled' })], { refunded: true })).toBe('prevented');
    expect(statusOf([...inquiry, told({}, 1)], { refunded: true })).toBe('needs_response');
  });

  test('an answer to the inquiry is none to the dispute it became', () => {
    const inquiry = told({ stage: 'inquiry', submissions: 1, status: 'under_review' });
    const dispute = (changes: Partial<DisputeFact>) => told({ submissions: 1, ...changes }, 2);
    expect(statusOf([inquiry, dispute({})])).toBe('needs_response');
    expect(statusOf([inquiry, dispute({ submissions: 2 })])).toBe('under_review');
  });
});
