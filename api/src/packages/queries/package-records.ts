import { id, type StaffGift, type StaffPackage, type StaffPackageVersion } from '@coinwarden/contracts';
import {
  GIFT_STATUSES,
  type GiftStatus,
  type Instant,
  PACKAGE_STATUSES,
  PACKAGE_TIERS,
  type PackageTier,
  packageStatus,
} from '@coinwarden/domain';
import { z } from 'zod';
import type { StaffActor } from '../../platform/access/actor.js';
import { authorOf } from '../../platform/http/author.js';
import { anyOf, type StaffResource, startsWith } from '../../platform/http/staff-list.js';

const STATUS = `CASE WHEN p.sale_from IS NULL THEN 'draft' WHEN p.sale_until <= now() THEN 'retired'
                     WHEN p.sale_from <= now() THEN 'on_sale' ELSE 'scheduled' END`;

/** The version that holds, before any that has not begun. */
const HOLDING = `SELECT v.* FROM package_versions v WHERE v.package_id = p.package_id
                 ORDER BY v.valid_from <= now() DESC, v.valid_from DESC, v.version DESC LIMIT 1`;

/** Packages as staff list them. */
export const PACKAGES: StaffResource = {
  name: 'packages',
  select: `p.package_id, v.name, v.tier, v.coins, v.bonus_coins, v.position, v.version, p.sale_from, p.sale_until,
           p.created_at, (SELECT max(n.version) FROM package_versions n WHERE n.package_id = p.package_id) AS latest_version`,
  from: `packages p CROSS JOIN LATERAL (${HOLDING}) v`,
  id: { column: 'p.package_id', schema: id },
  filters: {
    tier: anyOf('v.tier', z.enum(PACKAGE_TIERS)),
    status: anyOf(`(${STATUS})`, z.enum(PACKAGE_STATUSES)),
    q: startsWith('lower(v.name)'),
  },
  sorts: { name: 'v.name', coins: 'v.coins', position: 'v.position', createdAt: 'p.created_at' },
  defaultSort: ['position', 'ASC'],
};

interface Contents {
  name: string;
  tier: PackageTier;
  coins: bigint;
  bonus_coins: bigint;
  position: number;
  version: number;
}

export interface PackageRow extends Contents {
  package_id: string;
  latest_version: number;
  sale_from: Date | null;
  sale_until: Date | null;
  created_at: Date;
}

const contentsOf = (row: Contents) => ({
  name: row.name,
  tier: row.tier,
  coins: Number(row.coins),
  bonusCoins: Number(row.bonus_coins),
  position: row.position,
  version: row.version,
});

const OPEN = { draft: ['edit', 'sell'], retired: ['edit', 'sell'] } as const;

export const packageRecord =
  (actor: StaffActor, now: Instant) =>
  (row: PackageRow): StaffPackage => {
    const sale = { from: row.sale_from?.getTime() ?? null, until: row.sale_until?.getTime() ?? null };
    const status = packageStatus(sale, now);
    const open =
      status === 'draft' || status === 'retired' ? OPEN[status] : (['edit', 'sell', 'retire'] as const);
    return {
      id: row.package_id,
      ...contentsOf(row),
      latestVersion: row.latest_version,
      status,
      saleFrom: row.sale_from?.toISOString() ?? null,
      saleUntil: row.sale_until?.toISOString() ?? null,
      createdAt: row.created_at.toISOString(),
      allowedActions: actor.permissions.has('catalogue.write') ? [...open] : [],
    };
  };

const BEGUN_LATER = `SELECT FROM package_versions n WHERE n.package_id = v.package_id AND n.valid_from <= now()
                       AND (n.valid_from, n.version) > (v.valid_from, v.version)`;

/** Every version of every package. */
export const PACKAGE_VERSIONS: StaffResource = {
  name: 'package-versions',
  select: `v.package_id || ':' || v.version AS id, v.*, v.valid_from <= now() AND NOT EXISTS (${BEGUN_LATER}) AS current,
           ${authorOf('v.created_by')} AS author`,
  from: 'package_versions v',
  id: { column: `(v.package_id || ':' || v.version)`, schema: z.string().max(200) },
  filters: { packageId: anyOf('v.package_id', id) },
  sorts: { version: 'v.version', validFrom: 'v.valid_from' },
  defaultSort: ['version', 'DESC'],
};

export interface PackageVersionRow extends Contents {
  id: string;
  package_id: string;
  valid_from: Date;
  current: boolean;
  created_at: Date;
  author: string | null;
  reason: string | null;
}

export const packageVersionRecord = (row: PackageVersionRow): StaffPackageVersion => ({
  id: row.id,
  packageId: row.package_id,
  ...contentsOf(row),
  validFrom: row.valid_from.toISOString(),
  current: row.current,
  createdAt: row.created_at.toISOString(),
  createdBy: row.author,
  reason: row.reason,
});

/** Gifts as staff list them. */
export const GIFTS: StaffResource = {
  name: 'gifts',
  select: 'gift_id, name, coins, position, status',
  from: 'gifts',
  id: { column: 'gift_id', schema: id },
  filters: { status: anyOf('status', z.enum(GIFT_STATUSES)), q: startsWith('lower(name)') },
  sorts: { name: 'name', coins: 'coins', position: 'position' },
  defaultSort: ['position', 'ASC'],
};

export interface GiftRow {
  gift_id: string;
  name: string;
  coins: bigint;
  position: number;
  status: GiftStatus;
}

export const giftRecord = (row: GiftRow): StaffGift => ({
  id: row.gift_id,
  name: row.name,
  coins: Number(row.coins),
  position: row.position,
  status: row.status,
  allowedActions: [],
});
