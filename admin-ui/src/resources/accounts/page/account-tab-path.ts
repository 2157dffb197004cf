/** The address of one tab of an account's page. */
export const accountTabPath = (accountId: string, tab: string): string =>
  `/accounts/${encodeURIComponent(accountId)}/show?tab=${tab}`;
