import { ECONOMY, giftMaturesAt, HOUR, type WholeGifts } from '@coinwarden/domain';
import { type Queryable, textArrayOf } from '../../platform/database/sql.js';
import type { DiamondLotRecord } from './gifts.store.js';
import type { LotRecord } from './lots.store.js';
import type { MovementRecord } from './movements.store.js';

/** A gift whose diamonds are all still there and that one lot paid for alone. */
export interface WholeGiftRecord {
  readonly giftId: string;
  readonly lotId: string;
  readonly senderId: string;
  readonly creatorId: string;
  readonly at: number;
  readonly coins: bigint;
  readonly maturesAt: number;
}

export interface MovementsAndWholeGifts {
  /** Everything that left the lots but for whole gifts, in the order of time. */
  readonly movements: readonly MovementRecord[];
  /** Of the gifts among them that one lot paid for alone, where they were found; by gift. */
  readonly diamondLots: ReadonlyMap<string, DiamondLotRecord>;
  readonly wholeGifts: readonly (WholeGifts & { readonly lotId: string })[];
  readonly largest: readonly WholeGiftRecord[];
}

/** In microseconds: what leads from a gift past the full hour it matures at, by less than an hour. */
const TO_MATURITY = `${(ECONOMY.diamondHold + HOUR) * 1_000 - 1} microseconds`;

/**
 * A diamond lot is found by its whole key, so by when it must mature; where that is not when it does (a gift that was held, or
 * paid from several lots), the gift counts as any other movement and is looked into by itself.
 */
const TEXT = `
  WITH lots AS (
    SELECT * FROM unnest($1::text[], $2::uuid[], $3::timestamptz[], $4::timestamptz[]) WITH ORDINALITY
      AS k (account_id, lot_id, risk_until, risk_matures_at, place)
  ), moved AS MATERIALIZED (
    SELECT k.place, m.transaction_id, m.entry_no, m.reason, m.coins, t.kind, t.counterparty_id, t.coins AS total_coins,
           t.decided_at, CASE WHEN t.kind IN ('video_promotion', 'unlock') THEN t.request ->> 'contentId' END AS content_id,
           d.matures_at, d.remaining, d.remaining = m.coins AS whole
    FROM lots k
    JOIN lot_movements m ON m.account_id = k.account_id AND m.lot_id = k.lot_id
    LEFT JOIN transactions t ON t.account_id = m.account_id AND t.transaction_id = m.transaction_id
    CROSS JOIN LATERAL (
      SELECT date_bin('1 hour', t.decided_at + $5::interval, 'epoch'::timestamptz) AS ordinary) h
    LEFT JOIN diamond_lots d
      ON t.kind = 'gift' AND m.reason = 'spent' AND m.coins = t.coins
      AND d.account_id = t.counterparty_id AND d.lot_id = m.transaction_id
      AND d.matures_at = CASE WHEN k.risk_until > h.ordinary THEN k.risk_matures_at ELSE h.ordinary END
      AND d.granted = m.coins
  )
  SELECT
    (SELECT json_agg(json_build_array(place, transaction_id, reason, coins, kind, counterparty_id,
                                      nullif(total_coins, coins), extract(epoch FROM decided_at)::float8 * 1000, content_id,
                                      remaining, extract(epoch FROM matures_at)::float8 * 1000)
                     ORDER BY transaction_id, entry_no)
     FROM moved WHERE whole IS NOT TRUE) AS movements,
    (SELECT json_agg(json_build_array(place, counterparty_id, gifts, coins, maturing))
     FROM (SELECT place, counterparty_id, count(*) AS gifts, sum(coins) AS coins, matures_at > $6 AS maturing
           FROM moved WHERE whole GROUP BY place, counterparty_id, maturing) s) AS sums,
    (SELECT json_agg(json_build_array(place, transaction_id, counterparty_id, coins, at_ms, matures_ms))
     FROM (SELECT place, transaction_id, counterparty_id, coins, extract(epoch FROM decided_at)::float8 * 1000 AS at_ms,
                  extract(epoch FROM matures_at)::float8 * 1000 AS matures_ms
           FROM moved WHERE whole ORDER BY coins DESC, transaction_id LIMIT $7) g) AS largest`;

