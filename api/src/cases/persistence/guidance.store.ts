import type { AlertKind, CaseMacro, CasePolicy, CaseVerdict, Measure } from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';

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

/** The current version of every policy text, retired ones too. */
export async function readPolicies(db: Queryable): Promise<PolicyVersion[]> {
  const rows = await db.query<
    VersionRow & { code: string; title: string; guidance: string; verdicts: CaseVerdict[] }
  >('SELECT DISTINCT ON (code) * FROM case_policies ORDER BY code, version DESC');
  return rows.map((row) => ({
    ...versionOf(row),
    code: row.code,
    title: row.title,
    guidance: row.guidance,
    kinds: row.kinds,
    verdicts: row.verdicts,
  }));
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

export async function readMacros(db: Queryable): Promise<MacroVersion[]> {
  const rows = await db.query<
    VersionRow & {
      macro_id: string;
      name: string;
      description: string;
      verdict: CaseVerdict;
      policy_code: string;
      measures: Measure[];
    }
  >('SELECT DISTINCT ON (macro_id) * FROM case_macros ORDER BY macro_id, version DESC');
  return rows.map((row) => ({
    ...versionOf(row),
    macroId: row.macro_id,
    name: row.name,
    description: row.description,
    kinds: row.kinds,
    verdict: row.verdict,
    policy: row.policy_code,
    measures: row.measures,
  }));
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
