import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { jsonOf } from './parse-signed.js';
import {
  type Arrival,
  invalidNotice,
  type NoticeVerifier,
  notConfigured,
  SignatureRefused,
  type VerifiedNotice,
} from './verifier.js';

export const adyenItem = z.object({
  pspReference: z.string().min(1).max(255),
  originalReference: z.string().max(255).optional(),
  merchantAccountCode: z.string(),
  merchantReference: z.string(),
  amount: z.object({ value: z.int(), currency: z.string() }),
  eventCode: z.string().min(1).max(100),
  eventDate: z.iso.datetime({ offset: true }),
  success: z.enum(['true', 'false']),
  reason: z.string().nullish(),
  additionalData: z.looseObject({ hmacSignature: z.string().min(1) }),
});
export type AdyenItem = z.infer<typeof adyenItem>;

export const adyenEnvelope = z.object({
  notificationItems: z.array(z.object({ NotificationRequestItem: adyenItem })).min(1),
});

/**
 * Adyen signs fields of the item, not the body: HMAC-SHA256 under a hexadecimal key over eight of them joined by colons,
 * in the order of https://docs.adyen.com/development-resources/webhooks/verify-hmac-signatures. There is no time in it.
 */
export class VerifyAdyen implements NoticeVerifier {
  readonly source = 'adyen';

  constructor(private readonly keys: readonly string[]) {}

  async verify({ body }: Arrival): Promise<VerifiedNotice> {
    if (this.keys.length === 0) throw notConfigured('The HMAC key of Adyen’s webhooks');
    const parsed = adyenEnvelope.safeParse(jsonOf(body));
    if (!parsed.success) throw new SignatureRefused('missing');
    const [first, ...others] = parsed.data.notificationItems;
    const item = first!.NotificationRequestItem;
    if (!this.keys.some((key) => isSigned(item, key))) throw new SignatureRefused('mismatch');
    if (others.length > 0)
      throw invalidNotice('/notificationItems', 'must hold one item, as Adyen’s JSON does');
    return {
      providerNoticeId: `${item.pspReference}:${item.eventCode}:${item.success}`,
      kind: `${item.eventCode}.${item.success}`,
      occurredAt: Date.parse(item.eventDate),
    };
  }
}

/** The base64 signature of an item under a key. */
export function signatureOf(item: AdyenItem, key: string): string {
  const { pspReference, originalReference, merchantAccountCode, merchantReference, amount } = item;
  const signed = [
    pspReference,
    originalReference ?? '',
    merchantAccountCode,
    merchantReference,
    amount.value,
    amount.currency,
    item.eventCode,
    item.success,
  ].join(':');
  return createHmac('sha256', Buffer.from(key, 'hex')).update(signed, 'utf8').digest('base64');
}

function isSigned(item: AdyenItem, key: string): boolean {
  const expected = Buffer.from(signatureOf(item, key));
  const given = Buffer.from(item.additionalData.hmacSignature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
