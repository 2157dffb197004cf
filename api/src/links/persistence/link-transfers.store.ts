import type { LinkEntity, LinkEntityType, Transfer } from '@coinwarden/domain';
import { arrayOf, type Queryable, textArrayOf } from '../../platform/database/sql.js';
import type { TransactionRef } from '../../platform/outbox/topics.js';

/**
 * Takes up gifts and withdrawals that stand, once each, and notes who was seen with what, whatever became of the
 * transaction. Everything is read from the transactions themselves; rows are written in the order of their keys.
 */
export async function gather(tx: Queryable, refs: readonly TransactionRef[]): Promise<void> {
  const values = [textArrayOf(refs.map(([id]) => id)), textArrayOf(refs.map(([, id]) => id))];
  await tx.query(
    {
      name: 'links-gather-transfers',
      text: `
        INSERT INTO link_transfers (account_id, transaction_id, kind, to_id, amount, free_coins, at)
        SELECT t.account_id, t.transaction_id, t.kind, t.counterparty_id,
               CASE t.kind WHEN 'gift' THEN t.coins ELSE t.diamonds END,
               coalesce((t.decision -> 'coinKinds' ->> 0)::bigint + (t.decision -> 'coinKinds' ->> 1)::bigint, 0), t.occurred_at
        FROM unnest($1::text[], $2::uuid[]) AS r(account_id, transaction_id)
        JOIN transactions t ON t.account_id = r.account_id AND t.transaction_id = r.transaction_id
        WHERE t.status = 'posted' AND t.kind IN ('gift', 'withdrawal')
        ORDER BY t.account_id, t.transaction_id
        ON CONFLICT DO NOTHING`,
    },
    values,
  );
  await tx.query({ name: 'links-gather-entities', text: ENTITIES }, values);
}

/** A sighting within the hour of the last changes nothing, so that a busy device is not written all the time. */
const ENTITIES = `
  INSERT INTO link_entities AS e (entity, account_id, first_at, last_at)
  SELECT s.entity, t.account_id, min(t.occurred_at), max(t.occurred_at)
  FROM unnest($1::text[], $2::uuid[]) AS r(account_id, transaction_id)
  JOIN transactions t ON t.account_id = r.account_id AND t.transaction_id = r.transaction_id
  CROSS JOIN LATERAL (VALUES
    ('device:' || (t.request -> 'device' ->> 'id')),
    ('ip:' || lower(t.request -> 'device' ->> 'ip')),
    ('instrument:' || (t.request -> 'payment' ->> 'provider') || ':' || (t.request -> 'payment' ->> 'instrument')),
    ('payout:' || (t.request -> 'payout' ->> 'method') || ':' || (t.request -> 'payout' ->> 'destination'))
  ) AS s(entity)
  WHERE s.entity IS NOT NULL
  GROUP BY s.entity, t.account_id
  ORDER BY s.entity, t.account_id
  ON CONFLICT (entity, account_id) DO UPDATE
  SET first_at = least(e.first_at, excluded.first_at), last_at = greatest(e.last_at, excluded.last_at)
  WHERE excluded.last_at > e.last_at + interval '1 hour' OR excluded.first_at < e.first_at`;

interface WaitingRow {
  account_id: string;
  transaction_id: string;
  kind: Transfer['kind'];
  to_id: string | null;
  amount: bigint;
  free_coins: bigint;
  at: Date;
  from_created_at: Date | null;
  to_creator: boolean | null;
}

/** The oldest transfers not folded yet, in the order of time. */
export async function takeWaiting(
  tx: Queryable,
  max: number,
): Promise<Omit<Transfer, 'fromEntities' | 'toEntities'>[]> {
  const rows = await tx.query<WaitingRow>(
    {
      name: 'links-take-transfers',
      text: `
        SELECT t.account_id, t.transaction_id, t.kind, t.to_id, t.amount, t.free_coins, t.at, f.created_at AS from_created_at,
               r.creator AS to_creator
        FROM link_transfers t
        LEFT JOIN accounts f ON f.account_id = t.account_id
        LEFT JOIN accounts r ON r.account_id = t.to_id
        WHERE t.folded_at IS NULL ORDER BY t.at, t.transaction_id LIMIT $1`,
    },
    [max],
  );
  return rows.map((row) => ({
    id: row.transaction_id,
    kind: row.kind,
    from: row.account_id,
    to: row.to_id,
    amount: Number(row.amount),
    free: Number(row.free_coins),
    at: row.at.getTime(),
    fromCreatedAt: row.from_created_at?.getTime(),
    toCreator: row.to_creator ?? undefined,
  }));
}

