import { HOUR, type Money, minorUnitDigits, money, type RefundFact } from '@coinwarden/domain';
import { z } from 'zod';
import type { ReadNotice } from './read-notice.js';
import { about, shaped, Unreadable, unknownHere } from './unreadable.js';

/** https://developer.apple.com/documentation/appstoreservernotifications/notificationtype: answered within 12 hours. */
const ANSWER_WITHIN = 12 * HOUR;

const payload = z.object({
  notificationType: z.string(),
  signedDate: z.int(),
  data: z
    .object({
      bundleId: z.string().optional(),
      signedTransactionInfo: z.string().optional(),
      consumptionRequestReason: z.string().optional(),
    })
    .optional(),
});

const transaction = z.object({
  transactionId: z.string().min(1),
  originalTransactionId: z.string().optional(),
  /** Thousandths of the currency's unit. */
  price: z.int().optional(),
  currency: z.string().length(3).optional(),
  revocationType: z.string().optional(),
  /** Thousandths of a per cent. */
  revocationPercentage: z.int().min(0).max(100_000).optional(),
});
export type AppleTransaction = z.infer<typeof transaction>;

type Payload = z.infer<typeof payload>;
type Reader = (notice: Payload, bought: AppleTransaction) => ReadNotice;

/** Types that are not here concern subscriptions, prices or apps. */
const READERS: Readonly<Record<string, Reader>> = {
  ONE_TIME_CHARGE: (_, bought) =>
    about(namesOf(bought), (reference) => ({ type: 'payment_captured', reference, money: null })),
  REFUND: (_, bought) => refundOf(bought, 'succeeded'),
  REFUND_REVERSED: (_, bought) => refundOf(bought, 'reversed'),
  CONSUMPTION_REQUEST: (notice, bought) =>
    about(namesOf(bought), (reference) => ({
      type: 'consumption_request',
      reference,
      requestReason: notice.data?.consumptionRequestReason ?? null,
      dueAt: notice.signedDate + ANSWER_WITHIN,
      transactionReference: bought.transactionId,
      token: null,
      application: notice.data?.bundleId ?? null,
    })),
};

/** The payload and the transaction inside were verified before they were stored, so here they are only decoded. */
export function readApple(body: unknown): ReadNotice {
  const { signedPayload } = shaped(z.object({ signedPayload: z.string() }), body, 'envelope');
  return readAppleNotification(claimsOf(signedPayload));
}

export function readAppleNotification(claims: unknown): ReadNotice {
  const notice = shaped(payload, claims, 'notification');
  const { notificationType: type, data } = notice;
  if (type === 'TEST') return { fact: { type: 'test' }, references: [] };
  const read = Object.hasOwn(READERS, type) ? READERS[type] : undefined;
  if (!read) return unknownHere(type);
  if (data?.signedTransactionInfo === undefined) throw new Unreadable('no_transaction');
  return read(notice, shaped(transaction, claimsOf(data.signedTransactionInfo), 'transaction'));
}

const namesOf = (bought: AppleTransaction) => [bought.transactionId, bought.originalTransactionId];

/** A transaction is refunded once, and that may be reversed and done again: one refund, told again and again. */
const refundOf = (bought: AppleTransaction, status: RefundFact['status']): ReadNotice =>
  about(namesOf(bought), (reference) => ({
    type: 'refund',
    reference,
    providerRefundId: `apple:${bought.transactionId}`,
    refundId: null,
    status,
    money: refundedMoney(bought),
    detail: bought.revocationType ?? null,
  }));

/** Null is the whole payment. A prorated refund is the percentage of the price that Apple names, rounded down. */
export function refundedMoney({
  price,
  currency,
  revocationType,
  revocationPercentage: part,
}: AppleTransaction): Money | null {
  if (revocationType !== 'REFUND_PRORATED') return null;
  if (part === undefined || price === undefined || currency === undefined) throw new Unreadable('no_price');
  const scale = 10n ** BigInt(minorUnitDigits(currency));
  return money((BigInt(price) * BigInt(part) * scale) / (1_000n * 100_000n), currency);
}

function claimsOf(jws: string): unknown {
  try {
    return JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString('utf8'));
  } catch {
    throw new Unreadable('not_json');
  }
}
