import { country, currency, id, PRICE_STATES, type StaffPricePoint } from '@coinwarden/contracts';
import { type ComparedPrice, EVERYWHERE, type PricedPackage, pricePerCoin } from '@coinwarden/domain';
import { z } from 'zod';
import type { StaffActor } from '../../platform/access/actor.js';
import { authorOf } from '../../platform/http/author.js';
import { anyOf, flag, type StaffResource } from '../../platform/http/staff-list.js';

const SAME_PLACE =
  'other.package_id = pp.package_id AND other.currency = pp.currency AND other.region = pp.region';
const VALID = 'pp.valid_from <= now() AND (pp.valid_until IS NULL OR pp.valid_until > now())';

/** Of the prices valid now the one that began last: what buyers in its region pay. */
const CURRENT = `(${VALID} AND NOT EXISTS (
  SELECT 1 FROM price_points other
  WHERE ${SAME_PLACE} AND (other.valid_from, other.version) > (pp.valid_from, pp.version)
    AND ${VALID.replaceAll('pp.', 'other.')}))`;

/** One that was ended before it began has an end that is no later than its beginning. */
const STATE = `CASE WHEN pp.valid_until <= greatest(now(), pp.valid_from) THEN 'past'
                    WHEN pp.valid_from > now() THEN 'scheduled' WHEN ${CURRENT} THEN 'current' ELSE 'covered' END`;

/** Price points as staff list them. */
export const PRICE_POINTS: StaffResource = {
  name: 'price-points',
  select: `pp.price_point_id, pp.package_id, pp.currency, pp.region, pp.version, pp.amount_minor, pp.sku_apple,
           pp.sku_google, pp.valid_from, pp.valid_until, pp.created_at, pp.reason, pp.end_reason,
           ${authorOf('pp.created_by')} AS created_by,
           ${authorOf('pp.ended_by')} AS ended_by, p.coins + p.bonus_coins AS coins, ${STATE} AS state,
           (SELECT max(other.version) FROM price_points other WHERE ${SAME_PLACE}) AS latest_version`,
  from: `price_points pp CROSS JOIN LATERAL (
           SELECT v.coins, v.bonus_coins, v.position FROM package_versions v WHERE v.package_id = pp.package_id
           ORDER BY v.valid_from <= now() DESC, v.valid_from DESC, v.version DESC LIMIT 1) p`,
  id: { column: 'pp.price_point_id', schema: z.uuid() },
  filters: {
    packageId: anyOf('pp.package_id', id),
    currency: anyOf('pp.currency', currency),
    region: anyOf('pp.region', z.union([z.literal(EVERYWHERE), country])),
    state: anyOf(`(${STATE})`, z.enum(PRICE_STATES)),
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
  latest_version: number;
  amount_minor: bigint;
  sku_apple: string | null;
  sku_google: string | null;
  valid_from: Date;
  valid_until: Date | null;
  created_at: Date;
  created_by: string | null;
  reason: string | null;
  ended_by: string | null;
  end_reason: string | null;
  coins: bigint;
  state: StaffPricePoint['state'];
}

const MICROS_DIGITS = 6;

/** Each with how it compares, if it holds now. */
export const pricePointRecord =
  (actor: StaffActor, compared: ReadonlyMap<string, ComparedPrice<PricedPackage>>) =>
  (row: PricePointRow): StaffPricePoint => {
    const comparison = compared.get(row.price_point_id);
    const micros = comparison?.usdMicrosPerCoin ?? null;
    return {
      id: row.price_point_id,
      packageId: row.package_id,
      region: row.region,
      version: row.version,
      latestVersion: row.latest_version,
      price: { amountMinor: Number(row.amount_minor), currency: row.currency },
      pricePerCoin: pricePerCoin({ amountMinor: row.amount_minor, currency: row.currency }, row.coins),
      usdPerCoin: micros === null ? null : (micros / 1_000_000).toFixed(MICROS_DIGITS),
      fromMedianPercent: comparison?.fromMedianPercent ?? null,
      warnings: [...(comparison?.warnings ?? [])],
      skuApple: row.sku_apple,
      skuGoogle: row.sku_google,
      validFrom: row.valid_from.toISOString(),
      validUntil: row.valid_until?.toISOString() ?? null,
      state: row.state,
      current: row.state === 'current',
      createdAt: row.created_at.toISOString(),
      createdBy: row.created_by,
      reason: row.reason,
      endedBy: row.ended_by,
      endReason: row.end_reason,
      allowedActions: actor.permissions.has('catalogue.write') ? actionsIn(row.state) : [],
    };
  };

const actionsIn = (state: StaffPricePoint['state']): StaffPricePoint['allowedActions'] =>
  state === 'past' ? [] : state === 'current' ? ['change', 'end'] : ['end'];
