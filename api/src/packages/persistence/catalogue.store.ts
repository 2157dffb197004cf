import {
  Catalogue,
  type CoinPackage,
  coins,
  type Gift,
  type GiftStatus,
  type PackageStatus,
  type PackageTier,
  type PricePoint,
} from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';

interface PackageRow {
  package_id: string;
  name: string;
  tier: PackageTier;
  coins: bigint;
  bonus_coins: bigint;
  position: number;
  status: PackageStatus;
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

/** The whole catalogue, in the order in which it is shown. */
export async function readCatalogue(db: Queryable): Promise<Catalogue> {
  const packages = await db.query<PackageRow>(
    `SELECT package_id, name, tier, coins, bonus_coins, position, status
     FROM packages ORDER BY position, package_id`,
  );
  const pricePoints = await db.query<PricePointRow>(
    `SELECT price_point_id, package_id, currency, region, version, amount_minor, valid_from, valid_until
     FROM price_points ORDER BY package_id, currency, region, version`,
  );
  const gifts = await db.query<GiftRow>(
    'SELECT gift_id, name, coins, position, status FROM gifts ORDER BY position, gift_id',
  );
  return new Catalogue({
    packages: packages.map(toPackage),
    pricePoints: pricePoints.map(toPricePoint),
    gifts: gifts.map(toGift),
  });
}

const toPackage = (row: PackageRow): CoinPackage => ({
  packageId: row.package_id,
  name: row.name,
  tier: row.tier,
  coins: coins(row.coins),
  bonusCoins: coins(row.bonus_coins),
  position: row.position,
  status: row.status,
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
