import type { Queryable } from '../../../platform/database/sql.js';

export interface SandboxRefund {
  readonly refundId: string;
  readonly paymentId: string;
  readonly amountMinor: bigint;
  readonly status: 'pending' | 'succeeded' | 'failed' | 'canceled';
  readonly reason: string | null;
  readonly failureReason: string | null;
  readonly metadata: Readonly<Record<string, string>>;
  readonly createdAt: number;
  readonly nextStatus: SandboxRefund['status'] | null;
  readonly nextAt: number | null;
}

interface Row {
  refund_id: string;
  payment_id: string;
  amount_minor: bigint;
  status: SandboxRefund['status'];
  reason: string | null;
  failure_reason: string | null;
  metadata: Record<string, string>;
  created_at: Date;
  next_status: SandboxRefund['status'] | null;
  next_at: Date | null;
}

const toRefund = (row: Row): SandboxRefund => ({
  refundId: row.refund_id,
  paymentId: row.payment_id,
  amountMinor: row.amount_minor,
  status: row.status,
  reason: row.reason,
  failureReason: row.failure_reason,
  metadata: row.metadata,
  createdAt: row.created_at.getTime(),
  nextStatus: row.next_status,
  nextAt: row.next_at?.getTime() ?? null,
});

/** Newest first. */
export async function refundsOf(db: Queryable, paymentId: string): Promise<SandboxRefund[]> {
  const text = 'SELECT * FROM sandbox.refunds WHERE payment_id = $1 ORDER BY number DESC';
  return (await db.query<Row>(text, [paymentId])).map(toRefund);
}

export async function readSandboxRefund(db: Queryable, refundId: string): Promise<SandboxRefund | null> {
  const [row] = await db.query<Row>('SELECT * FROM sandbox.refunds WHERE refund_id = $1', [refundId]);
  return row ? toRefund(row) : null;
}

export async function addRefund(tx: Queryable, refund: SandboxRefund): Promise<void> {
  await tx.query(
    `INSERT INTO sandbox.refunds (refund_id, payment_id, amount_minor, status, reason, failure_reason, metadata,
                                  created_at, next_status, next_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      refund.refundId,
      refund.paymentId,
      refund.amountMinor,
      refund.status,
      refund.reason,
      refund.failureReason,
      JSON.stringify(refund.metadata),
      new Date(refund.createdAt),
      refund.nextStatus,
      refund.nextAt === null ? null : new Date(refund.nextAt),
    ],
  );
}

export async function updateSandboxRefund(tx: Queryable, refund: SandboxRefund): Promise<void> {
  await tx.query(
    `UPDATE sandbox.refunds SET status = $2, failure_reason = $3, next_status = $4, next_at = $5 WHERE refund_id = $1`,
    [
      refund.refundId,
      refund.status,
      refund.failureReason,
      refund.nextStatus,
      refund.nextAt === null ? null : new Date(refund.nextAt),
    ],
  );
}

/** Those whose next step is due, with what it is. */
export async function refundsDue(db: Queryable, now: number): Promise<SandboxRefund[]> {
  const text = 'SELECT * FROM sandbox.refunds WHERE next_at <= $1 ORDER BY next_at, number LIMIT 100';
  return (await db.query<Row>(text, [new Date(now)])).map(toRefund);
}
