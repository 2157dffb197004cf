import type { Queryable } from '../../platform/database/sql.js';
import { REFUND_COLUMNS, type RefundRecord, type RefundRow, toRefundRecord } from './refunds.store.js';

/** Approved and not over, oldest first: those an unnamed refund of the purchase may be. */
export async function openRefundsOf(
  db: Queryable,
  of: { accountId: string; purchaseId: string },
): Promise<RefundRecord[]> {
  const rows = await db.query<RefundRow>(
    `SELECT ${REFUND_COLUMNS} FROM refunds
     WHERE account_id = $1 AND transaction_id = $2 AND status IN ('approved', 'processing') AND origin <> 'external'
     ORDER BY refund_id`,
    [of.accountId, of.purchaseId],
  );
  return rows.map(toRefundRecord);
}

/** The record of a refund made without us, locked. */
export async function readExternal(
  tx: Queryable,
  of: { accountId: string; externalKey: string },
): Promise<RefundRecord | null> {
  const [row] = await tx.query<RefundRow>(
    `SELECT ${REFUND_COLUMNS} FROM refunds WHERE account_id = $1 AND external_key = $2 FOR UPDATE`,
    [of.accountId, of.externalKey],
  );
  return row ? toRefundRecord(row) : null;
}
