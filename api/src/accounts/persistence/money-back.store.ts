import { amountIn, type Claim, type CountedClaim } from '@coinwarden/domain';
import { type Queryable, textArrayOf } from '../../platform/database/sql.js';

interface Row {
  account_id: string;
  kind: Claim['kind'];
  reserved_minor: bigint;
  paid_minor: bigint;
  opened_at: Date;
  currency: string;
  purchase_stood: boolean;
  after_spending: boolean;
}

/** Every claim on purchases of the accounts, with what counting them needs; accounts without any are left out. */
export async function readCountedClaims(
  tx: Queryable,
  accountIds: readonly string[],
): Promise<Map<string, CountedClaim[]>> {
  const text = `
    SELECT c.account_id, c.kind, c.reserved_minor, c.paid_minor, c.opened_at, t.currency, t.status = 'posted' AS purchase_stood,
           EXISTS (SELECT FROM settlements s JOIN clawback_lines l USING (account_id, purchase_id, settlement_id)
                   WHERE s.account_id = c.account_id AND s.purchase_id = c.purchase_id AND s.claim_id = c.claim_id
                     AND l.step IN ('diamonds', 'debt', 'write_off') AND l.coins > 0) AS after_spending
    FROM money_back_claims c
    JOIN transactions t ON t.account_id = c.account_id AND t.transaction_id = c.purchase_id
    WHERE c.account_id = ANY($1::text[])`;
  const rows = await tx.query<Row>(text, [textArrayOf(accountIds)]);
  const claims = new Map<string, CountedClaim[]>();
  for (const row of rows)
    claims.set(row.account_id, [...(claims.get(row.account_id) ?? []), countedClaim(row)]);
  return claims;
}

function countedClaim(row: Row): CountedClaim {
  const money = { amountMinor: row.reserved_minor + row.paid_minor, currency: row.currency };
  return {
    kind: row.kind,
    reservedMinor: row.reserved_minor,
    paidMinor: row.paid_minor,
    openedAt: row.opened_at.getTime(),
    purchaseStood: row.purchase_stood,
    afterSpending: row.after_spending,
    usdMinor: Number(amountIn('USD', money) ?? 0n),
  };
}

/** Rules read it with the account's row; the caller holds the lock of the account's wallet. */
export async function writeMoneyBack(tx: Queryable, accountId: string, moneyBack: string): Promise<void> {
  await tx.query('UPDATE accounts SET money_back = $2 WHERE account_id = $1 AND money_back <> $2', [
    accountId,
    moneyBack,
  ]);
}
