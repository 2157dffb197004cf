import type { Instant } from '../kernel/time.js';
import { consume } from './burn.js';
import { ECONOMY } from './economy.js';
import { coinsOut, debtAccount, diamondsMove, entry, type JournalEntry, walletAccount } from './journal.js';
import { hasExpired, type LotShare } from './lot.js';
import type { Wallet } from './wallet.js';

/** Why a debt changes: coins of a purchase were taken or given back, or it was paid. */
export const DEBT_CHANGE_CAUSES = ['clawback', 'reinstatement', 'repayment'] as const;
export type DebtChangeCause = (typeof DEBT_CHANGE_CAUSES)[number];

/**
 * What an account owes because coins were taken back of it that it no longer had. The ledger keeps it as the negative
 * balance of `debt:<account>`, and it is paid before anything else: by the next coins that become free, and by the next
 * diamonds at the rate they convert at, in whole coins. Nobody pays more than they owe.
 */
export interface DebtRepayment {
  readonly accountId: string;
  /** By how much the debt fell. */
  readonly coins: bigint;
  /** The coins that paid; empty when diamonds did. */
  readonly shares: readonly LotShare[];
  readonly diamonds: bigint;
  readonly entry: JournalEntry;
  readonly debtLeft: bigint;
}

/** Pays with coins that have just become free, in burn order; lapsed ones pay nothing. */
export function repayWithCoins(
  wallet: Wallet,
  freed: readonly LotShare[],
  now: Instant,
): { wallet: Wallet; repaid: DebtRepayment | null } {
  let left = wallet.debtCoins;
  if (left === 0n) return { wallet, repaid: null };
  const shares: LotShare[] = [];
  for (const lot of wallet.lots) {
    const share = freed.find((one) => one.lotId === lot.lotId);
    if (share === undefined || left === 0n || hasExpired(lot, now)) continue;
    const coins = share.coins < left ? share.coins : left;
    shares.push({ ...share, coins });
    left -= coins;
  }
  const { accountId, debtCoins } = wallet;
  if (left === debtCoins) return { wallet, repaid: null };
  const paid = { ...consume(wallet, shares), debtCoins: left };
  const made = entry('debt_repayment', coinsOut(accountId, shares, debtAccount(accountId)));
  return {
    wallet: paid,
    repaid: { accountId, coins: debtCoins - left, shares, diamonds: 0n, entry: made, debtLeft: left },
  };
}

/** Pays with diamonds of the lot that has just been added to the wallet's diamonds. */
export function repayWithDiamonds(
  wallet: Wallet,
  lot: { readonly lotId: string; readonly diamonds: bigint },
): { wallet: Wallet; repaid: DebtRepayment | null } {
  const { accountId, debtCoins } = wallet;
  const worth = lot.diamonds / ECONOMY.diamondsPerCoinConverted;
  const coins = worth < debtCoins ? worth : debtCoins;
  if (coins === 0n) return { wallet, repaid: null };
  const diamonds = coins * ECONOMY.diamondsPerCoinConverted;
  const debtLeft = debtCoins - coins;
  const { lotId } = lot;
  const made = entry('debt_repayment', [
    ...diamondsMove({ from: walletAccount(accountId), to: 'diamonds:repaid', diamonds, lotId }),
    { account: 'coins:repaid_by_diamonds', unit: 'COIN', amount: -coins, lotId: null },
    { account: debtAccount(accountId), unit: 'COIN', amount: coins, lotId: null },
  ]);
  return {
    wallet: { ...wallet, diamonds: wallet.diamonds - diamonds, debtCoins: debtLeft },
    repaid: { accountId, coins, shares: [], diamonds, entry: made, debtLeft },
  };
}
