import { RULESET_STATUSES } from '@coinwarden/domain';
import { z } from 'zod';
import { instant } from '../primitives.js';

/** An immutable ruleset version; `id` is its number as text. Exactly one version is live. */
export const staffRuleset = z
  .object({
    id: z.string(),
    version: z.int(),
    status: z.enum(RULESET_STATUSES),
    reviewScore: z.int(),
    declineScore: z.int(),
    comment: z.string(),
    ruleCount: z.int(),
    createdAt: instant,
    createdBy: z.string(),
    allowedActions: z.array(z.string()),
  })
  .meta({ id: 'StaffRuleset' });
export type StaffRuleset = z.infer<typeof staffRuleset>;
