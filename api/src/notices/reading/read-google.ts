import { HOUR } from '@coinwarden/domain';
import { z } from 'zod';
import type { ReadNotice } from './read-notice.js';
import { about, irrelevant, shaped, Unreadable, unknownHere } from './unreadable.js';

/** https://developer.android.com/google/play/billing/provide-refund-and-chargeback-suggestions: within 24 hours. */
const ANSWER_WITHIN = 24 * HOUR;

const ONE_TIME_PURCHASED = 1;
const SUBSCRIPTION = 1;
const FULL_REFUND = 1;

const name = z.string().min(1).max(2_000);

/** https://developer.android.com/google/play/billing/rtdn-reference */
const notification = z.object({
  packageName: z.string(),
  eventTimeMillis: z.union([z.int(), z.string().regex(/^\d+$/).transform(Number)]),
  testNotification: z.object({}).optional(),
  oneTimeProductNotification: z.object({ notificationType: z.int(), purchaseToken: name }).optional(),
  voidedPurchaseNotification: z
    .object({ purchaseToken: name, orderId: name, productType: z.int(), refundType: z.int() })
    .optional(),
  pendingRefundReviewNotification: z
    .object({ pendingRefundToken: name, orderId: name, refundReason: z.int().optional() })
    .optional(),
});
type Notification = z.infer<typeof notification>;

export function readGoogle(body: unknown): ReadNotice {
  const { message } = shaped(z.object({ message: z.object({ data: z.string() }) }), body, 'envelope');
  return readDeveloperNotification(JSON.parse(Buffer.from(message.data, 'base64').toString('utf8')));
}

export function readDeveloperNotification(value: unknown): ReadNotice {
  const given = shaped(notification, value, 'notification');
  if (given.testNotification) return { fact: { type: 'test' }, references: [] };
  if (given.oneTimeProductNotification) return readPurchase(given.oneTimeProductNotification);
  if (given.voidedPurchaseNotification) return readVoided(given.voidedPurchaseNotification);
  if (given.pendingRefundReviewNotification) return readReview(given, given.pendingRefundReviewNotification);
  const [kind] = Object.keys(value as object).filter((key) => key.endsWith('Notification'));
  return kind === undefined ? irrelevant('nothing_in_it') : unknownHere(kind);
}

/** The other type is a pending purchase that was cancelled: it will not be paid. */
const readPurchase = (given: NonNullable<Notification['oneTimeProductNotification']>): ReadNotice =>
  about([given.purchaseToken], (reference) =>
    given.notificationType === ONE_TIME_PURCHASED
      ? { type: 'payment_captured', reference, money: null }
      : { type: 'payment_failed', reference },
  );

function readVoided(given: NonNullable<Notification['voidedPurchaseNotification']>): ReadNotice {
  if (given.productType === SUBSCRIPTION) return irrelevant('subscription');
  if (given.refundType !== FULL_REFUND) throw new Unreadable('part_of_order');
  return about([given.orderId, given.purchaseToken], (reference) => ({
    type: 'refund',
    reference,
    providerRefundId: `google:${given.orderId}`,
    refundId: null,
    status: 'succeeded',
    money: null,
    detail: null,
  }));
}

const readReview = (
  { packageName, eventTimeMillis }: Notification,
  given: NonNullable<Notification['pendingRefundReviewNotification']>,
): ReadNotice =>
  about([given.orderId], (reference) => ({
    type: 'consumption_request',
    reference,
    requestReason: given.refundReason === undefined ? null : String(given.refundReason),
    dueAt: eventTimeMillis + ANSWER_WITHIN,
    transactionReference: given.orderId,
    token: given.pendingRefundToken,
    application: packageName,
  }));
