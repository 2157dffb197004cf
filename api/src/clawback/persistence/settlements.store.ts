import type { BookedMoney, ClawbackLine, MoneyBack, WaterfallCause } from '@coinwarden/domain';
import { arrayOf, type Queryable, textArrayOf } from '../../platform/database/sql.js';
import type { PurchaseKey } from '../queries/refundable-purchases.js';

/** What is booked for a purchase so far. */
export interface BookedSettlement {
  readonly money: BookedMoney;
  readonly reservedMinor: bigint;
  readonly paymentBooked: boolean;
  readonly takenUnder: WaterfallCause | null;
}

interface Row {
  refunded_minor: bigint;
  lost_minor: bigint;
  excess_minor: bigint;
  fee_minor: bigint;
  reserved_minor: bigint;
  payment_booked: boolean;
  taken_under: WaterfallCause | null;
}

export async function readSettlement(db: Queryable, key: PurchaseKey): Promise<BookedSettlement | null> {
  const text = `
    SELECT refunded_minor, lost_minor, excess_minor, fee_minor, reserved_minor, payment_booked, taken_under
    FROM purchase_settlements WHERE account_id = $1 AND purchase_id = $2`;
  const [row] = await db.query<Row>({ name: 'settlement-read', text }, [key.accountId, key.purchaseId]);
  if (!row) return null;
  return {
    money: {
      refundedMinor: row.refunded_minor,
      lostMinor: row.lost_minor,
      excessMinor: row.excess_minor,
      feeMinor: row.fee_minor,
    },
    reservedMinor: row.reserved_minor,
    paymentBooked: row.payment_booked,
    takenUnder: row.taken_under,
  };
}

/** What was taken of a purchase and not given back, one line per source. */
export async function readTaken(db: Queryable, key: PurchaseKey): Promise<ClawbackLine[]> {
  const text = `
    SELECT step, holder_id, lot_id, sum(coins)::bigint AS coins FROM clawback_lines
    WHERE account_id = $1 AND purchase_id = $2
    GROUP BY step, holder_id, lot_id HAVING sum(coins) <> 0 ORDER BY step, lot_id, holder_id`;
  const rows = await db.query<{
    step: ClawbackLine['step'];
    holder_id: string;
    lot_id: string | null;
    coins: bigint;
  }>({ name: 'settlement-taken', text }, [key.accountId, key.purchaseId]);
  return rows.map((row) => ({
    step: row.step,
    holderId: row.holder_id,
    lotId: row.lot_id,
    coins: row.coins,
  }));
}

export interface SettlementWrite {
  readonly purchase: PurchaseKey;
  readonly settlementId: string;
  readonly claimId: string | null;
  readonly currency: string;
  readonly capturedMinor: bigint;
  readonly money: MoneyBack;
  readonly paymentBooked: boolean;
  readonly takenCoins: bigint;
  readonly takenUnder: WaterfallCause | null;
  readonly policyVersion: number;
  readonly lines: readonly ClawbackLine[];
  readonly at: number;
}

export async function writeSettlement(tx: Queryable, write: SettlementWrite): Promise<void> {
  const { purchase, money } = write;
  await tx.query(
    {
      name: 'settlement-write',
      text: `INSERT INTO purchase_settlements
       (account_id, purchase_id, currency, captured_minor, reserved_minor, refunded_minor, lost_minor, excess_minor,
        fee_minor, payment_booked, taken_coins, taken_under, policy_version, updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
     ON CONFLICT (account_id, purchase_id) DO UPDATE
     SET captured_minor = excluded.captured_minor, reserved_minor = excluded.reserved_minor,
         refunded_minor = excluded.refunded_minor, lost_minor = excluded.lost_minor,
         excess_minor = excluded.excess_minor, fee_minor = excluded.fee_minor,
         payment_booked = excluded.payment_booked, taken_coins = excluded.taken_coins,
         taken_under = excluded.taken_under, policy_version = excluded.policy_version,
         updated_at = excluded.updated_at`,
    },
    [
      purchase.accountId,
      purchase.purchaseId,
      write.currency,
      write.capturedMinor,
      money.reservedMinor,
      money.refundedMinor,
      money.lostMinor,
      money.excessMinor,
      money.feeMinor,
      write.paymentBooked,
      write.takenCoins,
      write.takenUnder,
      write.policyVersion,
      new Date(write.at),
    ],
  );
  await writeBooking(tx, write);
}

async function writeBooking(tx: Queryable, write: SettlementWrite): Promise<void> {
  const { purchase, settlementId, lines } = write;
  await tx.query(
    {
      name: 'settlement-booking',
      text: `INSERT INTO settlements (account_id, purchase_id, settlement_id, claim_id, policy_version, settled_at)
             VALUES ($1, $2, $3, $4, $5, $6)`,
    },
    [
      purchase.accountId,
      purchase.purchaseId,
      settlementId,
      write.claimId,
      write.policyVersion,
      new Date(write.at),
    ],
  );
  if (lines.length === 0) return;
  await tx.query(
    {
      name: 'clawback-lines',
      text: `INSERT INTO clawback_lines (account_id, purchase_id, settlement_id, line_no, step, holder_id, lot_id, coins)
     SELECT $1, $2, $3, l.line_no, l.step, l.holder_id, l.lot_id, l.coins
     FROM unnest($4::int[], $5::text[], $6::text[], $7::uuid[], $8::bigint[])
       AS l(line_no, step, holder_id, lot_id, coins)`,
    },
    [
      purchase.accountId,
      purchase.purchaseId,
      settlementId,
      arrayOf(lines.map((_, i) => i)),
      textArrayOf(lines.map((line) => line.step)),
      textArrayOf(lines.map((line) => line.holderId)),
      textArrayOf(lines.map((line) => line.lotId)),
      arrayOf(lines.map((line) => line.coins)),
    ],
  );
}
