import type { ListName } from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';

/** What the first view tells besides the account and its wallet; each is a look-up by the account's id. */

export interface LifetimeRow {
  readonly currency: string;
  readonly purchases: number;
  readonly spent: bigint;
  readonly back: bigint;
  readonly last: string;
}

/** The money that purchases took and what of it went back, by currency. */
export const readLifetime = (db: Queryable, accountId: string): Promise<LifetimeRow[]> =>
  db.query(
    `SELECT t.currency, count(*)::int AS purchases, sum(t.amount_minor)::bigint AS spent,
            coalesce(sum(s.refunded_minor + s.lost_minor), 0)::bigint AS back, max(t.transaction_id::text) AS last
     FROM transactions t
     LEFT JOIN purchase_settlements s ON s.account_id = t.account_id AND s.purchase_id = t.transaction_id
     WHERE t.account_id = $1 AND t.kind = 'purchase' AND t.status = 'posted' GROUP BY t.currency`,
    [accountId],
  );

export interface OpenWork {
  readonly cases: number;
  readonly disputes: number;
  readonly refunds: number;
}

export async function readOpenWork(db: Queryable, accountId: string): Promise<OpenWork> {
  const [row] = await db.query<OpenWork>(
    `SELECT (SELECT count(*)::int FROM cases WHERE account_id = $1
               AND status IN ('open', 'snoozed', 'escalated', 'second_look', 'appealed')) AS cases,
            (SELECT count(*)::int FROM disputes WHERE account_id = $1 AND purchase_id IS NOT NULL
               AND status IN ('needs_response', 'under_review')) AS disputes,
            (SELECT count(*)::int FROM refunds WHERE account_id = $1
               AND status IN ('requested', 'pending_approval', 'approved', 'processing')) AS refunds`,
    [accountId],
  );
  return row!;
}

export async function readWards(db: Queryable, accountId: string, limit: number): Promise<string[]> {
  const rows = await db.query<{ account_id: string }>(
    'SELECT account_id FROM accounts WHERE guardian_account_id = $1 ORDER BY account_id LIMIT $2',
    [accountId, limit],
  );
  return rows.map((row) => row.account_id);
}

export const readListed = (
  db: Queryable,
  accountId: string,
  now: number,
): Promise<{ entryId: string; list: ListName }[]> =>
  db.query(
    `SELECT entry_id AS "entryId", list FROM list_entries
     WHERE type = 'account' AND value = $1 AND (expires_at IS NULL OR expires_at > $2) ORDER BY list`,
    [accountId, new Date(now)],
  );
