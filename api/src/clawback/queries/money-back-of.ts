import type { MoneyBackView } from '@coinwarden/contracts';
import { type Queryable, textArrayOf } from '../../platform/database/sql.js';
import type { PurchaseKey } from './refundable-purchases.js';

interface Row {
  purchase_id: string;
  currency: string;
  captured_minor: bigint;
  reserved_minor: bigint;
  refunded_minor: bigint;
  lost_minor: bigint;
  excess_minor: bigint;
  fee_minor: bigint;
}

/** Where the money of these purchases went, as booked; by purchase id, without those that nobody has claimed any of. */
export async function moneyBackOf(
  db: Queryable,
  keys: readonly PurchaseKey[],
): Promise<Map<string, MoneyBackView>> {
  if (keys.length === 0) return new Map();
  const text = `
    SELECT s.purchase_id, s.currency, s.captured_minor, s.reserved_minor, s.refunded_minor, s.lost_minor,
           s.excess_minor, s.fee_minor
    FROM unnest($1::text[], $2::uuid[]) AS k (account_id, purchase_id)
    JOIN purchase_settlements s ON s.account_id = k.account_id AND s.purchase_id = k.purchase_id`;
  const rows = await db.query<Row>(text, [
    textArrayOf(keys.map((key) => key.accountId)),
    textArrayOf(keys.map((key) => key.purchaseId)),
  ]);
  return new Map(rows.map((row) => [row.purchase_id, viewOf(row)]));
}

const viewOf = (row: Row): MoneyBackView => ({
  currency: row.currency,
  capturedMinor: Number(row.captured_minor),
  refundedMinor: Number(row.refunded_minor),
  reservedMinor: Number(row.reserved_minor),
  lostMinor: Number(row.lost_minor),
  excessMinor: Number(row.excess_minor),
  feeMinor: Number(row.fee_minor),
  refundableMinor: Number(row.captured_minor - row.refunded_minor - row.reserved_minor - row.lost_minor),
});
