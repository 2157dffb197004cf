import { v5 as uuidv5 } from 'uuid';
import { arrayOf, type Queryable, textArrayOf } from '../../platform/database/sql.js';

export interface NewPackage {
  readonly packageId: string;
  readonly name: string;
  readonly tier: string;
  readonly coins: number;
  readonly bonusCoins: number;
}

export interface NewPricePoint {
  readonly packageId: string;
  readonly currency: string;
  readonly region: string;
  readonly amountMinor: number;
  readonly skuApple: string;
  readonly skuGoogle: string;
  readonly validFrom: string;
}

export interface NewGift {
  readonly giftId: string;
  readonly name: string;
  readonly coins: number;
}

const counted = async (rows: Promise<object[]>): Promise<number> => (await rows).length;
const positions = (rows: readonly unknown[]) => arrayOf(rows.map((_, i) => (i + 1) * 10));

/** Each of these adds what is not there yet, leaves the rest as it is, and answers how many rows it added. */
export const addPackages = (
  tx: Queryable,
  packages: readonly NewPackage[],
  soldFrom: string,
): Promise<number> =>
  counted(
    tx.query(
      `WITH n AS (SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::bigint[], $6::int[])
                    AS n (package_id, name, tier, coins, bonus_coins, position)),
            added AS (INSERT INTO packages (package_id, sale_from) SELECT package_id, $7 FROM n
                      ON CONFLICT DO NOTHING RETURNING package_id)
       INSERT INTO package_versions (package_id, version, name, tier, coins, bonus_coins, position, valid_from, created_at)
       SELECT package_id, 1, name, tier, coins, bonus_coins, position, $7, now() FROM n JOIN added USING (package_id)
       RETURNING package_id`,
      [
        textArrayOf(packages.map((p) => p.packageId)),
        textArrayOf(packages.map((p) => p.name)),
        textArrayOf(packages.map((p) => p.tier)),
        arrayOf(packages.map((p) => p.coins)),
        arrayOf(packages.map((p) => p.bonusCoins)),
        positions(packages),
        soldFrom,
      ],
    ),
  );

/** First versions; a later price is a version of its own. */
export const addFirstPrices = (tx: Queryable, points: readonly NewPricePoint[]): Promise<number> =>
  counted(
    tx.query(
      `INSERT INTO price_points (price_point_id, package_id, currency, region, version, amount_minor, sku_apple,
                                 sku_google, valid_from, created_at)
       SELECT price_point_id, package_id, currency, region, 1, amount_minor, sku_apple, sku_google, valid_from, now()
       FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::bigint[], $6::text[], $7::text[],
                   $8::timestamptz[])
         AS n (price_point_id, package_id, currency, region, amount_minor, sku_apple, sku_google, valid_from)
       ON CONFLICT DO NOTHING RETURNING price_point_id`,
      [
        textArrayOf(points.map((p) => uuidv5(`${p.packageId} ${p.currency} ${p.region} 1`, PRICE_POINTS))),
        textArrayOf(points.map((p) => p.packageId)),
        textArrayOf(points.map((p) => p.currency)),
        textArrayOf(points.map((p) => p.region)),
        arrayOf(points.map((p) => p.amountMinor)),
        textArrayOf(points.map((p) => p.skuApple)),
        textArrayOf(points.map((p) => p.skuGoogle)),
        textArrayOf(points.map((p) => p.validFrom)),
      ],
    ),
  );

/** The namespace of first prices' ids: the same price has the same id in every installation. */
const PRICE_POINTS = '0d0cf5c4-54c3-5f3e-9a53-0f2b6a2a5a01';

export const addGifts = (tx: Queryable, gifts: readonly NewGift[]): Promise<number> =>
  counted(
    tx.query(
      `INSERT INTO gifts (gift_id, name, coins, position)
       SELECT * FROM unnest($1::text[], $2::text[], $3::bigint[], $4::int[])
       ON CONFLICT DO NOTHING RETURNING gift_id`,
      [
        textArrayOf(gifts.map((g) => g.giftId)),
        textArrayOf(gifts.map((g) => g.name)),
        arrayOf(gifts.map((g) => g.coins)),
        positions(gifts),
      ],
    ),
  );
