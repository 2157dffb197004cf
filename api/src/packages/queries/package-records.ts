import { id, type StaffGift, type StaffPackage } from '@coinwarden/contracts';
import {
  GIFT_STATUSES,
  type GiftStatus,
  PACKAGE_STATUSES,
  PACKAGE_TIERS,
  type PackageStatus,
  type PackageTier,
} from '@coinwarden/domain';
import { z } from 'zod';
import { anyOf, type StaffResource, startsWith } from '../../platform/http/staff-list.js';

/** Packages as staff list them. */
export const PACKAGES: StaffResource = {
  name: 'packages',
  select: 'package_id, name, tier, coins, bonus_coins, position, status, created_at',
  from: 'packages',
  id: { column: 'package_id', schema: id },
  filters: {
    tier: anyOf('tier', z.enum(PACKAGE_TIERS)),
    status: anyOf('status', z.enum(PACKAGE_STATUSES)),
    q: startsWith('lower(name)'),
  },
  sorts: { name: 'name', coins: 'coins', position: 'position', createdAt: 'created_at' },
  defaultSort: ['position', 'ASC'],
};

export interface PackageRow {
  package_id: string;
  name: string;
  tier: PackageTier;
  coins: bigint;
  bonus_coins: bigint;
  position: number;
  status: PackageStatus;
  created_at: Date;
}

export const packageRecord = (row: PackageRow): StaffPackage => ({
  id: row.package_id,
  name: row.name,
  tier: row.tier,
  coins: Number(row.coins),
  bonusCoins: Number(row.bonus_coins),
  position: row.position,
  status: row.status,
  createdAt: row.created_at.toISOString(),
  allowedActions: [],
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
