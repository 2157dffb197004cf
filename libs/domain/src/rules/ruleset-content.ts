import type { Rule, Ruleset } from '../risk/rule.js';

/** What a rule says, without where and when it was written. The order is the one it is compared and hashed in. */
export const RULE_FIELDS = [
  'group',
  'description',
  'kinds',
  'condition',
  'effect',
  'score',
  'mode',
  'reasonCode',
  'message',
] as const;
export type RuleField = (typeof RULE_FIELDS)[number];

export type RuleFieldValue = string | number | readonly string[] | null;

export function ruleFieldOf(rule: Rule, field: RuleField): RuleFieldValue {
  switch (field) {
    case 'kinds':
      return rule.kinds ?? null;
    case 'effect':
      return rule.effect.type;
    case 'score':
      return rule.effect.score;
    default:
      return rule[field];
  }
}

/**
 * Everything that decides, as one text: two versions with the same text judge and explain alike. Its hash proves that
 * what was validated is what was approved and released.
 */
export const rulesetContent = ({ reviewScore, declineScore, rules }: Omit<Ruleset, 'version'>): string =>
  JSON.stringify([
    reviewScore,
    declineScore,
    rules.map((rule) => [rule.key, ...RULE_FIELDS.map((field) => ruleFieldOf(rule, field))]),
  ]);
