import {
  type CompiledRuleset,
  compileRuleset,
  type Evaluation,
  evaluateRuleset,
  type Rule,
  type RuleProblem,
  ruleContext,
} from '@coinwarden/domain';
import { ruleInput, type Traits } from './rule-inputs.js';

export const rule = (traits: Partial<Rule>): Rule => ({
  key: 'a-rule',
  group: 'gift_rings',
  description: 'A rule under test',
  condition: 'true',
  effect: { type: 'score', score: 10 },
  mode: 'live',
  reasonCode: 'test.fired',
  message: 'It fired.',
  ...traits,
});

export const THRESHOLDS = { version: 7, reviewScore: 50, declineScore: 100 };

export function compile(...rules: Partial<Rule>[]): CompiledRuleset {
  const result = compileRuleset({
    ...THRESHOLDS,
    rules: rules.map((traits, i) => rule({ key: `rule-${i}`, ...traits })),
  });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

export function problems(traits: Partial<Rule>): readonly RuleProblem[] {
  const result = compileRuleset({ ...THRESHOLDS, rules: [rule(traits)] });
  return result.ok ? [] : result.problems;
}

export const judge = (ruleset: CompiledRuleset, traits: Traits): Evaluation =>
  evaluateRuleset(ruleset, ruleContext(ruleInput(traits)));
export const GIFT: Traits = { tx: { kind: 'gift' } };
