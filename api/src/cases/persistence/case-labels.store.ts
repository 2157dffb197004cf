import type { Queryable } from '../../platform/database/sql.js';
import type { CaseKey } from './cases.store.js';

/** Labels the transactions that the case's alerts are about. */
export async function labelTransactions(
  tx: Queryable,
  {
    caseId,
    decisionNo,
    label,
    at,
  }: CaseKey & { decisionNo: number; label: 'fraud' | 'legitimate'; at: number },
): Promise<void> {
  await tx.query(
    `INSERT INTO case_labels (account_id, transaction_id, case_id, decision_no, label, labelled_at)
     SELECT DISTINCT account_id, transaction_id, case_id, $2::int, $3, $4::timestamptz FROM case_alerts
     WHERE case_id = $1 AND transaction_id IS NOT NULL`,
    [caseId, decisionNo, label, new Date(at)],
  );
}

/** What is revoked counts no more, and stays to be read. */
export async function revokeLabels(
  tx: Queryable,
  { caseId, decisionNo, at }: { caseId: string; decisionNo: number; at: number },
): Promise<void> {
  await tx.query(
    `UPDATE case_labels SET revoked_at = $3 WHERE case_id = $1 AND decision_no = $2 AND revoked_at IS NULL`,
    [caseId, decisionNo, new Date(at)],
  );
}
