import type { Rule, RuleEffectType, RuleGroup, RuleMode, Ruleset, TransactionKind } from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';

interface RulesetRow {
  version: number;
  review_score: number;
  decline_score: number;
}

interface RuleRow {
  key: string;
  rule_group: RuleGroup;
  description: string;
  kinds: TransactionKind[] | null;
  condition: string;
  effect: RuleEffectType;
  score: number;
  mode: RuleMode;
  reason_code: string;
  message: string;
}

/** The version that judges, or null before any was installed. */
export async function readLiveRuleset(db: Queryable): Promise<Ruleset | null> {
  const [live] = await db.query<RulesetRow>(
    `SELECT version, review_score, decline_score FROM rulesets WHERE status = 'live'`,
  );
  if (!live) return null;
  const rows = await db.query<RuleRow>(
    `SELECT key, rule_group, description, kinds, condition, effect, score, mode, reason_code, message
       FROM rules WHERE version = $1 ORDER BY position`,
    [live.version],
  );
  return {
    version: live.version,
    reviewScore: live.review_score,
    declineScore: live.decline_score,
    rules: rows.map(ruleOf),
  };
}

const ruleOf = (row: RuleRow): Rule => ({
  key: row.key,
  group: row.rule_group,
  description: row.description,
  ...(row.kinds && { kinds: row.kinds }),
  condition: row.condition,
  effect: { type: row.effect, score: row.score },
  mode: row.mode,
  reasonCode: row.reason_code,
  message: row.message,
});

export async function anyRuleset(db: Queryable): Promise<boolean> {
  return (await db.query('SELECT FROM rulesets LIMIT 1')).length > 0;
}

export interface NewRuleset extends Ruleset {
  readonly comment: string;
  readonly createdAt: number;
  readonly createdBy: string;
}

/** Writes a version and its rules as a draft; what is written here never changes. */
export async function insertRuleset(tx: Queryable, ruleset: NewRuleset): Promise<void> {
  const { version, reviewScore, declineScore, comment, createdAt, createdBy, rules } = ruleset;
  await tx.query(
    `INSERT INTO rulesets (version, review_score, decline_score, comment, created_at, created_by)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [version, reviewScore, declineScore, comment, new Date(createdAt), createdBy],
  );
  const rows = rules.map((rule, index) => ({
    key: rule.key,
    position: index + 1,
    rule_group: rule.group,
    description: rule.description,
    kinds: rule.kinds ?? null,
    condition: rule.condition,
    effect: rule.effect.type,
    score: rule.effect.score,
    mode: rule.mode,
    reason_code: rule.reasonCode,
    message: rule.message,
  }));
  await tx.query(
    `INSERT INTO rules (version, key, position, rule_group, description, kinds, condition, effect, score, mode,
                        reason_code, message)
     SELECT $1, key, position, rule_group, description, kinds, condition, effect, score, mode, reason_code, message
       FROM json_to_recordset($2::json) AS rule (
         key text, position int, rule_group text, description text, kinds text[], condition text, effect text,
         score int, mode text, reason_code text, message text)`,
    [version, JSON.stringify(rows)],
  );
}

/** Makes a version the one that judges; the one before it is retired. */
export async function releaseRuleset(tx: Queryable, version: number): Promise<void> {
  await tx.query(`UPDATE rulesets SET status = 'retired' WHERE status = 'live' AND version <> $1`, [version]);
  await tx.query(`UPDATE rulesets SET status = 'live' WHERE version = $1`, [version]);
}
