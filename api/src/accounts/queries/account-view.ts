import type { AccountView } from '@coinwarden/contracts';
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
