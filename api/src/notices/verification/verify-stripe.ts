import Stripe from 'stripe';
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

const event = z.object({
  id: z.string().min(1).max(255),
  type: z.string().min(1).max(255),
  /** Seconds; the newer kind of event writes an RFC 3339 time. */
  created: z.union([
    z.int().transform((seconds) => seconds * 1_000),
    z.iso.datetime({ offset: true }).transform(Date.parse),
  ]),
});

/**
 * `Stripe-Signature: t=…,v1=…[,v1=…]`, HMAC-SHA256 over time and raw body. The library compares every v1 with one secret
 * and refuses what is too old; added here: several secrets, and a time in the future, which would stay valid for long.
 * Stripe's key is the whole string, `whsec_` included.
 */
export class VerifyStripe implements NoticeVerifier {
  readonly source = 'stripe';

  constructor(
    private readonly secrets: readonly string[],
    private readonly limits: { readonly toleranceSeconds: number; readonly now: () => number },
  ) {}

  async verify(arrival: Arrival): Promise<VerifiedNotice> {
    if (this.secrets.length === 0) throw notConfigured('The signing secret of Stripe’s webhooks');
    const header = oneHeader(arrival, 'stripe-signature');
    const now = this.limits.now();
    if (!this.secrets.some((secret) => this.isSignedWith(arrival, header, secret, now)))
      throw new SignatureRefused('mismatch');
    const times = header.split(',').filter((part) => part.startsWith('t='));
    if (times.length !== 1) throw new SignatureRefused('missing');
    checkTime(times[0]!.slice(2), { now, toleranceSeconds: this.limits.toleranceSeconds });
    const { id, type, created } = shapeOf(event, jsonOf(arrival.body));
    return { providerNoticeId: id, kind: type, occurredAt: created };
  }

  /** The time is checked apart, so that a refusal can be counted for what it is. */
  private isSignedWith({ body }: Arrival, header: string, secret: string, now: number): boolean {
    try {
      return Stripe.webhooks.signature!.verifyHeader(
        body,
        header,
        secret,
        Number.MAX_SAFE_INTEGER,
        undefined,
        now,
      );
    } catch (error) {
      if (error instanceof Stripe.errors.StripeSignatureVerificationError) return false;
      throw error;
    }
  }
}
