import { isUtf8 } from 'node:buffer';
import { standardNotice } from '@coinwarden/contracts';
import { Webhook, WebhookVerificationError } from 'standardwebhooks';
import { z } from 'zod';
import { jsonOf, shapeOf } from './parse-signed.js';
import {
  type Arrival,
  checkTime,
  type NoticeVerifier,
  notConfigured,
  oneHeader,
  SignatureRefused,
  type VerifiedNotice,
} from './verifier.js';

/** The signature joins id, time and body by dots: an id with one could move the border between them. */
const ID = /^[^.\s]{1,255}$/;

/** Whatever its type says; what this product cannot read becomes a dead letter that can be replayed. */
const envelope = z.object({
  type: z.string().min(1).max(100),
  occurredAt: z.iso.datetime({ offset: true }),
});

/**
 * Standard Webhooks: `webhook-id`, `webhook-timestamp` and `webhook-signature`, whose `whsec_` key is base64. The library
 * verifies signature and time, both ways; added here: several secrets, a time that is a plain number, an id without dots.
 */
export class VerifyStandard implements NoticeVerifier {
  readonly source = 'standard';
  private readonly webhooks: readonly Webhook[];

  constructor(
    secrets: readonly string[],
    private readonly limits: { readonly toleranceSeconds: number; readonly now: () => number },
  ) {
    this.webhooks = secrets.map((secret) => new Webhook(secret));
  }

  async verify(arrival: Arrival): Promise<VerifiedNotice> {
    if (this.webhooks.length === 0) throw notConfigured('The signing secret of standard webhooks');
    const id = oneHeader(arrival, 'webhook-id');
    const time = oneHeader(arrival, 'webhook-timestamp');
    const signature = oneHeader(arrival, 'webhook-signature');
    if (!ID.test(id)) throw new SignatureRefused('missing');
    checkTime(time, { now: this.limits.now(), toleranceSeconds: this.limits.toleranceSeconds });
    // The library signs text: bytes that are none would be replaced before they are compared.
    if (!isUtf8(arrival.body)) throw new SignatureRefused('mismatch');
    const headers = { 'webhook-id': id, 'webhook-timestamp': time, 'webhook-signature': signature };
    if (!this.webhooks.some((webhook) => isSigned(webhook, arrival.body, headers)))
      throw new SignatureRefused('mismatch');
    const { type, occurredAt } = shapeOf(envelope, jsonOf(arrival.body));
    // A type of ours that is written wrongly is the platform's own mistake: it is told at once, not a day later.
    if (KNOWN.has(type)) shapeOf(standardNotice, jsonOf(arrival.body));
    return { providerNoticeId: id, kind: type, occurredAt: Date.parse(occurredAt) };
  }
}

const KNOWN = new Set(standardNotice.options.map((option) => option.shape.type.value as string));

function isSigned(webhook: Webhook, body: Buffer, headers: Record<string, string>): boolean {
  try {
    webhook.verify(body, headers, { jsonParse: false });
    return true;
  } catch (error) {
    if (error instanceof WebhookVerificationError) return false;
    throw error;
  }
}
