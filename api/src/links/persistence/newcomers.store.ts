import { grouped, LINK_BOUNDS, type SeenThere } from '@coinwarden/domain';
import { type Queryable, textArrayOf } from '../../platform/database/sql.js';

interface Row {
  entity: string;
  account_id: string;
  created_at: Date;
  first_at: Date;
  free_coins: bigint | null;
}

/** No farm is larger than what links anybody, and what newcomers get for nothing they get first. */
const ACCOUNTS = Math.max(...Object.values(LINK_BOUNDS.entityAccounts)) + 1;
const FIRST_TRANSACTIONS = 30;

/** Who was seen with the entities, and the reward and bonus coins they asked for first, whatever was decided. */
export async function readSeenThere(
  db: Queryable,
  entities: readonly string[],
): Promise<Map<string, SeenThere[]>> {
  const rows = await db.query<Row>(
    {
      name: 'links-newcomers',
      text: `
        SELECT e.entity, e.account_id, a.created_at, e.first_at, f.free_coins
        FROM unnest($1::text[]) AS n(entity)
        CROSS JOIN LATERAL (
          SELECT entity, account_id, first_at FROM link_entities WHERE entity = n.entity
          ORDER BY account_id LIMIT ${ACCOUNTS}) AS e
        JOIN accounts a ON a.account_id = e.account_id
        CROSS JOIN LATERAL (
          SELECT sum(CASE t.kind WHEN 'reward' THEN t.coins ELSE (t.decision -> 'promotion' ->> 1)::bigint END)::bigint
                   AS free_coins
          FROM (SELECT kind, coins, decision FROM transactions WHERE account_id = e.account_id
                ORDER BY transaction_id LIMIT ${FIRST_TRANSACTIONS}) AS t
          WHERE t.kind IN ('reward', 'purchase')) AS f`,
    },
    [textArrayOf(entities)],
  );
  return grouped(rows.map(seenThere), ({ entity }) => entity);
}

const seenThere = (row: Row) => ({
  entity: row.entity,
  accountId: row.account_id,
  createdAt: row.created_at.getTime(),
  firstAt: row.first_at.getTime(),
  freeCoins: row.free_coins === null ? null : Number(row.free_coins),
});
