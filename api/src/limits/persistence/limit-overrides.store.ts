import type { Instant, LimitMeasure, LimitWindow, OverrideKind } from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';

export interface NewOverride {
  readonly overrideId: string;
  readonly accountId: string;
  readonly kind: OverrideKind;
  readonly measure: LimitMeasure;
  readonly window: LimitWindow;
  readonly limit: bigint;
  readonly currency: string | null;
  readonly until: Date | null;
}

/** Who did it, when and why. */
export interface Made {
  readonly at: Date;
  readonly by: string;
  readonly reason: string;
}

const STANDS = '(ended_at IS NULL AND (effective_until IS NULL OR effective_until > $2))';

/** The override that stands on a measure and window; there is one at most, because the next takes its place. */
export async function standingOverride(
  db: Queryable,
  { accountId, measure, window }: Pick<NewOverride, 'accountId' | 'measure' | 'window'>,
  now: Instant,
): Promise<string | null> {
  const [row] = await db.query<{ override_id: string }>(
    `SELECT override_id FROM limit_overrides
     WHERE account_id = $1 AND ${STANDS} AND measure = $3 AND limit_window = $4`,
    [accountId, new Date(now), measure, window],
  );
  return row?.override_id ?? null;
}

/** Records the override and lets it bind, in the place of whatever staff had set on the same measure and window. */
export async function writeOverride(tx: Queryable, override: NewOverride, made: Made): Promise<void> {
  const { accountId, measure, window } = override;
  await tx.query(
    "DELETE FROM account_limits WHERE account_id = $1 AND layer = 'staff' AND measure = $2 AND limit_window = $3",
    [accountId, measure, window],
  );
  const values = [
    accountId,
    override.overrideId,
    measure,
    window,
    override.limit,
    override.currency,
    made.at,
    override.until,
    made.by,
  ];
  await tx.query(
    `INSERT INTO limit_overrides (account_id, override_id, measure, limit_window, amount, currency, effective_from,
                                  effective_until, created_by, kind, reason)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [...values, override.kind, made.reason],
  );
  await tx.query(
    `INSERT INTO account_limits (account_id, override_id, measure, limit_window, amount, currency, effective_from,
                                 effective_until, set_by, set_at, layer, set_by_type, lifts_platform)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $7, 'staff', 'staff', $10)`,
    [...values, override.kind === 'lift'],
  );
}

/** What an end has to know of an override; null for none. */
export async function findOverride(
  db: Queryable,
  overrideId: string,
): Promise<{ readonly accountId: string; readonly kind: OverrideKind } | null> {
  const [row] = await db.query<{ accountId: string; kind: OverrideKind }>(
    'SELECT account_id AS "accountId", kind FROM limit_overrides WHERE override_id = $1',
    [overrideId],
  );
  return row ?? null;
}

interface Ended {
  readonly accountId: string;
  readonly overrideId: string;
}

/** False when it was over already. What it let bind binds no longer. */
export async function endOverride(
  tx: Queryable,
  { accountId, overrideId }: Ended,
  made: Made,
): Promise<boolean> {
  const rows = await tx.query(
    `UPDATE limit_overrides SET ended_at = $2, ended_by = $4, end_reason = $5
     WHERE account_id = $1 AND ${STANDS} AND override_id = $3 RETURNING 1`,
    [accountId, made.at, overrideId, made.by, made.reason],
  );
  await tx.query('DELETE FROM account_limits WHERE account_id = $1 AND override_id = $2', [
    accountId,
    overrideId,
  ]);
  return rows.length > 0;
}

/**
 * Brings the records in line after the staff layer was replaced as a whole: what no longer stands as it was is ended, what
 * came or changed is on record.
 */
export async function recordStaffLayer(tx: Queryable, accountId: string, made: Made): Promise<void> {
  await tx.query(
    `UPDATE limit_overrides o SET ended_at = $2, ended_by = $3, end_reason = $4
     WHERE account_id = $1 AND ${STANDS}
       AND NOT EXISTS (SELECT FROM account_limits l WHERE l.account_id = $1 AND l.override_id = o.override_id
                         AND l.effective_until IS NOT DISTINCT FROM o.effective_until)`,
    [accountId, made.at, made.by, made.reason],
  );
  await tx.query(
    `WITH fresh AS (
       UPDATE account_limits l SET override_id = gen_random_uuid()
       WHERE account_id = $1 AND layer = 'staff'
         AND NOT EXISTS (SELECT FROM limit_overrides o WHERE o.account_id = $1 AND o.override_id = l.override_id
                           AND o.ended_at IS NULL)
       RETURNING override_id, measure, limit_window, amount, currency, effective_until)
     INSERT INTO limit_overrides (account_id, override_id, kind, measure, limit_window, amount, currency, effective_from,
                                  effective_until, created_by, reason)
     SELECT $1, override_id, 'lower', measure, limit_window, amount, currency, $2, effective_until, $3, $4 FROM fresh`,
    [accountId, made.at, made.by, made.reason],
  );
}
