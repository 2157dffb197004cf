import type { AlertKind, CaseMacro, CasePolicy, CaseVerdict, Measure } from '@coinwarden/domain';
import { arrayOf, type Queryable, textArrayOf } from '../../platform/database/sql.js';

interface Version {
  readonly version: number;
  readonly retired: boolean;
  readonly createdAt: number;
  readonly createdBy: { readonly id: string; readonly name: string };
}
export type PolicyVersion = CasePolicy & Version;
export type MacroVersion = CaseMacro & Version;

interface VersionRow {
  version: number;
  retired: boolean;
  created_at: Date;
  created_by: { id: string; name: string };
  kinds: AlertKind[];
}

const versionOf = (row: VersionRow): Version => ({
  version: row.version,
  retired: row.retired,
  createdAt: row.created_at.getTime(),
  createdBy: row.created_by,
});

type PolicyRow = VersionRow & { code: string; title: string; guidance: string; verdicts: CaseVerdict[] };

const toPolicy = (row: PolicyRow): PolicyVersion => ({
  ...versionOf(row),
  code: row.code,
  title: row.title,
  guidance: row.guidance,
  kinds: row.kinds,
  verdicts: row.verdicts,
});

/** The current version of every policy text, retired ones too. */
export async function readPolicies(db: Queryable): Promise<PolicyVersion[]> {
  const text = 'SELECT DISTINCT ON (code) * FROM case_policies ORDER BY code, version DESC';
  return (await db.query<PolicyRow>(text)).map(toPolicy);
}

/** Every version of one, newest first. */
export async function readPolicyVersions(db: Queryable, code: string): Promise<PolicyVersion[]> {
  const text = 'SELECT * FROM case_policies WHERE code = $1 ORDER BY version DESC';
  return (await db.query<PolicyRow>(text, [code])).map(toPolicy);
}

export async function insertPolicy(tx: Queryable, policy: PolicyVersion): Promise<void> {
  await tx.query(
    `INSERT INTO case_policies (code, version, title, guidance, kinds, verdicts, retired, created_at, created_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      policy.code,
      policy.version,
      policy.title,
      policy.guidance,
      policy.kinds,
      policy.verdicts,
      policy.retired,
      new Date(policy.createdAt),
      JSON.stringify(policy.createdBy),
    ],
  );
}

interface MacroRow extends VersionRow {
  macro_id: string;
  name: string;
  description: string;
  verdict: CaseVerdict;
  policy_code: string;
  measures: Measure[];
}

const toMacro = (row: MacroRow): MacroVersion => ({
  ...versionOf(row),
  macroId: row.macro_id,
  name: row.name,
  description: row.description,
  kinds: row.kinds,
  verdict: row.verdict,
  policy: row.policy_code,
  measures: row.measures,
});

/** The current version of every macro, retired ones too, in the order they are offered in. */
export async function readMacros(db: Queryable): Promise<MacroVersion[]> {
  const rows = await db.query<MacroRow>(
    `SELECT m.* FROM (SELECT DISTINCT ON (macro_id) * FROM case_macros ORDER BY macro_id, version DESC) AS m
     LEFT JOIN case_macro_order AS o USING (macro_id) ORDER BY o.position NULLS LAST, m.macro_id`,
  );
  return rows.map(toMacro);
}

/** Every version of one, newest first. */
export async function readMacroVersions(db: Queryable, macroId: string): Promise<MacroVersion[]> {
  const text = 'SELECT * FROM case_macros WHERE macro_id = $1 ORDER BY version DESC';
  return (await db.query<MacroRow>(text, [macroId])).map(toMacro);
}

export async function orderMacros(tx: Queryable, macroIds: readonly string[]): Promise<void> {
  await tx.query(
    `INSERT INTO case_macro_order (macro_id, position)
     SELECT macro_id, position FROM unnest($1::text[], $2::int[]) AS n(macro_id, position)
     ON CONFLICT (macro_id) DO UPDATE SET position = excluded.position`,
    [textArrayOf(macroIds), arrayOf(macroIds.map((_, place) => place + 1))],
  );
}

export async function insertMacro(tx: Queryable, macro: MacroVersion): Promise<void> {
  await tx.query(
    `INSERT INTO case_macros (macro_id, version, name, description, kinds, verdict, policy_code, measures, retired,
                              created_at, created_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      macro.macroId,
      macro.version,
      macro.name,
      macro.description,
      macro.kinds,
      macro.verdict,
      macro.policy,
      JSON.stringify(macro.measures),
      macro.retired,
      new Date(macro.createdAt),
      JSON.stringify(macro.createdBy),
    ],
  );
}

/** Writers of one guidance wait for each other, so that versions follow each other. */
export const lockGuidance = (tx: Queryable, name: string): Promise<unknown> =>
  tx.query("SELECT pg_advisory_xact_lock(hashtextextended('case guidance ' || $1, 0))", [name]);
