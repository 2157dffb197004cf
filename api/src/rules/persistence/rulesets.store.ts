import type { Instant, Ruleset, RulesetStatus } from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';
import { insertRules, readRules } from './rules.store.js';

/** A version with where it stands. */
export interface RulesetRecord {
  readonly version: number;
  readonly status: RulesetStatus;
  readonly baseVersion: number | null;
  readonly reviewScore: number;
  readonly declineScore: number;
  readonly comment: string;
  readonly revision: number;
  readonly authors: readonly string[];
  readonly contentHash: string | null;
  readonly releaseAt: number | null;
  readonly replaces: number | null;
  readonly approvedBy: string | null;
  readonly releasedAt: number | null;
  readonly createdAt: number;
  readonly createdBy: string;
  readonly changedAt: number;
}

interface RulesetRow {
  version: number;
  status: RulesetStatus;
  base_version: number | null;
  review_score: number;
  decline_score: number;
  comment: string;
  revision: number;
  authors: string[];
  content_hash: string | null;
  release_at: Date | null;
  replaces: number | null;
  approved_by: string | null;
  released_at: Date | null;
  created_at: Date;
  created_by: string;
  changed_at: Date;
}

const recordOf = (row: RulesetRow): RulesetRecord => ({
  version: row.version,
  status: row.status,
  baseVersion: row.base_version,
  reviewScore: row.review_score,
  declineScore: row.decline_score,
  comment: row.comment,
  revision: row.revision,
  authors: row.authors,
  contentHash: row.content_hash,
  releaseAt: row.release_at?.getTime() ?? null,
  replaces: row.replaces,
  approvedBy: row.approved_by,
  releasedAt: row.released_at?.getTime() ?? null,
  createdAt: row.created_at.getTime(),
  createdBy: row.created_by,
  changedAt: row.changed_at.getTime(),
});

const RULESETS_LOCK = 7_310_003;

/** Everything that writes versions happens one after the other, in whichever process: it is rare, and most of it concerns two. */
export async function lockRulesets(tx: Queryable): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock($1)', [RULESETS_LOCK]);
}

export async function readRuleset(db: Queryable, version: number): Promise<RulesetRecord | null> {
  const [row] = await db.query<RulesetRow>('SELECT * FROM rulesets WHERE version = $1', [version]);
  return row ? recordOf(row) : null;
}

/** The versions in a status, by number. */
export async function readRulesetsIn(db: Queryable, status: RulesetStatus): Promise<RulesetRecord[]> {
  const text = 'SELECT * FROM rulesets WHERE status = $1 ORDER BY version';
  return (await db.query<RulesetRow>(text, [status])).map(recordOf);
}

/** The one version in a status that at most one can have, with its rules. */
export async function readTheRuleset(db: Queryable, status: 'live' | 'shadow'): Promise<Ruleset | null> {
  const [only] = await readRulesetsIn(db, status);
  return only ? withRules(db, only) : null;
}

/** What it judges by. */
export async function withRules(db: Queryable, record: RulesetRecord): Promise<Ruleset> {
  const { version, reviewScore, declineScore } = record;
  return { version, reviewScore, declineScore, rules: await readRules(db, version) };
}

export async function lastVersion(db: Queryable): Promise<number> {
  const [row] = await db.query<{ version: number | null }>('SELECT max(version) AS version FROM rulesets');
  return row?.version ?? 0;
}

export interface NewRuleset extends Ruleset {
  readonly comment: string;
  readonly createdAt: number;
  readonly createdBy: string;
  readonly baseVersion?: number | null;
  readonly authors?: readonly string[];
}

/** Writes a version and its rules as a draft. */
export async function insertRuleset(tx: Queryable, ruleset: NewRuleset): Promise<void> {
  const { version, reviewScore, declineScore, comment, createdAt, createdBy } = ruleset;
  await tx.query(
    `INSERT INTO rulesets (version, review_score, decline_score, comment, created_at, created_by, changed_at,
                           base_version, authors)
     VALUES ($1, $2, $3, $4, $5, $6, $5, $7, $8)`,
    [
      version,
      reviewScore,
      declineScore,
      comment,
      new Date(createdAt),
      createdBy,
      ruleset.baseVersion ?? null,
      ruleset.authors ?? [],
    ],
  );
  await insertRules(tx, version, ruleset.rules);
}

/** Thresholds, comment, revision and authors: the rest of a draft is its rules. */
export async function updateDraft(tx: Queryable, draft: RulesetRecord): Promise<void> {
  await tx.query(
    `UPDATE rulesets SET review_score = $2, decline_score = $3, comment = $4, revision = $5, authors = $6,
                         changed_at = $7
      WHERE version = $1`,
    [
      draft.version,
      draft.reviewScore,
      draft.declineScore,
      draft.comment,
      draft.revision,
      draft.authors,
      new Date(draft.changedAt),
    ],
  );
}

/** Where a version stands in its life; what it says is not touched. */
export async function updateStanding(tx: Queryable, ruleset: RulesetRecord): Promise<void> {
  const at = (time: number | null) => (time === null ? null : new Date(time));
  await tx.query(
    `UPDATE rulesets SET status = $2, content_hash = $3, authors = $4, release_at = $5, replaces = $6, approved_by = $7,
                         released_at = $8, changed_at = $9
      WHERE version = $1`,
    [
      ruleset.version,
      ruleset.status,
      ruleset.contentHash,
      ruleset.authors,
      at(ruleset.releaseAt),
      ruleset.replaces,
      ruleset.approvedBy,
      at(ruleset.releasedAt),
      at(ruleset.changedAt),
    ],
  );
}

/** When each rule was first released, in shadow or live. */
export async function readFirstReleases(db: Queryable): Promise<ReadonlyMap<string, Instant>> {
  const rows = await db.query<{ key: string; released_at: Date }>(
    `SELECT r.key, min(s.released_at) AS released_at FROM rules r JOIN rulesets s USING (version)
     WHERE r.mode <> 'off' AND s.released_at IS NOT NULL GROUP BY r.key`,
  );
  return new Map(rows.map((row) => [row.key, row.released_at.getTime()]));
}
