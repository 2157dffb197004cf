import { factsOf, ruleContext, STARTER_RULESET, type TracedPart, traceCondition } from '@coinwarden/domain';
import { describe, expect, test } from '@jest/globals';
import { ruleInput } from '../../support/rule-inputs.js';
import { compile, GIFT, judge } from '../../support/rules-under-test.js';

const context = ruleContext(ruleInput(GIFT));
const traced = (condition: string): TracedPart => {
  const [compiled] = compile({ condition }).byKind.gift;
  return traceCondition(compiled!.ast, context);
};
const every = (part: TracedPart): TracedPart[] => [part, ...part.parts.flatMap(every)];
const valuesOf = (condition: string) =>
  every(traced(condition)).map(({ source, value, reached }) => [source, value, reached]);

describe('a condition taken apart', () => {
  test('shows what each part came to', () => {
    expect(valuesOf('tx.coins + 5 > 100 && !account.creator')).toEqual([
      ['tx.coins + 5 > 100 && !account.creator', true, true],
      ['tx.coins + 5 > 100', true, true],
      ['tx.coins + 5', 105, true],
      ['tx.coins', 100, true],
      ['!account.creator', true, true],
      ['account.creator', false, true],
    ]);
  });

  test('marks what the outcome did not depend on, and works it out all the same', () => {
    const reached = (condition: string) =>
      Object.fromEntries(every(traced(condition)).map((part) => [part.source, part.reached]));
    expect(reached('account.creator && tx.coins > 1')).toMatchObject({
      'account.creator': true,
      'tx.coins > 1': false,
    });
    expect(reached('tx.coins > 1 || account.creator')).toMatchObject({
      'tx.coins > 1': true,
      'account.creator': false,
    });
    expect(reached('account.creator ? tx.coins > 1 : tx.coins > 2')).toMatchObject({
      'tx.coins > 1': false,
      'tx.coins > 2': true,
    });
    expect(every(traced('account.creator && tx.coins > 1')).every((part) => part.value !== undefined)).toBe(
      true,
    );
  });

  test('says why a part has no value, and goes on', () => {
    const part = traced('1 / (tx.coins - tx.coins) > 0 || true');
    const failed = every(part).find(({ source }) => source === '1 / (tx.coins - tx.coins)');
    expect(failed?.error).toMatch(/zero/);
    expect(part.value).toBe(true);
  });

  test('takes an iteration as a whole, with its list and the facts it reads for each item', () => {
    const part = traced('["DE", "FR"].exists(c, account.country == c && tx.coins > 1)');
    expect(part.value).toBe(true);
    expect(part.parts.map(({ source, value }) => [source, value])).toEqual([
      ['["DE", "FR"]', ['DE', 'FR']],
      ['account.country', 'DE'],
      ['tx.coins', 100],
    ]);
    const idle = traced('lists.blockedTypes.exists(c, account.country == c)');
    expect(factsOf(idle).map(({ fact, reached }) => [fact, reached])).toEqual([
      ['lists.blockedTypes', true],
      ['account.country', false],
    ]);
  });

  test('names every fact once', () => {
    const part = traced('tx.coins > 1 && tx.coins < 1000 && account.country == "DE"');
    expect(factsOf(part).map(({ fact }) => fact)).toEqual(['tx.coins', 'account.country']);
  });

  test('comes to what the evaluator comes to, for every rule of the starter set', () => {
    const ruleset = compile(...STARTER_RULESET.rules.map((rule) => ({ ...rule, mode: 'live' as const })));
    const fired = new Set(judge(ruleset, GIFT).fired.map(({ key }) => key));
    for (const { rule, ast } of ruleset.byKind.gift) {
      expect([rule.key, traceCondition(ast, context).value]).toEqual([rule.key, fired.has(rule.key)]);
    }
  });
});
