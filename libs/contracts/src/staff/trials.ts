import { FACT_ORIGINS, OUTCOMES, RULE_EFFECTS, TRANSACTION_KINDS } from '@coinwarden/domain';
import { z } from 'zod';
import { id, instant } from '../primitives.js';
import { ruleContent, ruleProblem } from './rules.js';

/** `POST /staff/rules/try`: a rule, stored or not, on a transaction of the past. Nothing is written. */
export const ruleTry = z.strictObject({ transactionId: id, rule: ruleContent }).meta({ id: 'RuleTry' });
export type RuleTry = z.infer<typeof ruleTry>;

// Any JSON: a recursive schema would say no more, and generators of clients stumble over it.
const value = z.unknown();

/** One part of a condition. `reached` is false when the outcome did not depend on it. */
export const tracedPart = z
  .object({
    start: z.int(),
    end: z.int(),
    source: z.string(),
    fact: z.string().optional(),
    value: value.optional(),
    error: z.string().optional(),
    reached: z.boolean(),
    get parts(): z.ZodArray<typeof tracedPart> {
      return z.array(tracedPart);
    },
  })
  .meta({ id: 'TracedPart' });
export type TracedPartView = z.infer<typeof tracedPart>;

/** A fact with where its value comes from: only `recorded` and `stored` are certainly what they were. */
export const triedFact = z
  .object({ path: z.string(), value, origin: z.enum(FACT_ORIGINS), reached: z.boolean() })
  .meta({ id: 'TriedFact' });

const transaction = z.object({
  transactionId: z.string(),
  accountId: z.string(),
  kind: z.enum(TRANSACTION_KINDS),
  decidedAt: instant,
  outcome: z.enum(OUTCOMES),
  score: z.int(),
  rulesetVersion: z.int(),
});

export const triedRule = z
  .object({
    transaction,
    /** What keeps it from being evaluated. */
    problems: z.array(ruleProblem),
    /** Whether it looks at this kind of transaction. */
    applies: z.boolean(),
    /** Null: it failed, which counts as not fired, or it could not be evaluated. */
    fired: z.boolean().nullable(),
    certain: z.boolean(),
    trace: tracedPart.nullable(),
    facts: z.array(triedFact),
  })
  .meta({ id: 'TriedRule' });
export type TriedRuleView = z.infer<typeof triedRule>;

/** `POST /staff/rulesets/{id}/try`: a whole version on a transaction of the past. */
export const rulesetTry = z.strictObject({ transactionId: id }).meta({ id: 'RulesetTry' });
export type RulesetTry = z.infer<typeof rulesetTry>;

export const triedRuleset = z
  .object({
    transaction,
    problems: z.array(ruleProblem),
    /** Null while the version does not compile. */
    outcome: z.enum(OUTCOMES).nullable(),
    score: z.int(),
    fired: z.array(
      z.object({
        key: z.string(),
        description: z.string(),
        mode: z.enum(['shadow', 'live']),
        effect: z.enum(RULE_EFFECTS),
        score: z.int(),
      }),
    ),
    errors: z.array(z.object({ key: z.string(), message: z.string() })),
    /** Facts its rules read that may have been different then. */
    uncertain: z.array(z.object({ path: z.string(), origin: z.enum(FACT_ORIGINS) })),
  })
  .meta({ id: 'TriedRuleset' });
export type TriedRulesetView = z.infer<typeof triedRuleset>;
