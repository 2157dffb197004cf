import { OUTCOMES, RULE_FIELDS, RULESET_ACTIONS, RULESET_STATUSES } from '@coinwarden/domain';
import { z } from 'zod';
import { instant, longText, storableText } from '../primitives.js';
import { ruleProblem, staffName, staffRule } from './rules.js';

/**
 * A ruleset version; `id` is its number as text. Exactly one is live and at most one in shadow. Its rules change only while
 * it is a draft. Filters: `id status`. Sorts: `version createdAt changedAt`.
 */
export const staffRuleset = z
  .object({
    id: z.string(),
    version: z.int(),
    status: z.enum(RULESET_STATUSES),
    /** The version it was copied from. */
    basedOn: z.int().nullable(),
    reviewScore: z.int(),
    declineScore: z.int(),
    comment: z.string(),
    ruleCount: z.int(),
    /** Counts the changes of thresholds and comment while it is a draft. */
    revision: z.int(),
    /** SHA-256 of everything that decides, from validation on. */
    contentHash: z.string().nullable(),
    createdAt: instant,
    createdBy: z.string(),
    changedAt: instant,
    /** None of them approves it. */
    authors: z.array(staffName),
    approvedBy: staffName.nullable(),
    /** When it is, or was to be, released. */
    releaseAt: instant.nullable(),
    /** The live version it was approved to replace. */
    replaces: z.int().nullable(),
    releasedAt: instant.nullable(),
    /** What the one who asks may do; `edit` changes a draft, `comment` says something about any version. */
    allowedActions: z.array(z.enum([...RULESET_ACTIONS, 'edit', 'comment'])),
  })
  .meta({ id: 'StaffRuleset' });
export type StaffRuleset = z.infer<typeof staffRuleset>;

/** `POST /staff/rulesets`: a draft with the rules of another version, the live one unless said otherwise. */
export const rulesetCreate = z
  .strictObject({ basedOn: z.int().min(1).optional(), comment: longText.trim().min(1).max(1_000) })
  .meta({ id: 'RulesetCreate' });
export type RulesetCreate = z.infer<typeof rulesetCreate>;

const thresholds = { reviewScore: z.int().min(1).max(100_000), declineScore: z.int().min(2).max(100_000) };

/** `PUT /staff/rulesets/{id}`: thresholds and comment of a draft. */
export const rulesetUpdate = z
  .strictObject({
    revision: z.int().min(1),
    comment: longText.trim().min(1).max(1_000),
    ...thresholds,
  })
  .refine((body) => body.declineScore > body.reviewScore, {
    message: 'must be above the review score',
    path: ['declineScore'],
  })
  .meta({ id: 'RulesetUpdate' });
export type RulesetUpdate = z.infer<typeof rulesetUpdate>;

/**
 * `POST /staff/rulesets/{id}/actions/{action}`. `submit` may name when it is to be released; `approve` names the live version
 * whose replacement was looked at (409 `ruleset.live_changed` when it is another by now) and may name another time.
 */
export const rulesetActionRequest = z
  .strictObject({
    reason: longText.trim().min(1).optional(),
    releaseAt: instant.nullable().optional(),
    replaces: z.int().min(1).nullable().optional(),
  })
  .meta({ id: 'RulesetActionRequest' });
export type RulesetActionRequest = z.infer<typeof rulesetActionRequest>;

/** What a version would be refused for, and what each of its rules can cost. */
export const rulesetCheck = z
  .object({
    problems: z.array(ruleProblem),
    maxCost: z.int(),
    costs: z.array(z.object({ key: z.string(), cost: z.int() })),
  })
  .meta({ id: 'RulesetCheck' });
export type RulesetCheck = z.infer<typeof rulesetCheck>;

const fieldValue = z.union([z.string(), z.number(), z.array(z.string()), z.null()]);
const fieldChange = <T extends readonly [string, ...string[]]>(fields: T) =>
  z.object({ field: z.enum(fields), before: fieldValue, after: fieldValue });
const ruleView = staffRule.pick({
  key: true,
  group: true,
  description: true,
  kinds: true,
  condition: true,
  effect: true,
  score: true,
  mode: true,
  reasonCode: true,
  message: true,
});
export type RuleView = z.infer<typeof ruleView>;

/** `GET /staff/rulesets/{id}/diff?against=<version>`: what changes from that version to this one. */
export const rulesetDiff = z
  .object({
    before: z.int(),
    after: z.int(),
    thresholds: z.array(fieldChange(['reviewScore', 'declineScore'])),
    added: z.array(ruleView),
    removed: z.array(ruleView),
    changed: z.array(z.object({ key: z.string(), fields: z.array(fieldChange([...RULE_FIELDS])) })),
  })
  .meta({ id: 'RulesetDiff' });
export type RulesetDiffView = z.infer<typeof rulesetDiff>;

/** `POST /staff/rulesets/{id}/comments`. */
export const rulesetComment = z
  .strictObject({ text: longText.trim().min(1), ruleKey: storableText(64).min(1).optional() })
  .meta({ id: 'RulesetComment' });
export type RulesetComment = z.infer<typeof rulesetComment>;

/** What happened to a version or was said about it: an action, a change of the draft (`edited`), a `comment`. */
export const rulesetEvent = z
  .object({
    id: z.string(),
    rulesetVersion: z.int(),
    kind: z.string(),
    ruleKey: z.string().nullable(),
    at: instant,
    actor: z.object({ type: z.enum(['staff', 'system']), id: z.string(), name: z.string() }),
    note: z.string().nullable(),
    details: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'RulesetEvent' });
export type RulesetEventView = z.infer<typeof rulesetEvent>;

const outcome = z.enum(OUTCOMES);

/** What the version in shadow would have decided otherwise. Counts are of every decision, examples of some. */
export const shadowReport = z
  .object({
    decisions: z.int(),
    differing: z.int(),
    counts: z.array(z.object({ liveOutcome: outcome, outcome, decisions: z.int() })),
    examples: z.array(
      z.object({
        transactionId: z.string(),
        accountId: z.string(),
        at: instant,
        liveOutcome: outcome,
        outcome,
        liveScore: z.int(),
        score: z.int(),
        fired: z.array(z.string()),
      }),
    ),
  })
  .meta({ id: 'ShadowReport' });
export type ShadowReport = z.infer<typeof shadowReport>;
