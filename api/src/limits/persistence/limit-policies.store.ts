import {
  type AgeBand,
  ANY_COUNTRY,
  type Instant,
  type LimitMeasure,
  type LimitPolicy,
  type LimitWindow,
  type PolicyChange,
  type PolicyLayer,
  type PolicySubject,
  type PolicyVersion,
  policyLimits,
  type SpendingLimit,
} from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';

export interface LimitPolicyRow {
  policy_id: string;
  layer: PolicyLayer;
  country: string;
  age_band: AgeBand;
  measure: LimitMeasure;
  limit_window: LimitWindow;
  version: number;
  amount: bigint;
  currency: string | null;
  effective_from: Date;
  effective_until: Date | null;
  source: string;
}

const COLUMNS =
  'policy_id, layer, country, age_band, measure, limit_window, version, amount, currency, effective_from, effective_until, source';

/** Every version of every policy: a transaction is judged by the ones in force at its own time. */
export async function readLimitPolicies(db: Queryable): Promise<LimitPolicy[]> {
  const rows = await db.query<LimitPolicyRow>(
    `SELECT ${COLUMNS} FROM limit_policies WHERE NOT withdrawn ORDER BY policy_id`,
  );
  return rows.map(toPolicy);
}

export const toPolicy = (row: LimitPolicyRow): LimitPolicy => ({
  layer: row.layer,
  country: row.country,
  ageBand: row.age_band,
  measure: row.measure,
  window: row.limit_window,
  limit: row.amount,
  currency: row.currency,
  effectiveFrom: row.effective_from.getTime(),
  effectiveUntil: row.effective_until?.getTime() ?? null,
  source: row.source,
});

/** A policy that limits an account, now or later, with what it is called. */
export interface NamedPolicy {
  readonly limit: SpendingLimit;
  readonly policyId: string;
  readonly version: number;
  readonly country: string;
  readonly source: string;
}

export async function policiesOf(
  db: Queryable,
  subject: PolicySubject,
  now: Instant,
): Promise<NamedPolicy[]> {
  const rows = await db.query<LimitPolicyRow>(
    `SELECT ${COLUMNS} FROM limit_policies
     WHERE NOT withdrawn AND age_band = $1 AND country IN ($2, '${ANY_COUNTRY}')
       AND (effective_until IS NULL OR effective_until > $3)`,
    [subject.ageBand, subject.country, new Date(now)],
  );
  return rows.map((row) => ({
    limit: policyLimits([toPolicy(row)], subject)[0]!,
    policyId: row.policy_id,
    version: row.version,
    country: row.country,
    source: row.source,
  }));
}

/** What all versions of one policy share. */
export type PolicyKey = Pick<LimitPolicy, 'layer' | 'country' | 'ageBand' | 'measure' | 'window'>;

const OF_KEY =
  'layer = $1 AND country = $2 AND age_band = $3 AND measure = $4 AND limit_window = $5' as const;
const keyValues = ({ layer, country, ageBand, measure, window }: PolicyKey) => [
  layer,
  country,
  ageBand,
  measure,
  window,
];

/** A policy as a change of it finds it. */
export interface PolicyHistory {
  /** Those that held, hold or are to come. */
  readonly versions: readonly (PolicyVersion & {
    readonly limit: bigint;
    readonly currency: string | null;
  })[];
  readonly latestVersion: number;
  readonly revision: number;
}

export async function readPolicyHistory(db: Queryable, key: PolicyKey): Promise<PolicyHistory> {
  const rows = await db.query<LimitPolicyRow & { withdrawn: boolean; changes: number }>(
    `SELECT ${COLUMNS}, withdrawn, changes FROM limit_policies WHERE ${OF_KEY} ORDER BY version`,
    keyValues(key),
  );
  return {
    versions: rows
      .filter(({ withdrawn }) => !withdrawn)
      .map((row) => ({ ...toPolicy(row), version: row.version })),
    latestVersion: rows.at(-1)?.version ?? 0,
    revision: rows.reduce((sum, { changes }) => sum + 1 + changes, 0),
  };
}

export async function findPolicyKey(
  db: Queryable,
  policyId: string,
): Promise<(PolicyKey & { version: number }) | null> {
  const [row] = await db.query<PolicyKey & { version: number }>(
    `SELECT layer, country, age_band AS "ageBand", measure, limit_window AS "window", version
     FROM limit_policies WHERE policy_id = $1`,
    [policyId],
  );
  return row ?? null;
}

/** Who changed a policy, when and why. */
export interface Made {
  readonly at: Date;
  readonly by: string;
  readonly reason: string;
}

/** Answers the version's id. */
export async function insertPolicyVersion(
  tx: Queryable,
  policy: LimitPolicy & { readonly version: number },
  made: Made,
): Promise<string> {
  const policyId = policyIdOf(policy);
  await tx.query(
    `INSERT INTO limit_policies (layer, country, age_band, measure, limit_window, policy_id, version, amount, currency,
                                 effective_from, effective_until, source, created_at, created_by, reason)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      ...keyValues(policy),
      policyId,
      policy.version,
      policy.limit,
      policy.currency,
      new Date(policy.effectiveFrom),
      policy.effectiveUntil === null ? null : new Date(policy.effectiveUntil),
      policy.source,
      made.at,
      made.by,
      made.reason,
    ],
  );
  return policyId;
}

const policyIdOf = ({ layer, country, ageBand, measure, window, version }: PolicyKey & { version: number }) =>
  [layer, country === ANY_COUNTRY ? 'any' : country, ageBand, measure, window, version].join('.');

/** Moves the ends of versions and withdraws others. Who did it stands on a version that was ended or taken back itself. */
export async function writePolicyChange(
  tx: Queryable,
  key: PolicyKey,
  { change, ended, made }: { change: PolicyChange; ended: number | null; made: Made },
): Promise<void> {
  const write = (set: string, version: number, value: unknown) => {
    const by = version === ended ? ', ended_by = $8, end_reason = $9' : '';
    const who = version === ended ? [made.by, made.reason] : [];
    return tx.query(
      `UPDATE limit_policies SET ${set}, changes = changes + 1${by} WHERE ${OF_KEY} AND version = $6`,
      [...keyValues(key), version, value, ...who],
    );
  };
  for (const { version, effectiveUntil } of change.ends)
    await write('effective_until = $7', version, effectiveUntil === null ? null : new Date(effectiveUntil));
  for (const version of change.withdrawn) await write('withdrawn = $7', version, true);
}
