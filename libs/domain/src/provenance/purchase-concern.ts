import type { MoneyBack } from '../clawback/claim.js';
import type { Outcome } from '../decisions/transaction.js';

/** What there is to say against a purchase, from the gravest on. */
export const PURCHASE_CONCERNS = ['disputed', 'refunded', 'flagged', 'clear'] as const;
export type PurchaseConcern = (typeof PURCHASE_CONCERNS)[number];

/**
 * Money that a bank took back says most, then money that went back or is on its way; without either, whether a person
 * had to look at the purchase or a live rule objected to it when it was decided.
 */
export function purchaseConcern(purchase: {
  readonly outcome: Outcome;
  readonly liveRules: number;
  readonly moneyBack: Pick<MoneyBack, 'refundedMinor' | 'reservedMinor' | 'lostMinor' | 'excessMinor'> | null;
}): PurchaseConcern {
  const { outcome, liveRules, moneyBack } = purchase;
  if (moneyBack && moneyBack.lostMinor + moneyBack.excessMinor > 0n) return 'disputed';
  if (moneyBack && moneyBack.refundedMinor + moneyBack.reservedMinor > 0n) return 'refunded';
  return outcome !== 'approve' || liveRules > 0 ? 'flagged' : 'clear';
}
