import { RULE_EFFECTS, RULE_GROUPS, RULE_MODES, TRANSACTION_KINDS } from '@coinwarden/domain';
import { z } from 'zod';

/** A rule as one ruleset version has it; `id` is `<version>:<key>`. */
export const staffRule = z
  .object({
    id: z.string(),
    rulesetVersion: z.int(),
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
    allowedActions: z.array(z.string()),
  })
  .meta({ id: 'StaffRule' });
export type StaffRule = z.infer<typeof staffRule>;
