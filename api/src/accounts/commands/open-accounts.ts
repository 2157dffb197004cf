import type { AccountRequest } from '@coinwarden/contracts';
import type { Queryable } from '../../platform/database/sql.js';

export type OpeningAccount = AccountRequest & { readonly accountId: string };

/**
 * Opens many accounts at once with their wallets, for seeds and imports; those that exist already stay as they are.
 * Ids are sorted, so that two openings at a time lock in the same order.
 */
export async function openAccounts(tx: Queryable, opening: readonly OpeningAccount[]): Promise<void> {
  if (opening.length === 0) return;
  const byId = new Map(opening.map((account) => [account.accountId, account]));
  const rows = [...byId.values()].sort((a, b) => (a.accountId < b.accountId ? -1 : 1));
  const column = (of: (account: OpeningAccount) => unknown) => rows.map((account) => of(account) ?? null);
  await tx.query(
    `INSERT INTO accounts (account_id, created_at, country, time_zone, age_band, creator, display_name, email,
                           guardian_account_id)
     SELECT * FROM unnest($1::text[], $2::timestamptz[], $3::text[], $4::text[], $5::text[], $6::boolean[],
                          $7::text[], $8::text[], $9::text[])
     ON CONFLICT DO NOTHING`,
    [
      column((a) => a.accountId),
      column((a) => a.createdAt),
      column((a) => a.country),
      column((a) => a.timeZone),
      column((a) => a.ageBand),
      column((a) => a.creator),
      column((a) => a.displayName),
      column((a) => a.email),
      column((a) => a.guardianAccountId),
    ],
  );
  await tx.query('INSERT INTO wallets (account_id) SELECT unnest($1::text[]) ON CONFLICT DO NOTHING', [
    rows.map((account) => account.accountId),
  ]);
}
