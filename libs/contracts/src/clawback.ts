import { CLAWBACK_CAUSES } from '@coinwarden/domain';
import { z } from 'zod';
import { amount } from './primitives.js';

/** Where the money of a purchase went, in minor units of its currency. refunded + reserved + lost ≤ captured. */
export const moneyBackView = z
  .object({
    currency: z.string(),
    capturedMinor: amount,
    refundedMinor: amount,
    /** On its way to the buyer. */
    reservedMinor: amount,
    /** Lost to disputes. */
    lostMinor: amount,
    /** Taken by the provider beyond what was captured, and contested. */
    excessMinor: amount,
    feeMinor: amount,
    refundableMinor: amount,
  })
  .meta({ id: 'MoneyBack' });
export type MoneyBackView = z.infer<typeof moneyBackView>;

export const CLAWBACK_LINE_STEPS = [
  'unspent',
  'bonus',
  'lapsed',
  'diamonds',
  'debt',
  'write_off',
  'waived',
] as const;

/**
 * One thing a clawback takes (positive) or gives back (negative): coins of the account's lots, diamonds of a creator
 * (`lotId` is the gift), a debt of the account, or nothing anybody has to pay (`lapsed`, `write_off`, `waived`).
 */
export const clawbackLine = z
  .object({
    step: z.enum(CLAWBACK_LINE_STEPS),
    holderId: z.string(),
    lotId: z.string().nullable(),
    coins: z.int(),
    /** Signed; only for the step `diamonds`. */
    diamonds: z.int(),
  })
  .meta({ id: 'ClawbackLine' });
export type ClawbackLineView = z.infer<typeof clawbackLine>;

/** Lines beyond this many are summed up in `moreLines`; `steps` and `holders` always count them all. */
export const MAX_PREVIEW_LINES = 200;

/** Who loses what when a purchase's money goes back: computed by the code that then does it. */
export const clawbackPreview = z
  .object({
    purchaseId: z.string(),
    accountId: z.string(),
    cause: z.enum(CLAWBACK_CAUSES),
    policyVersion: z.int(),
    /** As it will be. */
    money: moneyBackView,
    coins: z.object({
      granted: amount,
      /** What the purchase has to give back in all. */
      due: amount,
      /** What has been taken before. */
      takenBefore: amount,
    }),
    steps: z.array(z.object({ step: z.enum(CLAWBACK_LINE_STEPS), coins: z.int() })),
    /** Who loses, the account first; `debtCoins` is what it will owe more. */
    holders: z.array(
      z.object({
        accountId: z.string(),
        role: z.enum(['buyer', 'creator']),
        coins: z.int(),
        diamonds: z.int(),
        debtCoins: z.int(),
      }),
    ),
    moreHolders: z.int().min(0),
    lines: z.array(clawbackLine),
    moreLines: z.int().min(0),
    /** Of everything above that would be booked; an approval names it. */
    hash: z.string(),
  })
  .meta({ id: 'ClawbackPreview' });
export type ClawbackPreview = z.infer<typeof clawbackPreview>;
