/**
 * A rule of a ruleset version: a condition in CEL over the context of one transaction, and what follows when it holds.
 * A version never changes once written; releasing other rules means releasing another version.
 */
import type { TransactionKind } from '../decisions/transaction.js';

/**
 * `step_up` declines until whoever acts has proved on their device that the account is theirs; `restrict` declines and
 * restricts the account, which a person can undo.
 */
export const RULE_EFFECTS = ['decline', 'restrict', 'step_up', 'review', 'score'] as const;
export type RuleEffectType = (typeof RULE_EFFECTS)[number];

/** `off` is not evaluated, `shadow` is evaluated and recorded without effect, `live` takes effect. */
export const RULE_MODES = ['off', 'shadow', 'live'] as const;
export type RuleMode = (typeof RULE_MODES)[number];

/** What a rule guards against; for grouping on screen. */
export const RULE_GROUPS = [
  'lists',
  'stolen_cards',
  'takeover',
  'minors',
  'new_accounts',
  'promotion_abuse',
  'gift_rings',
  'payment_abuse',
  'cash_out',
  'scams',
] as const;
export type RuleGroup = (typeof RULE_GROUPS)[number];

/** A verdict settles the outcome whatever the score; a score adds up with those of other rules (and may be negative). */
export interface RuleEffect {
  readonly type: RuleEffectType;
  readonly score: number;
}

export interface Rule {
  /** Kebab-case, unique in its version, and the same rule across versions. */
  readonly key: string;
  readonly group: RuleGroup;
  readonly description: string;
  /** The transaction kinds it looks at; all of them when absent. */
  readonly kinds?: readonly TransactionKind[];
  readonly condition: string;
  readonly effect: RuleEffect;
  readonly mode: RuleMode;
  /** What the platform is told, stable across versions. */
  readonly reasonCode: string;
  readonly message: string;
}

/** The sum of scores from which a transaction is reviewed, and from which it is declined. */
export interface RulesetThresholds {
  readonly reviewScore: number;
  readonly declineScore: number;
}

export interface Ruleset extends RulesetThresholds {
  readonly version: number;
  readonly rules: readonly Rule[];
}
