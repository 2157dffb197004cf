import { ACCOUNT_FLAGS, ACCOUNT_STATUSES, ALERT_KINDS } from '@coinwarden/domain';
import { z } from 'zod';
import { amount, instant } from '../primitives.js';

/**
 * A row of the staff list `flagged-accounts`: an account that is restricted or suspended, has a case that is not done, is
 * suspicious by its links, or wrote a scam in the last 30 days. Filters: `id status flag kind` (of its open cases). Sorts:
 * `id concern valueAtRisk dueAt`.
 */
export const flaggedAccount = z
  .object({
    id: z.string(),
    displayName: z.string().nullable(),
    /** Null for an account that is not known here. */
    status: z.enum(ACCOUNT_STATUSES).nullable(),
    flags: z.array(z.enum(ACCOUNT_FLAGS)),
    /** 0 … 1000: the strongest of its open cases, its links and its texts. */
    concern: z.int(),
    openCases: z.int(),
    /** The case to be worked first. */
    caseId: z.string().nullable(),
    caseKinds: z.array(z.enum(ALERT_KINDS)),
    valueAtRiskUsdMinor: amount,
    dueAt: instant.nullable(),
    linkScore: z.int(),
    scamTexts: z.int(),
  })
  .meta({ id: 'FlaggedAccount' });
export type FlaggedAccount = z.infer<typeof flaggedAccount>;
