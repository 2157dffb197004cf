import type { MoneyBackPolicyKind, MoneyBackPolicyKinds } from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';

/** One version of one kind, as it was released. */
export interface PolicyVersion<Kind extends MoneyBackPolicyKind> {
  readonly kind: Kind;
  readonly version: number;
  readonly policy: MoneyBackPolicyKinds[Kind];
}

/** The version in force, or the one asked for. */
export async function readPolicy<Kind extends MoneyBackPolicyKind>(
  db: Queryable,
  kind: Kind,
  version: number | null = null,
): Promise<PolicyVersion<Kind> | null> {
  const [row] = await db.query<PolicyVersion<Kind>>(
    {
      name: 'money-back-policy',
      text: `SELECT kind, version, policy FROM money_back_policies
             WHERE kind = $1 AND ($2::int IS NULL OR version = $2) ORDER BY version DESC LIMIT 1`,
    },
    [kind, version],
  );
  return row ?? null;
}

/** The number of the version in force, of each kind that has one. */
export type LiveVersions = ReadonlyMap<MoneyBackPolicyKind, number>;

export async function readLive(db: Queryable): Promise<LiveVersions> {
  const rows = await db.query<{ kind: MoneyBackPolicyKind; version: number }>({
    name: 'money-back-policies-live',
    text: 'SELECT kind, max(version) AS version FROM money_back_policies GROUP BY kind',
  });
  return new Map(rows.map((row) => [row.kind, row.version]));
}

export interface NewPolicyVersion extends PolicyVersion<MoneyBackPolicyKind> {
  readonly comment: string;
  readonly createdAt: number;
  /** The id of a member of staff, or `system`. */
  readonly createdBy: string;
}

/** False when there is such a version already, also when somebody is just about to commit it. */
export async function insertPolicy(tx: Queryable, version: NewPolicyVersion): Promise<boolean> {
  const rows = await tx.query(
    `INSERT INTO money_back_policies (kind, version, policy, comment, created_at, created_by)
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING version`,
    [
      version.kind,
      version.version,
      JSON.stringify(version.policy),
      version.comment,
      new Date(version.createdAt),
      version.createdBy,
    ],
  );
  return rows.length > 0;
}
