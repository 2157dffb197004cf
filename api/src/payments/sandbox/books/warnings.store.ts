import type { Queryable } from '../../../platform/database/sql.js';

export interface SandboxWarning {
  readonly warningId: string;
  readonly paymentId: string;
  readonly fraudType: string;
  readonly actionable: boolean;
  readonly createdAt: number;
}

interface Row {
  warning_id: string;
  payment_id: string;
  fraud_type: string;
  actionable: boolean;
  created_at: Date;
}

const toWarning = (row: Row): SandboxWarning => ({
  warningId: row.warning_id,
  paymentId: row.payment_id,
  fraudType: row.fraud_type,
  actionable: row.actionable,
  createdAt: row.created_at.getTime(),
});

export async function warningsOf(db: Queryable, paymentId: string): Promise<SandboxWarning[]> {
  const text = 'SELECT * FROM sandbox.fraud_warnings WHERE payment_id = $1 ORDER BY created_at DESC';
  return (await db.query<Row>(text, [paymentId])).map(toWarning);
}

export async function readWarning(db: Queryable, warningId: string): Promise<SandboxWarning | null> {
  const text = 'SELECT * FROM sandbox.fraud_warnings WHERE warning_id = $1';
  const [row] = await db.query<Row>(text, [warningId]);
  return row ? toWarning(row) : null;
}

/** Writes it, new or changed. */
export async function saveWarning(tx: Queryable, warning: SandboxWarning): Promise<void> {
  await tx.query(
    `INSERT INTO sandbox.fraud_warnings (warning_id, payment_id, fraud_type, actionable, created_at)
     VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (warning_id) DO UPDATE SET actionable = excluded.actionable`,
    [
      warning.warningId,
      warning.paymentId,
      warning.fraudType,
      warning.actionable,
      new Date(warning.createdAt),
    ],
  );
}
