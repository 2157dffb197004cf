import {
  type AmountProfile,
  decodeNode,
  decodeProfile,
  encodeNode,
  encodeProfile,
  type LinkNode,
  totalPartners,
} from '@coinwarden/domain';
import { arrayOf, type Queryable, textArrayOf } from '../../platform/database/sql.js';

/** One fold at a time, in whichever process; false when another is at it. Until the transaction ends. */
export async function lockLinks(tx: Queryable): Promise<boolean> {
  const [row] = await tx.query<{ locked: boolean }>(
    `SELECT pg_try_advisory_xact_lock(hashtext('links')) AS locked`,
  );
  return row?.locked ?? false;
}

/** The same, but waits its turn: for what must not be skipped. */
export async function waitForLinks(tx: Queryable): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext('links'))`);
}

export async function readNodes(
  tx: Queryable,
  accountIds: readonly string[],
): Promise<Map<string, LinkNode>> {
  const rows = await tx.query<{ account_id: string; state: string }>(
    {
      name: 'links-nodes',
      text: 'SELECT account_id, state FROM link_nodes WHERE account_id = ANY($1::text[]) AND state IS NOT NULL',
    },
    [textArrayOf(accountIds)],
  );
  return new Map(rows.map((row) => [row.account_id, decodeNode(row.account_id, row.state)]));
}

export async function writeNodes(tx: Queryable, nodes: readonly LinkNode[]): Promise<void> {
  await tx.query(
    {
      name: 'links-write-nodes',
      text: `
        INSERT INTO link_nodes (account_id, state, partners, community)
        SELECT account_id, state, partners, account_id
        FROM unnest($1::text[], $2::text[], $3::int[]) AS n(account_id, state, partners)
        ON CONFLICT (account_id) DO UPDATE SET state = excluded.state, partners = excluded.partners`,
    },
    [
      textArrayOf(nodes.map((n) => n.accountId)),
      textArrayOf(nodes.map(encodeNode)),
      arrayOf(nodes.map(totalPartners)),
    ],
  );
}

export async function readProfile(tx: Queryable): Promise<AmountProfile> {
  const [row] = await tx.query<{ profile: string }>('SELECT profile FROM link_profile');
  return decodeProfile(row?.profile ?? '[]');
}

export async function writeProfile(tx: Queryable, profile: AmountProfile): Promise<void> {
  await tx.query('UPDATE link_profile SET profile = $1', [encodeProfile(profile)]);
}

/** What the accounts' own transfers say of them; those nothing is known of are left out. */
export async function readOwnScores(
  db: Queryable,
  accountIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await db.query<{ account_id: string; own_score: number }>(
    {
      name: 'links-own-scores',
      text: 'SELECT account_id, own_score FROM link_nodes WHERE account_id = ANY($1::text[]) AND own_score > 0',
    },
    [textArrayOf(accountIds)],
  );
  return new Map(rows.map((row) => [row.account_id, row.own_score]));
}

export interface NodeScore {
  readonly accountId: string;
  readonly ownScore: number;
  readonly score: number;
}

export async function writeScores(tx: Queryable, scores: readonly NodeScore[]): Promise<void> {
  await tx.query(
    {
      name: 'links-write-scores',
      text: `
        UPDATE link_nodes n SET own_score = s.own_score, score = s.score
        FROM unnest($1::text[], $2::int[], $3::int[]) AS s(account_id, own_score, score)
        WHERE n.account_id = s.account_id AND (n.own_score, n.score) <> (s.own_score, s.score)`,
    },
    [
      textArrayOf(scores.map((s) => s.accountId)),
      arrayOf(scores.map((s) => s.ownScore)),
      arrayOf(scores.map((s) => s.score)),
    ],
  );
}

/** How many partners the accounts have, those no longer remembered included. */
export async function readPartnerCounts(
  db: Queryable,
  accountIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await db.query<{ account_id: string; partners: number }>(
    'SELECT account_id, partners FROM link_nodes WHERE account_id = ANY($1::text[])',
    [textArrayOf(accountIds)],
  );
  return new Map(rows.map((row) => [row.account_id, row.partners]));
}
