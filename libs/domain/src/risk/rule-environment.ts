/**
 * The CEL environment rules are written in: the described context as typed variables and nothing else. Expressions are
 * bounded when they are compiled, so that no rule can be expensive: CEL has no loops but over lists, lists are short,
 * and iterations do not nest.
 */
import { type ASTNode, Environment } from '@marcbachmann/cel-js';
import { costOf, MAX_CONDITION_COST } from './condition-cost.js';
import { childrenOf, isIteration, pathOf } from './condition-syntax.js';
import { type Fact, type FactFields, type FactGroup, isFactGroup, viewClass } from './fact.js';
import { RULE_CONTEXT } from './rule-context.js';
import type { FoundProblem } from './rule-problem.js';

export const MAX_CONDITION_LENGTH = 2_000;
const LIMITS = {
  maxAstNodes: 250,
  maxDepth: 32,
  maxListElements: 100,
  maxMapEntries: 20,
  maxCallArguments: 8,
};

type Described = Readonly<Record<string, Fact<never> | FactGroup<never>>>;

/** Facts that conditions of one sort may read, such as those of rules; whoever is given none reads these. */
export type ConditionContext = FactFields<never>;
const RULES: ConditionContext = RULE_CONTEXT;

export function ruleEnvironment(context: ConditionContext = RULES): Environment {
  const environment = new Environment({ limits: LIMITS });
  const registered = new Set<string>();
  const register = (group: FactGroup<never>) => {
    if (registered.has(group.type)) return;
    registered.add(group.type);
    const fields = group.fields as Described;
    const types = Object.entries(fields).map(([name, field]) => [name, field.type]);
    environment.registerType(group.type, {
      ctor: viewClass(group.type, fields),
      fields: Object.fromEntries(types),
    });
    for (const field of Object.values(fields)) if (isFactGroup(field)) register(field);
  };
  for (const [name, field] of Object.entries(context as Described)) {
    if (!isFactGroup(field)) continue;
    register(field);
    environment.registerVariable(name, field.type, { description: field.description });
  }
  return environment;
}

/** One line of the reference for people who write rules, and of their completion. */
export interface FactDoc {
  readonly path: string;
  readonly type: string;
  readonly description: string;
}

/** Every fact with its full path, in the order of the description. */
export function describeRuleContext(context: ConditionContext = RULES): FactDoc[] {
  const docs: FactDoc[] = [];
  const walk = (prefix: string, fields: Described) => {
    for (const [name, field] of Object.entries(fields)) {
      if (isFactGroup(field)) walk(`${prefix}${name}.`, field.fields as Described);
      else docs.push({ path: `${prefix}${name}`, type: field.type, description: field.description });
    }
  };
  walk('', context as Described);
  return docs;
}

/** The fact at a path such as `velocity.account.h1.purchases`. */
export function factAt(path: readonly string[], context: ConditionContext = RULES): Fact<never> | undefined {
  let fields = context as Described;
  for (const name of path) {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (!field || !isFactGroup(field)) return field;
    fields = field.fields as Described;
  }
  return undefined;
}

export interface ConditionReview {
  /** The facts the condition reads. */
  readonly paths: readonly (readonly string[])[];
  /** What it can cost at worst. */
  readonly cost: number;
  /** What is valid CEL but not allowed in a rule. */
  readonly forbidden: readonly FoundProblem[];
}

/** Walks a parsed condition once: what it reads, and whether its cost is bounded. */
export function reviewCondition(root: ASTNode, context: ConditionContext = RULES): ConditionReview {
  const paths = new Map<string, string[]>();
  const forbidden: FoundProblem[] = [];
  const forbid = (at: ASTNode, problem: FoundProblem) => {
    forbidden.push({ ...problem, start: at.range.start, end: at.range.end });
  };
  const visit = (node: ASTNode, iterating: boolean): void => {
    const path = pathOf(node);
    if (path && factAt(path, context)) paths.set(path.join('.'), path);
    const iterates = isIteration(node);
    if (iterates && iterating)
      forbid(node, { code: 'iterations_nest', message: 'Iterations may not nest', values: {} });
    const [call] = node.op === 'rcall' ? node.args : [];
    const message = call === undefined ? undefined : FORBIDDEN_CALLS.get(call);
    if (call && message) forbid(node, { code: 'call_not_allowed', message, values: { call } });
    for (const child of childrenOf(node)) visit(child, iterating || iterates);
  };
  visit(root, false);
  const cost = costOf(root);
  if (forbidden.length === 0 && cost > MAX_CONDITION_COST) {
    const message = `This could cost ${cost}, and a condition may cost ${MAX_CONDITION_COST}: shorten its lists`;
    forbid(root, { code: 'too_costly', message, values: { cost, max: MAX_CONDITION_COST } });
  }
  return { paths: [...paths.values()], cost, forbidden };
}

const FORBIDDEN_CALLS: ReadonlyMap<string, string> = new Map([
  // Patterns run on a backtracking engine here, whose time a short pattern can make endless.
  ['matches', 'Use contains, startsWith or endsWith instead of matches'],
  // Names for parts double what they name again and again.
  ['bind', 'Write the expression out instead of naming it with bind'],
]);
