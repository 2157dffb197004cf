import {
  ACCOUNT_RISKS,
  AUTOMATIC_REFUND_REASONS,
  DAY,
  DEFAULT_REFUND_POLICY,
  DEFAULT_REFUND_REASONS,
  findRefundReason,
  HOUR,
  judgeRefund,
  money,
  REFUND_OUTCOMES,
  REFUND_STATUSES,
  REQUESTER_KINDS,
  type RefundFacts,
  refundDueAt,
  refundReasonsFor,
} from '@coinwarden/domain';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

const NOW = Date.UTC(2026, 5, 1);

const facts = (traits: Partial<RefundFacts> = {}): RefundFacts => ({
  requester: 'agent',
  amount: money(999, 'USD'),
  purchasedAt: NOW - 2 * DAY,
  grantedCoins: 1_000n,
  unspentCoins: 1_000n,
  accountStatus: 'active',
  accountCreatedAt: NOW - 300 * DAY,
  refundsIn90Days: 0,
  lostDisputes: 0,
  debtCoins: 0,
  ...traits,
});
const judge = (traits: Partial<RefundFacts>) => judgeRefund(DEFAULT_REFUND_POLICY, facts(traits), NOW);

const anything = fc.record({
  requester: fc.constantFrom(...REQUESTER_KINDS),
  amount: fc
    .tuple(fc.integer({ min: 1, max: 5_000_000 }), fc.constantFrom('USD', 'EUR', 'JPY', 'XAU'))
    .map(([amount, currency]) => money(amount, currency)),
  purchasedAt: fc.integer({ min: 0, max: 800 }).map((days) => NOW - days * DAY),
  unspentCoins: fc.bigInt(0n, 1_000n),
  accountStatus: fc.constantFrom('active', 'restricted', 'suspended', 'closed'),
  accountCreatedAt: fc.integer({ min: 0, max: 800 }).map((days) => NOW - days * DAY),
  refundsIn90Days: fc.nat(8),
  lostDisputes: fc.nat(3),
  debtCoins: fc.nat(3),
}) satisfies fc.Arbitrary<Partial<RefundFacts>>;

const RANK = { auto_approve: 0, second_person: 1, refuse: 2 };

