import { PAST_DECISION_COLUMNS, type PastDecisionRow } from '../../decisions/decisions.public.js';
import type { Queryable } from '../../platform/database/sql.js';

export interface HistoryRow extends PastDecisionRow {
  account_id: string;
}

const PAGE = {
  name: 'backtest-history',
  text: `SELECT account_id, ${PAST_DECISION_COLUMNS} FROM transactions
         WHERE transaction_id > $1 AND transaction_id < $2 ORDER BY transaction_id LIMIT $3`,
};

export interface HistoryRange {
  /** Not included. */
  readonly afterId: string;
  readonly beforeId: string;
}

/** The next transactions in the order of time, which their ids tell. */
export const readHistory = (db: Queryable, range: HistoryRange, rows: number): Promise<HistoryRow[]> =>
  db.query<HistoryRow>(PAGE, [range.afterId, range.beforeId, rows]);

export async function countHistory(db: Queryable, range: HistoryRange): Promise<number> {
  const [row] = await db.query<{ n: number }>(
    'SELECT count(*)::float8 AS n FROM transactions WHERE transaction_id > $1 AND transaction_id < $2',
    [range.afterId, range.beforeId],
  );
  return row!.n;
}
