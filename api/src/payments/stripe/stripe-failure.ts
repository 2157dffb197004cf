import Stripe from 'stripe';
import { ProviderRefused, ProviderUnknown } from '../payment-gateway.js';

const { errors } = Stripe;

/**
 * What a failed call means for the money. Only Stripe's own refusal of what was asked is a definite no. A rate limit, a bad
 * key or a conflict over a key in use did not pay either, but they say nothing about what was asked: it is asked again.
 * https://docs.stripe.com/error-low-level
 */
export function failureOf(error: unknown): ProviderRefused | ProviderUnknown {
  if (error instanceof errors.StripeInvalidRequestError || error instanceof errors.StripeCardError)
    return new ProviderRefused(error.code ?? 'invalid_request', error.message);
  const message = error instanceof Error ? error.message : String(error);
  return new ProviderUnknown(message, { cause: error });
}

export const isMissing = (error: unknown): boolean =>
  error instanceof errors.StripeInvalidRequestError && error.code === 'resource_missing';

/** Lets nothing out but the two failures of the port. */
export async function asked<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw failureOf(error);
  }
}
