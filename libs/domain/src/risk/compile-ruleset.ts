/**
 * Turns a ruleset version into something that judges. A condition that does not parse, does not type-check, is no yes or
 * no, or could be expensive is refused here with its position, so that nothing of the kind ever meets a transaction.
 */
import { type ASTNode, TypeError as CelTypeError, EvaluationError, ParseError } from '@marcbachmann/cel-js';
import { TRANSACTION_KINDS, type TransactionKind } from '../decisions/transaction.js';
import { type Condition, quickCondition } from './quick-condition.js';
import type { Rule, Ruleset } from './rule.js';
import { MAX_CONDITION_LENGTH, reviewCondition, ruleEnvironment } from './rule-environment.js';

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

/** What is wrong with a rule; `start` and `end` are positions in its condition. */
export interface RuleProblem {
  /** Null when it concerns the version as a whole. */
  readonly key: string | null;
  readonly field: 'key' | 'condition' | 'effect' | 'thresholds';
  readonly message: string;
  readonly start?: number;
  readonly end?: number;
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
    if (!/^[a-z][a-z0-9-]{1,63}$/.test(rule.key)) {
      problems.push({
        key: rule.key,
        field: 'key',
        message: 'A key is 2–64 lower-case letters, digits and hyphens',
      });
    }
    if (keys.has(rule.key)) problems.push({ key: rule.key, field: 'key', message: 'The key is used twice' });
    keys.add(rule.key);
    if (!Number.isInteger(rule.effect.score) || Math.abs(rule.effect.score) > MAX_RULE_SCORE) {
      const message = `A score is a whole number from −${MAX_RULE_SCORE} to ${MAX_RULE_SCORE}`;
      problems.push({ key: rule.key, field: 'effect', message });
    }
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

/** One rule alone, as it is checked while it is written. */
export function compileCondition(rule: Rule): CompiledRule | { problems: RuleProblem[] } {
  const problem = (message: string, at?: { start: number; end: number }): RuleProblem => ({
    key: rule.key,
    field: 'condition',
    message,
    ...(at && { start: at.start, end: at.end }),
  });
  if (rule.condition.length > MAX_CONDITION_LENGTH) {
    return { problems: [problem(`A condition has at most ${MAX_CONDITION_LENGTH} characters`)] };
  }
  try {
    const parsed = environment.parse(rule.condition);
    const checked = parsed.check();
    if (!checked.valid) throw checked.error;
    if (checked.type !== 'bool') {
      return {
        problems: [problem(`A condition is true or false, this is ${checked.type}`, parsed.ast.range)],
      };
    }
    const { paths, cost, forbidden } = reviewCondition(parsed.ast);
    if (forbidden.length > 0) return { problems: forbidden.map((found) => problem(found.message, found)) };
    const condition = quickCondition(parsed);
    const read = isProof(rule) ? [...paths, STEPPED_UP] : paths;
    return { rule, condition, ast: parsed.ast, paths: read, kept: withExplanations(read), cost };
  } catch (error) {
    if (error instanceof ParseError || error instanceof CelTypeError || error instanceof EvaluationError) {
      return { problems: [problem(error.summary, error.range)] };
    }
    return {
      problems: [problem(error instanceof Error ? error.message : 'The condition cannot be compiled')],
    };
  }
}

function thresholdProblems({ reviewScore, declineScore }: Ruleset): RuleProblem[] {
  const sound = Number.isInteger(reviewScore) && Number.isInteger(declineScore) && reviewScore > 0;
  if (sound && declineScore > reviewScore) return [];
  const message = 'The review score is a whole number above zero, the decline score one above it';
  return [{ key: null, field: 'thresholds', message }];
}
