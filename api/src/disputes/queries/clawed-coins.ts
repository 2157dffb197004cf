import type { PurchaseKey } from '../../clawback/clawback.public.js';
import type { Queryable } from '../../platform/database/sql.js';

/** What a dispute's settlements took of the coins, what gave back since taken off. */
export async function readClawedCoins(
  db: Queryable,
  { accountId, purchaseId }: PurchaseKey,
  disputeId: string,
): Promise<{ takenCoins: number; debtCoins: number; writtenOffCoins: number }> {
  const [row] = await db.query<{ taken: bigint; debt: bigint; written_off: bigint }>(
    `SELECT coalesce(sum(l.coins) FILTER (WHERE l.step IN ('unspent', 'bonus', 'lapsed', 'diamonds')), 0)::bigint AS taken,
            coalesce(sum(l.coins) FILTER (WHERE l.step = 'debt'), 0)::bigint AS debt,
            coalesce(sum(l.coins) FILTER (WHERE l.step = 'write_off'), 0)::bigint AS written_off
     FROM settlements s
     JOIN clawback_lines l ON l.account_id = s.account_id AND l.purchase_id = s.purchase_id
                          AND l.settlement_id = s.settlement_id
     WHERE s.account_id = $1 AND s.purchase_id = $2 AND s.claim_id = $3`,
    [accountId, purchaseId, disputeId],
  );
  const atLeastNone = (coins: bigint | undefined) => Math.max(0, Number(coins ?? 0n));
  return {
    takenCoins: atLeastNone(row?.taken),
    debtCoins: atLeastNone(row?.debt),
    writtenOffCoins: atLeastNone(row?.written_off),
  };
}