interface Row {
  movements:
    | [
        place: number,
        transactionId: string,
        reason: MovementRecord['reason'],
        coins: number,
        kind: MovementRecord['kind'],
        counterpartyId: string | null,
        otherTotal: number | null,
        at: number | null,
        contentId: string | null,
        remaining: number | null,
        maturesAt: number | null,
      ][]
    | null;
  sums: [place: number, creatorId: string, gifts: number, coins: number, maturing: boolean][] | null;
  largest:
    | [place: number, giftId: string, creatorId: string, coins: number, at: number, maturesAt: number][]
    | null;
}

const NOTHING: MovementsAndWholeGifts = {
  movements: [],
  diamondLots: new Map(),
  wholeGifts: [],
  largest: [],
};

/** Everything that left these lots; of the gifts that are whole, of which there may be very many, the sums and the largest. */
export async function readMovementsAndWholeGifts(
  db: Queryable,
  lots: readonly LotRecord[],
  { now, limit }: { readonly now: number; readonly limit: number },
): Promise<MovementsAndWholeGifts> {
  if (lots.length === 0) return NOTHING;
  const [row] = await db.query<Row>({ name: 'movements-and-whole-gifts', text: TEXT }, [
    textArrayOf(lots.map((lot) => lot.accountId)),
    textArrayOf(lots.map((lot) => lot.lotId)),
    lots.map(({ riskUntil }) => (riskUntil === null ? null : new Date(riskUntil))),
    lots.map(({ grantedAt, riskUntil }) => new Date(giftMaturesAt(grantedAt, riskUntil))),
    TO_MATURITY,
    new Date(now),
    limit,
  ]);
  const { movements, sums, largest } = row!;
  const lotAt = (place: number) => lots[place - 1]!;
  return {
    movements: (movements ?? []).map(
      ([place, transactionId, reason, coins, kind, counterpartyId, otherTotal, at, contentId]) => {
        const { accountId, lotId } = lotAt(place);
        const totalCoins = BigInt(otherTotal ?? coins);
        return {
          accountId,
          lotId,
          transactionId,
          reason,
          coins: BigInt(coins),
          kind,
          counterpartyId,
          contentId,
          totalCoins,
          at: Math.round(at ?? 0),
        };
      },
    ),
    diamondLots: diamondLotsIn(movements ?? []),
    wholeGifts: (sums ?? []).map(([place, creatorId, gifts, coins, maturing]) => ({
      lotId: lotAt(place).lotId,
      creatorId,
      gifts,
      coins: BigInt(coins),
      fate: maturing ? 'maturing' : 'available',
    })),
    largest: (largest ?? []).map(([place, giftId, creatorId, coins, at, maturesAt]) => {
      const { lotId, accountId: senderId } = lotAt(place);
      return {
        giftId,
        lotId,
        senderId,
        creatorId,
        at: Math.round(at),
        coins: BigInt(coins),
        maturesAt: Math.round(maturesAt),
      };
    }),
  };
}

function diamondLotsIn(movements: NonNullable<Row['movements']>): Map<string, DiamondLotRecord> {
  const lots = new Map<string, DiamondLotRecord>();
  for (const [, giftId, , coins, , creatorId, , , , remaining, maturesAt] of movements) {
    if (remaining === null || maturesAt === null || creatorId === null) continue;
    lots.set(giftId, {
      giftId,
      creatorId,
      maturesAt: Math.round(maturesAt),
      granted: BigInt(coins),
      remaining: BigInt(remaining),
    });
  }
  return lots;
}
