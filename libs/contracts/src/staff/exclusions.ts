import { z } from 'zod';
import { exclusionRequest } from '../limits.js';
import { instant, longText } from '../primitives.js';

/**
 * A row of the staff list `exclusions`: an exclusion of an account from buying and spending, or the time it was made longer.
 * Filters: `id accountId current`. Sorts: `id until`.
 */
export const staffExclusion = z
  .object({
    id: z.string(),
    accountId: z.string(),
    displayName: z.string().nullable(),
    until: instant,
    /** Whether it lasts and was not made longer since. */
    current: z.boolean(),
    /** Null for those from before this was kept. */
    askedAt: instant.nullable(),
    /** `api_key` for the platform, on its user's behalf. */
    askedByType: z.string().nullable(),
    /** The e-mail of who set it, where that was staff. */
    askedBy: z.string().nullable(),
    reason: z.string().nullable(),
  })
  .meta({ id: 'StaffExclusion' });
export type StaffExclusion = z.infer<typeof staffExclusion>;

/** `POST /staff/accounts/{accountId}/exclusions`, on the customer's request: at once, made longer, never shorter. */
export const staffExclusionRequest = exclusionRequest
  .extend({ reason: longText.trim().min(1) })
  .meta({ id: 'StaffExclusionRequest' });
export type StaffExclusionRequest = z.infer<typeof staffExclusionRequest>;
