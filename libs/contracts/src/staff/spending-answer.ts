import { ACCOUNT_STATUSES, AGE_BANDS, LIMIT_MEASURES, TRANSACTION_KINDS } from '@coinwarden/domain';
import { z } from 'zod';
import { activeLimit, pendingLimit } from '../limits.js';
import { amount, currency, instant, money } from '../primitives.js';
import { limitRoom } from '../transactions.js';

/** Where a limit comes from: a policy, an override, or whoever set it for the account. */
export const limitOrigin = z
  .discriminatedUnion('type', [
    z.object({
      type: z.literal('policy'),
      policyId: z.string(),
      version: z.int(),
      country: z.string(),
      ageBand: z.enum(AGE_BANDS),
      source: z.string(),
    }),
    z.object({
      type: z.literal('override'),
      overrideId: z.string(),
      lifts: z.boolean(),
      by: z.string(),
      reason: z.string().nullable(),
      at: instant,
    }),
    /** `by` is null where the platform did it on its user's behalf. */
    z.object({ type: z.literal('set'), by: z.string().nullable(), at: instant }),
  ])
  .meta({ id: 'LimitOrigin' });
export type LimitOrigin = z.infer<typeof limitOrigin>;

const refusal = z.object({
  transactionId: z.string(),
  decidedAt: instant,
  kind: z.enum(TRANSACTION_KINDS),
  /** `limit.exceeded` or `account.excluded`. */
  code: z.string(),
  /** What was asked for. */
  coins: amount,
  money: money.nullable(),
  /** The limit that refused, with its room at that moment. */
  limit: limitRoom.nullable(),
  /** The end of the exclusion that refused. */
  excludedUntil: instant.nullable(),
});

/** `GET /staff/accounts/{accountId}/spending`: why an account was refused, and everything that limits it now. */
export const spendingAnswer = z
  .object({
    accountId: z.string(),
    displayName: z.string().nullable(),
    country: z.string(),
    ageBand: z.enum(AGE_BANDS),
    /** Days, weeks and months are those of this zone. */
    timeZone: z.string(),
    /** Restricted and suspended accounts are refused whatever the limits say. */
    status: z.enum(ACCOUNT_STATUSES),
    asOf: instant,
    excludedUntil: instant.nullable(),
    limits: z.array(activeLimit.extend({ origin: limitOrigin })),
    /** Limits of the platform that an override stands in the place of, and until when. */
    lifted: z.array(
      activeLimit.omit({ binding: true }).extend({ origin: limitOrigin, liftedUntil: instant.nullable() }),
    ),
    pending: z.array(pendingLimit),
    /** The latest, of as many transactions as `searched` says. */
    refusals: z.array(refusal),
    searched: z.int(),
  })
  .meta({ id: 'SpendingAnswer' });
export type SpendingAnswer = z.infer<typeof spendingAnswer>;

/** `GET /staff/accounts/{accountId}/spending/next?measure=&amount=&currency=`. */
export const nextSpendQuery = z
  .strictObject({
    measure: z.enum(LIMIT_MEASURES),
    amount: z.coerce.number().pipe(amount.min(1)),
    currency: currency.optional(),
  })
  .refine(({ measure, currency: of }) => (measure === 'purchase_money') === (of !== undefined), {
    path: ['currency'],
    message: 'is for money, and money needs one',
  });
export type NextSpendQuery = z.infer<typeof nextSpendQuery>;

/** When so much can be spent if nothing is spent before. */
export const nextSpend = z
  .object({
    /** Null: never, as limits stand. */
    at: instant.nullable(),
    /** Whether that is now. */
    now: z.boolean(),
    /** What refuses until then, one after the other; a null `refused` is the exclusion. */
    waits: z.array(z.object({ from: instant, until: instant.nullable(), refused: limitRoom.nullable() })),
  })
  .meta({ id: 'NextSpend' });
export type NextSpend = z.infer<typeof nextSpend>;
