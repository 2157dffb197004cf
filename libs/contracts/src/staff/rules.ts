import {
  MAX_CONDITION_LENGTH,
  MAX_RULE_SCORE,
  RULE_EFFECTS,
  RULE_GROUPS,
  RULE_MODES,
  RULE_PROBLEMS,
  RULESET_STATUSES,
  TRANSACTION_KINDS,
} from '@coinwarden/domain';
import { z } from 'zod';
import { instant, longText, shortText } from '../primitives.js';

/** Somebody by name; null where the system did it. */
export const staffName = z.object({ id: z.string(), name: z.string() }).meta({ id: 'StaffName' });

/** What is wrong with a rule. `start` and `end` are positions in its condition. */
export const ruleProblem = z
  .object({
    /** Null when it concerns the version as a whole. */
    key: z.string().nullable(),
    field: z.enum(['key', 'condition', 'effect', 'thresholds']),
    code: z.enum(RULE_PROBLEMS),
    message: z.string(),
    /** What the message speaks of: `fact` and `near` of an unknown fact, `cost` and `max`, `detail` of the evaluator. */
    values: z.record(z.string(), z.union([z.string(), z.number()])),
    start: z.int().optional(),
    end: z.int().optional(),
  })
  .meta({ id: 'RuleProblem' });
export type RuleProblemView = z.infer<typeof ruleProblem>;

/** `GET /staff/rules/facts`: something a condition may read, by its path, with its CEL type. */
export const ruleFact = z
  .object({ path: z.string(), type: z.string(), description: z.string() })
  .meta({ id: 'RuleFact' });
export type RuleFact = z.infer<typeof ruleFact>;

/** What may be done to one rule: changed while its version is a draft, given to somebody at any time. */
export const RULE_ACTIONS = ['edit', 'remove', 'assign'] as const;
export type RuleAction = (typeof RULE_ACTIONS)[number];

/** A rule as one ruleset version has it; `id` is `<version>:<key>`. */
export const staffRule = z
  .object({
    id: z.string(),
    rulesetVersion: z.int(),
    rulesetStatus: z.enum(RULESET_STATUSES),
    position: z.int(),
    key: z.string(),
    group: z.enum(RULE_GROUPS),
    description: z.string(),
    /** Null: every kind. */
    kinds: z.array(z.enum(TRANSACTION_KINDS)).nullable(),
    condition: z.string(),
    effect: z.enum(RULE_EFFECTS),
    score: z.int(),
    mode: z.enum(RULE_MODES),
    reasonCode: z.string(),
    message: z.string(),
    /** Counts its changes while its version is a draft; whoever saves names the one they saw. */
    revision: z.int(),
    changedAt: instant.nullable(),
    changedBy: z.string().nullable(),
    /** Who answers for it, whatever the version. */
    owner: staffName.nullable(),
    allowedActions: z.array(z.enum(RULE_ACTIONS)),
  })
  .meta({ id: 'StaffRule' });
export type StaffRule = z.infer<typeof staffRule>;

const content = {
  group: z.enum(RULE_GROUPS),
  description: longText.trim().min(1).max(1_000),
  kinds: z.array(z.enum(TRANSACTION_KINDS)).min(1).nullable(),
  condition: longText.trim().min(1).max(MAX_CONDITION_LENGTH),
  effect: z.enum(RULE_EFFECTS),
  score: z.int().min(-MAX_RULE_SCORE).max(MAX_RULE_SCORE),
  mode: z.enum(RULE_MODES),
  reasonCode: z
    .string()
    .max(64)
    .regex(/^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$/, {
      message: 'is two words joined by a dot, such as card.testing',
    }),
  message: shortText.trim().min(1),
};

/** A rule alone, as it is written; its condition may still be wrong. */
export const ruleContent = z
  .strictObject({
    key: z
      .string()
      .regex(/^[a-z][a-z0-9-]{1,63}$/, { message: 'is 2–64 lower-case letters, digits and hyphens' }),
    ...content,
  })
  .meta({ id: 'RuleContent' });
export type RuleContent = z.infer<typeof ruleContent>;

/** `POST /staff/rules`: adds a rule to a draft. */
export const ruleCreate = ruleContent.extend({ rulesetVersion: z.int().min(1) }).meta({ id: 'RuleCreate' });
export type RuleCreate = z.infer<typeof ruleCreate>;

/** `PUT /staff/rules/{id}`: changes a rule of a draft. 409 `ruleset.edit_conflict` when `revision` is not the last. */
export const ruleUpdate = z.strictObject({ ...content, revision: z.int().min(1) }).meta({ id: 'RuleUpdate' });
export type RuleUpdate = z.infer<typeof ruleUpdate>;

/** `POST /staff/rules/{id}/actions/assign`; null: nobody. */
export const ruleAssign = z.strictObject({ ownerId: z.uuid().nullable() }).meta({ id: 'RuleAssign' });
export type RuleAssign = z.infer<typeof ruleAssign>;

export const ruleRemove = z
  .strictObject({ revision: z.int().min(1), reason: longText.trim().min(1).optional() })
  .meta({ id: 'RuleRemove' });
export type RuleRemove = z.infer<typeof ruleRemove>;
