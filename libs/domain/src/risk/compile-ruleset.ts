/**
 * Turns a ruleset version into something that judges. A condition that does not parse, does not type-check, is no yes or
 * no, or could be expensive is refused here with its position, so that nothing of the kind ever meets a transaction.
 */
import type { ASTNode } from '@marcbachmann/cel-js';
import { TRANSACTION_KINDS, type TransactionKind } from '../decisions/transaction.js';
import { checkCondition } from './check-condition.js';
import { type Condition, quickCondition } from './quick-condition.js';
import type { Rule, Ruleset } from './rule.js';
import { ruleEnvironment } from './rule-environment.js';
import type { FoundProblem, RuleProblem } from './rule-problem.js';

export interface CompiledRule {
  readonly rule: Rule;
  readonly condition: Condition;
  /** As it was parsed. */
  readonly ast: ASTNode;
  /** The facts the condition reads. */
  readonly paths: readonly (readonly string[])[];
  /** What is recorded when it holds: what it reads, and what explains that. */
  readonly kept: readonly (readonly string[])[];
  /** What it can cost at worst, in the units of `MAX_CONDITION_COST`. */
  readonly cost: number;
}

export interface CompiledRuleset {
  readonly version: number;
  readonly reviewScore: number;
  readonly declineScore: number;
  /** The rules that look at each kind, those switched off left out. */
  readonly byKind: Readonly<Record<TransactionKind, readonly CompiledRule[]>>;
}

export type CompileResult =
  | { readonly ok: true; readonly value: CompiledRuleset }
  | { readonly ok: false; readonly problems: readonly RuleProblem[] };

export const MAX_RULE_SCORE = 1_000;

const environment = ruleEnvironment();

/** Compiles every rule, and names everything that is wrong rather than the first thing. */
export function compileRuleset(ruleset: Ruleset): CompileResult {
  const problems: RuleProblem[] = thresholdProblems(ruleset);
  const compiled: CompiledRule[] = [];
  const keys = new Set<string>();
  for (const rule of ruleset.rules) {
    problems.push(...contentProblems(rule, keys));
    keys.add(rule.key);
    const result = compileCondition(rule);
    if ('problems' in result) problems.push(...result.problems);
    else compiled.push(result);
  }
  if (problems.length > 0) return { ok: false, problems };
  const { version, reviewScore, declineScore } = ruleset;
  return { ok: true, value: { version, reviewScore, declineScore, byKind: byKind(compiled) } };
}

/**
 * The same for a version that compiled when it was written: a rule of another build that no longer does is left out, and
 * the rest judges.
 */
export function compileSound(ruleset: Ruleset): {
  readonly compiled: CompiledRuleset;
  readonly leftOut: readonly RuleProblem[];
} {
  const all = compileRuleset(ruleset);
  if (all.ok) return { compiled: all.value, leftOut: [] };
  const broken = new Set(all.problems.map(({ key }) => key));
  const rest = compileRuleset({ ...ruleset, rules: ruleset.rules.filter(({ key }) => !broken.has(key)) });
  if (!rest.ok) throw new Error(`ruleset ${ruleset.version} cannot be used`);
  return { compiled: rest.value, leftOut: all.problems };
}

/** Whether the proof it wants was given is kept with what a rule read. */
const STEPPED_UP = ['security', 'steppedUp'] as const;
const isProof = ({ effect }: Rule): boolean => effect.type === 'step_up';

/** Facts that say that something is, or how much of it, and the one that says what it is. */
const EXPLAINED_BY: Readonly<Record<string, readonly string[]>> = {
  'lists.blocked': ['lists', 'blockedTypes'],
  'lists.watched': ['lists', 'watchedTypes'],
  'lists.allowed': ['lists', 'allowedTypes'],
  'security.takeoverScore': ['security', 'takeoverSigns'],
};

function withExplanations(paths: CompiledRule['paths']): CompiledRule['kept'] {
  const read = new Set(paths.map((path) => path.join('.')));
  const explanations = paths.flatMap((path) => {
    const explanation = EXPLAINED_BY[path.join('.')];
    return explanation && !read.has(explanation.join('.')) ? [explanation] : [];
  });
  return [...paths, ...explanations];
}

function byKind(compiled: readonly CompiledRule[]): CompiledRuleset['byKind'] {
  const active = compiled.filter(({ rule }) => rule.mode !== 'off');
  const sorted = {} as Record<TransactionKind, CompiledRule[]>;
  for (const kind of TRANSACTION_KINDS) {
    sorted[kind] = active.filter(({ rule }) => rule.kinds === undefined || rule.kinds.includes(kind));
  }
  return sorted;
}

function contentProblems({ key, effect }: Rule, taken: ReadonlySet<string>): RuleProblem[] {
  const problems: RuleProblem[] = [];
  if (!/^[a-z][a-z0-9-]{1,63}$/.test(key)) {
    const message = 'A key is 2–64 lower-case letters, digits and hyphens';
    problems.push({ key, field: 'key', code: 'key_malformed', message, values: {} });
  }
  if (taken.has(key)) {
    const message = 'The key is used twice';
    problems.push({ key, field: 'key', code: 'key_repeated', message, values: {} });
  }
  if (!Number.isInteger(effect.score) || Math.abs(effect.score) > MAX_RULE_SCORE) {
    const message = `A score is a whole number from −${MAX_RULE_SCORE} to ${MAX_RULE_SCORE}`;
    const values = { max: MAX_RULE_SCORE };
    problems.push({ key, field: 'effect', code: 'score_out_of_range', message, values });
  }
  return problems;
}

/** One rule alone, as it is checked while it is written. */
export function compileCondition(rule: Rule): CompiledRule | { problems: RuleProblem[] } {
  const refused = (...found: FoundProblem[]) => ({
    problems: found.map((problem): RuleProblem => ({ key: rule.key, field: 'condition', ...problem })),
  });
  const checked = checkCondition(rule.condition, environment);
  if ('problems' in checked) return refused(...checked.problems);
  const { parsed, paths, cost } = checked;
  const read = isProof(rule) ? [...paths, STEPPED_UP] : paths;
  const condition = quickCondition(parsed);
  return { rule, condition, ast: parsed.ast, paths: read, kept: withExplanations(read), cost };
}

function thresholdProblems({ reviewScore, declineScore }: Ruleset): RuleProblem[] {
  const sound = Number.isInteger(reviewScore) && Number.isInteger(declineScore) && reviewScore > 0;
  if (sound && declineScore > reviewScore) return [];
  const message = 'The review score is a whole number above zero, the decline score one above it';
  return [{ key: null, field: 'thresholds', code: 'thresholds_out_of_order', message, values: {} }];
}
