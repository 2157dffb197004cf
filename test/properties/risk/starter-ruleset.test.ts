import {
  type CompiledRuleset,
  compileRuleset,
  evaluateRuleset,
  NO_DEMANDS,
  RULE_GROUPS,
  ruleContext,
  STARTER_RULESET,
  TRANSACTION_KINDS,
} from '@coinwarden/domain';
import { describe, expect, it } from '@jest/globals';
import { ruleInput, type Traits } from '../../support/rule-inputs.js';
import { CASH_OUT_CASES } from './starter-cases/cash-out.js';
import { GIFT_RINGS_CASES } from './starter-cases/gift-rings.js';
import { LISTED_CASES } from './starter-cases/listed.js';
import { MINORS_CASES } from './starter-cases/minors.js';
import { NEW_ACCOUNTS_CASES } from './starter-cases/new-accounts.js';
import { PAYMENT_ABUSE_CASES } from './starter-cases/payment-abuse.js';
import { PROMOTION_ABUSE_CASES } from './starter-cases/promotion-abuse.js';
import type { RuleCases } from './starter-cases/rule-case.js';
import { SCAMS_CASES } from './starter-cases/scams.js';
import { STOLEN_CARDS_CASES } from './starter-cases/stolen-cards.js';
import { TAKEOVER_CASES } from './starter-cases/takeover.js';

const STARTER_CASES: RuleCases = {
  ...CASH_OUT_CASES,
  ...GIFT_RINGS_CASES,
  ...LISTED_CASES,
  ...MINORS_CASES,
  ...NEW_ACCOUNTS_CASES,
  ...PAYMENT_ABUSE_CASES,
  ...PROMOTION_ABUSE_CASES,
  ...SCAMS_CASES,
  ...STOLEN_CARDS_CASES,
  ...TAKEOVER_CASES,
};

const compiled = compileRuleset(STARTER_RULESET);
const ruleset = (compiled.ok ? compiled.value : null) as CompiledRuleset;
const judge = (traits: Traits) => evaluateRuleset(ruleset, ruleContext(ruleInput(traits)));

describe('the starter ruleset', () => {
  it('compiles, and has a case for every rule', () => {
    expect(compiled).toMatchObject({ ok: true });
    expect(STARTER_RULESET.rules.length).toBeGreaterThanOrEqual(25);
    expect(Object.keys(STARTER_CASES).sort()).toEqual(STARTER_RULESET.rules.map(({ key }) => key).sort());
    expect(new Set(STARTER_RULESET.rules.map(({ group }) => group))).toEqual(new Set(RULE_GROUPS));
  });

  it.each(Object.entries(STARTER_CASES))(
    '%s sees what it is for and leaves its neighbour alone',
    (key, rule) => {
      const seen = judge(rule.fires);
      expect(seen.errors).toEqual([]);
      expect(seen.fired.map((fired) => fired.key)).toContain(key);
      const neighbour = judge(rule.rests);
      expect(neighbour.errors).toEqual([]);
      expect(neighbour.fired.map((fired) => fired.key)).not.toContain(key);
    },
  );

  it.each(TRANSACTION_KINDS)('approves an ordinary %s without a word', (kind) => {
    expect(judge({ tx: { kind } })).toEqual({
      score: 0,
      outcome: 'approve',
      fired: [],
      errors: [],
      demands: NO_DEMANDS,
    });
  });

  it('approves a newcomer who looks round, buys a small package in the store and gives a rose', () => {
    const newcomer = { createdAt: Date.UTC(2026, 1, 1, 11, 40) };
    const store = { provider: 'apple', reference: 'r', instrument: 'i', captured: true };
    const bought = { account: [{ series: 'purchases', amount: 199, minutesAgo: 4 }] } as const;
    expect(judge({ tx: { kind: 'purchase', payment: store }, account: newcomer }).outcome).toBe('approve');
    expect(judge({ tx: { kind: 'gift' }, account: newcomer, history: bought }).outcome).toBe('approve');
  });

  it('sends a stolen card to review and a list of cards away', () => {
    const stolen = judge(STARTER_CASES['purchase-within-a-minute']!.fires);
    expect(stolen).toMatchObject({ outcome: 'review', score: 70 });
    expect(judge(STARTER_CASES['card-testing-account']!.fires).outcome).toBe('decline');
  });
});
