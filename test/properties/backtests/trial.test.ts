import {
  judgeFired,
  judgeTrial,
  prepareTrial,
  RULE_EFFECTS,
  RULE_MODES,
  type Rule,
  ruleContext,
  STARTER_RULESET,
  TRANSACTION_KINDS,
} from '@coinwarden/domain';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ruleInput, type Traits } from '../../support/rule-inputs.js';
import { compile, judge } from '../../support/rules-under-test.js';

const CONDITIONS = [
  'tx.coins >= 50',
  'tx.coins >= 500',
  'account.ageDays < 30',
  'velocity.account.h1.giftsSent >= 2 || tx.amountUsdMinor > 100',
  'device.isNew && tx.coins % 2 == 0',
  // Fails where the account has no paid coins.
  '100 / account.paidCoins > 1',
];

const anyRule = fc.record({
  condition: fc.constantFrom(...CONDITIONS),
  effect: fc.record({ type: fc.constantFrom(...RULE_EFFECTS), score: fc.integer({ min: -60, max: 120 }) }),
  mode: fc.constantFrom(...RULE_MODES),
  kinds: fc.option(fc.uniqueArray(fc.constantFrom(...TRANSACTION_KINDS), { minLength: 1, maxLength: 3 }), {
    nil: undefined,
  }),
});

const anyTraits: fc.Arbitrary<Traits> = fc
  .record({
    kind: fc.constantFrom(...TRANSACTION_KINDS),
    coins: fc.integer({ min: 0, max: 1_000 }),
    paid: fc.constantFrom(0, 10, 500),
    gifts: fc.integer({ min: 0, max: 4 }),
  })
  .map(({ kind, coins, paid, gifts }) => ({
    tx: { kind },
    facts: { coins },
    wallet: { paid },
    history: { account: [{ series: 'giftsSent' as const, times: gifts }] },
  }));

const keysOf = (rules: readonly { readonly key: string }[]) => rules.map(({ key }) => key).sort();
const withoutUndefined = (rule: Partial<Rule>): Partial<Rule> =>
  Object.fromEntries(Object.entries(rule).filter(([, value]) => value !== undefined));

describe('two rulesets on trial', () => {
  it('judge each exactly as it judges alone', () => {
    fc.assert(
      fc.property(
        fc.array(anyRule, { maxLength: 8 }),
        fc.array(anyRule, { maxLength: 8 }),
        anyTraits,
        (candidateRules, liveRules, traits) => {
          const candidate = compile(...candidateRules.map(withoutUndefined));
          const live = compile(...liveRules.map(withoutUndefined));
          const verdict = judgeTrial(prepareTrial(candidate, live), ruleContext(ruleInput(traits)));
          for (const [side, ruleset] of [
            [verdict.candidate, candidate],
            [verdict.live, live],
          ] as const) {
            const alone = judge(ruleset, traits);
            expect({ score: side.score, outcome: side.outcome }).toEqual({
              score: alone.score,
              outcome: alone.outcome,
            });
            expect(keysOf(side.fired)).toEqual(keysOf(alone.fired));
            expect(keysOf(side.failed)).toEqual(keysOf(alone.errors));
          }
        },
      ),
    );
  });

  it('evaluates what both share once', () => {
    const starter = compile(...STARTER_RULESET.rules);
    const trial = prepareTrial(starter, compile(...STARTER_RULESET.rules));
    expect(trial.byKind.purchase).toHaveLength(
      new Set(starter.byKind.purchase.map((r) => r.rule.condition)).size,
    );
  });

  it('says what would follow without one of the rules', () => {
    const ruleset = compile(
      { key: 'strong', condition: 'true', effect: { type: 'review', score: 0 } },
      { key: 'weak', condition: 'true', effect: { type: 'score', score: 10 } },
    );
    const rules = ruleset.byKind.gift.map(({ rule }) => rule);
    expect(judgeFired(ruleset, rules, null).outcome).toBe('review');
    expect(judgeFired(ruleset, rules, rules[0]!).outcome).toBe('approve');
    expect(judgeFired(ruleset, rules, rules[1]!).outcome).toBe('review');
  });
});
