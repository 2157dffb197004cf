import {
  type Condition,
  describeRuleContext,
  quickCondition,
  type RuleContext,
  ruleContext,
  ruleEnvironment,
  STARTER_RULESET,
} from '@coinwarden/domain';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ruleInput } from '../../support/rule-inputs.js';

const environment = ruleEnvironment();
const PAYMENT = {
  provider: 'stripe',
  reference: 'pi_1',
  instrument: 'card-1',
  country: 'US',
  captured: false,
};
const CONTEXTS = [
  ruleInput({
    tx: { kind: 'gift' },
    facts: { coins: 700 },
    history: { account: [{ series: 'giftsSent', amount: 90, times: 7 }] },
  }),
  ruleInput({ tx: { kind: 'purchase', payment: PAYMENT }, facts: { amountUsdMinor: 4_999 } }),
  ruleInput({
    tx: { kind: 'reward' },
    facts: { coins: Number.MAX_SAFE_INTEGER },
    account: { creator: true },
  }),
  // A fact that is no whole number fails to be read.
  ruleInput({ tx: { kind: 'withdrawal' }, facts: { coins: 0.5 } }),
].map((input) => ruleContext(input));

/** The condition both ways, and how often the quick one had to ask the evaluator. */
function bothWays(text: string) {
  const parsed = environment.parse(text);
  expect(parsed.check()).toMatchObject({ valid: true, type: 'bool' });
  let asked = 0;
  const counting = Object.assign(
    (context: RuleContext) => {
      asked += 1;
      return parsed(context);
    },
    { ast: parsed.ast, check: parsed.check },
  );
  return {
    quick: quickCondition(counting as typeof parsed),
    evaluate: parsed as Condition,
    asked: () => asked,
  };
}

function outcomeOf(condition: Condition, context: RuleContext): unknown {
  try {
    return condition(context);
  } catch (error) {
    return (error as Error).message;
  }
}

const facts = (type: string) =>
  fc.constantFrom(
    ...describeRuleContext()
      .filter((fact) => fact.type === type)
      .map(({ path }) => path),
  );
const NUMBERS = ['0', '1', '3', '700', '-2', '9007199254740991', '9007199254740993', '9223372036854775807'];
const TEXTS = ['""', '"gift"', '"US"', '"account"', '"device"'];

/** Conditions of every form, of which some overflow, divide by zero or are not known to be quick. */
const { condition } = fc.letrec<{ condition: string; number: string; text: string }>((tie) => {
  const joined = (operand: fc.Arbitrary<string>, operators: readonly string[]) =>
    fc
      .tuple(operand, fc.constantFrom(...operators), operand)
      .map(([left, operator, right]) => `(${left} ${operator} ${right})`);
  return {
    number: fc.oneof(
      { depthSize: 'small' },
      facts('int'),
      fc.constantFrom(...NUMBERS),
      joined(tie('number'), ['+', '-', '*', '/', '%']),
      tie('number').map((number) => `-(${number})`),
    ),
    text: fc.oneof(facts('string'), fc.constantFrom(...TEXTS)),
    condition: fc.oneof(
      { depthSize: 'small' },
      facts('bool'),
      fc.constantFrom('true', 'false'),
      joined(tie('number'), ['<', '<=', '>', '>=', '==', '!=']),
      joined(tie('text'), ['==', '!=']),
      joined(tie('condition'), ['&&', '||', '==', '!=']),
      tie('condition').map((inner) => `!(${inner})`),
      tie('text').map((text) => `${text} in ["gift", "US"]`),
      fc.tuple(tie('text'), facts('list<string>')).map(([text, list]) => `${text} in ${list}`),
      tie('text').map((text) => `${text}.startsWith("g")`),
    ),
  };
});

describe('a quick condition', () => {
  it('comes to what the evaluator comes to, failures included', () => {
    fc.assert(
      fc.property(condition, fc.constantFrom(...CONTEXTS), (text, context) => {
        const { quick, evaluate } = bothWays(text);
        expect([text, outcomeOf(quick, context)]).toEqual([text, outcomeOf(evaluate, context)]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('asks the evaluator for no rule of the starter set', () => {
    for (const rule of STARTER_RULESET.rules) {
      const { quick, evaluate, asked } = bothWays(rule.condition);
      const [gift] = CONTEXTS;
      expect([rule.key, quick(gift!)]).toEqual([rule.key, evaluate(gift!)]);
      expect([rule.key, asked()]).toEqual([rule.key, 0]);
    }
  });

  it('asks it where a double could be wrong', () => {
    const [, , reward] = CONTEXTS;
    const { quick, asked } = bothWays('tx.coins + 2 > 9007199254740991');
    expect(quick(reward!)).toBe(true);
    expect(asked()).toBe(1);
  });
});
