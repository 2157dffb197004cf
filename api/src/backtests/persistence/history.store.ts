import {
  PAST_DECISION_COLUMNS,
  type PastDecisionRow,
  REMEMBERED_COLUMNS,
  type RememberedRow,
} from '../../decisions/decisions.history.public.js';
import { type Queryable, textArrayOf } from '../../platform/database/sql.js';

export interface HistoryRow extends PastDecisionRow {
  account_id: string;
}

const page = (columns: string) => `SELECT ${columns} FROM transactions
  WHERE transaction_id > $1 AND transaction_id < $2 ORDER BY transaction_id LIMIT $3`;

const JUDGED = { name: 'backtest-judged', text: page(`account_id, ${PAST_DECISION_COLUMNS}`) };
const REMEMBERED = { name: 'backtest-remembered', text: page(REMEMBERED_COLUMNS) };

export interface HistoryRange {
  /** Not included. */
  readonly afterId: string;
  readonly beforeId: string;
}

/** The next transactions in the order of time, which their ids tell. */
export const readHistory = (db: Queryable, range: HistoryRange, rows: number): Promise<HistoryRow[]> =>
  db.query<HistoryRow>(JUDGED, [range.afterId, range.beforeId, rows]);

/** The same, with no more of them than velocity remembers. */
export const readRemembered = (db: Queryable, range: HistoryRange, rows: number): Promise<RememberedRow[]> =>
  db.query<RememberedRow>(REMEMBERED, [range.afterId, range.beforeId, rows]);

/** How many transactions lie between each of these ids, in their order, and the next: the first included, the next not. */
export async function countBetween(db: Queryable, ids: readonly string[]): Promise<number[]> {
  const rows = await db.query<{ n: number }>(
    `SELECT (SELECT count(*) FROM transactions WHERE transaction_id >= k.low AND transaction_id < k.high)::float8 AS n
     FROM unnest($1::uuid[], $2::uuid[]) WITH ORDINALITY AS k (low, high, place) ORDER BY place`,
    [textArrayOf(ids.slice(0, -1)), textArrayOf(ids.slice(1))],
  );
  return rows.map(({ n }) => n);
}
