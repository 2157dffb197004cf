import type { Rule, RuleEffectType, RuleGroup, RuleMode, TransactionKind } from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';

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

const COLUMNS =
  'key, rule_group, description, kinds, condition, effect, score, mode, reason_code, message' as const;

/** The rules of a version, in their order. */
export async function readRules(db: Queryable, version: number): Promise<Rule[]> {
  const text = `SELECT ${COLUMNS} FROM rules WHERE version = $1 ORDER BY position`;
  return (await db.query<RuleRow>(text, [version])).map(ruleOf);
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

const rowOf = (rule: Rule): RuleRow => ({
  key: rule.key,
  rule_group: rule.group,
  description: rule.description,
  kinds: rule.kinds ? [...rule.kinds] : null,
  condition: rule.condition,
  effect: rule.effect.type,
  score: rule.effect.score,
  mode: rule.mode,
  reason_code: rule.reasonCode,
  message: rule.message,
});

const SENT = `json_to_recordset($2::json) AS sent (
  key text, rule_group text, description text, kinds text[], condition text, effect text, score int, mode text,
  reason_code text, message text, position int)`;

/** The rules of a new version, in the order given. */
export async function insertRules(tx: Queryable, version: number, rules: readonly Rule[]): Promise<void> {
  const rows = rules.map((rule, index) => ({ ...rowOf(rule), position: index + 1 }));
  await tx.query(
    `INSERT INTO rules (version, position, ${COLUMNS}) SELECT $1, position, ${COLUMNS} FROM ${SENT}`,
    [version, JSON.stringify(rows)],
  );
}

export interface RuleChange {
  readonly version: number;
  readonly rule: Rule;
  readonly at: number;
  readonly by: string;
}

/** Puts a rule at the end of a draft. False when it has one of that key. */
export async function addRule(tx: Queryable, { version, rule, at, by }: RuleChange): Promise<boolean> {
  const added = await tx.query(
    `INSERT INTO rules (version, position, changed_at, changed_by, ${COLUMNS})
     SELECT $1, (SELECT coalesce(max(position), 0) + 1 FROM rules WHERE version = $1), $3, $4, ${COLUMNS} FROM ${SENT}
     ON CONFLICT ON CONSTRAINT rules_pkey DO NOTHING RETURNING key`,
    [version, JSON.stringify([rowOf(rule)]), new Date(at), by],
  );
  return added.length > 0;
}

/** Replaces what a rule of a draft says; its revision counts on. */
export async function replaceRule(tx: Queryable, { version, rule, at, by }: RuleChange): Promise<void> {
  await tx.query(
    `UPDATE rules SET rule_group = sent.rule_group, description = sent.description, kinds = sent.kinds,
                      condition = sent.condition, effect = sent.effect, score = sent.score, mode = sent.mode,
                      reason_code = sent.reason_code, message = sent.message,
                      revision = revision + 1, changed_at = $3, changed_by = $4
       FROM ${SENT} WHERE rules.version = $1 AND rules.key = sent.key`,
    [version, JSON.stringify([rowOf(rule)]), new Date(at), by],
  );
}

export async function deleteRule(tx: Queryable, version: number, key: string): Promise<void> {
  await tx.query('DELETE FROM rules WHERE version = $1 AND key = $2', [version, key]);
}

export interface RuleStand {
  readonly rule: Rule;
  readonly revision: number;
  readonly changedAt: number | null;
  readonly changedBy: string | null;
}

/** A rule with how often and by whom it was changed. */
export async function readRule(db: Queryable, version: number, key: string): Promise<RuleStand | null> {
  const [row] = await db.query<
    RuleRow & { revision: number; changed_at: Date | null; changed_by: string | null }
  >(
    `SELECT ${COLUMNS}, revision, changed_at,
            coalesce((SELECT name FROM staff WHERE staff_id::text = changed_by), changed_by) AS changed_by
       FROM rules WHERE version = $1 AND key = $2`,
    [version, key],
  );
  if (!row) return null;
  const { revision, changed_at, changed_by } = row;
  return { rule: ruleOf(row), revision, changedAt: changed_at?.getTime() ?? null, changedBy: changed_by };
}

/** Gives a rule to somebody, in every version; null takes it from whoever has it. False when there is no such person. */
export async function setRuleOwner(
  tx: Queryable,
  owner: { readonly key: string; readonly ownerId: string | null; readonly at: number },
): Promise<boolean> {
  if (owner.ownerId === null) {
    await tx.query('DELETE FROM rule_owners WHERE rule_key = $1', [owner.key]);
    return true;
  }
  const rows = await tx.query(
    `INSERT INTO rule_owners (rule_key, owner_id, since)
     SELECT $1, staff_id, $3 FROM staff WHERE staff_id = $2 AND status = 'active'
     ON CONFLICT (rule_key) DO UPDATE SET owner_id = excluded.owner_id, since = excluded.since RETURNING rule_key`,
    [owner.key, owner.ownerId, new Date(owner.at)],
  );
  return rows.length > 0;
}
