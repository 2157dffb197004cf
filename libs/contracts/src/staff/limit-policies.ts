import { AGE_BANDS, LIMIT_MEASURES, LIMIT_WINDOWS, POLICY_LAYERS } from '@coinwarden/domain';
import { z } from 'zod';
import { requestedLimit } from '../limits.js';
import { amount, instant, longText } from '../primitives.js';

/**
 * A row of the staff list `limit-policies`: one version of one policy. Filters: `id layer country ageBand measure window
 * current`. Sorts: `id effectiveFrom`.
 */
export const staffLimitPolicy = z
  .object({
    id: z.string(),
    layer: z.enum(POLICY_LAYERS),
    /** A country, or `*` for every one. */
    country: z.string(),
    ageBand: z.enum(AGE_BANDS),
    measure: z.enum(LIMIT_MEASURES),
    window: z.enum(LIMIT_WINDOWS),
    limit: amount,
    /** Null for limits on coins. */
    currency: z.string().nullable(),
    version: z.int(),
    effectiveFrom: instant,
    effectiveUntil: instant.nullable(),
    /** Whether it is in force now. */
    current: z.boolean(),
    /** The law, code or decision it rests on. */
    source: z.string(),
    allowedActions: z.array(z.string()),
  })
  .meta({ id: 'StaffLimitPolicy' });
export type StaffLimitPolicy = z.infer<typeof staffLimitPolicy>;

/**
 * `POST /staff/accounts/{accountId}/actions/set_limits` replaces the staff layer of an account, at once in both
 * directions; an empty list takes it away. Answers the account's limits.
 */
export const staffLimitsRequest = z
  .strictObject({ limits: z.array(requestedLimit).max(8), reason: longText.trim().min(1) })
  .meta({ id: 'StaffLimitsRequest' });
export type StaffLimitsRequest = z.infer<typeof staffLimitsRequest>;
