import { arrayOf, type Queryable, textArrayOf } from '../../platform/database/sql.js';

/** A gift as its transaction tells it. */
export interface GiftRecord {
  readonly giftId: string;
  readonly senderId: string;
  readonly creatorId: string;
  readonly coins: bigint;
  readonly at: number;
}

/** Gifts by id alone. */
export async function readGifts(db: Queryable, giftIds: readonly string[]): Promise<GiftRecord[]> {
  if (giftIds.length === 0) return [];
  const text = `
    SELECT t.transaction_id, t.account_id, t.counterparty_id, t.coins,
           extract(epoch FROM t.decided_at)::float8 * 1000 AS at_ms
    FROM unnest($1::uuid[]) AS g (id) JOIN transactions t ON t.transaction_id = g.id`;
  const rows = await db.query<{
    transaction_id: string;
    account_id: string;
    counterparty_id: string;
    coins: bigint;
    at_ms: number;
  }>(text, [textArrayOf(giftIds)]);
  return rows.map((row) => ({
    giftId: row.transaction_id,
    senderId: row.account_id,
    creatorId: row.counterparty_id,
    coins: row.coins,
    at: Math.round(row.at_ms),
  }));
}

export interface PostedSources {
  readonly postedAt: number;
  readonly sources: readonly { readonly lotId: string; readonly coins: bigint }[];
}

/** When these transactions spent coins, and the lots that paid for them; by transaction id. */
export async function readSources(
  db: Queryable,
  keys: readonly { accountId: string; transactionId: string }[],
): Promise<Map<string, PostedSources>> {
  if (keys.length === 0) return new Map();
  const text = `
    SELECT j.transaction_id, j.posted_at, j.postings
    FROM unnest($1::text[], $2::uuid[]) AS k (account_id, transaction_id)
    JOIN journal_entries j ON j.account_id = k.account_id AND j.transaction_id = k.transaction_id
      AND j.kind IN ('gift', 'video_promotion', 'unlock')`;
  const rows = await db.query<{
    transaction_id: string;
    posted_at: Date;
    postings: [account: string, unit: string, amount: number, lotId: string | null][];
  }>(text, [
    textArrayOf(keys.map((key) => key.accountId)),
    textArrayOf(keys.map((key) => key.transactionId)),
  ]);
  return new Map(
    rows.map(({ transaction_id, posted_at, postings }) => {
      const spent = postings.filter(
        ([, unit, coins, lotId]) => unit === 'COIN' && lotId !== null && coins < 0,
      );
      const sources = spent.map(([, , coins, lotId]) => ({ lotId: lotId!, coins: BigInt(-coins) }));
      return [transaction_id, { postedAt: posted_at.getTime(), sources }];
    }),
  );
}

export interface DiamondLotRecord {
  readonly giftId: string;
  readonly creatorId: string;
  readonly maturesAt: number;
  readonly granted: bigint;
  readonly remaining: bigint;
}

interface DiamondRow {
  account_id: string;
  lot_id: string;
  matures_at: Date;
  granted: bigint;
  remaining: bigint;
}

const COLUMNS = 'd.account_id, d.lot_id, d.matures_at, d.granted, d.remaining';

/** Diamond lots by their whole keys; those that mature at another time are not among them. */
export async function readDiamondLots(
  db: Queryable,
  keys: readonly { giftId: string; creatorId: string; maturesAt: number }[],
): Promise<DiamondLotRecord[]> {
  if (keys.length === 0) return [];
  const text = `
    SELECT k.place::int AS place, d.granted, d.remaining
    FROM unnest($1::text[], $2::uuid[], $3::float8[]) WITH ORDINALITY AS k (account_id, lot_id, matures_ms, place)
    JOIN diamond_lots d ON d.account_id = k.account_id AND d.matures_at = to_timestamp(k.matures_ms / 1000)
      AND d.lot_id = k.lot_id`;
  const rows = await db.query<{ place: number; granted: bigint; remaining: bigint }>(text, [
    textArrayOf(keys.map((key) => key.creatorId)),
    textArrayOf(keys.map((key) => key.giftId)),
    arrayOf(keys.map((key) => key.maturesAt)),
  ]);
  return rows.map(({ place, granted, remaining }) => {
    const { giftId, creatorId, maturesAt } = keys[place - 1]!;
    return { giftId, creatorId, maturesAt, granted, remaining };
  });
}

const FIRST_CHUNK = 1_000;

/**
 * The lots that an account's diamonds are in, latest first, and whether these are all. Withdrawals empty the oldest first,
 * so reading stops where the lots add up to the balance and does not walk through years of empty ones.
 */
export async function readOpenDiamondLots(
  db: Queryable,
  wish: { accountId: string; diamonds: bigint; limit: number },
): Promise<{ lots: DiamondLotRecord[]; complete: boolean }> {
  const text = `
    SELECT ${COLUMNS} FROM diamond_lots d
    WHERE d.account_id = $1 AND (d.matures_at, d.lot_id) < ($2::timestamptz, $3::uuid)
    ORDER BY d.matures_at DESC, d.lot_id DESC LIMIT $4`;
  const lots: DiamondLotRecord[] = [];
  let before: [Date | 'infinity', string] = ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'];
  let missing = wish.diamonds;
  for (let chunk = FIRST_CHUNK; missing > 0n && lots.length < wish.limit; chunk *= 4) {
    const rows = await db.query<DiamondRow>(text, [wish.accountId, ...before, chunk]);
    const last = rows.at(-1);
    if (last === undefined) break;
    before = [last.matures_at, last.lot_id];
    for (const row of rows) {
      if (row.remaining === 0n || lots.length === wish.limit) continue;
      lots.push(diamondLot(row));
      missing -= row.remaining;
    }
  }
  return { lots, complete: missing === 0n };
}

/** The matured lots that the next withdrawal takes, oldest first. */
export async function readNextDiamondLots(
  db: Queryable,
  wish: { accountId: string; maturedBy: number; limit: number },
): Promise<DiamondLotRecord[]> {
  const text = `
    SELECT ${COLUMNS} FROM diamond_lots d
    WHERE d.account_id = $1 AND d.remaining > 0 AND d.matures_at <= $2
    ORDER BY d.matures_at, d.lot_id LIMIT $3`;
  const rows = await db.query<DiamondRow>(text, [wish.accountId, new Date(wish.maturedBy), wish.limit]);
  return rows.map(diamondLot);
}

const diamondLot = (row: DiamondRow): DiamondLotRecord => ({
  giftId: row.lot_id,
  creatorId: row.account_id,
  maturesAt: row.matures_at.getTime(),
  granted: row.granted,
  remaining: row.remaining,
});
