import { knownScheme } from './dispute-deadlines.js';
import type { EvidenceCategory } from './evidence-category.js';
import { SCHEME_REASON_CODES, type SchemeReason } from './scheme-reason-codes.js';

/**
 * Stripe's reasons (https://docs.stripe.com/disputes/categories, and `Stripe.Dispute.Reason`) as our categories. `general`
 * and whatever is not named here say nothing, so the card scheme's own code decides then.
 */
export const STRIPE_REASONS: Readonly<Record<string, EvidenceCategory>> = {
  fraudulent: 'fraudulent',
  debit_not_authorized: 'fraudulent',
  unrecognized: 'unrecognized',
  product_not_received: 'product_not_received',
  product_unacceptable: 'product_unacceptable',
  noncompliant: 'product_unacceptable',
  duplicate: 'duplicate',
  incorrect_account_details: 'general',
  insufficient_funds: 'general',
  bank_cannot_process: 'general',
  check_returned: 'general',
  customer_initiated: 'general',
  credit_not_processed: 'credit_not_processed',
  subscription_canceled: 'subscription_canceled',
  general: 'general',
};

export interface GivenReason {
  /** The provider's word. */
  readonly reason: string;
  readonly scheme: string | null;
  readonly networkReasonCode: string | null;
}

/** The scheme's reason behind its code: by the scheme that is named, else by the code when only one scheme has it. */
export function schemeReason({ scheme, networkReasonCode }: GivenReason): SchemeReason | null {
  if (networkReasonCode === null) return null;
  const code = networkReasonCode.trim().toUpperCase();
  const named = knownScheme(scheme);
  if (named !== null) return SCHEME_REASON_CODES[codesOf(named)]?.[code] ?? null;
  const found = Object.values(SCHEME_REASON_CODES).flatMap((codes) => codes[code] ?? []);
  return found.length === 1 ? found[0]! : null;
}

/** Diners' disputes run by Discover's rules. */
const codesOf = (scheme: string): string => (scheme === 'diners' ? 'discover' : scheme);

/** What the cardholder says is wrong: as the provider has it, or where it does not say, as the scheme's code has it. */
export function disputeCategory(given: GivenReason): EvidenceCategory {
  const told = Object.hasOwn(STRIPE_REASONS, given.reason) ? STRIPE_REASONS[given.reason]! : 'general';
  return told === 'general' ? (schemeReason(given)?.category ?? 'general') : told;
}
