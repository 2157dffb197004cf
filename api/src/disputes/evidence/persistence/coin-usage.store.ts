import {
  MAX_TABLE_ROWS,
  type RecipientFacts,
  type TransactionKind,
  type UsageFacts,
} from '@coinwarden/domain';
import type { Queryable } from '../../../platform/database/sql.js';

interface Key {
  readonly accountId: string;
  readonly purchaseId: string;
}

/** Every transaction that spent coins of the purchase's lots, with how many: a purchase may have reached ten thousand gifts. */
const SPENT = `
  WITH lots AS (
    SELECT DISTINCT (p.value ->> 3)::uuid AS lot_id
    FROM journal_entries j CROSS JOIN LATERAL json_array_elements(j.postings) AS p (value)
    WHERE j.account_id = $1 AND j.transaction_id = $2 AND j.kind = 'purchase_credit' AND p.value ->> 3 IS NOT NULL
  ), spent AS (
    SELECT m.transaction_id, sum(m.coins)::bigint AS coins
    FROM lots JOIN lot_movements m ON m.account_id = $1 AND m.lot_id = lots.lot_id
    WHERE m.reason = 'spent' GROUP BY m.transaction_id
  ), used AS (
    SELECT t.transaction_id, t.kind, t.occurred_at, t.counterparty_id, t.request, s.coins
    FROM spent s JOIN transactions t ON t.account_id = $1 AND t.transaction_id = s.transaction_id
  )`;

const parameters = ({ accountId, purchaseId }: Key) => [accountId, purchaseId];

export async function readUsage(db: Queryable, key: Key): Promise<UsageFacts> {
  const totals = await db.query<{
    kind: TransactionKind;
    count: number;
    coins: bigint;
    first_at: Date;
    last_at: Date;
  }>(
    `${SPENT}
     SELECT kind, count(*)::int AS count, sum(coins)::bigint AS coins, min(occurred_at) AS first_at, max(occurred_at) AS last_at
     FROM used GROUP BY kind ORDER BY coins DESC, kind`,
    parameters(key),
  );
  const [expired] = await db.query<{ coins: bigint }>(
    `${SPENT}
     SELECT coalesce(sum(m.coins), 0)::bigint AS coins
     FROM lots JOIN lot_movements m ON m.account_id = $1 AND m.lot_id = lots.lot_id WHERE m.reason = 'expired'`,
    parameters(key),
  );
  const times = totals.flatMap((row) => [row.first_at.getTime(), row.last_at.getTime()]);
  return {
    spentCoins: totals.reduce((sum, row) => sum + row.coins, 0n),
    expiredCoins: expired?.coins ?? 0n,
    totals: totals.map(({ kind, count, coins }) => ({ kind, count, coins })),
    firstAt: times.length === 0 ? null : Math.min(...times),
    lastAt: times.length === 0 ? null : Math.max(...times),
    rows: await readUses(db, key),
    count: totals.reduce((sum, row) => sum + row.count, 0),
  };
}

async function readUses(db: Queryable, key: Key): Promise<UsageFacts['rows']> {
  const rows = await db.query<{
    transaction_id: string;
    kind: TransactionKind;
    occurred_at: Date;
    coins: bigint;
    gift: string | null;
    quantity: number | null;
    content_id: string | null;
    recipient: string | null;
    device: { id: string; ip: string } | null;
  }>(
    `${SPENT}
     SELECT u.transaction_id, u.kind, u.occurred_at, u.coins, coalesce(g.name, u.request ->> 'giftId') AS gift,
            (u.request ->> 'quantity')::int AS quantity, u.request ->> 'contentId' AS content_id,
            coalesce(a.display_name, u.counterparty_id) AS recipient, u.request -> 'device' AS device
     FROM used u
     LEFT JOIN gifts g ON g.gift_id = u.request ->> 'giftId'
     LEFT JOIN accounts a ON a.account_id = u.counterparty_id
     ORDER BY u.occurred_at, u.transaction_id LIMIT ${MAX_TABLE_ROWS}`,
    parameters(key),
  );
  return rows.map((row) => ({
    transactionId: row.transaction_id,
    kind: row.kind,
    at: row.occurred_at.getTime(),
    coins: row.coins,
    what: whatOf(row),
    recipient: row.recipient,
    deviceId: row.device?.id ?? null,
    ip: row.device?.ip ?? null,
  }));
}

function whatOf(row: {
  kind: string;
  gift: string | null;
  quantity: number | null;
  content_id: string | null;
}): string {
  if (row.gift !== null) return `${row.quantity ?? 1} × ${row.gift}`;
  const what = row.kind === 'video_promotion' ? 'Promotion of the video' : 'Unlocking of';
  return row.content_id === null ? row.kind.replaceAll('_', ' ') : `${what} ${row.content_id}`;
}

/** By display name, which a creator shows to everybody; never by anything else about them. */
export async function readRecipients(db: Queryable, key: Key): Promise<RecipientFacts> {
  const rows = await db.query<{
    name: string;
    gifts: number;
    coins: bigint;
    first_at: Date;
    last_at: Date;
    count: number;
  }>(
    `${SPENT}
     SELECT coalesce(a.display_name, u.counterparty_id) AS name, count(*)::int AS gifts, sum(u.coins)::bigint AS coins,
            min(u.occurred_at) AS first_at, max(u.occurred_at) AS last_at, (count(*) OVER ())::int AS count
     FROM used u LEFT JOIN accounts a ON a.account_id = u.counterparty_id
     WHERE u.kind = 'gift' GROUP BY u.counterparty_id, a.display_name
     ORDER BY coins DESC, u.counterparty_id LIMIT ${MAX_TABLE_ROWS}`,
    parameters(key),
  );
  return {
    rows: rows.map(({ name, gifts, coins, first_at, last_at }) => ({
      name,
      gifts,
      coins,
      firstAt: first_at.getTime(),
      lastAt: last_at.getTime(),
    })),
    count: rows[0]?.count ?? 0,
  };
}
