import { REFUND_NEXT_STEPS, REFUND_ORIGINS, REFUND_STATUSES } from '@coinwarden/domain';
import { z } from 'zod';
import { instant, longText, money, positiveAmount } from './primitives.js';

const reasonCode = z.string().min(1).max(64);

/** `POST /v1/refunds`, with an `Idempotency-Key` that is scoped to the purchase's account. */
export const refundRequest = z
  .strictObject({
    purchaseId: z.string().min(1).max(128),
    /** All that is still refundable, unless said. */
    amountMinor: positiveAmount.optional(),
    /** A code of the reason catalogue that platforms may give. */
    reason: reasonCode,
    note: longText.trim().min(1).optional(),
  })
  .meta({ id: 'RefundRequest' });
export type RefundRequest = z.infer<typeof refundRequest>;

/** A code and a sentence for people. */
const told = z.object({ code: z.string(), message: z.string() });

export const refund = z
  .object({
    refundId: z.string(),
    purchaseId: z.string(),
    accountId: z.string(),
    money,
    reason: z.string(),
    status: z.enum(REFUND_STATUSES),
    origin: z.enum(REFUND_ORIGINS),
    requestedAt: instant,
    /** When it came into its status. */
    changedAt: instant,
    /** What somebody outside has to do before it can go on. */
    nextStep: told.extend({ code: z.enum(REFUND_NEXT_STEPS) }).nullable(),
    /** Why it was rejected or failed. */
    failure: told.nullable(),
  })
  .meta({ id: 'Refund' });
export type Refund = z.infer<typeof refund>;

/** `replayed`: this key had asked before; the answer is the one it got then. */
export const refundAnswer = refund.extend({ replayed: z.boolean() }).meta({ id: 'RefundAnswer' });
export type RefundAnswer = z.infer<typeof refundAnswer>;
