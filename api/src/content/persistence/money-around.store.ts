import { idFloor } from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';

export interface Stretch {
  readonly accountId: string;
  readonly from: number;
  readonly to: number;
}

export interface GiverRow {
  giver: string;
  gifts: number;
  coins: bigint;
  held_coins: bigint;
  first_at: Date;
  last_at: Date;
}

/** Rows of a stretch that are added up; a hot creator's gifts end here. */
const MAX_GIFTS = 20_000;

/**
 * Who gave to the account in a stretch of time. Posted gifts stand as diamond lots under their transaction's id; those
 * that wait for a person have none yet and are found among what is held.
 */
export const readGivers = (db: Queryable, { accountId, from, to }: Stretch): Promise<GiverRow[]> =>
  db.query<GiverRow>(
    `WITH gifts AS (
       (SELECT l.source_account_id AS giver, l.lot_id AS transaction_id FROM diamond_lots l
        WHERE l.account_id = $1 AND l.lot_id >= $2::uuid AND l.lot_id < $3::uuid LIMIT ${MAX_GIFTS})
       UNION
       SELECT t.account_id, t.transaction_id FROM transactions t
       WHERE t.status = 'held' AND t.kind = 'gift' AND t.counterparty_id = $1
         AND t.transaction_id >= $2::uuid AND t.transaction_id < $3::uuid)
     SELECT g.giver, count(*)::int AS gifts, sum(t.coins)::bigint AS coins,
            coalesce(sum(t.coins) FILTER (WHERE t.status = 'held'), 0)::bigint AS held_coins,
            min(t.occurred_at) AS first_at, max(t.occurred_at) AS last_at
     FROM gifts g JOIN transactions t ON t.account_id = g.giver AND t.transaction_id = g.transaction_id
     GROUP BY g.giver ORDER BY sum(t.coins) DESC, g.giver`,
    [accountId, idFloor(from), idFloor(to)],
  );

/** Diamonds the account turned into cash or coins in the stretch, those that wait for a person included. */
export async function readCashedOut(
  db: Queryable,
  { accountId, from, to }: Stretch,
): Promise<{ withdrawn: bigint; converted: bigint }> {
  const [row] = await db.query<{ withdrawn: bigint; converted: bigint }>(
    `SELECT coalesce(sum(diamonds) FILTER (WHERE kind = 'withdrawal'), 0)::bigint AS withdrawn,
            coalesce(sum(diamonds) FILTER (WHERE kind = 'conversion'), 0)::bigint AS converted
     FROM transactions
     WHERE account_id = $1 AND transaction_id >= $2::uuid AND transaction_id < $3::uuid
       AND kind IN ('withdrawal', 'conversion') AND status IN ('posted', 'held')`,
    [accountId, idFloor(from), idFloor(to)],
  );
  return row ?? { withdrawn: 0n, converted: 0n };
}
