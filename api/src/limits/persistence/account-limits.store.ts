import type { LimitLayer, LimitMeasure, LimitWindow, SpendingLimit } from '@coinwarden/domain';
import { arrayOf, type Queryable, textArrayOf } from '../../platform/database/sql.js';
import { authorOf } from '../../platform/http/author.js';

interface Row {
  account_id: string;
  layer: LimitLayer;
  measure: LimitMeasure;
  limit_window: LimitWindow;
  amount: bigint;
  currency: string | null;
  effective_from: Date;
  effective_until: Date | null;
  lifts_platform: boolean;
}

const LIMITS_OF = {
  name: 'limits-of',
  text: `
    SELECT account_id, layer, measure, limit_window, amount, currency, effective_from, effective_until,
           lifts_platform
    FROM account_limits WHERE account_id = ANY($1::text[])`,
};

/**
 * The limits set for each account itself, in force and waiting; accounts without any are absent. Read it after locking
 * the wallet: limits only change under that lock.
 */
export async function limitsOf(
  db: Queryable,
  accountIds: readonly string[],
): Promise<Map<string, SpendingLimit[]>> {
  const limits = new Map<string, SpendingLimit[]>();
  for (const row of await db.query<Row>(LIMITS_OF, [textArrayOf(accountIds)])) {
    const limit = toLimit(row);
    const known = limits.get(row.account_id);
    if (known === undefined) limits.set(row.account_id, [limit]);
    else known.push(limit);
  }
  return limits;
}

function toLimit(row: Row): SpendingLimit {
  const limit: SpendingLimit = {
    layer: row.layer,
    measure: row.measure,
    window: row.limit_window,
    limit: row.amount,
    currency: row.currency,
    effectiveFrom: row.effective_from.getTime(),
    effectiveUntil: row.effective_until?.getTime() ?? null,
  };
  return row.lifts_platform ? { ...limit, liftsPlatform: true } : limit;
}

/** A limit of an account with who set it. */
export interface SetLimit {
  readonly limit: SpendingLimit;
  /** The e-mail of staff; null where the platform set it on its user's behalf. */
  readonly setBy: string | null;
  readonly setAt: Date;
  readonly overrideId: string | null;
  readonly reason: string | null;
}

/** The same for one account, each with who set it when and why, as far as that is known. */
export async function readSetLimits(db: Queryable, accountId: string): Promise<SetLimit[]> {
  const rows = await db.query<
    Row & { author: string | null; set_at: Date; override_id: string | null; reason: string | null }
  >(
    `SELECT l.account_id, l.layer, l.measure, l.limit_window, l.amount, l.currency, l.effective_from, l.effective_until,
            l.lifts_platform, l.set_at, l.override_id, o.reason,
            CASE WHEN l.set_by_type = 'staff' THEN ${authorOf('l.set_by')} END AS author
     FROM account_limits l
     LEFT JOIN limit_overrides o ON o.account_id = l.account_id AND o.override_id = l.override_id
     WHERE l.account_id = $1`,
    [accountId],
  );
  return rows.map((row) => ({
    limit: toLimit(row),
    setBy: row.author,
    setAt: row.set_at,
    overrideId: row.override_id,
    reason: row.reason,
  }));
}

export interface LimitSetting {
  readonly accountId: string;
  readonly layer: LimitLayer;
  /** All that stands for the layer from now on. */
  readonly limits: readonly SpendingLimit[];
  readonly setBy: { readonly type: string; readonly id: string };
  readonly setAt: Date;
}

const DROP_THE_REST = `
  DELETE FROM account_limits l WHERE account_id = $1 AND layer = $2 AND NOT EXISTS (
    SELECT FROM unnest($3::text[], $4::text[], $5::bigint[], $6::text[], $7::timestamptz[])
             AS n(measure, limit_window, amount, currency, effective_from)
    WHERE (n.measure, n.limit_window, n.amount, n.effective_from)
        = (l.measure, l.limit_window, l.amount, l.effective_from) AND n.currency IS NOT DISTINCT FROM l.currency)`;

const SET = `
  INSERT INTO account_limits (account_id, layer, measure, limit_window, amount, currency, effective_from,
                              effective_until, set_by_type, set_by, set_at)
  SELECT $1, $2, measure, limit_window, amount, currency, effective_from, effective_until, $9, $10, $11
  FROM unnest($3::text[], $4::text[], $5::bigint[], $6::text[], $7::timestamptz[], $8::timestamptz[])
         AS n(measure, limit_window, amount, currency, effective_from, effective_until)
  ON CONFLICT (account_id, layer, measure, limit_window, effective_from)
    DO UPDATE SET effective_until = EXCLUDED.effective_until`;

/** Replaces a layer. A limit that stays keeps who set it and when, even if its end moved. */
export async function replaceLimits(tx: Queryable, setting: LimitSetting): Promise<void> {
  const { accountId, layer, limits, setBy, setAt } = setting;
  const standing = [
    accountId,
    layer,
    textArrayOf(limits.map((l) => l.measure)),
    textArrayOf(limits.map((l) => l.window)),
    arrayOf(limits.map((l) => l.limit)),
    textArrayOf(limits.map((l) => l.currency)),
    limits.map((l) => new Date(l.effectiveFrom)),
  ];
  await tx.query(DROP_THE_REST, standing);
  const ends = limits.map((l) => (l.effectiveUntil === null ? null : new Date(l.effectiveUntil)));
  await tx.query(SET, [...standing, ends, setBy.type, setBy.id, setAt]);
}
