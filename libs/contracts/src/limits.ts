import { LIMIT_LAYERS, LIMIT_MEASURES, LIMIT_WINDOWS } from '@coinwarden/domain';
import { z } from 'zod';
import { amount, currency, instant } from './primitives.js';
import { limitRoom } from './transactions.js';

/** A ceiling as it is asked for: coins for `coins_spent`, minor units of `currency` for `purchase_money`. */
export const requestedLimit = z
  .strictObject({
    measure: z.enum(LIMIT_MEASURES),
    window: z.enum(LIMIT_WINDOWS),
    limit: amount,
    currency: currency.optional(),
  })
  .meta({ id: 'RequestedLimit' });
export type RequestedLimitBody = z.infer<typeof requestedLimit>;

/** Every measure in every window once. */
const MAX_LIMITS = LIMIT_MEASURES.length * LIMIT_WINDOWS.length;
const limits = z.array(requestedLimit).max(MAX_LIMITS);

/** `PUT /v1/accounts/{accountId}/limits/{self|guardian}`: the layer's whole set; what it leaves out is removed. */
export const limitsRequest = z.strictObject({ limits }).meta({ id: 'LimitsRequest' });
export type LimitsRequest = z.infer<typeof limitsRequest>;

/**
 * The layers the platform sets for its users. Who an account's guardian is, the platform knows: the guardian layer is open
 * for every account, whether or not its guardian has one here.
 */
export const limitLayerParam = z.enum(['self', 'guardian']);
export type LimitLayerParam = z.infer<typeof limitLayerParam>;

/** A limit in force with its room; `binding` marks the lowest of its measure and window, which is the one that counts. */
export const activeLimit = limitRoom
  .extend({
    binding: z.boolean(),
    effectiveFrom: instant,
    /** Set when a later value, or its removal, is waiting. */
    effectiveUntil: instant.nullable(),
  })
  .meta({ id: 'ActiveLimit' });
export type ActiveLimit = z.infer<typeof activeLimit>;

/** What a limit becomes at `effectiveFrom`; a null `limit` is its removal. Withdrawn by asking for the present value. */
export const pendingLimit = z
  .object({
    layer: z.enum(LIMIT_LAYERS),
    measure: z.enum(LIMIT_MEASURES),
    window: z.enum(LIMIT_WINDOWS),
    currency: z.string().nullable(),
    limit: amount.nullable(),
    effectiveFrom: instant,
  })
  .meta({ id: 'PendingLimit' });
export type PendingLimit = z.infer<typeof pendingLimit>;

export const accountLimits = z
  .object({
    active: z.array(activeLimit),
    pending: z.array(pendingLimit),
    /** The end of a self-exclusion that lasts now. */
    excludedUntil: instant.nullable(),
  })
  .meta({ id: 'AccountLimits' });
export type AccountLimits = z.infer<typeof accountLimits>;

/** The last that RFC 3339 can write in UTC. */
const LAST_INSTANT = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** `POST /v1/accounts/{accountId}/exclusions`: nothing is bought or spent before `until`, and nobody can shorten it. */
export const exclusionRequest = z
  .strictObject({
    until: instant.refine((v) => Date.parse(v) <= LAST_INSTANT, { message: 'must be before the year 10000' }),
  })
  .meta({ id: 'ExclusionRequest' });
export type ExclusionRequest = z.infer<typeof exclusionRequest>;

export const exclusion = z.object({ accountId: z.string(), until: instant }).meta({ id: 'Exclusion' });
export type Exclusion = z.infer<typeof exclusion>;
