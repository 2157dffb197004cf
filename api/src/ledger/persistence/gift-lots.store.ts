import { giftMaturesAt } from '@coinwarden/domain';
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

interface Row {
  account_id: string;
  lot_id: string;
  matures_at: Date;
  granted: bigint;
  remaining: bigint;
}

/**
 * Finds the lots of gifts without an index on them: their key leads with the time of maturity, which follows from the
 * time of the gift, unless the coins were at risk for longer. Those few are found by the risk of the coins they consumed.
 */
export async function findGiftLots(db: Queryable, gifts: readonly PostedGift[]): Promise<GiftLot[]> {
  if (gifts.length === 0) return [];
  const atOnce = await find(
    db,
    gifts.map((gift) => ({ ...gift, maturesAt: giftMaturesAt(gift.postedAt, null) })),
  );
  const found = new Set(atOnce.map((lot) => lot.lotId));
  const later = gifts.filter((gift) => !found.has(gift.transactionId));
  if (later.length === 0) return atOnce;
  const risks = await readRisks(db, later);
  const held = later.map((gift) => {
    const risk = risks.get(gift.transactionId) ?? null;
    return { ...gift, maturesAt: giftMaturesAt(gift.postedAt, risk) };
  });
  return [...atOnce, ...(await find(db, held))];
}

/** Until when the coins of each gift were at risk; the entry of the gift names their lots. */
async function readRisks(db: Queryable, gifts: readonly PostedGift[]): Promise<Map<string, number>> {
  const text = `
    SELECT t.transaction_id, max(l.risk_until) AS risk_until
    FROM transactions t
    JOIN journal_entries j ON j.account_id = t.account_id AND j.transaction_id = t.transaction_id AND j.kind = 'gift'
    CROSS JOIN LATERAL json_array_elements(j.postings) AS p (value)
    JOIN coin_lots l ON l.account_id = t.account_id AND l.lot_id = (p.value ->> 3)::uuid
    WHERE t.transaction_id = ANY($1::uuid[]) AND l.risk_until IS NOT NULL GROUP BY 1`;
  const ids = textArrayOf(gifts.map((gift) => gift.transactionId));
  const rows = await db.query<{ transaction_id: string; risk_until: Date }>(text, [ids]);
  return new Map(rows.map((row) => [row.transaction_id, row.risk_until.getTime()]));
}

async function find(
  db: Queryable,
  gifts: readonly (PostedGift & { readonly maturesAt: number })[],
): Promise<GiftLot[]> {
  const text = `
    SELECT d.account_id, d.lot_id, d.matures_at, d.granted, d.remaining
    FROM unnest($1::text[], $2::uuid[], $3::float8[]) AS u(account_id, lot_id, matures_ms)
    JOIN diamond_lots d ON d.account_id = u.account_id AND d.lot_id = u.lot_id
                       AND d.matures_at = to_timestamp(u.matures_ms / 1000)`;
  const rows = await db.query<Row>(text, [
    textArrayOf(gifts.map((gift) => gift.creatorId)),
    textArrayOf(gifts.map((gift) => gift.transactionId)),
    arrayOf(gifts.map((gift) => gift.maturesAt)),
  ]);
  return rows.map((row) => ({
    lotId: row.lot_id,
    creatorId: row.account_id,
    maturesAt: row.matures_at.getTime(),
    granted: row.granted,
    remaining: row.remaining,
  }));
}
