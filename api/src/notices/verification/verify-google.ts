import { OAuth2Client } from 'google-auth-library';
import { z } from 'zod';
import type { NoticeSettings } from '../../platform/config/notice-settings.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { jsonOf, shapeOf } from './parse-signed.js';
import {
  type Arrival,
  invalidNotice,
  type NoticeVerifier,
  notConfigured,
  oneHeader,
  SignatureRefused,
  type VerifiedNotice,
} from './verifier.js';

const BEARER = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i;
const ISSUERS = ['accounts.google.com', 'https://accounts.google.com'];

/** Pub/Sub numbers its messages; some libraries write the field with an underscore as well. */
const envelope = z.object({
  message: z.object({ data: z.string().min(1), messageId: z.string().min(1).max(255) }),
  subscription: z.string().max(500).optional(),
});

/** A 64-bit number, which JSON writes as text. */
const millis = z.union([
  z.int(),
  z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
]);

/** Exactly one of its notifications is there, and that names what it is. */
export const developerNotification = z.object({
  version: z.string(),
  packageName: z.string().min(1).max(255),
  eventTimeMillis: millis,
});

/**
 * Real-time developer notifications, pushed by Pub/Sub with an OIDC token. The library verifies signature, issuer,
 * audience and time; added here: the algorithm is RS256, the e-mail is the push account's and verified, the package ours.
 */
export class VerifyGoogle implements NoticeVerifier {
  readonly source = 'google';
  private readonly client: OAuth2Client;

  constructor(private readonly settings: NoticeSettings['google']) {
    this.client = new OAuth2Client({ endpoints: { oauth2FederatedSignonPemCertsUrl: settings.certsUrl } });
  }

  async verify(arrival: Arrival): Promise<VerifiedNotice> {
    const { audience, email, packageName } = this.settings;
    if (audience === null || email === null) throw notConfigured('The push account of Google Play’s notices');
    await this.checkToken(oneHeader(arrival, 'authorization'), { audience, email });
    const { message } = shapeOf(envelope, jsonOf(arrival.body));
    const notification = shapeOf(developerNotification, jsonOf(decodeData(message.data)), '/message/data');
    if (packageName !== null && notification.packageName !== packageName)
      throw invalidNotice('/message/data/packageName', 'is not the package whose notices come here');
    return {
      providerNoticeId: message.messageId,
      kind: kindOf(jsonOf(decodeData(message.data))),
      occurredAt: notification.eventTimeMillis,
    };
  }

  private async checkToken(header: string, wanted: { audience: string; email: string }): Promise<void> {
    const token = BEARER.exec(header)?.[1];
    if (!token) throw new SignatureRefused('missing');
    const { alg } = (jsonOf(Buffer.from(token.split('.', 1)[0]!, 'base64url')) ?? {}) as { alg?: unknown };
    if (alg !== 'RS256') throw new SignatureRefused('mismatch');
    const certs = await this.certificates();
    // The library's messages repeat the token, so they go nowhere.
    const ticket = await this.client
      .verifySignedJwtWithCertsAsync(token, certs, wanted.audience, ISSUERS)
      .catch(() => {
        throw new SignatureRefused('mismatch');
      });
    const claims = ticket.getPayload();
    if (claims?.email !== wanted.email || claims.email_verified !== true)
      throw new SignatureRefused('identity');
  }

  /** Kept by the library as long as Google says. When they cannot be had, the fault is not the sender's. */
  private async certificates() {
    try {
      return (await this.client.getFederatedSignonCertsAsync()).certs;
    } catch {
      throw new ProblemError('service.unavailable', 'Google’s keys cannot be fetched right now.', [], {
        'Retry-After': '30',
      });
    }
  }
}

/** Strict base64: a lenient decoder would find something in anything. */
export function decodeData(data: string): Buffer {
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(data))
    throw invalidNotice('/message/data', 'must be base64');
  return Buffer.from(data, 'base64');
}

const kindOf = (notification: unknown): string =>
  Object.keys(notification as object)
    .find((key) => key.endsWith('Notification'))
    ?.slice(0, 100) ?? 'unknown';
