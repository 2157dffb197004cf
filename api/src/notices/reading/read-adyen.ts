import { money, type RefundFact } from '@coinwarden/domain';
import { type AdyenItem, adyenEnvelope } from '../verification/verify-adyen.js';
import type { ReadNotice } from './read-notice.js';
import { about, irrelevant, shaped, Unreadable, unknownHere } from './unreadable.js';

/**
 * Adyen's payment notices, for purchases of provider `other` whose reference is the payment's PSP reference. An
 * authorisation takes no money yet; a capture or refund that was refused may be asked for again.
 * https://docs.adyen.com/development-resources/webhooks/webhook-types
 */
export function readAdyen(body: unknown): ReadNotice {
  const { notificationItems } = shaped(adyenEnvelope, body, 'notification');
  const item = notificationItems[0]!.NotificationRequestItem;
  const worked = item.success === 'true';
  const payment = [item.originalReference, item.pspReference];
  switch (item.eventCode) {
    case 'AUTHORISATION':
      if (worked) return irrelevant('authorised_only');
      return about([item.pspReference], (reference) => ({ type: 'payment_failed', reference }));
    case 'CAPTURE':
      if (!worked) return irrelevant('capture_refused');
      return about(payment.slice(0, 1), (reference) => ({
        type: 'payment_captured',
        reference,
        money: money(item.amount.value, item.amount.currency),
      }));
    case 'CAPTURE_FAILED':
    case 'CANCELLATION':
      if (!worked) return irrelevant('request_refused');
      return about(payment.slice(0, 1), (reference) => ({ type: 'payment_failed', reference }));
    case 'REFUND':
      return refundOf(item, worked ? 'succeeded' : 'failed');
    case 'REFUND_FAILED':
    case 'REFUNDED_REVERSED':
      return refundOf(item, worked ? 'reversed' : 'succeeded');
    case 'NOTIFICATION_OF_CHARGEBACK':
    case 'CHARGEBACK':
    case 'CHARGEBACK_REVERSED':
    case 'SECOND_CHARGEBACK':
    case 'NOTIFICATION_OF_FRAUD':
      throw new Unreadable('send_as_dispute');
    default:
      return unknownHere(item.eventCode);
  }
}

const refundOf = (item: AdyenItem, status: RefundFact['status']): ReadNotice =>
  about([item.originalReference], (reference) => ({
    type: 'refund',
    reference,
    providerRefundId: item.pspReference,
    refundId: null,
    status,
    money: money(item.amount.value, item.amount.currency),
    detail: item.reason || null,
  }));
