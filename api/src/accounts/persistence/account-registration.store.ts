import type { AccountRequest } from '@coinwarden/contracts';
import { type Queryable, textArrayOf } from '../../platform/database/sql.js';

/** What the platform says about an account. */
export interface Registration extends AccountRequest {
  readonly accountId: string;
}

/** Whom staff named as guardian stands as long as the platform says what it said before they did. */
const STAFF_STAND =
  'a.guardian_by_staff AND a.guardian_told IS NOT DISTINCT FROM excluded.guardian_account_id';

const UPSERT = {
  name: 'accounts-upsert',
  text: `
    INSERT INTO accounts AS a (account_id, created_at, country, time_zone, age_band, creator, display_name, email,
                               guardian_account_id, updated_at)
    SELECT account_id, created_at, country, time_zone, age_band, creator::boolean, display_name, email, guardian, $10
    FROM unnest($1::text[], $2::timestamptz[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
                $9::text[])
      AS n (account_id, created_at, country, time_zone, age_band, creator, display_name, email, guardian)
    ON CONFLICT (account_id) DO UPDATE
    SET created_at = excluded.created_at, country = excluded.country, time_zone = excluded.time_zone,
        age_band = excluded.age_band, creator = excluded.creator, display_name = excluded.display_name,
        email = excluded.email, updated_at = excluded.updated_at,
        guardian_account_id = CASE WHEN ${STAFF_STAND} THEN a.guardian_account_id ELSE excluded.guardian_account_id END,
        guardian_by_staff = ${STAFF_STAND}
    WHERE a.status <> 'closed'
      AND (a.created_at, a.country, a.time_zone, a.age_band, a.creator, a.display_name, a.email,
           CASE WHEN a.guardian_by_staff THEN a.guardian_told ELSE a.guardian_account_id END)
        IS DISTINCT FROM (excluded.created_at, excluded.country, excluded.time_zone, excluded.age_band,
                          excluded.creator, excluded.display_name, excluded.email, excluded.guardian_account_id)`,
};

const OPEN_WALLETS = {
  name: 'wallets-open',
  text: 'INSERT INTO wallets (account_id) SELECT unnest($1::text[]) ON CONFLICT DO NOTHING',
};

/**
 * Registers the accounts with their empty wallets, or brings known ones up to date. Saying the same again writes
 * nothing; a closed account stays as it is. Each id at most once; rows are taken in id order.
 */
export async function upsertAccounts(
  tx: Queryable,
  registrations: readonly Registration[],
  at: number,
): Promise<void> {
  const rows = [...registrations].sort((a, b) => (a.accountId < b.accountId ? -1 : 1));
  const ids = textArrayOf(rows.map((r) => r.accountId));
  await tx.query(UPSERT, [
    ids,
    textArrayOf(rows.map((r) => r.createdAt)),
    textArrayOf(rows.map((r) => r.country)),
    textArrayOf(rows.map((r) => r.timeZone)),
    textArrayOf(rows.map((r) => r.ageBand)),
    textArrayOf(rows.map((r) => String(r.creator))),
    textArrayOf(rows.map((r) => r.displayName ?? null)),
    textArrayOf(rows.map((r) => r.email ?? null)),
    textArrayOf(rows.map((r) => r.guardianAccountId ?? null)),
    new Date(at),
  ]);
  await tx.query(OPEN_WALLETS, [ids]);
}
