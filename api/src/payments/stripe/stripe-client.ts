import Stripe from 'stripe';
import type { PaymentSettings } from '../../platform/config/payment-settings.js';

/**
 * The library, set so that it decides nothing about money: no retries of its own (after a lost answer we ask what became of
 * it), no telemetry. A connection that is closed it does send once more, under the same idempotency key.
 */
export function stripeClient(
  { apiKey, apiUrl }: NonNullable<PaymentSettings['stripe']>,
  timeoutMs: number,
): Stripe {
  const { protocol, hostname, port } = new URL(apiUrl);
  const secure = protocol === 'https:';
  return new Stripe(apiKey, {
    protocol: secure ? 'https' : 'http',
    host: hostname,
    port: port || (secure ? 443 : 80),
    timeout: timeoutMs,
    maxNetworkRetries: 0,
    telemetry: false,
    appInfo: { name: 'Coinwarden' },
  });
}
