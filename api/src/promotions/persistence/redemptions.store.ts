import type { Redemption } from '@coinwarden/domain';
import { arrayOf, type Queryable, textArrayOf } from '../../platform/database/sql.js';

/** Remembers which purchases used which promotion, and spends the codes that work once (their rows are locked). */
export function writeRedemptions(tx: Queryable, redemptions: readonly Redemption[]): Promise<unknown>[] {
  const coded = redemptions.filter((r) => r.singleUseCode !== null);
  const added = tx.query({ name: 'promotion-redemptions-add', text: ADD }, [
    textArrayOf(redemptions.map((r) => r.accountId)),
    textArrayOf(redemptions.map((r) => r.transactionId)),
    textArrayOf(redemptions.map((r) => r.promotionId)),
    arrayOf(redemptions.map((r) => r.at)),
    arrayOf(redemptions.map((r) => r.costCoins)),
    arrayOf(redemptions.map((r) => r.bonusCoins)),
    textArrayOf(redemptions.map((r) => r.singleUseCode)),
  ]);
  if (coded.length === 0) return [added];
  const spent = tx.query({ name: 'promotion-codes-spend', text: SPEND }, [
    textArrayOf(coded.map((r) => r.singleUseCode!)),
    textArrayOf(coded.map((r) => r.accountId)),
    textArrayOf(coded.map((r) => r.transactionId)),
    arrayOf(coded.map((r) => r.at)),
  ]);
  return [added, spent];
}

const ADD = `
  INSERT INTO promotion_redemptions (account_id, transaction_id, promotion_id, at, cost_coins, bonus_coins, code)
  SELECT account_id, transaction_id, promotion_id, to_timestamp(at / 1000.0), cost, bonus, code
  FROM unnest($1::text[], $2::uuid[], $3::text[], $4::bigint[], $5::bigint[], $6::bigint[], $7::text[])
    AS r(account_id, transaction_id, promotion_id, at, cost, bonus, code)`;

const SPEND = `
  UPDATE promotion_codes c
  SET account_id = u.account_id, transaction_id = u.transaction_id, used_at = to_timestamp(u.at / 1000.0)
  FROM unnest($1::text[], $2::text[], $3::uuid[], $4::bigint[]) AS u(code, account_id, transaction_id, at)
  WHERE c.code = u.code`;

/**
 * Gives back what a purchase took that did not come about: budget, use and code are free again. The caller holds the
 * buyer's wallet locked; the counter is locked after it, as batches do. Twice gives back once.
 */
export async function returnRedemption(
  tx: Queryable,
  purchase: { readonly accountId: string; readonly transactionId: string; readonly at: Date },
): Promise<void> {
  const { accountId, transactionId, at } = purchase;
  const [taken] = await tx.query<{ promotion_id: string; cost_coins: bigint; code: string | null }>(
    `UPDATE promotion_redemptions SET returned_at = $3
     WHERE account_id = $1 AND transaction_id = $2 AND returned_at IS NULL
     RETURNING promotion_id, cost_coins, code`,
    [accountId, transactionId, at],
  );
  if (!taken) return;
  await tx.query(
    `UPDATE promotion_counters SET granted_coins = granted_coins - $2, uses = uses - 1
     WHERE promotion_id = $1`,
    [taken.promotion_id, taken.cost_coins],
  );
  await tx.query('UPDATE promotion_uses SET uses = uses - 1 WHERE account_id = $1 AND promotion_id = $2', [
    accountId,
    taken.promotion_id,
  ]);
  if (taken.code === null) return;
  await tx.query(
    `UPDATE promotion_codes SET account_id = NULL, transaction_id = NULL, used_at = NULL
     WHERE code = $1 AND transaction_id = $2`,
    [taken.code, transactionId],
  );
}
