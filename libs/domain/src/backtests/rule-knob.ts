/**
 * A number a rule compares with, as something that could be turned: `velocity.account.h1.purchases >= 3`. Whatever else
 * the condition says, it holds at a threshold if and only if it holds with the comparison's own answer in its place, so
 * evaluating the condition with the comparison true, with it false, and the compared value tells for every threshold
 * at once whether the rule fires.
 */
import type { ASTNode, ParseResult } from '@marcbachmann/cel-js';
import type { Rule } from '../risk/rule.js';
import type { RuleContext } from '../risk/rule-context.js';
import { ruleEnvironment } from '../risk/rule-environment.js';
import { COMPARISONS, type Comparison } from './threshold-curve.js';

export interface RuleKnob {
  readonly rule: Rule;
  /** What is compared, as it stands in the condition. */
  readonly expression: string;
  readonly comparison: Comparison;
  readonly current: number;
  /** The place of the number in the condition. */
  readonly start: number;
  readonly end: number;
}

export interface CompiledKnob extends RuleKnob {
  readonly value: ParseResult;
  readonly whenTrue: ParseResult;
  readonly whenFalse: ParseResult;
}

/** What turning a knob would do to one transaction. */
export type KnobReading = 'always' | 'never' | { readonly value: number };

export const MAX_KNOBS_PER_RULE = 6;

const environment = ruleEnvironment();
const FLIPPED: Readonly<Record<Comparison, Comparison>> = { '>=': '<=', '>': '<', '<=': '>=', '<': '>' };

/**
 * The knobs of a rule that compiles, in the order of its condition: comparisons joined by nothing but `&&` and `||`, so
 * that a threshold that catches more never makes the rule fire less.
 */
export function knobsOf(rule: Rule): CompiledKnob[] {
  const knobs: CompiledKnob[] = [];
  const visit = (node: ASTNode): void => {
    if (node.op === '&&' || node.op === '||') for (const side of node.args) visit(side);
    const knob = knobAt(rule, node);
    if (knob) knobs.push(knob);
  };
  visit(environment.parse(rule.condition).ast);
  return knobs.slice(0, MAX_KNOBS_PER_RULE);
}

function knobAt(rule: Rule, node: ASTNode): CompiledKnob | null {
  const comparison = COMPARISONS.find((op) => op === node.op);
  if (!comparison) return null;
  const [left, right] = node.args as [ASTNode, ASTNode];
  const onRight = literalOf(right);
  const literal = onRight ?? literalOf(left);
  if (literal === null || (onRight !== null && literalOf(left) !== null)) return null;
  const compared = onRight === null ? right : left;
  const at = onRight === null ? left.range : right.range;
  const { condition } = rule;
  const expression = condition.slice(compared.range.start, compared.range.end);
  const instead = (answer: 'true' | 'false') =>
    parsed(`${condition.slice(0, node.range.start)}(${answer})${condition.slice(node.range.end)}`);
  const value = parsed(expression);
  const whenTrue = instead('true');
  const whenFalse = instead('false');
  if (!value || !whenTrue || !whenFalse || value.check().type !== 'int') return null;
  return {
    rule,
    expression,
    comparison: onRight === null ? FLIPPED[comparison] : comparison,
    current: literal,
    start: at.start,
    end: at.end,
    value,
    whenTrue,
    whenFalse,
  };
}

function parsed(text: string): ParseResult | null {
  try {
    const result = environment.parse(text);
    return result.check().valid ? result : null;
  } catch {
    return null;
  }
}

function literalOf(node: ASTNode): number | null {
  if (node.op === 'value' && typeof node.args === 'bigint') return Number(node.args);
  if (node.op !== '-_') return null;
  const inner = literalOf(node.args as ASTNode);
  return inner === null ? null : -inner;
}

export function readKnob(knob: CompiledKnob, context: RuleContext): KnobReading {
  try {
    if (knob.whenTrue(context) !== true) return 'never';
    if (knob.whenFalse(context) === true) return 'always';
    return { value: Number(knob.value(context)) };
  } catch {
    return 'never';
  }
}
