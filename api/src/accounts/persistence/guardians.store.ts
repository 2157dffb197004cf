import type { Account, AccountStatus, AgeBand } from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';

/** Staff who link accounts take turns, so that no two of them close a circle between them. */
export const lockGuardians = (tx: Queryable): Promise<object[]> =>
  tx.query("SELECT pg_advisory_xact_lock(hashtextextended('guardians', 0))");

/** The guardians of an account's guardians, nearest first, at most so many. */
export async function guardiansAbove(db: Queryable, accountId: string, most: number): Promise<string[]> {
  const rows = await db.query<{ guardian: string }>(
    `WITH RECURSIVE above (account_id, depth) AS (
       SELECT guardian_account_id, 1 FROM accounts WHERE account_id = $1 AND guardian_account_id IS NOT NULL
       UNION ALL
       SELECT a.guardian_account_id, depth + 1 FROM above JOIN accounts a ON a.account_id = above.account_id
       WHERE a.guardian_account_id IS NOT NULL AND depth < $2)
     SELECT account_id AS guardian FROM above ORDER BY depth`,
    [accountId, most],
  );
  return rows.map(({ guardian }) => guardian);
}

export interface NewGuardian extends Pick<Account, 'accountId' | 'guardianAccountId'> {
  readonly at: Date;
}

/** What the platform had said last is kept beside it: it stands until the platform says something else. */
export const writeGuardian = (
  tx: Queryable,
  { accountId, guardianAccountId, at }: NewGuardian,
): Promise<object[]> =>
  tx.query(
    `UPDATE accounts SET guardian_account_id = $2, updated_at = $3, guardian_by_staff = true,
            guardian_told = CASE WHEN guardian_by_staff THEN guardian_told ELSE guardian_account_id END
     WHERE account_id = $1`,
    [accountId, guardianAccountId, at],
  );

export interface Relative {
  readonly accountId: string;
  readonly displayName: string | null;
  readonly ageBand: AgeBand;
  readonly country: string;
  readonly status: AccountStatus;
}

const RELATIVE = `account_id AS "accountId", display_name AS "displayName", age_band AS "ageBand", country, status`;

export async function readGuardian(
  db: Queryable,
  accountId: string,
): Promise<{
  readonly guardianAccountId: string | null;
  readonly byStaff: boolean;
  readonly relative: Relative | null;
} | null> {
  const [row] = await db.query<{ guardian: string | null; by_staff: boolean }>(
    'SELECT guardian_account_id AS guardian, guardian_by_staff AS by_staff FROM accounts WHERE account_id = $1',
    [accountId],
  );
  if (!row) return null;
  const [relative] = row.guardian === null ? [] : await readRelatives(db, 'account_id', row.guardian, 1);
  return { guardianAccountId: row.guardian, byStaff: row.by_staff, relative: relative ?? null };
}

export const readWards = (db: Queryable, accountId: string, most: number): Promise<Relative[]> =>
  readRelatives(db, 'guardian_account_id', accountId, most);

const readRelatives = (
  db: Queryable,
  column: 'account_id' | 'guardian_account_id',
  accountId: string,
  most: number,
): Promise<Relative[]> =>
  db.query<Relative>(
    `SELECT ${RELATIVE} FROM accounts WHERE ${column} = $1 AND status <> 'closed' ORDER BY account_id LIMIT $2`,
    [accountId, most],
  );
