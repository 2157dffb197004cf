import {
  Catalogue,
  type CoinPackage,
  coins,
  type Gift,
  type GiftStatus,
  type PackageSale,
  type PackageTier,
  type PricePoint,
} from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';

interface VersionRow {
  package_id: string;
  version: number;
  name: string;
  tier: PackageTier;
  coins: bigint;
  bonus_coins: bigint;
  position: number;
  valid_from: Date;
}

interface SaleRow {
  package_id: string;
  sale_from: Date | null;
  sale_until: Date | null;
}

interface PricePointRow {
  price_point_id: string;
  package_id: string;
  currency: string;
  region: string;
  version: number;
  amount_minor: bigint;
  valid_from: Date;
  valid_until: Date | null;
}

interface GiftRow {
  gift_id: string;
  name: string;
  coins: bigint;
  position: number;
  status: GiftStatus;
}

/** What the package that purchase `t` bought was called then; null for one that is not in the catalogue. */
export const PURCHASED_PACKAGE_NAME = `(
  SELECT v.name FROM package_versions v
  WHERE v.package_id = t.request ->> 'packageId' AND v.valid_from <= t.decided_at
  ORDER BY v.valid_from DESC, v.version DESC LIMIT 1)`;

/** The whole catalogue, with all that was and will be. */
export async function readCatalogue(db: Queryable): Promise<Catalogue> {
  const versions = await db.query<VersionRow>(
    `SELECT package_id, version, name, tier, coins, bonus_coins, position, valid_from FROM package_versions`,
  );
  const sales = await db.query<SaleRow>('SELECT package_id, sale_from, sale_until FROM packages');
  const pricePoints = await db.query<PricePointRow>(
    `SELECT price_point_id, package_id, currency, region, version, amount_minor, valid_from, valid_until
     FROM price_points ORDER BY package_id, currency, region, version`,
  );
  const gifts = await db.query<GiftRow>(
    'SELECT gift_id, name, coins, position, status FROM gifts ORDER BY position, gift_id',
  );
  return new Catalogue({
    packages: versions.map(toPackage),
    sales: sales.map(toSale),
    pricePoints: pricePoints.map(toPricePoint),
    gifts: gifts.map(toGift),
  });
}

const toPackage = (row: VersionRow): CoinPackage => ({
  packageId: row.package_id,
  version: row.version,
  name: row.name,
  tier: row.tier,
  coins: coins(row.coins),
  bonusCoins: coins(row.bonus_coins),
  position: row.position,
  validFrom: row.valid_from.getTime(),
});

const toSale = (row: SaleRow): PackageSale => ({
  packageId: row.package_id,
  from: row.sale_from?.getTime() ?? null,
  until: row.sale_until?.getTime() ?? null,
});

const toPricePoint = (row: PricePointRow): PricePoint => ({
  pricePointId: row.price_point_id,
  packageId: row.package_id,
  region: row.region,
  version: row.version,
  price: { amountMinor: row.amount_minor, currency: row.currency },
  validFrom: row.valid_from.getTime(),
  validUntil: row.valid_until?.getTime() ?? null,
});

const toGift = (row: GiftRow): Gift => ({
  giftId: row.gift_id,
  name: row.name,
  coins: coins(row.coins),
  position: row.position,
  status: row.status,
});
