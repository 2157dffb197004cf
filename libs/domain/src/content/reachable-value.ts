import { coins, diamonds } from '../kernel/coins.js';
import type { Instant } from '../kernel/time.js';
import { diamondsForGift, payoutForDiamonds } from '../ledger/economy.js';
import { coinBalances, type Wallet } from '../ledger/wallet.js';

/**
 * What an account could carry away if nobody stopped it, in US cents: its diamonds, those that still mature included, and
 * its coins as what they become when they are given on.
 */
export function reachableUsdMinor(wallet: Wallet, now: Instant): bigint {
  const { available, held } = coinBalances(wallet, now);
  const onward = diamondsForGift(coins(available + held));
  return payoutForDiamonds(diamonds(wallet.diamonds + onward));
}
