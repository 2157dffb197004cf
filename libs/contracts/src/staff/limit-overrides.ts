import { LIMIT_MEASURES, LIMIT_WINDOWS, OVERRIDE_KINDS } from '@coinwarden/domain';
import { z } from 'zod';
import { requestedLimit } from '../limits.js';
import { amount, instant, longText } from '../primitives.js';

export const LIMIT_OVERRIDE_STATES = ['in_force', 'expired', 'ended'] as const;

/**
 * A row of the staff list `limit-overrides`: what staff set for one account. Filters: `id accountId kind state`. Sorts: `id
 * effectiveFrom`.
 */
export const staffLimitOverride = z
  .object({
    id: z.string(),
    accountId: z.string(),
    /** `lower`: a limit beside all others. `lift`: it stands in the place of the platform's limits on the same thing. */
    kind: z.enum(OVERRIDE_KINDS),
    measure: z.enum(LIMIT_MEASURES),
    window: z.enum(LIMIT_WINDOWS),
    limit: amount,
    currency: z.string().nullable(),
    effectiveFrom: instant,
    /** Null for one that lasts until it is ended; a lift always has an end. */
    effectiveUntil: instant.nullable(),
    state: z.enum(LIMIT_OVERRIDE_STATES),
    /** The e-mail of who set it. */
    createdBy: z.string(),
    reason: z.string().nullable(),
    endedAt: instant.nullable(),
    endedBy: z.string().nullable(),
    endReason: z.string().nullable(),
    allowedActions: z.array(z.enum(['end'])),
  })
  .meta({ id: 'StaffLimitOverride' });
export type StaffLimitOverride = z.infer<typeof staffLimitOverride>;

const reason = longText.trim().min(1);

/**
 * `POST /staff/accounts/{accountId}/actions/override_limit`: binds from its commit on and ends by itself. It takes the place
 * of a standing one on the same measure and window.
 */
export const limitOverrideRequest = requestedLimit
  .extend({
    kind: z.enum(OVERRIDE_KINDS),
    until: instant.nullable(),
    /** The standing override on the same measure and window that was seen, if any: 409 `record.conflict` when it is another. */
    follows: z.uuid().nullable(),
    reason,
  })
  .meta({ id: 'LimitOverrideRequest' });
export type LimitOverrideRequest = z.infer<typeof limitOverrideRequest>;

/** `POST /staff/limit-overrides/{id}/actions/end`. */
export const limitOverrideEnd = z.strictObject({ reason }).meta({ id: 'LimitOverrideEnd' });
export type LimitOverrideEnd = z.infer<typeof limitOverrideEnd>;
