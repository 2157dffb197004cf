import {
  NOTICE_ACTIONS,
  NOTICE_REASON_CODES,
  NOTICE_SOURCES,
  NOTICE_STATES,
  PAYMENT_PROVIDERS,
} from '@coinwarden/domain';
import { z } from 'zod';
import { amount, instant, shortText } from '../primitives.js';

/** What a notice can turn out to say. */
export const NOTICE_FACTS = [
  'payment_captured',
  'payment_failed',
  'refund',
  'dispute',
  'fraud_warning',
  'consumption_request',
  'test',
  'irrelevant',
] as const;

export const CONSUMPTION_ANSWER_STATES = ['pending', 'sent', 'withheld', 'refused', 'expired'] as const;

/** What a store was told about how much of a purchase was used. */
/** What a reason's sentence names. */
const reasonValues = z.record(z.string(), z.union([z.string(), z.number()])).nullable();

export const consumptionAnswerView = z
  .object({
    /** `withheld`: the customer's consent is missing. `refused`: the store did not take it. `expired`: it came too late. */
    state: z.enum(CONSUMPTION_ANSWER_STATES),
    dueAt: instant,
    sentAt: instant.nullable(),
    attempts: z.int(),
    error: z.string().nullable(),
    errorCode: z.enum(NOTICE_REASON_CODES).nullable(),
    errorValues: reasonValues,
    /** Null while the purchase is not known. */
    computed: z
      .object({
        grantedCoins: amount,
        unspentCoins: amount,
        consumedMilliPercent: z.int().min(0).max(100_000),
        delivered: z.boolean(),
        preference: z.enum(['grant', 'grant_rest', 'decline']),
        policyVersion: z.int(),
      })
      .nullable(),
    /** The body as it was, or will be, sent. */
    request: z.unknown(),
  })
  .meta({ id: 'ConsumptionAnswer' });
export type ConsumptionAnswerView = z.infer<typeof consumptionAnswerView>;

export const staffNotice = z
  .object({
    id: z.string(),
    source: z.enum(NOTICE_SOURCES),
    provider: z.enum(PAYMENT_PROVIDERS),
    /** The provider's own id of the notice, the same on every repetition. */
    providerNoticeId: z.string(),
    /** The provider's word for what it is, such as `charge.dispute.created`. */
    kind: z.string(),
    /** What it says in our words; null until it was read. */
    type: z.enum(NOTICE_FACTS).nullable(),
    /** Every name it has for the payment. */
    references: z.array(z.string()),
    accountId: z.string().nullable(),
    purchaseId: z.string().nullable(),
    state: z.enum(NOTICE_STATES),
    /** Why it waits, failed or was given up. */
    reason: z.string().nullable(),
    /** The same as a code, to be said in any language; null of what was written down before codes were. */
    reasonCode: z.enum(NOTICE_REASON_CODES).nullable(),
    reasonValues,
    attempts: z.int(),
    /** How often it came again after the first time. */
    repetitions: z.int(),
    occurredAt: instant,
    receivedAt: instant,
    processedAt: instant.nullable(),
    nextAttemptAt: instant.nullable(),
    allowedActions: z.array(z.enum(NOTICE_ACTIONS)),
  })
  .meta({ id: 'StaffNotice' });
export type StaffNotice = z.infer<typeof staffNotice>;

export const staffNoticeDetail = staffNotice
  .extend({
    /** The bytes as they came; null for roles that may not see personal details in clear. */
    body: z.string().nullable(),
    bodyBytes: z.int(),
    bodySha256: z.string(),
    headersSha256: z.string(),
    /** What was read out of it; amounts in minor units. */
    fact: z.unknown(),
    answer: consumptionAnswerView.nullable(),
  })
  .meta({ id: 'StaffNoticeDetail' });
export type StaffNoticeDetail = z.infer<typeof staffNoticeDetail>;

export const noticeAction = z.strictObject({ reason: shortText.optional() }).default({});
export type NoticeActionRequest = z.infer<typeof noticeAction>;