describe('the approval matrix', () => {
  test.each([
    ['nearly unspent, by an agent', {}, 'auto_approve', 'agent_unspent'],
    ['half spent but small, by an agent', { unspentCoins: 500n }, 'auto_approve', 'agent_small'],
    [
      'half spent and not small',
      { unspentCoins: 500n, amount: money(1_001, 'USD') },
      'second_person',
      'within_half_a_year',
    ],
    ['by an agent, too long ago', { purchasedAt: NOW - 181 * DAY }, 'refuse', null],
    ['the same by a lead', { requester: 'lead', purchasedAt: NOW - 181 * DAY }, 'second_person', 'long_ago'],
    [
      'of an account in debt, spent',
      { unspentCoins: 0n, debtCoins: 1 },
      'second_person',
      'within_half_a_year',
    ],
    [
      'of a restricted account, by a lead',
      { requester: 'lead', accountStatus: 'restricted' },
      'second_person',
      'long_ago',
    ],
    ['by the platform, unspent', { requester: 'platform' }, 'auto_approve', 'platform_unspent'],
    [
      'by the platform, one coin spent',
      { requester: 'platform', unspentCoins: 999n },
      'second_person',
      'within_half_a_year',
    ],
    ['owed', { requester: 'automatic', accountStatus: 'closed' }, 'auto_approve', 'owed'],
    [
      'owed for long',
      { requester: 'automatic', purchasedAt: NOW - 91 * DAY },
      'second_person',
      'owed_for_long',
    ],
    ['in yen', { amount: money(1_400, 'JPY') }, 'auto_approve', 'agent_unspent'],
    ['in a currency without a rate', { amount: money(1, 'XAU') }, 'second_person', 'within_half_a_year'],
  ] as const)('%s: %j → %s', (_, traits, outcome, rowId) => {
    expect(judge(traits)).toMatchObject({ outcome, rowId });
  });

  test('says what it saw, and the row it names fits', () => {
    fc.assert(
      fc.property(anything, (traits) => {
        const { outcome, rowId, why, values } = judge(traits);
        expect(REFUND_OUTCOMES).toContain(outcome);
        expect(why.length).toBeGreaterThan(10);
        const row = DEFAULT_REFUND_POLICY.rows.find((one) => one.rowId === rowId);
        if (rowId === null) return expect(outcome).toBe(DEFAULT_REFUND_POLICY.otherwise.outcome);
        expect(row!.outcome).toBe(outcome);
        expect(row!.risks).toContain(values.risk);
        expect(row!.requesters).toContain(values.requester);
        if (row!.maxSpentPercent !== null)
          expect(values.spentPercent).toBeLessThanOrEqual(row!.maxSpentPercent);
        if (row!.maxAgeDays !== null) expect(values.ageDays).toBeLessThanOrEqual(row!.maxAgeDays);
      }),
    );
  });

  test('is never more generous to more money, an older purchase, more spent or more risk', () => {
    fc.assert(
      fc.property(anything, fc.bigInt(0n, 1_000n), fc.nat(100), fc.nat(5), (traits, spent, days, refunds) => {
        const worse = {
          ...traits,
          amount: { ...traits.amount, amountMinor: traits.amount.amountMinor * 2n },
          unspentCoins: traits.unspentCoins > spent ? traits.unspentCoins - spent : 0n,
          purchasedAt: traits.purchasedAt - days * DAY,
          refundsIn90Days: traits.refundsIn90Days + refunds,
        };
        expect(RANK[judge(worse).outcome]).toBeGreaterThanOrEqual(RANK[judge(traits).outcome]);
      }),
    );
  });

  test('knows the risk of an account by the worst sign', () => {
    const risk = (traits: Partial<RefundFacts>) => judge(traits).values.risk;
    expect(risk({})).toBe('low');
    expect(risk({ refundsIn90Days: 2 })).toBe('elevated');
    expect(risk({ lostDisputes: 1 })).toBe('elevated');
    expect(risk({ accountCreatedAt: NOW - 2 * DAY })).toBe('elevated');
    expect(risk({ debtCoins: 1 })).toBe('elevated');
    expect(risk({ refundsIn90Days: 5 })).toBe('high');
    expect(risk({ accountStatus: 'suspended' })).toBe('high');
    expect(ACCOUNT_RISKS).toEqual(['low', 'elevated', 'high']);
  });
});

test('due dates follow the state; what waits for nobody has none', () => {
  const due = Object.fromEntries(
    REFUND_STATUSES.map((status) => [status, refundDueAt(DEFAULT_REFUND_POLICY, status, NOW)]),
  );
  expect(due).toMatchObject({ pending_approval: NOW + 24 * HOUR, processing: NOW + 48 * HOUR });
  expect([due['succeeded'], due['rejected'], due['cancelled']]).toEqual([null, null, null]);
});

describe('the catalogue of reasons', () => {
  test('has a code once, and lets everybody who asks choose from some', () => {
    const all = [...DEFAULT_REFUND_REASONS.reasons, ...AUTOMATIC_REFUND_REASONS];
    expect(new Set(all.map((reason) => reason.code)).size).toBe(all.length);
    for (const kind of REQUESTER_KINDS)
      expect(refundReasonsFor(DEFAULT_REFUND_REASONS, kind).length).toBeGreaterThan(0);
  });

  test('keeps what the product itself gives from people', () => {
    for (const { code, requesters } of AUTOMATIC_REFUND_REASONS) {
      expect(findRefundReason({ reasons: [] }, code)?.code).toBe(code);
      expect(requesters).toEqual(['automatic']);
    }
    expect(findRefundReason(DEFAULT_REFUND_REASONS, 'nobody_knows')).toBeNull();
  });
});
