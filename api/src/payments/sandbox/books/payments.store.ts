import type { Queryable } from '../../../platform/database/sql.js';

export interface SandboxPayment {
  readonly paymentId: string;
  readonly chargeId: string;
  readonly intentId: string | null;
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly network: string;
  readonly country: string;
  readonly createdAt: number;
  readonly metadata: Readonly<Record<string, string>>;
}

interface Row {
  payment_id: string;
  charge_id: string;
  intent_id: string | null;
  amount_minor: bigint;
  currency: string;
  network: string;
  country: string;
  created_at: Date;
  metadata: Record<string, string>;
}

const toPayment = (row: Row): SandboxPayment => ({
  paymentId: row.payment_id,
  chargeId: row.charge_id,
  intentId: row.intent_id,
  amountMinor: row.amount_minor,
  currency: row.currency,
  network: row.network,
  country: row.country,
  createdAt: row.created_at.getTime(),
  metadata: row.metadata,
});

/** Under either of its names. Locked, so that of two refunds of one payment the second sees the first. */
export async function lockPayment(tx: Queryable, name: string): Promise<SandboxPayment | null> {
  const [row] = await tx.query<Row>(
    'SELECT * FROM sandbox.payments WHERE payment_id = $1 OR charge_id = $1 ORDER BY payment_id LIMIT 1 FOR UPDATE',
    [name],
  );
  return row ? toPayment(row) : null;
}

export async function addPayment(tx: Queryable, payment: SandboxPayment): Promise<void> {
  await tx.query(
    `INSERT INTO sandbox.payments
       (payment_id, charge_id, intent_id, amount_minor, currency, network, country, created_at, metadata)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING`,
    [
      payment.paymentId,
      payment.chargeId,
      payment.intentId,
      payment.amountMinor,
      payment.currency,
      payment.network,
      payment.country,
      new Date(payment.createdAt),
      JSON.stringify(payment.metadata),
    ],
  );
}

export interface TakenPayment {
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly country: string;
  readonly takenAt: number;
}

/** What the platform sold for this payment: the sandbox has taken every payment that the product was told of. */
export async function readSoldFor(db: Queryable, reference: string): Promise<TakenPayment | null> {
  const [row] = await db.query<{
    amount_minor: bigint;
    currency: string;
    country: string | null;
    occurred_at: Date;
  }>(
    `SELECT t.amount_minor, t.currency, t.request->'payment'->>'country' AS country, t.occurred_at
     FROM payment_references p
     JOIN transactions t ON t.account_id = p.account_id AND t.transaction_id = p.transaction_id
     WHERE p.provider = 'stripe' AND p.reference = $1`,
    [reference],
  );
  if (!row) return null;
  return {
    amountMinor: row.amount_minor,
    currency: row.currency,
    country: row.country ?? 'US',
    takenAt: row.occurred_at.getTime(),
  };
}
