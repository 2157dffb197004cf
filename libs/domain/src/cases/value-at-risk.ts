import type { TransactionKind } from '../decisions/transaction.js';
import type { Coins, Diamonds } from '../kernel/coins.js';
import type { Money } from '../kernel/money.js';
import { coinsForDiamonds, diamondsForGift, payoutForDiamonds } from '../ledger/economy.js';
import { amountIn } from '../limits/convert-money.js';

/**
 * What one transaction may cost if it is let through and was fraud, in US cents: the price of a purchase, and for coins
 * and diamonds what they pay out as cash. A currency without a reference rate counts at its face value, as cents.
 */
export function valueAtRiskUsdMinor(transaction: {
  readonly kind: TransactionKind;
  readonly coins: Coins;
  readonly diamonds: Diamonds;
  readonly money: Money | null;
}): bigint {
  const { kind, coins, diamonds, money } = transaction;
  if (kind === 'purchase' && money !== null) return amountIn('USD', money) ?? money.amountMinor;
  if (kind === 'withdrawal') return payoutForDiamonds(diamonds);
  if (kind === 'conversion') return payoutForDiamonds(diamondsForGift(coinsForDiamonds(diamonds)));
  return payoutForDiamonds(diamondsForGift(coins));
}
