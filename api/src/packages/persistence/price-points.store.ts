import { arrayOf, type Queryable, textArrayOf } from '../../platform/database/sql.js';
import type { Made } from './packages.store.js';

/** Where a price holds: a package in a currency and region. */
export interface PricePlace {
  readonly packageId: string;
  readonly currency: string;
  readonly region: string;
}

export interface NewPriceVersion extends PricePlace {
  readonly version: number;
  readonly amountMinor: bigint;
  readonly skuApple: string | null;
  readonly skuGoogle: string | null;
  readonly validFrom: Date;
  readonly validUntil: Date | null;
}

export interface LatestPrice extends PricePlace {
  readonly version: number;
  readonly skuApple: string | null;
  readonly skuGoogle: string | null;
}

/** The latest version of every price, begun or not. */
export const readLatestPrices = (db: Queryable): Promise<LatestPrice[]> =>
  db.query<LatestPrice>(
    `SELECT DISTINCT ON (package_id, currency, region) package_id AS "packageId", currency, region, version,
            sku_apple AS "skuApple", sku_google AS "skuGoogle"
     FROM price_points ORDER BY package_id, currency, region, version DESC`,
  );

/** Of those valid now the one that began last in each place, in the order in which packages are shown. */
export const readHeldPrices = (db: Queryable): Promise<Omit<NewPriceVersion, 'version'>[]> =>
  db.query(
    `SELECT h.* FROM (
       SELECT DISTINCT ON (package_id, currency, region) package_id AS "packageId", currency, region,
              amount_minor AS "amountMinor", sku_apple AS "skuApple", sku_google AS "skuGoogle",
              valid_from AS "validFrom", valid_until AS "validUntil"
       FROM price_points WHERE valid_from <= now() AND (valid_until IS NULL OR valid_until > now())
       ORDER BY package_id, currency, region, valid_from DESC, version DESC) h
     ORDER BY (SELECT max(position) FROM package_versions v WHERE v.package_id = h."packageId"), h."packageId", h.region,
              h.currency`,
  );

/** Answers the ids, in the order of the prices. */
export async function insertPrices(
  tx: Queryable,
  prices: readonly NewPriceVersion[],
  made: Made,
): Promise<string[]> {
  const rows = await tx.query<{ price_point_id: string }>(
    `WITH n AS (SELECT gen_random_uuid() AS id, * FROM unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::bigint[],
                  $6::text[], $7::text[], $8::timestamptz[], $9::timestamptz[]) WITH ORDINALITY
                  AS n (package_id, currency, region, version, amount_minor, sku_apple, sku_google, valid_from,
                        valid_until, place)),
          added AS (INSERT INTO price_points (price_point_id, package_id, currency, region, version, amount_minor,
                      sku_apple, sku_google, valid_from, valid_until, created_at, created_by, reason)
                    SELECT id, package_id, currency, region, version, amount_minor, sku_apple, sku_google, valid_from,
                           valid_until, $10, $11, $12 FROM n)
     SELECT id AS price_point_id FROM n ORDER BY place`,
    [
      textArrayOf(prices.map((p) => p.packageId)),
      textArrayOf(prices.map((p) => p.currency)),
      textArrayOf(prices.map((p) => p.region)),
      arrayOf(prices.map((p) => p.version)),
      arrayOf(prices.map((p) => p.amountMinor)),
      textArrayOf(prices.map((p) => p.skuApple)),
      textArrayOf(prices.map((p) => p.skuGoogle)),
      textArrayOf(prices.map((p) => p.validFrom.toISOString())),
      textArrayOf(prices.map((p) => p.validUntil?.toISOString() ?? null)),
      made.at,
      made.by,
      made.reason,
    ],
  );
  return rows.map((row) => row.price_point_id);
}

export interface PriceWindow {
  readonly packageId: string;
  readonly validFrom: Date;
  readonly validUntil: Date | null;
}

export async function lockPrice(tx: Queryable, pricePointId: string): Promise<PriceWindow | null> {
  const [row] = await tx.query<PriceWindow>(
    `SELECT package_id AS "packageId", valid_from AS "validFrom", valid_until AS "validUntil"
     FROM price_points WHERE price_point_id = $1 FOR UPDATE`,
    [pricePointId],
  );
  return row ?? null;
}

export const endPrice = (
  tx: Queryable,
  { pricePointId, until, by, reason }: { pricePointId: string; until: Date; by: string; reason: string },
): Promise<object[]> =>
  tx.query(
    'UPDATE price_points SET valid_until = $2, ended_by = $3, end_reason = $4 WHERE price_point_id = $1',
    [pricePointId, until, by, reason],
  );
