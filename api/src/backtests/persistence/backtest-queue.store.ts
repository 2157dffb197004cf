import { MAX_BACKTEST_ATTEMPTS } from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';
import { BACKTEST_COLUMNS, type BacktestQuestion, type BacktestRow, sliceOf } from './backtests.store.js';

const RUNNER_LOCK = 4_021_765;

/**
 * One backtest at a time in the whole installation. The lock belongs to the connection: it ends with whoever holds it,
 * however they end.
 */
export async function becomeRunner(db: Queryable): Promise<boolean> {
  const [row] = await db.query<{ locked: boolean }>('SELECT pg_try_advisory_lock($1) AS locked', [
    RUNNER_LOCK,
  ]);
  return row!.locked;
}

/**
 * What is marked as running when there is no other runner was left behind by one that died: it begins anew, unless it
 * has done so too often.
 */
export async function recoverLeftBehind(db: Queryable, at: number): Promise<void> {
  await db.query(
    `UPDATE backtests SET
       status = CASE WHEN attempt < $1 THEN 'queued' ELSE 'failed' END,
       finished_at = CASE WHEN attempt < $1 THEN NULL ELSE $2::timestamptz END,
       failure = CASE WHEN attempt < $1 THEN NULL ELSE $3::json END,
       progress = NULL
     WHERE status = 'running'`,
    [
      MAX_BACKTEST_ATTEMPTS,
      new Date(at),
      JSON.stringify({ code: 'backtest.died', message: 'Its process ended again and again before it did.' }),
    ],
  );
}

/** Takes the one that has waited longest. */
export async function takeNext(db: Queryable, at: number): Promise<BacktestQuestion | null> {
  const [row] = await db.query<
    BacktestRow & Pick<BacktestQuestion, 'candidate' | 'live'> & { tune_rules: string[] }
  >(
    `UPDATE backtests b SET status = 'running', started_at = $1, attempt = attempt + 1, progress = NULL
     FROM (SELECT backtest_id AS id FROM backtests WHERE status = 'queued'
           ORDER BY backtest_id LIMIT 1 FOR UPDATE SKIP LOCKED) AS next
     WHERE b.backtest_id = next.id
     RETURNING ${BACKTEST_COLUMNS}, candidate, live, tune_rules`,
    [new Date(at)],
  );
  if (!row) return null;
  return {
    backtestId: row.backtest_id,
    name: row.name,
    target: row.target,
    candidate: row.candidate,
    live: row.live,
    slice: sliceOf(row),
    baseline: row.baseline,
    maturityDays: row.maturity_days,
    tuneRules: row.tune_rules,
    createdAt: row.created_at.getTime(),
    createdBy: row.created_by,
  };
}

/** A runner that is asked to stop gives its work back; that is nobody's failure. */
export async function putBack(db: Queryable, backtestId: string): Promise<void> {
  await db.query(
    `UPDATE backtests SET status = 'queued', progress = NULL, started_at = NULL, attempt = attempt - 1
     WHERE backtest_id = $1 AND status = 'running'`,
    [backtestId],
  );
}
