import { maturityOf } from '@coinwarden/domain';
import { arrayOf, type Queryable, textArrayOf } from '../../platform/database/sql.js';

/** The diamonds a gift became, on the creator's side. */
export interface GiftLot {
  readonly lotId: string;
  readonly creatorId: string;
  readonly maturesAt: number;
  readonly granted: bigint;
  readonly remaining: bigint;
}

export interface PostedGift {
  readonly transactionId: string;
  readonly creatorId: string;
  readonly postedAt: number;
}

/** No purchase is held at risk for longer, so no gift matures later than this after its ordinary time. */
const LATEST_MATURITY_DAYS = 180;

interface Row {
  account_id: string;
  lot_id: string;
  matures_at: Date;
  granted: bigint;
  remaining: bigint;
}

/**
 * Finds the lots of gifts without an index on them: their key leads with the time of maturity, which follows from the
 * time of the gift unless the coins were still at risk. Those few are looked for in the stretch that is left.
 */
export async function findGiftLots(db: Queryable, gifts: readonly PostedGift[]): Promise<GiftLot[]> {
  if (gifts.length === 0) return [];
  const atOnce = await find(db, gifts, 'd.matures_at = g.matures_at');
  const found = new Set(atOnce.map((lot) => lot.lotId));
  const later = gifts.filter((gift) => !found.has(gift.transactionId));
  if (later.length === 0) return atOnce;
  const window = `d.matures_at > g.matures_at AND d.matures_at <= g.matures_at + interval '${LATEST_MATURITY_DAYS} days'`;
  return [...atOnce, ...(await find(db, later, window))];
}

async function find(db: Queryable, gifts: readonly PostedGift[], matures: string): Promise<GiftLot[]> {
  const text = `
    SELECT d.account_id, d.lot_id, d.matures_at, d.granted, d.remaining
    FROM unnest($1::text[], $2::uuid[], $3::float8[]) AS u(account_id, lot_id, matures_ms)
    CROSS JOIN LATERAL (SELECT u.account_id, u.lot_id, to_timestamp(u.matures_ms / 1000) AS matures_at) g
    JOIN diamond_lots d ON d.account_id = g.account_id AND ${matures} AND d.lot_id = g.lot_id`;
  const rows = await db.query<Row>(text, [
    textArrayOf(gifts.map((gift) => gift.creatorId)),
    textArrayOf(gifts.map((gift) => gift.transactionId)),
    arrayOf(gifts.map((gift) => maturityOf(gift.postedAt))),
  ]);
  return rows.map((row) => ({
    lotId: row.lot_id,
    creatorId: row.account_id,
    maturesAt: row.matures_at.getTime(),
    granted: row.granted,
    remaining: row.remaining,
  }));
}
