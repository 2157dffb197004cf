import type { TransactionKind } from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';

export interface RefusalRow {
  transaction_id: string;
  decided_at: Date;
  kind: TransactionKind;
  coins: bigint;
  amount_minor: bigint | null;
  currency: string | null;
  reason: { readonly code: string; readonly values: Readonly<Record<string, unknown>> };
}

/** How far back an account's transactions are looked through: as many as a person makes in months. */
export const SEARCHED = 2_000;

/** What limits and exclusions refused an account lately, newest first. */
export const readRefusals = (db: Queryable, accountId: string, max: number): Promise<RefusalRow[]> =>
  db.query<RefusalRow>(
    `SELECT transaction_id, decided_at, kind, coins, amount_minor, currency, decision -> 'reasons' -> 0 AS reason
     FROM (SELECT * FROM transactions WHERE account_id = $1 ORDER BY transaction_id DESC LIMIT $2) AS latest
     WHERE outcome = 'decline' AND decision -> 'reasons' -> 0 ->> 'code' IN ('limit.exceeded', 'account.excluded')
     ORDER BY transaction_id DESC LIMIT $3`,
    [accountId, SEARCHED, max],
  );
