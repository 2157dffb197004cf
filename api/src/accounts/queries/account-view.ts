import type { AccountView, WalletView } from '@coinwarden/contracts';
import { coinBalances, diamondBalances, type Instant, type Wallet } from '@coinwarden/domain';
import type { AccountRecord } from '../persistence/accounts.store.js';

const iso = (at: number) => new Date(at).toISOString();
export const isoOrNull = (at: number | null) => (at === null ? null : iso(at));

/** The account as integrators read it back. */
export const accountView = (account: AccountRecord): AccountView => ({
  accountId: account.accountId,
  createdAt: iso(account.createdAt),
  country: account.country,
  timeZone: account.timeZone,
  ageBand: account.ageBand,
  creator: account.creator,
  displayName: account.displayName,
  email: account.email,
  guardianAccountId: account.guardianAccountId,
  status: account.status,
  excludedUntil: isoOrNull(account.excludedUntil),
  updatedAt: iso(account.updatedAt),
});

/** What the account owns at `now`; coins that have lapsed by then are gone. */
export function walletView(wallet: Wallet, now: Instant): WalletView {
  const coins = coinBalances(wallet, now);
  const diamonds = diamondBalances(wallet, now);
  return {
    coins: {
      paid: Number(coins.paid),
      bonus: Number(coins.bonus),
      earned: Number(coins.earned),
      held: Number(coins.held),
      available: Number(coins.available),
    },
    diamonds: { available: Number(diamonds.available), held: Number(diamonds.held) },
    debtCoins: Number(wallet.debtCoins),
  };
}
