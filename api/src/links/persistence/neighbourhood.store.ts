import { entityLinks, type LinkEntity } from '@coinwarden/domain';
import { type Queryable, textArrayOf } from '../../platform/database/sql.js';
import { parsedEntity, readEntities } from './link-transfers.store.js';

export interface EdgeRow {
  account_id: string;
  to_id: string;
  transfers: number;
  amount: bigint;
  first_at: Date;
  last_at: Date;
}

export interface EdgeFilter {
  readonly from: Date;
  readonly to: Date;
  readonly minCoins: number;
}

/** The largest partners of each account in either direction; `perSide` bounds what a hot creator brings. */
export async function readLargestEdges(
  db: Queryable,
  accountIds: readonly string[],
  { from, to, minCoins, perSide }: EdgeFilter & { perSide: number },
): Promise<EdgeRow[]> {
  const side = (column: string) => `
    (SELECT account_id, to_id, transfers, amount, first_at, last_at FROM link_edges
     WHERE ${column} = f.account_id AND amount >= $4 AND last_at >= $2 AND first_at < $3
     ORDER BY amount DESC LIMIT $5)`;
  return db.query<EdgeRow>(
    {
      name: 'links-largest-edges',
      text: `SELECT DISTINCT e.* FROM unnest($1::text[]) AS f(account_id)
             CROSS JOIN LATERAL (${side('account_id')} UNION ALL ${side('to_id')}) AS e`,
    },
    [textArrayOf(accountIds), from, to, minCoins, perSide],
  );
}

const MAX_EDGES = 6_000;

/** Everything given among the accounts, the largest first. */
export async function readEdgesAmong(
  db: Queryable,
  accountIds: readonly string[],
  { from, to, minCoins }: EdgeFilter,
): Promise<EdgeRow[]> {
  return db.query<EdgeRow>(
    {
      name: 'links-edges-among',
      text: `SELECT account_id, to_id, transfers, amount, first_at, last_at FROM link_edges
             WHERE account_id = ANY($1::text[]) AND to_id = ANY($1::text[])
               AND amount >= $4 AND last_at >= $2 AND first_at < $3
             ORDER BY amount DESC LIMIT ${MAX_EDGES}`,
    },
    [textArrayOf(accountIds), from, to, minCoins],
  );
}

export interface SharedEntity extends LinkEntity {
  readonly accountIds: readonly string[];
}

/** What links the accounts to others: only what few share, so every entity has a handful of accounts. */
export async function readShared(
  db: Queryable,
  accountIds: readonly string[],
  types: ReadonlySet<string>,
): Promise<SharedEntity[]> {
  const owned = [...(await readEntities(db, accountIds)).values()].flat();
  const linking = owned.filter((entity) => types.has(entity.type) && entityLinks(entity));
  const names = [...new Set(linking.map(({ type, value }) => `${type}:${value}`))];
  if (names.length === 0) return [];
  const rows = await db.query<{ entity: string; accounts: string[] }>(
    {
      name: 'links-shared',
      text: `SELECT entity, array_agg(account_id ORDER BY account_id) AS accounts FROM link_entities
             WHERE entity = ANY($1::text[]) GROUP BY entity ORDER BY entity`,
    },
    [textArrayOf(names)],
  );
  return rows.map(({ entity, accounts }) => ({
    ...parsedEntity(entity),
    accounts: accounts.length,
    accountIds: accounts,
  }));
}

export interface NodeRow {
  account_id: string;
  display_name: string | null;
  status: string | null;
  creator: boolean;
  links: string;
  score: number;
  partners: number;
}

export async function readNodeRows(db: Queryable, accountIds: readonly string[]): Promise<NodeRow[]> {
  return db.query<NodeRow>(
    {
      name: 'links-node-rows',
      text: `SELECT i.account_id, a.display_name, a.status, coalesce(a.creator, false) AS creator,
                    coalesce(a.links, '[]') AS links, coalesce(n.score, 0) AS score, coalesce(n.partners, 0) AS partners
             FROM unnest($1::text[]) AS i(account_id)
             LEFT JOIN accounts a ON a.account_id = i.account_id
             LEFT JOIN link_nodes n ON n.account_id = i.account_id`,
    },
    [textArrayOf(accountIds)],
  );
}