export async function markFolded(
  tx: Queryable,
  transfers: readonly Pick<Transfer, 'from' | 'id'>[],
  at: number,
): Promise<void> {
  await tx.query(
    {
      name: 'links-mark-folded',
      text: `
        UPDATE link_transfers t SET folded_at = $3
        FROM unnest($1::text[], $2::uuid[]) AS r(account_id, transaction_id)
        WHERE t.account_id = r.account_id AND t.transaction_id = r.transaction_id`,
    },
    [textArrayOf(transfers.map((t) => t.from)), textArrayOf(transfers.map((t) => t.id)), new Date(at)],
  );
}

/** Adds transfers to the sums between their ends. */
export async function addToEdges(tx: Queryable, transfers: readonly Transfer[]): Promise<void> {
  const gifts = transfers.filter((transfer) => transfer.to !== null);
  if (gifts.length === 0) return;
  await tx.query(
    {
      name: 'links-add-edges',
      text: `
        INSERT INTO link_edges AS e (account_id, to_id, transfers, amount, first_at, last_at)
        SELECT account_id, to_id, count(*), sum(amount), min(at), max(at)
        FROM unnest($1::text[], $2::text[], $3::bigint[], $4::timestamptz[]) AS n(account_id, to_id, amount, at)
        GROUP BY account_id, to_id ORDER BY account_id, to_id
        ON CONFLICT (account_id, to_id) DO UPDATE
        SET transfers = e.transfers + excluded.transfers, amount = e.amount + excluded.amount,
            first_at = least(e.first_at, excluded.first_at), last_at = greatest(e.last_at, excluded.last_at)`,
    },
    [
      textArrayOf(gifts.map((t) => t.from)),
      textArrayOf(gifts.map((t) => t.to)),
      arrayOf(gifts.map((t) => t.amount)),
      textArrayOf(gifts.map((t) => new Date(t.at).toISOString())),
    ],
  );
}

/** The entities of an account are looked through up to here, the latest first, and the accounts of one up to there. */
const ENTITIES_PER_ACCOUNT = 16;
const COUNTED_ACCOUNTS = 31;

export interface OwnedEntity extends LinkEntity {
  readonly accountId: string;
}

/** What the accounts were seen with, and how many others were, both bounded. */
export async function readEntities(
  db: Queryable,
  accountIds: readonly string[],
): Promise<Map<string, OwnedEntity[]>> {
  const rows = await db.query<{ account_id: string; entity: string; accounts: number }>(
    {
      name: 'links-entities',
      text: `
        SELECT e.account_id, e.entity, n.accounts
        FROM unnest($1::text[]) AS a(account_id)
        CROSS JOIN LATERAL (
          SELECT account_id, entity FROM link_entities WHERE account_id = a.account_id
          ORDER BY last_at DESC LIMIT ${ENTITIES_PER_ACCOUNT}) AS e
        CROSS JOIN LATERAL (
          SELECT count(*)::int AS accounts FROM (
            SELECT FROM link_entities o WHERE o.entity = e.entity LIMIT ${COUNTED_ACCOUNTS}) AS few) AS n`,
    },
    [textArrayOf(accountIds)],
  );
  const found = new Map<string, OwnedEntity[]>();
  for (const { account_id: accountId, entity, accounts } of rows) {
    const owned = found.get(accountId) ?? [];
    owned.push({ accountId, accounts, ...parsedEntity(entity) });
    found.set(accountId, owned);
  }
  return found;
}

export function parsedEntity(entity: string): Pick<LinkEntity, 'type' | 'value'> {
  const colon = entity.indexOf(':');
  return { type: entity.slice(0, colon) as LinkEntityType, value: entity.slice(colon + 1) };
}
