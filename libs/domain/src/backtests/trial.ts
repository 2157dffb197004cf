/**
 * Two rulesets judged side by side: the one under trial and the live one. What both have in common is evaluated once,
 * so that a draft that changes three rules of sixty costs little more than the live version alone. Each side judges
 * exactly as `evaluateRuleset` does.
 */
import type { TransactionKind } from '../decisions/transaction.js';
import { TRANSACTION_KINDS } from '../decisions/transaction.js';
import type { CompiledRule, CompiledRuleset } from '../risk/compile-ruleset.js';
import { type FiredVerdict, judgeFired, stillDue } from '../risk/evaluate-ruleset.js';
import type { Rule } from '../risk/rule.js';
import type { RuleContext } from '../risk/rule-context.js';

interface SharedCondition {
  readonly condition: CompiledRule['condition'];
  readonly candidate: readonly Rule[];
  readonly live: readonly Rule[];
}

export interface Trial {
  readonly candidate: CompiledRuleset;
  readonly live: CompiledRuleset;
  readonly byKind: Readonly<Record<TransactionKind, readonly SharedCondition[]>>;
  /** What both say of a transaction for which no rule fires: most. */
  readonly quiet: TrialVerdict;
}

export interface SideVerdict extends FiredVerdict {
  /** Shadow rules included, in no certain order; without those whose proof was given. */
  readonly fired: readonly Rule[];
  /** Rules that failed. */
  readonly failed: readonly Rule[];
}

export interface TrialVerdict {
  readonly candidate: SideVerdict;
  readonly live: SideVerdict;
}

export function prepareTrial(candidate: CompiledRuleset, live: CompiledRuleset): Trial {
  const byKind = {} as Record<TransactionKind, readonly SharedCondition[]>;
  for (const kind of TRANSACTION_KINDS)
    byKind[kind] = shareConditions(candidate.byKind[kind], live.byKind[kind]);
  const quietOf = (ruleset: CompiledRuleset) => ({ fired: [], failed: [], ...judgeFired(ruleset, []) });
  return { candidate, live, byKind, quiet: { candidate: quietOf(candidate), live: quietOf(live) } };
}

function shareConditions(
  candidate: readonly CompiledRule[],
  live: readonly CompiledRule[],
): SharedCondition[] {
  const shared = new Map<string, { condition: CompiledRule['condition']; candidate: Rule[]; live: Rule[] }>();
  const add = (side: 'candidate' | 'live', { rule, condition }: CompiledRule) => {
    const known = shared.get(rule.condition) ?? { condition, candidate: [], live: [] };
    known[side].push(rule);
    shared.set(rule.condition, known);
  };
  for (const compiled of candidate) add('candidate', compiled);
  for (const compiled of live) add('live', compiled);
  return [...shared.values()];
}

/** The rules of one side that came to something. */
interface Ended {
  readonly fired: Rule[];
  readonly failed: Rule[];
}

export function judgeTrial(trial: Trial, context: RuleContext): TrialVerdict {
  let ended: { readonly candidate: Ended; readonly live: Ended } | null = null;
  for (const shared of trial.byKind[context.tx.kind as TransactionKind] ?? []) {
    let end: keyof Ended = 'fired';
    try {
      if (shared.condition(context) !== true) continue;
    } catch {
      end = 'failed';
    }
    ended ??= { candidate: { fired: [], failed: [] }, live: { fired: [], failed: [] } };
    for (const rule of shared.candidate) ended.candidate[end].push(rule);
    for (const rule of shared.live) ended.live[end].push(rule);
  }
  if (ended === null) return trial.quiet;
  return {
    candidate: sideOf(trial.candidate, ended.candidate, context),
    live: sideOf(trial.live, ended.live, context),
  };
}

function sideOf(ruleset: CompiledRuleset, rules: Ended, context: RuleContext): SideVerdict {
  const fired = stillDue(rules.fired, context);
  return { fired, failed: rules.failed, ...judgeFired(ruleset, fired) };
}
