import type { Queryable } from '../../../platform/database/sql.js';
import { sandboxId } from '../sandbox-id.js';

export interface BalanceTransaction {
  readonly transactionId: string;
  readonly sourceId: string;
  readonly type: 'refund' | 'refund_failure' | 'adjustment';
  readonly category: 'refund' | 'refund_failure' | 'dispute' | 'dispute_reversal';
  /** Negative is money that left. */
  readonly amountMinor: bigint;
  readonly feeMinor: bigint;
  readonly currency: string;
  readonly createdAt: number;
}

interface Row {
  transaction_id: string;
  source_id: string;
  type: BalanceTransaction['type'];
  category: BalanceTransaction['category'];
  amount_minor: bigint;
  fee_minor: bigint;
  currency: string;
  created_at: Date;
}

const toTransaction = (row: Row): BalanceTransaction => ({
  transactionId: row.transaction_id,
  sourceId: row.source_id,
  type: row.type,
  category: row.category,
  amountMinor: row.amount_minor,
  feeMinor: row.fee_minor,
  currency: row.currency,
  createdAt: row.created_at.getTime(),
});

/** In the order they were booked. */
export async function balanceOf(db: Queryable, sourceId: string): Promise<BalanceTransaction[]> {
  const text = 'SELECT * FROM sandbox.balance_transactions WHERE source_id = $1 ORDER BY number';
  return (await db.query<Row>(text, [sourceId])).map(toTransaction);
}

export async function readBalanceTransaction(
  db: Queryable,
  transactionId: string,
): Promise<BalanceTransaction | null> {
  const text = 'SELECT * FROM sandbox.balance_transactions WHERE transaction_id = $1';
  const [row] = await db.query<Row>(text, [transactionId]);
  return row ? toTransaction(row) : null;
}

export async function bookBalance(
  tx: Queryable,
  booking: Omit<BalanceTransaction, 'transactionId'>,
): Promise<BalanceTransaction> {
  const transactionId = sandboxId('txn', booking.sourceId, booking.category, booking.createdAt);
  await tx.query(
    `INSERT INTO sandbox.balance_transactions
       (transaction_id, source_id, type, category, amount_minor, fee_minor, currency, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      transactionId,
      booking.sourceId,
      booking.type,
      booking.category,
      booking.amountMinor,
      booking.feeMinor,
      booking.currency,
      new Date(booking.createdAt),
    ],
  );
  return { ...booking, transactionId };
}
