import { z } from 'zod';
import { currency, id, instant, positiveAmount, shortText } from './primitives.js';

/** What every webhook route answers once a notice is stored: it is processed afterwards. */
export const noticeReceipt = z
  .object({
    noticeId: z.string(),
    /** It had come before; nothing is stored or done twice. */
    repeated: z.boolean(),
  })
  .meta({ id: 'NoticeReceipt' });
export type NoticeReceipt = z.infer<typeof noticeReceipt>;

const payment = { reference: id };
const moneyMoved = z.strictObject({ amountMinor: positiveAmount, currency });

/**
 * What `POST /v1/webhooks/standard` takes, signed as Standard Webhooks says: the notices of any provider that this
 * product has no adapter for, written by the platform. Its purchases have `payment.provider: "other"`.
 */
export const standardNotice = z
  .discriminatedUnion('type', [
    z.object({
      type: z.literal('payment.captured'),
      occurredAt: instant,
      data: z.strictObject({
        ...payment,
        /** What was taken; less than the purchase costs does not post it. Left out: all of it. */
        money: moneyMoved.nullable().default(null),
      }),
    }),
    z.object({ type: z.literal('payment.failed'), occurredAt: instant, data: z.strictObject(payment) }),
    z.object({
      type: z.literal('refund.updated'),
      occurredAt: instant,
      data: z.strictObject({
        ...payment,
        refundId: id,
        /** Our own id of it, when it was asked for here. */
        requestId: z.string().max(64).nullable().default(null),
        status: z.enum(['pending', 'succeeded', 'failed', 'cancelled', 'reversed']),
        /** Left out: the whole payment. */
        money: moneyMoved.nullable().default(null),
        detail: shortText.nullable().default(null),
      }),
    }),
    z.object({
      type: z.literal('dispute.updated'),
      occurredAt: instant,
      data: z.strictObject({
        ...payment,
        disputeId: id,
        stage: z.enum(['inquiry', 'dispute', 'pre_arbitration', 'arbitration']),
        status: z.enum(['needs_response', 'under_review', 'won', 'lost', 'prevented', 'cancelled']),
        reason: shortText,
        networkReasonCode: shortText.nullable().default(null),
        scheme: shortText.nullable().default(null),
        money: moneyMoved,
        openedAt: instant,
        dueAt: instant.nullable().default(null),
        submissions: z.int().min(0).default(0),
        refundable: z.boolean().default(false),
        /** Everything booked so far, each under an id of its own. */
        moneyEvents: z
          .array(
            z.strictObject({
              eventId: id,
              kind: z.enum(['withdrawn', 'reinstated']),
              amountMinor: positiveAmount,
              feeMinor: z.int().default(0),
              currency,
              at: instant,
            }),
          )
          .max(100)
          .default([]),
      }),
    }),
    z.object({
      type: z.literal('fraud_warning.created'),
      occurredAt: instant,
      data: z.strictObject({ ...payment, warningId: id, fraudType: shortText, actionable: z.boolean() }),
    }),
    z.object({ type: z.literal('test'), occurredAt: instant, data: z.unknown().optional() }),
  ])
  .meta({ id: 'StandardNotice' });
export type StandardNotice = z.infer<typeof standardNotice>;
