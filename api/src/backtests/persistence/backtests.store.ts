import type { BacktestKnob, RuleHealthDetail, StaffBacktest } from '@coinwarden/contracts';
import {
  type BacktestBaseline,
  type BacktestFigures,
  type BacktestResult,
  type BacktestSlice,
  type BacktestStatus,
  figuresOf,
  type KnobResult,
  type Ruleset,
  type TransactionKind,
} from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';

export interface BacktestQuestion {
  readonly backtestId: string;
  readonly name: string;
  readonly target: StaffBacktest['target'];
  readonly candidate: Ruleset;
  readonly live: Ruleset;
  readonly slice: BacktestSlice;
  readonly baseline: BacktestBaseline;
  readonly maturityDays: number;
  readonly tuneRules: readonly string[];
  readonly createdAt: number;
  readonly createdBy: { readonly id: string; readonly name: string };
}

export interface BacktestRow {
  backtest_id: string;
  name: string;
  status: BacktestStatus;
  target: StaffBacktest['target'];
  live_version: number;
  from_at: Date;
  to_at: Date;
  kinds: TransactionKind[] | null;
  countries: string[] | null;
  sample_percent: number;
  baseline: BacktestBaseline;
  maturity_days: number;
  created_at: Date;
  created_by: BacktestQuestion['createdBy'];
  started_at: Date | null;
  finished_at: Date | null;
  attempt: number;
  progress: StaffBacktest['progress'];
  figures: BacktestFigures | null;
  failure: StaffBacktest['failure'];
}

/** All but what is large: the rulesets and the result. */
export const BACKTEST_COLUMNS = `backtest_id, name, status, target, (live ->> 'version')::int AS live_version, from_at,
  to_at, kinds, countries, sample_percent, baseline, maturity_days, created_at, created_by, started_at, finished_at,
  attempt, progress, figures, failure`;

export const sliceOf = (row: BacktestRow): BacktestSlice => ({
  from: row.from_at.getTime(),
  to: row.to_at.getTime(),
  kinds: row.kinds,
  countries: row.countries,
  samplePercent: row.sample_percent,
});

export async function insertBacktest(tx: Queryable, question: BacktestQuestion): Promise<void> {
  const { slice } = question;
  await tx.query(
    `INSERT INTO backtests (backtest_id, name, status, target, candidate, live, from_at, to_at, kinds, countries,
                            sample_percent, baseline, maturity_days, tune_rules, created_at, created_by)
     VALUES ($1, $2, 'queued', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      question.backtestId,
      question.name,
      JSON.stringify(question.target),
      JSON.stringify(question.candidate),
      JSON.stringify(question.live),
      new Date(slice.from),
      new Date(slice.to),
      slice.kinds,
      slice.countries,
      slice.samplePercent,
      question.baseline,
      question.maturityDays,
      question.tuneRules,
      new Date(question.createdAt),
      JSON.stringify(question.createdBy),
    ],
  );
}

/** Ends what waits or runs; false when it had ended already, however close the race. */
export async function cancelBacktest(tx: Queryable, backtestId: string, at: number): Promise<boolean> {
  const rows = await tx.query(
    `UPDATE backtests SET status = 'cancelled', finished_at = $2
     WHERE backtest_id = $1 AND status IN ('queued', 'running') RETURNING 1`,
    [backtestId, new Date(at)],
  );
  return rows.length > 0;
}

export async function readResult(
  db: Queryable,
  backtestId: string,
): Promise<{ slice: BacktestSlice; status: BacktestStatus; result: BacktestResult | null } | null> {
  const [row] = await db.query<BacktestRow & { result: BacktestResult | null }>(
    `SELECT ${BACKTEST_COLUMNS}, result FROM backtests WHERE backtest_id = $1`,
    [backtestId],
  );
  return row ? { slice: sliceOf(row), status: row.status, result: row.result } : null;
}

export async function anyWaiting(db: Queryable): Promise<boolean> {
  return (await db.query(`SELECT FROM backtests WHERE status IN ('queued', 'running') LIMIT 1`)).length > 0;
}

/** The running one writes how far it has come; false once it has been ended from outside. */
export async function writeProgress(
  db: Queryable,
  backtestId: string,
  progress: NonNullable<StaffBacktest['progress']>,
): Promise<boolean> {
  const rows = await db.query(
    `UPDATE backtests SET progress = $2 WHERE backtest_id = $1 AND status = 'running' RETURNING 1`,
    [backtestId, JSON.stringify(progress)],
  );
  return rows.length > 0;
}

/** Nothing happens when it was cancelled in the same moment: whoever is first ends it. */
export async function finishBacktest(
  db: Queryable,
  backtestId: string,
  { result, at }: { result: BacktestResult; at: number },
): Promise<void> {
  await db.query(
    `UPDATE backtests SET status = 'done', finished_at = $2, result = $3, figures = $4
     WHERE backtest_id = $1 AND status = 'running'`,
    [backtestId, new Date(at), JSON.stringify(result), JSON.stringify(figuresOf(result))],
  );
}

export async function failBacktest(
  db: Queryable,
  backtestId: string,
  { failure, at }: { failure: { code: string; message: string }; at: number },
): Promise<void> {
  await db.query(
    `UPDATE backtests SET status = 'failed', finished_at = $2, failure = $3
     WHERE backtest_id = $1 AND status = 'running'`,
    [backtestId, new Date(at), JSON.stringify(failure)],
  );
}

/** What the latest backtest that tried the numbers of a rule found about them. */
export async function latestCurves(db: Queryable, ruleKey: string): Promise<RuleHealthDetail['curves']> {
  const [row] = await db.query<{ backtest_id: string; finished_at: Date; knobs: KnobResult[] }>(
    `SELECT backtest_id, finished_at, result -> 'knobs' AS knobs FROM backtests
     WHERE status = 'done' AND $1 = ANY(tune_rules) ORDER BY backtest_id DESC LIMIT 1`,
    [ruleKey],
  );
  if (!row) return null;
  const knobs = row.knobs.filter((knob) => knob.ruleKey === ruleKey) as unknown as BacktestKnob[];
  return knobs.length === 0
    ? null
    : { backtestId: row.backtest_id, finishedAt: row.finished_at.toISOString(), knobs };
}
