import { type AccountStatus, type AgeBand, type AudienceAccount, decodeMoneyBack } from '@coinwarden/domain';
import { type Queryable, textArrayOf } from '../../platform/database/sql.js';

/** What an audience reads of an account, with its velocity as it is kept. */
export interface KnownAccount extends AudienceAccount {
  readonly velocity: string;
  /** Restricted or suspended now. */
  readonly blocked: boolean;
}

/** About how many accounts there are, from what the planner knows. */
export async function estimateAccounts(db: Queryable): Promise<number> {
  const [row] = await db.query<{ accounts: number }>(
    `SELECT CASE WHEN reltuples < 10000 THEN (SELECT count(*) FROM accounts)::float8 ELSE reltuples::float8 END AS accounts
     FROM pg_class WHERE oid = 'accounts'::regclass`,
  );
  return Math.round(row!.accounts);
}

interface Row {
  account_id: string;
  created_at: number;
  country: string;
  time_zone: string;
  age_band: AgeBand;
  creator: boolean;
  email: string | null;
  guardian_account_id: string | null;
  money_back: string;
  velocity: string;
  status?: AccountStatus;
}

const COLUMNS = `a.account_id, extract(epoch FROM a.created_at)::float8 * 1000 AS created_at, a.country, a.time_zone,
  a.age_band, a.creator, a.email, a.guardian_account_id, a.money_back, w.velocity`;

/** Accounts that can buy, by id after another. */
export async function readAudiencePage(
  db: Queryable,
  { after, rows }: { readonly after: string; readonly rows: number },
): Promise<KnownAccount[]> {
  const found = await db.query<Row>(
    `SELECT ${COLUMNS} FROM accounts a JOIN wallets w USING (account_id)
     WHERE a.account_id > $1 AND a.status = 'active' ORDER BY a.account_id LIMIT $2`,
    [after, rows],
  );
  return found.map(toKnown);
}

/** Of about so many percent of all pages of the table, the accounts that can buy; the same ones each time. */
export async function sampleAudience(db: Queryable, percent: number): Promise<KnownAccount[]> {
  const found = await db.query<Row>(
    `SELECT ${COLUMNS} FROM accounts a TABLESAMPLE SYSTEM (${Number(percent)}) REPEATABLE (7)
     JOIN wallets w USING (account_id) WHERE a.status = 'active'`,
  );
  return found.map(toKnown);
}

/** Of these accounts, what audiences read, whatever their status. */
export async function readKnownAccounts(
  db: Queryable,
  accountIds: readonly string[],
): Promise<KnownAccount[]> {
  const found = await db.query<Row>(
    `SELECT ${COLUMNS}, a.status FROM accounts a JOIN wallets w USING (account_id) WHERE a.account_id = ANY($1::text[])`,
    [textArrayOf(accountIds)],
  );
  return found.map(toKnown);
}

const toKnown = (row: Row): KnownAccount => ({
  accountId: row.account_id,
  createdAt: row.created_at,
  country: row.country,
  timeZone: row.time_zone,
  ageBand: row.age_band,
  creator: row.creator,
  email: row.email,
  guardianAccountId: row.guardian_account_id,
  moneyBack: decodeMoneyBack(row.money_back),
  velocity: row.velocity,
  blocked: row.status === 'restricted' || row.status === 'suspended',
});
