import type { Money } from '../kernel/money.js';

/**
 * Coins are sold for their price: a payment of less, or in another currency, buys none of them. Stores name no amount
 * (`taken` is null): they took what they show, or nothing.
 */
export const paymentCovers = (taken: Money | null, price: Money): boolean =>
  taken === null || (taken.currency === price.currency && taken.amountMinor >= price.amountMinor);
