import { z } from 'zod';

const DEFAULT_STRIPE_API = 'https://api.stripe.com';

/** The library takes a host, not a path. */
const origin = z
  .string()
  .refine((v) => URL.canParse(v) && /^https?:$/.test(new URL(v).protocol) && new URL(v).pathname === '/', {
    error: 'must be a URL that starts with http:// or https:// and has no path',
  })
  .transform((v) => new URL(v).origin);

const stripeKey = z
  .string()
  .regex(/^(sk|rk)_\w+$/, { error: 'must be a secret or restricted key: sk_… or rk_…' });

const timeoutSeconds = z
  .string()
  .regex(/^\d{1,2}$/, { error: 'must be a whole number of seconds from 1 to 80' })
  .transform(Number)
  .refine((v) => v >= 1 && v <= 80, { error: 'must be a whole number of seconds from 1 to 80' })
  .default(20);

/** How payment providers are asked to pay back. */
export const PAYMENT_ENVIRONMENT = {
  COINWARDEN_STRIPE_API_KEY: stripeKey.optional(),
  COINWARDEN_STRIPE_API_URL: origin.default(DEFAULT_STRIPE_API),
  COINWARDEN_PAYMENT_TIMEOUT_SECONDS: timeoutSeconds,
};

const environment = z.object(PAYMENT_ENVIRONMENT);

export interface PaymentSettings {
  /** A provider that does not answer within this time has given no answer. */
  readonly timeoutMs: number;
  /** Null: not set up. */
  readonly stripe: { readonly apiKey: string; readonly apiUrl: string } | null;
  /** Where the sandbox of this process listens and what opens it; null in production and wherever Stripe itself is set up. */
  readonly sandbox: { readonly url: string; readonly key: string; readonly webhookSecret: string } | null;
}

export const paymentSettings = (e: z.output<typeof environment>): PaymentSettings => ({
  timeoutMs: e.COINWARDEN_PAYMENT_TIMEOUT_SECONDS * 1_000,
  stripe:
    e.COINWARDEN_STRIPE_API_KEY === undefined
      ? null
      : { apiKey: e.COINWARDEN_STRIPE_API_KEY, apiUrl: e.COINWARDEN_STRIPE_API_URL },
  sandbox: null,
});
