/**
 * How much a condition can cost at worst, counted before it ever runs: every part of it once, a fact by the work it takes
 * to find, and what an iteration repeats as often as its list can be long. A rule above the limit is refused, so that the
 * slowest ruleset is as fast as its number of rules promises.
 */
import type { ASTNode } from '@marcbachmann/cel-js';
import { type Call, type Condition, childrenOf, isIteration, pathOf } from './condition-syntax.js';

/** A unit is about the work of comparing two numbers. Most rules of the starter set cost 10 to 40. */
export const MAX_CONDITION_COST = 600;

/** A list fact holds at most this many values, whatever it lists. */
const LIST_FACT_ITEMS = 64;
/** Pieces of a text that is split; texts are as long as ids may be. */
const SPLIT_ITEMS = 128;

/** Facts that are worked out when they are read, by what they start with. */
const FACT_COSTS: readonly (readonly [prefix: string, cost: number])[] = [
  ['velocity.', 6],
  ['links.', 6],
  ['security.', 8],
  ['counterparty.same', 6],
  ['lists.', 3],
  ['limits.', 10],
  ['tx.hourOfDay', 5],
];
const PLAIN_FACT = 2;

/** Text is searched, changed or copied as a whole. */
const TEXT_WORK = 4;
const TEXT_CALLS = new Set([
  'contains',
  'lowerAscii',
  'upperAscii',
  'trim',
  'indexOf',
  'lastIndexOf',
  'join',
]);

interface Estimate {
  readonly cost: number;
  /** How long the list it yields can be; 1 for what is no list. */
  readonly items: number;
}

export const costOf = (condition: Condition): number => estimate(condition).cost;

function estimate(node: ASTNode): Estimate {
  const path = pathOf(node);
  if (path) return { cost: factCost(path.join('.')), items: LIST_FACT_ITEMS };
  if (isIteration(node)) return iteration(node as Call);
  const parts = childrenOf(node).map(estimate);
  const cost = 1 + parts.reduce((sum, part) => sum + part.cost, 0);
  switch (node.op) {
    case 'value':
      return { cost: 0, items: 1 };
    case 'list':
      return { cost, items: parts.length };
    case 'in':
      return { cost: cost + Math.ceil((parts[1]?.items ?? 1) / 8), items: 1 };
    case 'rcall': {
      const [name] = node.args;
      if (name === 'split') return { cost: cost + SPLIT_ITEMS / 8, items: SPLIT_ITEMS };
      const work = TEXT_CALLS.has(name) ? TEXT_WORK * Math.ceil((parts[0]?.items ?? 1) / LIST_FACT_ITEMS) : 0;
      return { cost: cost + work, items: parts[0]?.items ?? 1 };
    }
    default:
      return { cost, items: Math.max(1, ...parts.map((part) => part.items)) };
  }
}

/** `list.exists(x, body)`: the list once, the body for every item. */
function iteration(node: Call): Estimate {
  const [, receiver, [, ...bodies]] = node.args;
  const list = estimate(receiver);
  const body = bodies.reduce((sum, part) => sum + estimate(part).cost, 1);
  return { cost: 1 + list.cost + list.items * body, items: list.items };
}

const factCost = (path: string): number =>
  FACT_COSTS.find(([prefix]) => path.startsWith(prefix))?.[1] ?? PLAIN_FACT;
