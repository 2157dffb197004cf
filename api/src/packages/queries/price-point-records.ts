import { country, currency, id, type StaffPricePoint } from '@coinwarden/contracts';
import { EVERYWHERE, pricePerCoin } from '@coinwarden/domain';
import { z } from 'zod';
import { anyOf, flag, type StaffResource } from '../../platform/http/staff-list.js';

const VALID_NOW = 'pp.valid_from <= now() AND (pp.valid_until IS NULL OR pp.valid_until > now())';

/** Of the prices valid now, the one with the highest version: what buyers in its region pay. */
const CURRENT = `${VALID_NOW} AND NOT EXISTS (
  SELECT 1 FROM price_points later
  WHERE later.package_id = pp.package_id AND later.currency = pp.currency AND later.region = pp.region
    AND later.version > pp.version AND ${VALID_NOW.replaceAll('pp.', 'later.')})`;

/** Price points as staff list them. */
export const PRICE_POINTS: StaffResource = {
  name: 'price-points',
  select: `pp.price_point_id, pp.package_id, pp.currency, pp.region, pp.version, pp.amount_minor, pp.sku_apple,
           pp.sku_google, pp.valid_from, pp.valid_until, p.coins + p.bonus_coins AS coins, ${CURRENT} AS current`,
  from: 'price_points pp JOIN packages p USING (package_id)',
  id: { column: 'pp.price_point_id', schema: z.uuid() },
  filters: {
    packageId: anyOf('pp.package_id', id),
    currency: anyOf('pp.currency', currency),
    region: anyOf('pp.region', z.union([z.literal(EVERYWHERE), country])),
    current: flag(CURRENT),
  },
  sorts: {
    packageId: 'pp.package_id',
    currency: 'pp.currency',
    region: 'pp.region',
    version: 'pp.version',
    amountMinor: 'pp.amount_minor',
    validFrom: 'pp.valid_from',
    position: 'p.position',
  },
  defaultSort: ['position', 'ASC'],
};

export interface PricePointRow {
  price_point_id: string;
  package_id: string;
  currency: string;
  region: string;
  version: number;
  amount_minor: bigint;
  sku_apple: string | null;
  sku_google: string | null;
  valid_from: Date;
  valid_until: Date | null;
  coins: bigint;
  current: boolean;
}

export const pricePointRecord = (row: PricePointRow): StaffPricePoint => ({
  id: row.price_point_id,
  packageId: row.package_id,
  region: row.region,
  version: row.version,
  price: { amountMinor: Number(row.amount_minor), currency: row.currency },
  pricePerCoin: pricePerCoin({ amountMinor: row.amount_minor, currency: row.currency }, row.coins),
  skuApple: row.sku_apple,
  skuGoogle: row.sku_google,
  validFrom: row.valid_from.toISOString(),
  validUntil: row.valid_until?.toISOString() ?? null,
  current: row.current,
  allowedActions: [],
});
