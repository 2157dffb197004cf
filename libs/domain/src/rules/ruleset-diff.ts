/**
 * What changes from one ruleset version to another, rule by rule and field by field. Rules are the same by their key;
 * their order decides nothing and is left out.
 */
import type { Rule, Ruleset } from '../risk/rule.js';
import { RULE_FIELDS, type RuleField, type RuleFieldValue, ruleFieldOf } from './ruleset-content.js';

export interface FieldChange<Field extends string = string> {
  readonly field: Field;
  readonly before: RuleFieldValue;
  readonly after: RuleFieldValue;
}

export interface RulesetDiff {
  readonly thresholds: readonly FieldChange<'reviewScore' | 'declineScore'>[];
  readonly added: readonly Rule[];
  readonly removed: readonly Rule[];
  readonly changed: readonly { readonly key: string; readonly fields: readonly FieldChange<RuleField>[] }[];
}

export function diffRulesets(before: Ruleset, after: Ruleset): RulesetDiff {
  const old = new Map(before.rules.map((rule) => [rule.key, rule]));
  const kept = new Set(after.rules.map((rule) => rule.key));
  return {
    thresholds: (['reviewScore', 'declineScore'] as const)
      .filter((field) => before[field] !== after[field])
      .map((field) => ({ field, before: before[field], after: after[field] })),
    added: after.rules.filter((rule) => !old.has(rule.key)),
    removed: before.rules.filter((rule) => !kept.has(rule.key)),
    changed: after.rules.flatMap((rule) => {
      const was = old.get(rule.key);
      const fields = was ? changedFields(was, rule) : [];
      return fields.length > 0 ? [{ key: rule.key, fields }] : [];
    }),
  };
}

export const isEmptyDiff = ({ thresholds, added, removed, changed }: RulesetDiff): boolean =>
  thresholds.length + added.length + removed.length + changed.length === 0;

const changedFields = (before: Rule, after: Rule): FieldChange<RuleField>[] =>
  RULE_FIELDS.map((field) => ({
    field,
    before: ruleFieldOf(before, field),
    after: ruleFieldOf(after, field),
  })).filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after));
