/**
 * What can be wrong with a rule: a code with values for programs and other languages, and a sentence. Few codes, each for
 * something that a writer of rules can do something about.
 */
export const RULE_PROBLEMS = [
  'key_malformed',
  'key_repeated',
  'score_out_of_range',
  'thresholds_out_of_order',
  'too_long',
  'syntax',
  'unknown_fact',
  'types_differ',
  'not_yes_or_no',
  'iterations_nest',
  'call_not_allowed',
  'too_costly',
  'unusable',
] as const;
export type RuleProblemCode = (typeof RULE_PROBLEMS)[number];

/** What the sentence speaks of. */
export type RuleProblemValues = Readonly<Record<string, string | number>>;

/** `start` and `end` are positions in the condition. */
export interface FoundProblem {
  readonly code: RuleProblemCode;
  readonly message: string;
  readonly values: RuleProblemValues;
  readonly start?: number;
  readonly end?: number;
}

export interface RuleProblem extends FoundProblem {
  /** Null when it concerns the version as a whole. */
  readonly key: string | null;
  readonly field: 'key' | 'condition' | 'effect' | 'thresholds';
}
