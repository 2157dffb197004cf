import { compileShadow, evaluateRuleset, evaluateShadow, type Rule, ruleContext } from '@coinwarden/domain';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ruleInput } from '../../support/rule-inputs.js';
import { compile } from '../../support/rules-under-test.js';

const someRule: fc.Arbitrary<Partial<Rule>> = fc
  .record({
    condition: fc.constantFrom(
      'tx.coins > 50',
      'tx.coins > 500',
      'account.ageDays < 300',
      'account.creator',
      '1 / (tx.coins - tx.coins) > 0',
      'true',
    ),
    type: fc.constantFrom('decline' as const, 'review' as const, 'score' as const),
    score: fc.integer({ min: -50, max: 120 }),
    mode: fc.constantFrom('off' as const, 'shadow' as const, 'live' as const),
    kinds: fc.constantFrom<Rule['kinds']>(['gift'], ['purchase'], ['gift', 'purchase']),
  })
  .map(({ type, score, kinds, ...rest }) => ({ ...rest, effect: { type, score }, ...(kinds && { kinds }) }));
const someRules = fc.array(someRule, { maxLength: 6 });

describe('a version in shadow', () => {
  test('decides as it would if it were live, whatever it shares with the live one', () => {
    fc.assert(
      fc.property(
        someRules,
        someRules,
        fc.constantFrom('gift', 'purchase'),
        (liveRules, shadowRules, kind) => {
          const live = compile(...liveRules);
          const shadow = compile(...shadowRules);
          const context = ruleContext(ruleInput({ tx: { kind } }));
          const verdict = evaluateShadow(
            compileShadow(shadow, live),
            context,
            evaluateRuleset(live, context),
          );
          const alone = evaluateRuleset(shadow, context);
          expect([verdict?.outcome, verdict?.score]).toEqual([alone.outcome, alone.score]);
          const effective = alone.fired.filter(({ mode }) => mode === 'live').map(({ key }) => key);
          expect([...(verdict?.fired ?? [])].sort()).toEqual(effective.sort());
        },
      ),
    );
  });

  test('asks nothing that the live version has asked', () => {
    const shared = Array.from({ length: 30 }, (_, i): Partial<Rule> => ({ condition: `tx.coins > ${i}` }));
    const live = compile(...shared);
    const shadow = compileShadow(compile(...shared, { condition: 'tx.coins > 1000' }), live);
    expect(shadow.byKind.gift.own.map(({ rule }) => rule.condition)).toEqual(['tx.coins > 1000']);
  });
});
