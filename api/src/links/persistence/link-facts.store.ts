import { encodeLinks } from '@coinwarden/domain';
import { type Queryable, textArrayOf } from '../../platform/database/sql.js';

interface Row {
  account_id: string;
  links: string;
  score: number;
  ring_score: number;
  ring_confirmed: boolean;
  in_cycle: boolean;
  community_size: number;
  suspended: number;
}

/**
 * Works out anew what rules read of the accounts' links and writes it where it changed, in the order of ids. It takes no
 * lock of the decision path: a batch under way read the row before or after, whole.
 */
export async function refreshLinkFacts(tx: Queryable, accountIds: readonly string[]): Promise<void> {
  if (accountIds.length === 0) return;
  const rows = await tx.query<Row>({ name: 'links-facts', text: FACTS }, [
    textArrayOf([...new Set(accountIds)]),
  ]);
  const changed = rows
    .map((row) => ({
      accountId: row.account_id,
      before: row.links,
      links: encodeLinks({
        score: row.score,
        ringScore: row.ring_score,
        ringConfirmed: row.ring_confirmed,
        inCycle: row.in_cycle,
        communitySize: row.community_size,
        linkedToSuspended: row.suspended,
      }),
    }))
    .filter(({ before, links }) => before !== links)
    .sort((a, b) => (a.accountId < b.accountId ? -1 : 1));
  if (changed.length === 0) return;
  await tx.query(
    {
      name: 'links-write-facts',
      text: `UPDATE accounts a SET links = n.links
             FROM unnest($1::text[], $2::text[]) AS n(account_id, links) WHERE a.account_id = n.account_id`,
    },
    [textArrayOf(changed.map((c) => c.accountId)), textArrayOf(changed.map((c) => c.links))],
  );
}

const FACTS = `
  WITH asked AS (
    SELECT a.account_id, a.links, coalesce(n.score, 0) AS score, coalesce(n.community, a.account_id) AS community
    FROM accounts a LEFT JOIN link_nodes n ON n.account_id = a.account_id
    WHERE a.account_id = ANY($1::text[])),
  communities AS (
    SELECT n.community, count(*)::int AS size, count(*) FILTER (WHERE a.status = 'suspended')::int AS suspended
    FROM link_nodes n JOIN accounts a ON a.account_id = n.account_id
    WHERE n.community = ANY(ARRAY(SELECT community FROM asked)) GROUP BY n.community)
  SELECT k.account_id, k.links, k.score, coalesce(r.score, 0) AS ring_score,
         coalesce(r.confirmed, false) AS ring_confirmed, coalesce(r.in_cycle, false) AS in_cycle,
         coalesce(c.size, 1) AS community_size,
         greatest(0, coalesce(c.suspended, 0) - (o.status = 'suspended')::int) AS suspended
  FROM asked k
  JOIN accounts o ON o.account_id = k.account_id
  LEFT JOIN communities c ON c.community = k.community
  LEFT JOIN LATERAL (
    SELECT max(r.score) AS score, bool_or(r.status = 'confirmed') AS confirmed,
           bool_or('cycle' = ANY(r.kinds)) AS in_cycle
    FROM ring_members m JOIN rings r ON r.ring_id = m.ring_id
    WHERE m.account_id = k.account_id AND r.status <> 'dismissed') AS r ON true`;
