import type { Queryable } from '../../platform/database/sql.js';

/** A purchase that stands, as a promotion is tried on it. */
export interface StoredPurchase {
  readonly accountId: string;
  readonly transactionId: string;
  readonly at: number;
  readonly packageId: string;
  readonly amountMinor: bigint;
  readonly currency: string;
  /** The promotion it had. */
  readonly promotionId: string | null;
  readonly byCode: boolean;
  readonly costCoins: bigint;
}

interface Row {
  account_id: string;
  transaction_id: string;
  at: number;
  package_id: string;
  amount_minor: bigint;
  currency: string;
  promotion_id: string | null;
  by_code: boolean;
  cost_coins: bigint;
}

export interface PurchasesPage {
  readonly after: string;
  readonly before: string;
  /** Of so many percent of the accounts, always the same ones; 100 is everybody. */
  readonly percent: number;
}

/** Of more purchases than these a part of the accounts is drawn. */
const MAX_PURCHASES = 300_000;
/** So many at once keep other requests waiting for some milliseconds only. */
const ROWS_PER_PAGE = 2_000;

/** Of how many percent of the accounts the purchases between two ids are read: of all, where they are not too many. */
export async function percentOf(
  db: Queryable,
  { after, before }: Pick<PurchasesPage, 'after' | 'before'>,
): Promise<number> {
  const [plan] = await db.query<{ 'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }] }>(
    `EXPLAIN (FORMAT JSON) SELECT 1 FROM transactions
     WHERE transaction_id > $1 AND transaction_id < $2 AND kind = 'purchase'`,
    [after, before],
  );
  const expected = Math.max(1, plan!['QUERY PLAN'][0].Plan['Plan Rows']);
  return Math.max(1, Math.min(100, Math.floor((100 * MAX_PURCHASES) / expected)));
}

/**
 * Purchases in the order of their ids, which is that of time: after one id and before another. Ids alone are walked, so
 * that a page costs what lies between its first and its last purchase.
 */
export async function readPurchases(
  db: Queryable,
  { after, before, percent }: PurchasesPage,
): Promise<StoredPurchase[]> {
  const found = await db.query<Row>(
    `SELECT t.account_id, t.transaction_id, extract(epoch FROM t.decided_at)::float8 * 1000 AS at,
            t.request ->> 'packageId' AS package_id, t.amount_minor, t.currency, r.promotion_id,
            t.request ->> 'promotionCode' IS NOT NULL AS by_code, coalesce(r.cost_coins, 0) AS cost_coins
     FROM transactions t LEFT JOIN promotion_redemptions r USING (account_id, transaction_id)
     WHERE t.transaction_id > $1 AND t.transaction_id < $2 AND t.kind = 'purchase' AND t.status = 'posted'
       AND ($4 = 100 OR mod(abs(hashtext(t.account_id)::bigint), 100) < $4)
     ORDER BY t.transaction_id LIMIT $3`,
    [after, before, ROWS_PER_PAGE, percent],
  );
  return found.map((row) => ({
    accountId: row.account_id,
    transactionId: row.transaction_id,
    at: row.at,
    packageId: row.package_id,
    amountMinor: row.amount_minor,
    currency: row.currency,
    promotionId: row.promotion_id,
    byCode: row.by_code,
    costCoins: row.cost_coins,
  }));
}
