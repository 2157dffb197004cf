import { type Queryable, textArrayOf } from '../../platform/database/sql.js';

/** Of which purchase each of these settlements was; by settlement id. */
export async function readSettledPurchases(
  db: Queryable,
  keys: readonly { accountId: string; settlementId: string }[],
): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map();
  const text = `
    SELECT settlement_id, purchase_id FROM settlements
    WHERE account_id = ANY($1::text[]) AND settlement_id = ANY($2::uuid[])`;
  const rows = await db.query<{ settlement_id: string; purchase_id: string }>(text, [
    textArrayOf([...new Set(keys.map((key) => key.accountId))]),
    textArrayOf([...new Set(keys.map((key) => key.settlementId))]),
  ]);
  return new Map(rows.map((row) => [row.settlement_id, row.purchase_id]));
}
