import type { AccountSummary } from '@coinwarden/contracts';
import { createContext, useContext } from 'react';

const AccountPageContext = createContext<AccountSummary | null>(null);
export const AccountPageProvider = AccountPageContext.Provider;

/** The account whose page this is. */
export function useAccount(): AccountSummary {
  const account = useContext(AccountPageContext);
  if (!account) throw new Error('useAccount outside of an account’s page');
  return account;
}
