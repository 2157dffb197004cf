import { diffRulesets, isEmptyDiff, type Rule, type Ruleset, rulesetContent } from '@coinwarden/domain';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { rule } from '../../support/rules-under-test.js';

const someRule = (key: string) =>
  fc
    .record({
      description: fc.constantFrom('One', 'Two'),
      condition: fc.constantFrom('true', 'false'),
      score: fc.integer({ min: 0, max: 2 }),
      kinds: fc.constantFrom<Rule['kinds']>(undefined, ['gift'], ['gift', 'unlock']),
    })
    .map(({ score, kinds, ...rest }) =>
      rule({ key, ...rest, effect: { type: 'score', score }, ...(kinds && { kinds }) }),
    );

const ruleset: fc.Arbitrary<Ruleset> = fc
  .record({
    version: fc.integer({ min: 1, max: 9 }),
    reviewScore: fc.constantFrom(50, 60),
    declineScore: fc.constantFrom(100, 200),
    rules: fc.tuple(...['a-a', 'b-b', 'c-c', 'd-d'].map((key) => fc.option(someRule(key), { nil: null }))),
  })
  .map(({ rules, ...rest }) => ({ ...rest, rules: rules.filter((found): found is Rule => found !== null) }));

describe('the difference between two versions', () => {
  test('is empty exactly when they say the same', () => {
    fc.assert(
      fc.property(ruleset, ruleset, (before, after) => {
        expect(isEmptyDiff(diffRulesets(before, after))).toBe(
          rulesetContent(before) === rulesetContent(after),
        );
      }),
    );
  });

  test('leads from one to the other, and back', () => {
    fc.assert(
      fc.property(ruleset, ruleset, (before, after) => {
        const there = diffRulesets(before, after);
        const back = diffRulesets(after, before);
        expect(there.added).toEqual(back.removed);
        expect(there.removed).toEqual(back.added);
        expect(there.changed.map(({ key }) => key).sort()).toEqual(back.changed.map(({ key }) => key).sort());
        const keys = new Set(before.rules.map(({ key }) => key));
        for (const { key } of there.removed) keys.delete(key);
        for (const { key } of there.added) keys.add(key);
        expect([...keys].sort()).toEqual(after.rules.map(({ key }) => key).sort());
        for (const { fields } of there.changed) {
          for (const { before: was, after: is } of fields) expect(was).not.toEqual(is);
        }
      }),
    );
  });
});
