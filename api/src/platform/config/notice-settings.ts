import path from 'node:path';
import { z } from 'zod';

/** Several values in one variable, parted by commas: a secret and the one it replaces, a root and the next. */
const list = z
  .string()
  .transform((v) => v.split(',').flatMap((part) => part.trim() || []))
  .default([]);

const hexKeys = list.refine(
  (keys) => keys.every((key) => /^[\da-f]{2,}$/i.test(key) && key.length % 2 === 0),
  {
    error: 'must be hexadecimal keys, parted by commas',
  },
);

const flag = z
  .enum(['on', 'off', 'true', 'false', '1', '0'], { error: 'must be on or off' })
  .transform((v) => v === 'on' || v === 'true' || v === '1')
  .default(false);

const seconds = z
  .string()
  .regex(/^\d{1,4}$/, { error: 'must be a whole number of seconds, at most 9999' })
  .transform(Number)
  .default(300);

const httpUrl = z
  .url({ protocol: /^https?$/, error: 'must be a URL that starts with http:// or https://' })
  .transform((v) => v.replace(/\/+$/, ''));

/** What the notices of payment providers are verified with, and what their questions are answered with. */
export const NOTICE_ENVIRONMENT = {
  COINWARDEN_NOTICE_TOLERANCE_SECONDS: seconds,
  COINWARDEN_STRIPE_WEBHOOK_SECRETS: list,
  COINWARDEN_STANDARD_WEBHOOK_SECRETS: list,
  COINWARDEN_ADYEN_HMAC_KEYS: hexKeys,
  COINWARDEN_APPLE_BUNDLE_ID: z.string().optional(),
  COINWARDEN_APPLE_APP_ID: z
    .string()
    .regex(/^\d{1,15}$/, { error: 'must be the number of the app' })
    .transform(Number)
    .optional(),
  COINWARDEN_APPLE_ENVIRONMENT: z
    .enum(['Production', 'Sandbox'], { error: 'must be Production or Sandbox' })
    .default('Production'),
  COINWARDEN_APPLE_ROOT_CERTIFICATES: list,
  COINWARDEN_APPLE_REVOCATION_CHECKS: flag,
  COINWARDEN_APPLE_API_URL: httpUrl.optional(),
  COINWARDEN_APPLE_API_KEY_FILE: z.string().optional(),
  COINWARDEN_APPLE_API_KEY_ID: z.string().optional(),
  COINWARDEN_APPLE_API_ISSUER: z.string().optional(),
  COINWARDEN_CONSUMPTION_CONSENT: flag,
  COINWARDEN_GOOGLE_PUSH_AUDIENCE: z.string().optional(),
  COINWARDEN_GOOGLE_PUSH_EMAIL: z.string().optional(),
  COINWARDEN_GOOGLE_PACKAGE: z.string().optional(),
  COINWARDEN_GOOGLE_CERTS_URL: httpUrl.default('https://www.googleapis.com/oauth2/v1/certs'),
  COINWARDEN_GOOGLE_API_URL: httpUrl.default('https://androidpublisher.googleapis.com'),
  COINWARDEN_GOOGLE_API_KEY_FILE: z.string().optional(),
};

const environment = z.object(NOTICE_ENVIRONMENT);

export interface NoticeSettings {
  /** How far a signature's time may be from ours, in the past and in the future. */
  readonly toleranceSeconds: number;
  /** Any one of them may have signed: the present secret and those being replaced. Empty: not set up. */
  readonly stripeSecrets: readonly string[];
  readonly standardSecrets: readonly string[];
  readonly adyenKeys: readonly string[];
  readonly apple: {
    readonly bundleId: string | null;
    readonly appId: number | null;
    readonly environment: 'Production' | 'Sandbox';
    /** Files, DER or PEM. */
    readonly rootFiles: readonly string[];
    readonly revocationChecks: boolean;
    readonly apiUrl: string | null;
    readonly apiKeyFile: string | null;
    readonly apiKeyId: string | null;
    readonly apiIssuer: string | null;
  };
  /** The customers of this platform have agreed that the store is told how much of a purchase they used. */
  readonly consumptionConsent: boolean;
  readonly google: {
    readonly audience: string | null;
    readonly email: string | null;
    readonly packageName: string | null;
    readonly certsUrl: string;
    readonly apiUrl: string;
    readonly apiKeyFile: string | null;
  };
}

const file = (given: string | undefined): string | null => (given === undefined ? null : path.resolve(given));

export const noticeSettings = (e: z.output<typeof environment>): NoticeSettings => ({
  toleranceSeconds: e.COINWARDEN_NOTICE_TOLERANCE_SECONDS,
  stripeSecrets: e.COINWARDEN_STRIPE_WEBHOOK_SECRETS,
  standardSecrets: e.COINWARDEN_STANDARD_WEBHOOK_SECRETS,
  adyenKeys: e.COINWARDEN_ADYEN_HMAC_KEYS,
  apple: {
    bundleId: e.COINWARDEN_APPLE_BUNDLE_ID ?? null,
    appId: e.COINWARDEN_APPLE_APP_ID ?? null,
    environment: e.COINWARDEN_APPLE_ENVIRONMENT,
    rootFiles: e.COINWARDEN_APPLE_ROOT_CERTIFICATES.map((name) => path.resolve(name)),
    revocationChecks: e.COINWARDEN_APPLE_REVOCATION_CHECKS,
    apiUrl: e.COINWARDEN_APPLE_API_URL ?? null,
    apiKeyFile: file(e.COINWARDEN_APPLE_API_KEY_FILE),
    apiKeyId: e.COINWARDEN_APPLE_API_KEY_ID ?? null,
    apiIssuer: e.COINWARDEN_APPLE_API_ISSUER ?? null,
  },
  consumptionConsent: e.COINWARDEN_CONSUMPTION_CONSENT,
  google: {
    audience: e.COINWARDEN_GOOGLE_PUSH_AUDIENCE ?? null,
    email: e.COINWARDEN_GOOGLE_PUSH_EMAIL ?? null,
    packageName: e.COINWARDEN_GOOGLE_PACKAGE ?? null,
    certsUrl: e.COINWARDEN_GOOGLE_CERTS_URL,
    apiUrl: e.COINWARDEN_GOOGLE_API_URL,
    apiKeyFile: file(e.COINWARDEN_GOOGLE_API_KEY_FILE),
  },
});
