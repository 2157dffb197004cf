/**
 * A condition taken apart on one transaction: what each part of it came to, and which facts it read. The parts are worked
 * out by the same evaluator as the whole; what the whole would not have looked at is worked out too and marked, so that a
 * reader sees why a rule rests as well as why it fires.
 */
import type { ASTNode } from '@marcbachmann/cel-js';
import { type Call, childrenOf, isIteration, pathOf, spanOf } from '../risk/condition-syntax.js';
import type { RuleContext } from '../risk/rule-context.js';
import { factAt, ruleEnvironment } from '../risk/rule-environment.js';

export type TracedValue = string | number | boolean | null | readonly TracedValue[];

export interface TracedPart {
  /** Where it stands in the condition. */
  readonly start: number;
  readonly end: number;
  readonly source: string;
  /** Set on a fact: its path. */
  readonly fact?: string;
  readonly value?: TracedValue;
  /** Why it has no value. */
  readonly error?: string;
  /** False when the outcome did not depend on it: the other side of an `&&` or `||` had settled it. */
  readonly reached: boolean;
  readonly parts: readonly TracedPart[];
}

/** So many items of a list are shown. */
const MAX_ITEMS = 20;

const environment = ruleEnvironment();
const evaluatePart = (source: string, context: RuleContext): unknown => environment.parse(source)(context);

/** Takes apart a condition that compiles. It never throws. */
export function traceCondition(root: ASTNode, context: RuleContext): TracedPart {
  return trace(root, context, true);
}

function trace(node: ASTNode, context: RuleContext, reached: boolean): TracedPart {
  const { start, end } = spanOf(node);
  const source = node.input.slice(start, end);
  const at = { start, end, source, reached };
  const path = pathOf(node);
  if (path && factAt(path)) {
    return { ...at, fact: path.join('.'), ...outcomeOf(source, context), parts: [] };
  }
  if (node.op === 'value') return { ...at, value: plain(node.args), parts: [] };
  const parts = partsOf(node, context, reached);
  return { ...at, ...outcomeOf(source, context), parts };
}

function partsOf(node: ASTNode, context: RuleContext, reached: boolean): TracedPart[] {
  if (isIteration(node)) {
    const [, receiver, [, ...bodies]] = (node as Call).args;
    const list = trace(receiver, context, reached);
    const isEmpty = Array.isArray(list.value) && list.value.length === 0;
    return [list, ...bodies.flatMap((body) => factsIn(body, context, reached && !isEmpty))];
  }
  if (node.op === '&&' || node.op === '||') {
    const left = trace(node.args[0], context, reached);
    const settles = node.op === '||';
    const right = trace(node.args[1], context, reached && left.value !== settles);
    return [left, right];
  }
  if (node.op === '?:') {
    const [test, yes, no] = node.args;
    const tested = trace(test, context, reached);
    return [
      tested,
      trace(yes, context, reached && tested.value === true),
      trace(no, context, reached && tested.value === false),
    ];
  }
  return childrenOf(node)
    .filter((child) => child.op !== 'value')
    .map((child) => trace(child, context, reached));
}

/** What an iteration asks of each item has no value of its own, but the facts it reads have. */
function factsIn(node: ASTNode, context: RuleContext, reached: boolean): TracedPart[] {
  const path = pathOf(node);
  if (path && factAt(path)) return [trace(node, context, reached)];
  return childrenOf(node).flatMap((child) => factsIn(child, context, reached));
}

function outcomeOf(source: string, context: RuleContext): { value: TracedValue } | { error: string } {
  try {
    return { value: plain(evaluatePart(source, context)) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { error: message.split('\n', 1)[0] ?? '' };
  }
}

/** Values as JSON has them. */
function plain(value: unknown): TracedValue {
  if (typeof value === 'bigint') return Number(value);
  if (Array.isArray(value)) return value.slice(0, MAX_ITEMS).map(plain);
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return value === null ? null : String(value);
}

/** Every fact it names, once, in the order they stand there. */
export function factsOf(part: TracedPart): TracedPart[] {
  const found = new Map<string, TracedPart>();
  const visit = (at: TracedPart): void => {
    if (at.fact !== undefined) {
      const known = found.get(at.fact);
      if (!known || (!known.reached && at.reached)) found.set(at.fact, at);
    }
    for (const inner of at.parts) visit(inner);
  };
  visit(part);
  return [...found.values()];
}
