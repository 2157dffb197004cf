import type { MoneyBackView, StaffDisputeDetail } from '@coinwarden/contracts';
import type { RefundablePurchase } from '../../clawback/clawback.public.js';
import type { Queryable } from '../../platform/database/sql.js';
import type { DisputeRecord } from '../persistence/disputes.store.js';

export const moneyBackViewOf = (purchase: RefundablePurchase): MoneyBackView => ({
  currency: purchase.money.currency,
  capturedMinor: Number(purchase.capturedMinor),
  refundedMinor: Number(purchase.moneyBack.refundedMinor),
  reservedMinor: Number(purchase.moneyBack.reservedMinor),
  lostMinor: Number(purchase.moneyBack.lostMinor),
  excessMinor: Number(purchase.moneyBack.excessMinor),
  feeMinor: Number(purchase.moneyBack.feeMinor),
  refundableMinor: Number(purchase.refundableMinor),
});

/** Who bears it: the money that was lost, and what of the purchase's coins was taken back for it. */
export async function liabilityOf(
  db: Queryable,
  dispute: DisputeRecord,
  purchase: RefundablePurchase,
): Promise<StaffDisputeDetail['liability']> {
  if (dispute.liable === null) return null;
  const text = `
    SELECT coalesce(sum(coins) FILTER (WHERE step <> 'waived'), 0)::bigint AS taken,
           coalesce(sum(coins) FILTER (WHERE step = 'debt'), 0)::bigint AS debt,
           coalesce(sum(coins) FILTER (WHERE step = 'write_off'), 0)::bigint AS written_off
    FROM clawback_lines WHERE account_id = $1 AND purchase_id = $2`;
  const { accountId, purchaseId, moneyBack, money } = purchase;
  const [coins] = await db.query<{ taken: bigint; debt: bigint; written_off: bigint }>(text, [
    accountId,
    purchaseId,
  ]);
  return {
    party: dispute.liable,
    lostMinor: Number(moneyBack.lostMinor),
    feeMinor: Number(moneyBack.feeMinor),
    excessMinor: Number(moneyBack.excessMinor),
    alreadyRefundedMinor: Number(moneyBack.refundedMinor),
    currency: money.currency,
    takenCoins: Number(coins!.taken),
    debtCoins: Number(coins!.debt),
    writtenOffCoins: Number(coins!.written_off),
  };
}
