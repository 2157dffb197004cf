import { AGE_BANDS, LIMIT_MEASURES, LIMIT_WINDOWS, POLICY_LAYERS } from '@coinwarden/domain';
import { z } from 'zod';
import { requestedLimit } from '../limits.js';
import { amount, country, currency, instant, longText } from '../primitives.js';

/** `withdrawn`: taken back before it began. */
export const LIMIT_POLICY_STATES = ['current', 'scheduled', 'past', 'withdrawn'] as const;
export const LIMIT_POLICY_ACTIONS = ['change', 'end'] as const;

/** A country, or `*` for every one. */
const place = z.union([z.literal('*'), country]);

/**
 * A row of the staff list `limit-policies`: one version of one policy, which is all that is said for a layer, country, age
 * band, measure and window. Filters: `id layer country ageBand measure window current state`. Sorts: `id effectiveFrom
 * version`.
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
    /** How often anything about the policy was changed: a change follows the revision that was seen. */
    revision: z.int(),
    effectiveFrom: instant,
    effectiveUntil: instant.nullable(),
    /** Whether it is in force now. */
    current: z.boolean(),
    state: z.enum(LIMIT_POLICY_STATES),
    /** The law, code or decision it rests on. */
    source: z.string(),
    createdAt: instant,
    /** The e-mail of who set it, and of who ended it; null for what came with the installation. */
    createdBy: z.string().nullable(),
    reason: z.string().nullable(),
    endedBy: z.string().nullable(),
    endReason: z.string().nullable(),
    allowedActions: z.array(z.enum(LIMIT_POLICY_ACTIONS)),
  })
  .meta({ id: 'StaffLimitPolicy' });
export type StaffLimitPolicy = z.infer<typeof staffLimitPolicy>;

const reason = longText.trim().min(1);

const policySetting = z.strictObject({
  layer: z.enum(POLICY_LAYERS),
  country: place,
  ageBand: z.enum(AGE_BANDS),
  measure: z.enum(LIMIT_MEASURES),
  window: z.enum(LIMIT_WINDOWS),
  limit: amount,
  /** For limits on money. */
  currency: currency.optional(),
  /** From now on, if left out; never in the past. */
  effectiveFrom: instant.optional(),
});

/**
 * `POST /staff/limit-policies` sets a policy: its first version, or the next one, from now on or from a moment to come. 422
 * `limit.invalid` when no limit can be made of it.
 */
export const limitPolicySet = policySetting
  .extend({
    /** The law, code or decision it rests on; a regulator's limit names one. */
    source: longText.trim().default(''),
    /** The revision that was seen, 0 for none: 409 `record.conflict` when somebody changed the policy meanwhile. */
    follows: z.int().min(0),
    reason,
  })
  .meta({ id: 'LimitPolicySet' });
export type LimitPolicySet = z.infer<typeof limitPolicySet>;

/** `POST /staff/limit-policies/{id}/actions/end`: at a moment, or now; a version that has not begun never will. */
export const limitPolicyEnd = z
  .strictObject({ at: instant.optional(), follows: z.int().min(1), reason })
  .meta({ id: 'LimitPolicyEnd' });
export type LimitPolicyEnd = z.infer<typeof limitPolicyEnd>;

/** `POST /staff/limit-policies/preview`: what setting this would mean for accounts; nothing is changed. */
export const limitPolicyPreviewRequest = policySetting.meta({ id: 'LimitPolicyPreviewRequest' });
export type LimitPolicyPreviewRequest = z.infer<typeof limitPolicyPreviewRequest>;

export const limitPolicyPreview = z
  .object({
    /** Those of the age band and country. */
    accounts: z.int(),
    /** Of those, who would have no room left with what they used in the present window, and has some now. */
    newlyFull: z.int(),
    /** Of those, who spent more than this in at least one such window of the last 30 days. */
    overIn30Days: z.int(),
    /** How many accounts were looked at where not all were: the figures are then estimates. */
    sampled: z.int().nullable(),
    /** The same for `overIn30Days`, whose accounts were all looked at unless this says how many. */
    sampledIn30Days: z.int().nullable(),
    /** The version it would follow. */
    before: staffLimitPolicy.pick({ version: true, limit: true, currency: true }).nullable(),
    /** Another policy that is as low or lower already, so that this one would bind nobody. */
    lowerAlready: staffLimitPolicy
      .pick({ layer: true, country: true, limit: true, currency: true })
      .nullable(),
  })
  .meta({ id: 'LimitPolicyPreview' });
export type LimitPolicyPreview = z.infer<typeof limitPolicyPreview>;

/**
 * `POST /staff/accounts/{accountId}/actions/set_limits` replaces the staff layer of an account, at once in both
 * directions; an empty list takes it away. Answers the account's limits.
 */
export const staffLimitsRequest = z
  .strictObject({ limits: z.array(requestedLimit).max(8), reason: longText.trim().min(1) })
  .meta({ id: 'StaffLimitsRequest' });
export type StaffLimitsRequest = z.infer<typeof staffLimitsRequest>;
