import type { Outcome } from '@coinwarden/domain';
import { idAt } from '../../platform/database/ids.js';
import { arrayOf, type Queryable, textArrayOf } from '../../platform/database/sql.js';

/** What the version in shadow made of one decision. */
export interface ShadowRecord {
  readonly version: number;
  readonly accountId: string;
  readonly transactionId: string;
  readonly at: number;
  readonly liveOutcome: Outcome;
  readonly outcome: Outcome;
  readonly liveScore: number;
  readonly score: number;
  readonly fired: readonly string[];
}

/** Of each batch, that many differing decisions are kept; all are counted. */
const EXAMPLES_PER_BATCH = 10;
/** And of each version, the newest. */
export const EXAMPLES_PER_VERSION = 20_000;
const MAX_FIRED = 20;

/** Counts what a batch's decisions would have been, and keeps some that differ. Sent at once, to travel with the commit. */
export function writeShadow(tx: Queryable, records: readonly ShadowRecord[]): Promise<unknown>[] {
  if (records.length === 0) return [];
  const tallies = new Map<string, { record: ShadowRecord; decisions: number }>();
  for (const record of records) {
    const key = `${record.version} ${record.liveOutcome} ${record.outcome}`;
    const tally = tallies.get(key);
    if (tally) tally.decisions++;
    else tallies.set(key, { record, decisions: 1 });
  }
  const differing = records.filter((r) => r.outcome !== r.liveOutcome).slice(0, EXAMPLES_PER_BATCH);
  const counted = insertTallies(tx, [...tallies.values()]);
  return differing.length === 0 ? [counted] : [counted, insertExamples(tx, differing)];
}

function insertTallies(
  tx: Queryable,
  tallies: readonly { record: ShadowRecord; decisions: number }[],
): Promise<unknown> {
  const text = `
    INSERT INTO shadow_tallies (tally_id, version, at, live_outcome, outcome, decisions)
    SELECT * FROM unnest($1::uuid[], $2::int[], $3::timestamptz[], $4::text[], $5::text[], $6::int[])`;
  return tx.query({ name: 'shadow-tallies', text }, [
    textArrayOf(tallies.map(({ record }) => idAt(record.at))),
    arrayOf(tallies.map(({ record }) => record.version)),
    textArrayOf(tallies.map(({ record }) => new Date(record.at).toISOString())),
    textArrayOf(tallies.map(({ record }) => record.liveOutcome)),
    textArrayOf(tallies.map(({ record }) => record.outcome)),
    arrayOf(tallies.map(({ decisions }) => decisions)),
  ]);
}

function insertExamples(tx: Queryable, records: readonly ShadowRecord[]): Promise<unknown> {
  const text = `
    INSERT INTO shadow_decisions (account_id, transaction_id, version, live_outcome, outcome, live_score, score, fired)
    SELECT account_id, transaction_id, version, live_outcome, outcome, live_score, score,
           ARRAY(SELECT json_array_elements_text(fired))
    FROM unnest($1::text[], $2::uuid[], $3::int[], $4::text[], $5::text[], $6::int[], $7::int[], $8::json[])
      AS n (account_id, transaction_id, version, live_outcome, outcome, live_score, score, fired)`;
  return tx.query({ name: 'shadow-decisions', text }, [
    textArrayOf(records.map((r) => r.accountId)),
    textArrayOf(records.map((r) => r.transactionId)),
    arrayOf(records.map((r) => r.version)),
    textArrayOf(records.map((r) => r.liveOutcome)),
    textArrayOf(records.map((r) => r.outcome)),
    arrayOf(records.map((r) => r.liveScore)),
    arrayOf(records.map((r) => r.score)),
    textArrayOf(records.map((r) => JSON.stringify(r.fired.slice(0, MAX_FIRED)))),
  ]);
}

/** Folds what batches appended into hours, all of it or nothing. */
export async function foldTallies(tx: Queryable): Promise<void> {
  await tx.query(`
    WITH folded AS (DELETE FROM shadow_tallies RETURNING version, at, live_outcome, outcome, decisions)
    INSERT INTO shadow_hours AS kept (version, hour, live_outcome, outcome, decisions)
    SELECT version, date_trunc('hour', at), live_outcome, outcome, sum(decisions) FROM folded GROUP BY 1, 2, 3, 4
    ON CONFLICT (version, hour, live_outcome, outcome) DO UPDATE SET decisions = kept.decisions + excluded.decisions`);
}

/** Forgets the oldest examples of every version that has more than it may. */
export async function trimExamples(tx: Queryable): Promise<void> {
  await tx.query(
    `DELETE FROM shadow_decisions d USING (
       SELECT version, (SELECT transaction_id FROM shadow_decisions k WHERE k.version = r.version
                        ORDER BY transaction_id DESC OFFSET $1 LIMIT 1) AS last_kept
         FROM rulesets r) AS bounds
      WHERE d.version = bounds.version AND d.transaction_id <= bounds.last_kept`,
    [EXAMPLES_PER_VERSION],
  );
}

export interface ShadowCount {
  readonly live_outcome: Outcome;
  readonly outcome: Outcome;
  readonly decisions: number;
}

export function readShadowCounts(db: Queryable, version: number): Promise<ShadowCount[]> {
  return db.query<ShadowCount>(
    `SELECT live_outcome, outcome, sum(decisions)::float8 AS decisions FROM (
       SELECT live_outcome, outcome, decisions FROM shadow_hours WHERE version = $1
       UNION ALL SELECT live_outcome, outcome, decisions FROM shadow_tallies WHERE version = $1) AS all_of_them
     GROUP BY 1, 2 ORDER BY 1, 2`,
    [version],
  );
}

export interface ShadowExample {
  account_id: string;
  transaction_id: string;
  live_outcome: Outcome;
  outcome: Outcome;
  live_score: number;
  score: number;
  fired: string[];
}

export const readShadowExamples = (db: Queryable, version: number): Promise<ShadowExample[]> =>
  db.query<ShadowExample>(
    `SELECT account_id, transaction_id, live_outcome, outcome, live_score, score, fired FROM shadow_decisions
     WHERE version = $1 ORDER BY transaction_id DESC LIMIT 50`,
    [version],
  );
