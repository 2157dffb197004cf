/** How conditions are walked: the parts of a node, the facts it names, and what repeats. */
import type { ASTNode } from '@marcbachmann/cel-js';

export type Condition = ASTNode;
/** A call on something: `list.exists(x, …)`, `text.contains(…)`. */
export type Call = Extract<ASTNode, { op: 'rcall' }>;

const ITERATIONS = new Set(['all', 'exists', 'exists_one', 'map', 'filter']);

/** `list.exists(x, …)` and its like. */
export const isIteration = (node: ASTNode): boolean => node.op === 'rcall' && ITERATIONS.has(node.args[0]);

/** The nodes right below, in the order they are written. */
export function childrenOf(node: ASTNode): ASTNode[] {
  const found: ASTNode[] = [];
  const collect = (value: unknown): void => {
    if (isNode(value)) found.push(value);
    else if (Array.isArray(value)) for (const item of value) collect(item);
  };
  collect(node.args);
  return found;
}

const isNode = (value: unknown): value is ASTNode =>
  typeof value === 'object' && value !== null && 'op' in value;

/** `a.b.c` as its names; undefined for anything else. */
export function pathOf(node: ASTNode): string[] | undefined {
  if (node.op === 'id') return [node.args];
  if (node.op !== '.') return undefined;
  const left = pathOf(node.args[0]);
  return left && [...left, node.args[1]];
}

/**
 * Where a node stands in the text. The parser leaves brackets out of its ranges, also where they belong to an end of the
 * node; here they are taken in until they match.
 */
export function spanOf(node: ASTNode): { start: number; end: number } {
  const { input } = node;
  let { start, end } = node.range;
  const { missing, surplus } = bracketsOf(input.slice(start, end));
  for (let i = 0; i < missing; i++) end = input.indexOf(')', end) + 1 || end;
  for (let i = 0; i < surplus; i++) start = Math.max(input.lastIndexOf('(', start - 1), 0);
  return { start, end };
}

export function sourceOf(node: ASTNode): string {
  const { start, end } = spanOf(node);
  return node.input.slice(start, end);
}

/** How many brackets of a piece of text close outside of it, and how many open there. */
function bracketsOf(text: string): { missing: number; surplus: number } {
  let missing = 0;
  let surplus = 0;
  // Brackets inside of texts are letters.
  for (const [bracket] of text.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, '').matchAll(/[()]/g)) {
    if (bracket === '(') missing++;
    else if (missing > 0) missing--;
    else surplus++;
  }
  return { missing, surplus };
}
