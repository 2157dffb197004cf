import type { CostComparison, PaymentProvider, WarningStatus } from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';

export interface WarningRecord {
  readonly warningId: string;
  readonly provider: PaymentProvider;
  readonly providerWarningId: string;
  readonly reference: string;
  readonly accountId: string;
  readonly purchaseId: string;
  readonly fraudType: string;
  readonly actionable: boolean;
  readonly occurredAt: number;
  readonly status: WarningStatus;
  readonly comparison: CostComparison | null;
  readonly refundId: string | null;
}

export interface WarningRow {
  warning_id: string;
  provider: PaymentProvider;
  provider_warning_id: string;
  reference: string;
  account_id: string;
  purchase_id: string;
  fraud_type: string;
  actionable: boolean;
  occurred_at: Date;
  status: WarningRecord['status'];
  comparison: CostComparison | null;
  refund_id: string | null;
}

export const WARNING_COLUMNS = `warning_id, provider, provider_warning_id, reference, account_id, purchase_id, fraud_type,
  actionable, occurred_at, status, comparison, refund_id`;

export const toWarning = (row: WarningRow): WarningRecord => ({
  warningId: row.warning_id,
  provider: row.provider,
  providerWarningId: row.provider_warning_id,
  reference: row.reference,
  accountId: row.account_id,
  purchaseId: row.purchase_id,
  fraudType: row.fraud_type,
  actionable: row.actionable,
  occurredAt: row.occurred_at.getTime(),
  status: row.status,
  comparison: row.comparison,
  refundId: row.refund_id,
});

/** False when this warning is known already. */
export async function insertWarning(tx: Queryable, warning: WarningRecord, at: number): Promise<boolean> {
  const rows = await tx.query(
    `INSERT INTO fraud_warnings (${WARNING_COLUMNS}, updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
     ON CONFLICT (provider, provider_warning_id) DO NOTHING RETURNING warning_id`,
    [
      warning.warningId,
      warning.provider,
      warning.providerWarningId,
      warning.reference,
      warning.accountId,
      warning.purchaseId,
      warning.fraudType,
      warning.actionable,
      new Date(warning.occurredAt),
      warning.status,
      warning.comparison === null ? null : JSON.stringify(warning.comparison),
      warning.refundId,
      new Date(at),
    ],
  );
  return rows.length > 0;
}

export async function lockWarning(tx: Queryable, warningId: string): Promise<WarningRecord | null> {
  const text = `SELECT ${WARNING_COLUMNS} FROM fraud_warnings WHERE warning_id = $1 FOR UPDATE`;
  const [row] = await tx.query<WarningRow>(text, [warningId]);
  return row ? toWarning(row) : null;
}

export async function updateWarning(
  tx: Queryable,
  { warningId, status, refundId }: WarningRecord,
  at: number,
): Promise<void> {
  await tx.query(
    'UPDATE fraud_warnings SET status = $2, refund_id = $3, updated_at = $4 WHERE warning_id = $1',
    [warningId, status, refundId, new Date(at)],
  );
}

export async function readWarningsOf(
  db: Queryable,
  purchase: { accountId: string; purchaseId: string },
): Promise<WarningRecord[]> {
  const text = `SELECT ${WARNING_COLUMNS} FROM fraud_warnings WHERE account_id = $1 AND purchase_id = $2 ORDER BY warning_id`;
  return (await db.query<WarningRow>(text, [purchase.accountId, purchase.purchaseId])).map(toWarning);
}

/** It has become a dispute: what could be prevented no longer can. */
export async function closeWarnings(
  tx: Queryable,
  purchase: { accountId: string; purchaseId: string },
  at: number,
): Promise<void> {
  await tx.query(
    `UPDATE fraud_warnings SET status = 'too_late', updated_at = $3
     WHERE account_id = $1 AND purchase_id = $2 AND status = 'open'`,
    [purchase.accountId, purchase.purchaseId, new Date(at)],
  );
}

/** The provider says that nothing can be prevented any more; whatever it said before or will say again. */
export async function endActionable(
  tx: Queryable,
  warning: Pick<WarningRecord, 'provider' | 'providerWarningId'>,
  at: number,
): Promise<void> {
  await tx.query(
    `UPDATE fraud_warnings
     SET actionable = false, status = CASE WHEN status = 'open' THEN 'too_late' ELSE status END, updated_at = $3
     WHERE provider = $1 AND provider_warning_id = $2 AND actionable`,
    [warning.provider, warning.providerWarningId, new Date(at)],
  );
}

/** The purchase was declined while it was held: the money that is owed for that is what the warning asks for. */
export async function refundByDecline(
  db: Queryable,
  purchase: { accountId: string; purchaseId: string },
  at: number,
): Promise<void> {
  await db.query(
    `UPDATE fraud_warnings w SET status = 'refunding', refund_id = r.refund_id, updated_at = $3
     FROM refunds r
     WHERE w.account_id = $1 AND w.purchase_id = $2 AND w.status = 'open'
       AND r.account_id = w.account_id AND r.transaction_id = w.purchase_id AND r.origin = 'automatic'`,
    [purchase.accountId, purchase.purchaseId, new Date(at)],
  );
}

/** The refund will not be made: a person decides again. */
export async function reopenWarnings(db: Queryable, refundId: string, at: number): Promise<void> {
  await db.query(
    `UPDATE fraud_warnings SET status = 'open', refund_id = NULL, updated_at = $2
     WHERE refund_id = $1 AND status = 'refunding'`,
    [refundId, new Date(at)],
  );
}
