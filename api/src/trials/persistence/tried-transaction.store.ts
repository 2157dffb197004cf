import { PAST_DECISION_COLUMNS, type PastDecisionRow } from '../../decisions/decisions.history.public.js';
import type { Queryable } from '../../platform/database/sql.js';

export interface TriedTransactionRow extends PastDecisionRow {
  account_id: string;
  decided_at: Date;
}

export async function findTried(db: Queryable, transactionId: string): Promise<TriedTransactionRow | null> {
  const [row] = await db.query<TriedTransactionRow>(
    `SELECT account_id, decided_at, ${PAST_DECISION_COLUMNS} FROM transactions WHERE transaction_id = $1`,
    [transactionId],
  );
  return row ?? null;
}
