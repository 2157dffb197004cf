/**
 * The CEL environment rules are written in: the described context as typed variables and nothing else. Expressions are
 * bounded when they are compiled, so that no rule can be expensive: CEL has no loops but over lists, lists are short,
 * and iterations do not nest.
 */
import { type ASTNode, Environment } from '@marcbachmann/cel-js';
import { type Fact, type FactGroup, viewClass } from './fact.js';
import { RULE_CONTEXT } from './rule-context.js';

export const MAX_CONDITION_LENGTH = 2_000;
const LIMITS = {
  maxAstNodes: 250,
  maxDepth: 32,
  maxListElements: 100,
  maxMapEntries: 20,
  maxCallArguments: 8,
};

type Described = Readonly<Record<string, Fact<never> | FactGroup<never>>>;
const isGroup = (field: Fact<never> | FactGroup<never>): field is FactGroup<never> => 'fields' in field;

export function ruleEnvironment(): Environment {
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
    for (const field of Object.values(fields)) if (isGroup(field)) register(field);
  };
  for (const [name, field] of Object.entries(RULE_CONTEXT as unknown as Described)) {
    if (!isGroup(field)) continue;
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
export function describeRuleContext(): FactDoc[] {
  const docs: FactDoc[] = [];
  const walk = (prefix: string, fields: Described) => {
    for (const [name, field] of Object.entries(fields)) {
      if (isGroup(field)) walk(`${prefix}${name}.`, field.fields as Described);
      else docs.push({ path: `${prefix}${name}`, type: field.type, description: field.description });
    }
  };
  walk('', RULE_CONTEXT as unknown as Described);
  return docs;
}

/** The fact at a path such as `velocity.account.h1.purchases`. */
export function factAt(path: readonly string[]): Fact<never> | undefined {
  let fields = RULE_CONTEXT as unknown as Described;
  for (const name of path) {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (!field || !isGroup(field)) return field;
    fields = field.fields as Described;
  }
  return undefined;
}

const ITERATIONS = new Set(['all', 'exists', 'exists_one', 'map', 'filter']);

export interface ConditionReview {
  /** The facts the condition reads. */
  readonly paths: readonly (readonly string[])[];
  /** What is valid CEL but not allowed in a rule. */
  readonly forbidden: readonly { readonly message: string; readonly start: number; readonly end: number }[];
}

/** Walks a parsed condition once: what it reads, and whether its cost is bounded. */
export function reviewCondition(root: ASTNode): ConditionReview {
  const paths = new Map<string, string[]>();
  const forbidden: { message: string; start: number; end: number }[] = [];
  const visit = (value: unknown, iterating: boolean): void => {
    if (Array.isArray(value)) for (const item of value) visit(item, iterating);
    if (!isNode(value)) return;
    const path = pathOf(value);
    if (path && factAt(path)) paths.set(path.join('.'), path);
    const called = value.op === 'rcall' ? value.args[0] : undefined;
    const iterates = called !== undefined && ITERATIONS.has(called);
    if (iterates && iterating) forbidden.push({ message: 'Iterations may not nest', ...value.range });
    // Patterns run on a backtracking engine here, whose time a short pattern can make endless.
    if (called === 'matches') {
      forbidden.push({ message: 'Use contains, startsWith or endsWith instead of matches', ...value.range });
    }
    visit(value.args, iterating || iterates);
  };
  visit(root, false);
  return { paths: [...paths.values()], forbidden };
}

const isNode = (value: unknown): value is ASTNode =>
  typeof value === 'object' && value !== null && 'op' in value;

/** `a.b.c` as its names; undefined for anything else. */
function pathOf(node: ASTNode): string[] | undefined {
  if (node.op === 'id') return [node.args];
  if (node.op !== '.') return undefined;
  const left = pathOf(node.args[0]);
  return left && [...left, node.args[1]];
}
