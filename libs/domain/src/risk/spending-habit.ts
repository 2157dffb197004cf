/** How unlike all before a spending is. Weak alone; telling once something else about the account has changed. */
import type { Judged } from './rule-input.js';

const LEAST_USD_MINOR = 2_000;
const LEAST_COINS = 500;
const LEAST_DIAMONDS = 500;

/** 0 … 1. */
export function spendingUnlikeBefore(j: Judged): number {
  switch (j.tx.kind) {
    case 'purchase':
      return ofPurchase(j);
    case 'gift':
      return ofGift(j);
    case 'withdrawal':
      return j.input.diamonds >= LEAST_DIAMONDS && j.reading('payout').distinct('d30', 'accounts') === 0
        ? 1
        : 0;
    case 'video_promotion':
    case 'unlock':
      return j.input.coins >= 2 * LEAST_COINS ? 0.4 : 0;
    default:
      return 0;
  }
}

function ofPurchase(j: Judged): number {
  const account = j.reading('account');
  const { amountUsdMinor } = j.input;
  if (account.count('h1', 'purchases') >= 2) return 1;
  if (amountUsdMinor < LEAST_USD_MINOR) return 0;
  const bought = account.count('d30', 'purchases');
  if (bought === 0) return 0.5;
  return amountUsdMinor * bought > 3 * account.sum('d30', 'purchases') ? 1 : 0.2;
}

/** To somebody new, and nearly all there is. */
function ofGift(j: Judged): number {
  const { coins, wallet, counterparty } = j.input;
  const known = counterparty !== null && j.reading('account').isUsedTo('recipients', counterparty.accountId);
  if (known || coins < LEAST_COINS) return 0;
  return coins >= 0.8 * (wallet.paid + wallet.bonus + wallet.earned) ? 1 : 0.6;
}
