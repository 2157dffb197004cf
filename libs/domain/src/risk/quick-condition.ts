/**
 * Conditions as plain functions. Most rules are made of facts, literals, comparisons, whole-number arithmetic and logic,
 * which need no interpreter. Invariant: a quick condition gives the evaluator's answer or none at all. Whatever it does
 * not know, whatever fails and whatever leaves the whole numbers a double can hold is asked of the evaluator.
 */
import type { ASTNode, ParseResult } from '@marcbachmann/cel-js';
import { pathOf } from './condition-syntax.js';
import {
  type FactFields,
  type FactType,
  type FactView,
  isFactGroup,
  openedAt,
  type PlainOf,
} from './fact.js';
import { RULE_CONTEXT, type RuleContext } from './rule-context.js';

/** Whether the condition holds for a transaction; it throws as the evaluator does. */
export type Condition<Context = RuleContext> = (context: Context) => boolean;

/** What is described of the context that conditions read: facts, and groups of them. */
type Facts = FactFields<never>;

/** A part of a condition: whole numbers are doubles here, safe ones. */
interface Part<Type extends FactType = FactType> {
  readonly type: Type;
  readonly read: (context: FactView) => PlainOf[Type];
}

type Binary<Operand, Result> = (left: Operand, right: Operand) => Result;

/** A condition that was checked; its answers never differ from those of `parsed` itself. */
export function quickCondition<Context = RuleContext>(
  parsed: ParseResult,
  facts: Facts = RULE_CONTEXT,
): Condition<Context> {
  const evaluate = parsed as Condition<Context>;
  const part = partOf(parsed.ast, facts);
  if (part?.type !== 'bool') return evaluate;
  const read = part.read as (context: unknown) => boolean;
  return (context) => {
    try {
      return read(context);
    } catch {
      return evaluate(context);
    }
  };
}

/** Thrown where a double may not tell the exact number. */
const UNSURE = new Error('left to the evaluator');

function exact(value: number): number {
  if (!Number.isSafeInteger(value)) throw UNSURE;
  return value;
}

function partOf(node: ASTNode, facts: Facts): Part | null {
  switch (node.op) {
    case 'value':
      return literal(node.args);
    case 'id':
    case '.': {
      const path = pathOf(node);
      return path ? factPart(facts, path) : null;
    }
    case '!_': {
      const inner = ofType('bool', partOf(node.args, facts));
      return inner && { type: 'bool', read: (context) => !inner.read(context) };
    }
    case '-_': {
      const inner = ofType('int', partOf(node.args, facts));
      return inner && { type: 'int', read: (context) => -inner.read(context) };
    }
    case 'in':
      return membership(node.args, facts);
    default:
      return binary(node, facts);
  }
}

const ofType = <Type extends FactType>(type: Type, part: Part | null): Part<Type> | null =>
  part?.type === type ? (part as Part<Type>) : null;

function literal(value: unknown): Part | null {
  if (typeof value === 'boolean') return { type: 'bool', read: () => value };
  if (typeof value === 'string') return { type: 'string', read: () => value };
  const number = typeof value === 'bigint' ? Number(value) : Number.NaN;
  return Number.isSafeInteger(number) ? { type: 'int', read: () => number } : null;
}

function factPart(fields: Facts, [name, ...rest]: readonly string[]): Part | null {
  const field = name !== undefined && Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (!field) return null;
  if (isFactGroup(field)) {
    const position = Object.keys(fields).indexOf(name!);
    const inner = factPart(field.fields as Facts, rest);
    return inner && { type: inner.type, read: (view) => inner.read(openedAt(view, position, field)) };
  }
  if (rest.length > 0) return null;
  const { type } = field;
  const find = field.find as (source: unknown) => PlainOf[typeof type];
  if (type === 'int') return { type, read: (view) => exact(find(view.source) as number) };
  return { type, read: (view) => find(view.source) };
}

/** A text among others. */
function membership([element, list]: readonly [ASTNode, ASTNode], facts: Facts): Part | null {
  const sought = ofType('string', partOf(element, facts));
  if (!sought) return null;
  if (list.op === 'list') {
    const texts = new Set(list.args.map((item) => (item.op === 'value' ? item.args : null)));
    if ([...texts].some((text) => typeof text !== 'string')) return null;
    return { type: 'bool', read: (context) => texts.has(sought.read(context)) };
  }
  const among = ofType('list<string>', partOf(list, facts));
  return among && { type: 'bool', read: (context) => among.read(context).includes(sought.read(context)) };
}

function binary(node: ASTNode, facts: Facts): Part | null {
  if (!Array.isArray(node.args) || node.args.length !== 2) return null;
  const [left, right] = (node.args as [ASTNode, ASTNode]).map((side) => partOf(side, facts)) as [
    Part?,
    Part?,
  ];
  if (!left || !right || left.type !== right.type) return null;
  const { op } = node;
  if (op === '==' || op === '!=') return left.type === 'list<string>' ? null : equality(op, left, right);
  if (left.type === 'bool') return logic(op, left as Part<'bool'>, right as Part<'bool'>);
  if (left.type === 'int') return ofNumbers(op, left as Part<'int'>, right as Part<'int'>);
  return null;
}

const equality = (op: '==' | '!=', left: Part, right: Part): Part<'bool'> =>
  op === '=='
    ? { type: 'bool', read: (context) => left.read(context) === right.read(context) }
    : { type: 'bool', read: (context) => left.read(context) !== right.read(context) };

function logic(op: string, left: Part<'bool'>, right: Part<'bool'>): Part | null {
  if (op === '&&') return { type: 'bool', read: (context) => left.read(context) && right.read(context) };
  if (op === '||') return { type: 'bool', read: (context) => left.read(context) || right.read(context) };
  return null;
}

const COMPARE: Readonly<Record<string, Binary<number, boolean>>> = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};
const CALCULATE: Readonly<Record<string, Binary<number, number>>> = {
  '+': (a, b) => exact(a + b),
  '-': (a, b) => exact(a - b),
  '*': (a, b) => exact(a * b),
  // Division by zero has no number for an answer.
  '/': (a, b) => exact((a - (a % b)) / b),
  '%': (a, b) => exact(a % b),
};

function ofNumbers(op: string, left: Part<'int'>, right: Part<'int'>): Part | null {
  const compare = COMPARE[op];
  if (compare) return { type: 'bool', read: (context) => compare(left.read(context), right.read(context)) };
  const calculate = CALCULATE[op];
  if (calculate)
    return { type: 'int', read: (context) => calculate(left.read(context), right.read(context)) };
  return null;
}
