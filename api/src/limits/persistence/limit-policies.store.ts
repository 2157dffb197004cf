import type { AgeBand, LimitMeasure, LimitPolicy, LimitWindow, PolicyLayer } from '@coinwarden/domain';
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

export const POLICY_COLUMNS =
  'policy_id, layer, country, age_band, measure, limit_window, version, amount, currency, effective_from, effective_until, source';

/** Every version of every policy: a transaction is judged by the ones in force at its own time. */
export async function readLimitPolicies(db: Queryable): Promise<LimitPolicy[]> {
  const rows = await db.query<LimitPolicyRow>(
    `SELECT ${POLICY_COLUMNS} FROM limit_policies ORDER BY policy_id`,
  );
  return rows.map((row) => ({
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
  }));
}
