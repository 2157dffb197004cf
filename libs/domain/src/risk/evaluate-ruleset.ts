/**
 * Judges one transaction by a compiled ruleset. A verdict wins over any score; the scores of live rules add up and are
 * held against the version's thresholds; shadow rules are recorded and change nothing. It never throws.
 */
import { masked } from '../access/masking.js';
import type { Outcome, Reason } from '../decisions/transaction.js';
import type { CompiledRule, CompiledRuleset } from './compile-ruleset.js';
import type { Rule, RuleEffectType, RuleMode, RulesetThresholds } from './rule.js';
import type { RuleContext } from './rule-context.js';
import { factAt } from './rule-environment.js';

/** A rule that fired, with the values its condition read. Personal details are masked. */
export interface FiredRule {
  readonly key: string;
  readonly description: string;
  readonly mode: Exclude<RuleMode, 'off'>;
  readonly effect: RuleEffectType;
  readonly score: number;
  readonly reasonCode: string;
  readonly message: string;
  readonly values: Readonly<Record<string, RecordedValue>>;
}

export type RecordedValue = string | number | boolean | readonly string[];

export interface RuleError {
  readonly key: string;
  readonly message: string;
}

/** What live rules ask for beyond the outcome; null for what none does. */
export interface Demands {
  /** The first rule that wants a proof which is not given, unless another declines whatever is proved. */
  readonly stepUp: Rule | null;
  /** The first rule that restricts the account. */
  readonly restrict: Rule | null;
  /** Whether rules that want a proof rested, because it was given. */
  readonly proven: boolean;
}

export const NO_DEMANDS: Demands = { stepUp: null, restrict: null, proven: false };

export interface Evaluation {
  /** Never below zero. */
  readonly score: number;
  readonly outcome: Outcome;
  /** In the order of the ruleset, shadow rules included. */
  readonly fired: readonly FiredRule[];
  readonly errors: readonly RuleError[];
  readonly demands: Demands;
}

export function evaluateRuleset(ruleset: CompiledRuleset, context: RuleContext): Evaluation {
  const fired: FiredRule[] = [];
  const errors: RuleError[] = [];
  const rules: Rule[] = [];
  for (const compiled of ruleset.byKind[context.tx.kind as keyof CompiledRuleset['byKind']] ?? []) {
    try {
      if (compiled.condition(context) !== true) continue;
      fired.push(firedRule(compiled, context));
      rules.push(compiled.rule);
    } catch (error) {
      errors.push({ key: compiled.rule.key, message: messageOf(error) });
    }
  }
  const due = stillDue(rules, context);
  const { score, outcome } = judgeFired(ruleset, due);
  const proven = due.length < rules.length;
  return {
    score,
    outcome,
    fired,
    errors,
    demands: { proven, ...demandsOf(due, score >= ruleset.declineScore) },
  };
}

/** Of the rules that fired those whose effect is due: a rule that asks for a proof rests once it is given. */
export function stillDue(fired: readonly Rule[], context: RuleContext): readonly Rule[] {
  const asks = fired.some(({ effect }) => effect.type === 'step_up');
  if (!asks || !context.security.steppedUp) return fired;
  return fired.filter(({ effect }) => effect.type !== 'step_up');
}

/** Nobody is asked to prove something for a transaction that is declined all the same. */
function demandsOf(due: readonly Rule[], isDeclinedByScore: boolean): Omit<Demands, 'proven'> {
  const first = (type: RuleEffectType) =>
    due.find(({ effect, mode }) => mode === 'live' && effect.type === type) ?? null;
  const restrict = first('restrict');
  const isHopeless = isDeclinedByScore || restrict !== null || first('decline') !== null;
  return { restrict, stepUp: isHopeless ? null : first('step_up') };
}

/** What follows from rules that fired. */
export interface FiredVerdict {
  /** The scores together, never below zero. */
  readonly score: number;
  /** The gravest verdict of a single rule. */
  readonly verdict: Outcome;
  readonly outcome: Outcome;
}

const DECLINES: ReadonlySet<RuleEffectType> = new Set(['decline', 'restrict', 'step_up']);

/** Rules in shadow change nothing; `without` leaves one more out. */
export function judgeFired(
  { reviewScore, declineScore }: RulesetThresholds,
  fired: readonly Rule[],
  without: Rule | null = null,
): FiredVerdict {
  let sum = 0;
  let verdict: Outcome = 'approve';
  for (const rule of fired) {
    if (rule.mode !== 'live' || rule === without) continue;
    sum += rule.effect.score;
    if (DECLINES.has(rule.effect.type)) verdict = 'decline';
    else if (rule.effect.type === 'review' && verdict === 'approve') verdict = 'review';
  }
  const score = Math.max(0, sum);
  const declines = verdict === 'decline' || score >= declineScore;
  const reviews = verdict === 'review' || score >= reviewScore;
  return { score, verdict, outcome: declines ? 'decline' : reviews ? 'review' : 'approve' };
}

const GRAVITY: Readonly<Record<RuleEffectType, number>> = {
  restrict: 4_000_000,
  decline: 3_000_000,
  step_up: 2_000_000,
  review: 1_000_000,
  score: 0,
};

/** What the platform is told: the live rules that spoke against the transaction, the gravest first. */
export function reasonsOf(evaluation: Evaluation): Reason[] {
  const gravity = (rule: FiredRule) => GRAVITY[rule.effect] + rule.score;
  return evaluation.fired
    .filter((rule) => rule.mode === 'live' && (rule.effect !== 'score' || rule.score > 0))
    .filter((rule) => rule.effect !== 'step_up' || !evaluation.demands.proven)
    .sort((a, b) => gravity(b) - gravity(a))
    .map(({ reasonCode, message, values }) => ({ code: reasonCode, message, values }));
}

const firedRule = ({ rule, kept }: CompiledRule, context: RuleContext): FiredRule => ({
  key: rule.key,
  description: rule.description,
  mode: rule.mode === 'live' ? 'live' : 'shadow',
  effect: rule.effect.type,
  score: rule.effect.score,
  reasonCode: rule.reasonCode,
  message: rule.message,
  values: Object.fromEntries(kept.map((path) => [path.join('.'), recorded(path, context)])),
});

const NO_PERMISSIONS: ReadonlySet<never> = new Set();

function recorded(path: readonly string[], context: RuleContext): RecordedValue {
  let value: unknown = context;
  for (const name of path) value = (value as Readonly<Record<string, unknown>>)[name];
  if (typeof value === 'bigint') return Number(value);
  const personal = factAt(path)?.personal;
  if (personal && typeof value === 'string') return masked(NO_PERMISSIONS, personal, value);
  return value as RecordedValue;
}

/** The first line: what follows in the evaluator's messages is a drawing of the position. */
const messageOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';
