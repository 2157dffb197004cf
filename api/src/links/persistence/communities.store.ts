import { entityLinks, FEWEST_IN_FARM, type Labels, type Tie } from '@coinwarden/domain';
import { type Queryable, textArrayOf } from '../../platform/database/sql.js';
import { parsedEntity } from './link-transfers.store.js';

interface SightingRow {
  entity: string;
  account_id: string;
  accounts: number;
  other_id: string | null;
}

export interface NewTies {
  /** Sightings looked at. */
  readonly taken: number;
  readonly ties: readonly Tie[];
  /** Entities with somebody new that enough accounts share to look for a farm there. */
  readonly crowded: readonly string[];
}

/**
 * New sightings not looked at yet, as ties: each account with another that shares the entity, while few do. One tie per
 * sighting is enough, because communities are what hangs together. A sighting just being written anew waits for the next
 * time: whoever writes it may hold others in another order.
 */
export async function takeTies(tx: Queryable, { max, at }: { max: number; at: number }): Promise<NewTies> {
  const rows = await tx.query<SightingRow>(
    {
      name: 'links-take-ties',
      text: `
        WITH taken AS (
          SELECT entity, account_id FROM link_entities WHERE tied_at IS NULL
          ORDER BY first_at, entity, account_id LIMIT $1
          FOR NO KEY UPDATE SKIP LOCKED),
        marked AS (
          UPDATE link_entities e SET tied_at = $2 FROM taken t
          WHERE e.entity = t.entity AND e.account_id = t.account_id)
        SELECT t.entity, t.account_id, n.accounts, n.other_id
        FROM taken t
        CROSS JOIN LATERAL (
          SELECT count(*)::int AS accounts, min(account_id) FILTER (WHERE account_id <> t.account_id) AS other_id
          FROM (SELECT account_id FROM link_entities o WHERE o.entity = t.entity ORDER BY account_id LIMIT 31) AS few
        ) AS n`,
    },
    [max, new Date(at)],
  );
  const shared = rows.filter((row) => entityLinks({ ...parsedEntity(row.entity), accounts: row.accounts }));
  return {
    taken: rows.length,
    ties: shared.flatMap((row): Tie[] => (row.other_id === null ? [] : [[row.account_id, row.other_id]])),
    crowded: [
      ...new Set(shared.filter(({ accounts }) => accounts >= FEWEST_IN_FARM).map(({ entity }) => entity)),
    ],
  };
}

/** The communities of the accounts and how large they are. An account not known yet gets a row and its own community. */
export async function readLabels(tx: Queryable, accountIds: readonly string[]): Promise<Labels> {
  const ids = textArrayOf(accountIds);
  await tx.query(
    `INSERT INTO link_nodes (account_id, community) SELECT DISTINCT id, id FROM unnest($1::text[]) AS n(id)
     ON CONFLICT DO NOTHING`,
    [ids],
  );
  const rows = await tx.query<{ account_id: string; community: string; size: number }>(
    {
      name: 'links-labels',
      text: `
        WITH own AS (SELECT account_id, community FROM link_nodes WHERE account_id = ANY($1::text[])),
        sizes AS (
          SELECT community, count(*)::int AS size FROM link_nodes
          WHERE community = ANY(ARRAY(SELECT community FROM own)) GROUP BY community)
        SELECT account_id, community, size FROM own JOIN sizes USING (community)`,
    },
    [ids],
  );
  return {
    of: new Map(rows.map((row) => [row.account_id, row.community])),
    sizes: new Map(rows.map((row) => [row.community, row.size])),
  };
}

/** Gives the communities that are gone the label of the one they joined; returns everyone who now carries it. */
export async function relabel(tx: Queryable, changes: ReadonlyMap<string, string>): Promise<string[]> {
  if (changes.size === 0) return [];
  await tx.query(
    `UPDATE link_nodes n SET community = c.stays
     FROM unnest($1::text[], $2::text[]) AS c(goes, stays) WHERE n.community = c.goes`,
    [textArrayOf([...changes.keys()]), textArrayOf([...changes.values()])],
  );
  return communityMembers(tx, [...new Set(changes.values())]);
}

/** Everyone in the communities; none is larger than its bound. */
export async function communityMembers(tx: Queryable, communities: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ account_id: string }>(
    'SELECT account_id FROM link_nodes WHERE community = ANY($1::text[])',
    [textArrayOf(communities)],
  );
  return rows.map((row) => row.account_id);
}

export async function communitiesOf(tx: Queryable, accountIds: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ community: string }>(
    'SELECT DISTINCT community FROM link_nodes WHERE account_id = ANY($1::text[])',
    [textArrayOf(accountIds)],
  );
  return rows.map((row) => row.community);
}
