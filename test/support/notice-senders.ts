import { generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import Stripe from 'stripe';
import { type Config, loadConfig } from '../../api/src/platform/config/config.js';
import type { TestApp } from './app.js';

/** Providers as they send: signed bodies for the webhook routes, with keys of the test's own. */

export const STRIPE_SECRET = 'whsec_stripe_test_present';
export const STRIPE_FORMER_SECRET = 'whsec_stripe_test_former';
export const STANDARD_SECRET = `whsec_${Buffer.from('a standard webhooks test secret').toString('base64')}`;
export const PUSH_EMAIL = 'push@play-notices.iam.gserviceaccount.com';
export const PUSH_AUDIENCE = 'https://coinwarden.example/v1/webhooks/google';
export const ADYEN_KEY = '00112233445566778899AABBCCDDEEFF00112233445566778899AABBCCDDEEFF';

const nowSeconds = () => Math.floor(Date.now() / 1_000);

export const noticeSettings = (changes: Partial<Config['notices']> = {}): Pick<Config, 'notices'> => ({
  notices: {
    ...loadConfig({ NODE_ENV: 'test' }).notices,
    stripeSecrets: [STRIPE_SECRET, STRIPE_FORMER_SECRET],
    standardSecrets: [STANDARD_SECRET],
    adyenKeys: [ADYEN_KEY],
    ...changes,
  },
});

export interface StripeEvent {
  readonly id: string;
  readonly object: 'event';
  readonly type: string;
  readonly created: number;
  readonly data: { readonly object: object };
}

export const stripeEvent = (
  type: string,
  object: object,
  changes: Partial<StripeEvent> = {},
): StripeEvent => ({
  id: `evt_${randomUUID().replaceAll('-', '')}`,
  object: 'event',
  type,
  created: nowSeconds(),
  data: { object },
  ...changes,
});

export const stripeHeader = (payload: string, options: { secret?: string; at?: number } = {}): string =>
  Stripe.webhooks.generateTestHeaderString({
    payload,
    secret: options.secret ?? STRIPE_SECRET,
    timestamp: options.at ?? nowSeconds(),
  });

export function sendStripe(app: TestApp, event: object, header?: string) {
  const body = JSON.stringify(event);
  return app.request
    .post('/v1/webhooks/stripe')
    .set('Content-Type', 'application/json; charset=utf-8')
    .set('Stripe-Signature', header ?? stripeHeader(body))
    .send(body);
}

export function sendStandard(app: TestApp, notice: object, options: { id?: string; at?: Date } = {}) {
  const body = JSON.stringify(notice);
  const id = options.id ?? `msg_${randomUUID()}`;
  const at = options.at ?? new Date();
  return app.request
    .post('/v1/webhooks/standard')
    .set('Content-Type', 'application/json')
    .set('webhook-id', id)
    .set('webhook-timestamp', String(Math.floor(at.getTime() / 1_000)))
    .set('webhook-signature', new Webhook(STANDARD_SECRET).sign(id, at, body))
    .send(body);
}

export interface GoogleKeys {
  readonly certsUrl: string;
  token(claims?: object, options?: { alg?: string; key?: KeyObject }): string;
  close(): Promise<void>;
}

/** Google's key set as its address serves it, and tokens signed with its key. */
export async function startGoogleKeys(): Promise<GoogleKeys> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const server = createServer((_, answer) => {
    answer.setHeader('Content-Type', 'application/json');
    answer.setHeader('Cache-Control', 'public, max-age=3600');
    answer.end(JSON.stringify({ 'key-1': publicKey.export({ type: 'spki', format: 'pem' }) }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return {
    certsUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/certs`,
    token: (claims = {}, { alg = 'RS256', key = privateKey } = {}) => {
      const now = nowSeconds();
      const signed = `${part({ alg, kid: 'key-1', typ: 'JWT' })}.${part({
        iss: 'https://accounts.google.com',
        aud: PUSH_AUDIENCE,
        email: PUSH_EMAIL,
        email_verified: true,
        sub: '1',
        iat: now,
        exp: now + 3_600,
        ...claims,
      })}`;
      return `${signed}.${sign('RSA-SHA256', Buffer.from(signed), key).toString('base64url')}`;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

export const googleEnvelope = (notification: object, messageId: string = randomUUID()) => ({
  message: {
    attributes: {},
    data: Buffer.from(JSON.stringify(notification)).toString('base64'),
    messageId,
    publishTime: new Date().toISOString(),
  },
  subscription: 'projects/play/subscriptions/notices',
});

export const sendGoogle = (app: TestApp, envelope: object, token: string) =>
  app.request
    .post('/v1/webhooks/google')
    .set('Content-Type', 'application/json')
    .set('Authorization', `Bearer ${token}`)
    .send(JSON.stringify(envelope));

export const sendApple = (app: TestApp, signedPayload: string) =>
  app.request.post('/v1/webhooks/apple').send({ signedPayload });

/** A signed payload under the given chain, as the App Store makes them. */
export function appleJws(
  payload: object,
  chain: readonly string[],
  key: KeyObject,
  { alg, digest } = { alg: 'ES256', digest: 'SHA256' },
): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part({ alg, x5c: chain, typ: 'JWT' })}.${part(payload)}`;
  const signature = sign(digest, Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' });
  return `${signed}.${signature.toString('base64url')}`;
}
