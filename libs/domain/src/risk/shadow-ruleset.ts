/**
 * A whole version that judges beside the live one without effect. Rules that both versions have alike are not asked
 * twice: what they said to the live version counts for both, so a shadow costs what it changes. It never throws.
 */
import type { Outcome, TransactionKind } from '../decisions/transaction.js';
import { TRANSACTION_KINDS } from '../decisions/transaction.js';
import type { CompiledRule, CompiledRuleset } from './compile-ruleset.js';
import { type Evaluation, judgeFired, stillDue } from './evaluate-ruleset.js';
import type { Rule } from './rule.js';
import type { RuleContext } from './rule-context.js';

interface ShadowRules {
  /** Key of a live rule → the shadow's rule that asks the same. */
  readonly shared: ReadonlyMap<string, Rule>;
  /** What only the shadow asks. */
  readonly own: readonly CompiledRule[];
}

export interface CompiledShadow {
  readonly version: number;
  readonly reviewScore: number;
  readonly declineScore: number;
  readonly byKind: Readonly<Record<TransactionKind, ShadowRules>>;
}

export interface ShadowVerdict {
  readonly version: number;
  readonly outcome: Outcome;
  readonly score: number;
  /** Keys of live rules of the shadow that fired. */
  readonly fired: readonly string[];
}

/** Compares conditions kind by kind: which of the shadow's the live version has asked already. */
export function compileShadow(shadow: CompiledRuleset, live: CompiledRuleset): CompiledShadow {
  const byKind = {} as Record<TransactionKind, ShadowRules>;
  for (const kind of TRANSACTION_KINDS) {
    const asked = new Map(live.byKind[kind].map(({ rule }) => [rule.condition, rule.key]));
    const shared = new Map<string, Rule>();
    const own: CompiledRule[] = [];
    for (const compiled of shadow.byKind[kind]) {
      const key = asked.get(compiled.rule.condition);
      if (key === undefined || shared.has(key)) own.push(compiled);
      else shared.set(key, compiled.rule);
    }
    byKind[kind] = { shared, own };
  }
  const { version, reviewScore, declineScore } = shadow;
  return { version, reviewScore, declineScore, byKind };
}

/** What the shadow would have decided, given what the live version has found. */
export function evaluateShadow(
  shadow: CompiledShadow,
  context: RuleContext,
  live: Evaluation,
): ShadowVerdict | null {
  const rules = shadow.byKind[context.tx.kind as TransactionKind];
  if (!rules) return null;
  const fired: Rule[] = [];
  for (const { key } of live.fired) {
    const rule = rules.shared.get(key);
    if (rule) fired.push(rule);
  }
  for (const { rule, condition } of rules.own) {
    try {
      if (condition(context) === true) fired.push(rule);
    } catch {
      // Counts as not fired, as in the live version.
    }
  }
  const { score, outcome } = judgeFired(shadow, stillDue(fired, context));
  const effective = fired.filter((rule) => rule.mode === 'live');
  return { version: shadow.version, outcome, score, fired: effective.map((rule) => rule.key) };
}
