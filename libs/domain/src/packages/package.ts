import type { Coins } from '../kernel/coins.js';
import type { Money } from '../kernel/money.js';
import type { Instant } from '../kernel/time.js';

export const PACKAGE_TIERS = ['small', 'medium', 'large'] as const;
export type PackageTier = (typeof PACKAGE_TIERS)[number];

export const PACKAGE_STATUSES = ['draft', 'scheduled', 'on_sale', 'retired'] as const;
export type PackageStatus = (typeof PACKAGE_STATUSES)[number];

export const GIFT_STATUSES = ['on_sale', 'retired'] as const;
export type GiftStatus = (typeof GIFT_STATUSES)[number];

/**
 * One version of a bundle of coins: `coins` are paid for, `bonusCoins` come on top with every purchase of it. A version
 * is never changed; it holds from `validFrom` until that of a later one.
 */
export interface CoinPackage {
  readonly packageId: string;
  readonly version: number;
  readonly name: string;
  readonly tier: PackageTier;
  readonly coins: Coins;
  readonly bonusCoins: Coins;
  readonly position: number;
  readonly validFrom: Instant;
}

/** When a package is on sale: `from ≤ t < until`. Without a start it is a draft. */
export interface PackageSale {
  readonly packageId: string;
  readonly from: Instant | null;
  readonly until: Instant | null;
}

export function packageStatus({ from, until }: Omit<PackageSale, 'packageId'>, at: Instant): PackageStatus {
  if (from === null) return 'draft';
  if (until !== null && until <= at) return 'retired';
  return from <= at ? 'on_sale' : 'scheduled';
}

/** The region of a price that holds wherever no country has its own. */
export const EVERYWHERE = '*';

/**
 * What a package costs in one currency and one country (or `EVERYWHERE`), while `validFrom ≤ t < validUntil`. Its amount
 * is never changed, only followed by a higher version. Of those valid at a moment the one that began last holds: a price
 * for a season stands before the lasting one, and when it ends the lasting one is back.
 */
export interface PricePoint {
  readonly pricePointId: string;
  readonly packageId: string;
  readonly region: string;
  readonly version: number;
  readonly price: Money;
  readonly validFrom: Instant;
  readonly validUntil: Instant | null;
}

/** Something a viewer sends to a creator for coins. */
export interface Gift {
  readonly giftId: string;
  readonly name: string;
  readonly coins: Coins;
  readonly position: number;
  readonly status: GiftStatus;
}
