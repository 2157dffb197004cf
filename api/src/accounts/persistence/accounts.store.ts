import {
  type Account,
  type AccountStatus,
  type AgeBand,
  decodeContentHistory,
  decodeLinks,
  decodeMoneyBack,
  type StatusBecause,
} from '@coinwarden/domain';
import { type Queryable, textArrayOf } from '../../platform/database/sql.js';

/** An account as its row tells it, with the time it last changed. */
export interface AccountRecord extends Account {
  readonly updatedAt: number;
}

export interface AccountRow {
  account_id: string;
  created_at: Date;
  country: string;
  time_zone: string;
  age_band: AgeBand;
  creator: boolean;
  display_name: string | null;
  email: string | null;
  guardian_account_id: string | null;
  status: AccountStatus;
  status_because: StatusBecause | null;
  excluded_until: Date | null;
  credential_changed_at: Date | null;
  sign_in_failures: number;
  money_back: string;
  links: string;
  content_history: string;
  security: string;
  updated_at: Date;
}

export const ACCOUNT_COLUMNS = `account_id, created_at, country, time_zone, age_band, creator, display_name, email,
  guardian_account_id, status, excluded_until, credential_changed_at, sign_in_failures, money_back, links,
  content_history, security, status_because, updated_at`;

export const toAccountRecord = (row: AccountRow): AccountRecord => ({
  accountId: row.account_id,
  createdAt: row.created_at.getTime(),
  country: row.country,
  timeZone: row.time_zone,
  ageBand: row.age_band,
  creator: row.creator,
  displayName: row.display_name,
  email: row.email,
  guardianAccountId: row.guardian_account_id,
  status: row.status,
  statusBecause: row.status_because,
  excludedUntil: row.excluded_until?.getTime() ?? null,
  credentialChangedAt: row.credential_changed_at?.getTime() ?? null,
  signInFailures: row.sign_in_failures,
  moneyBack: decodeMoneyBack(row.money_back),
  links: decodeLinks(row.links),
  contentHistory: decodeContentHistory(row.content_history),
  security: row.security,
  updatedAt: row.updated_at.getTime(),
});

export async function readAccounts(
  db: Queryable,
  accountIds: readonly string[],
): Promise<Map<string, AccountRecord>> {
  const rows = await db.query<AccountRow>(
    {
      name: 'accounts-read',
      text: `SELECT ${ACCOUNT_COLUMNS} FROM accounts WHERE account_id = ANY($1::text[])`,
    },
    [textArrayOf(accountIds)],
  );
  return new Map(rows.map((row) => [row.account_id, toAccountRecord(row)]));
}

export async function readAccount(db: Queryable, accountId: string): Promise<AccountRecord | null> {
  return (await readAccounts(db, [accountId])).get(accountId) ?? null;
}

/**
 * Locks the account against decisions and other actions, then reads it. The wallet's row goes first, because it is what
 * the decision path locks: whoever holds it knows that nothing is being decided on the account.
 */
export async function lockAccount(tx: Queryable, accountId: string): Promise<AccountRecord | null> {
  await tx.query('SELECT 1 FROM wallets WHERE account_id = $1 FOR UPDATE', [accountId]);
  const [row] = await tx.query<AccountRow>(
    `SELECT ${ACCOUNT_COLUMNS} FROM accounts WHERE account_id = $1 FOR NO KEY UPDATE`,
    [accountId],
  );
  return row ? toAccountRecord(row) : null;
}

export interface StatusChange {
  readonly accountId: string;
  readonly status: AccountStatus;
  readonly because: StatusBecause | null;
  /** Left out, it stays as it is. */
  readonly security?: string;
  readonly at: number;
}

/** Sets the status of a locked account. */
export async function writeStatus(
  tx: Queryable,
  { accountId, status, because, security, at }: StatusChange,
): Promise<void> {
  await tx.query(
    `UPDATE accounts SET status = $2, status_because = $3, security = coalesce($4, security), updated_at = $5
     WHERE account_id = $1`,
    [accountId, status, because === null ? null : JSON.stringify(because), security ?? null, new Date(at)],
  );
}
