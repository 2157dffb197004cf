import type { Coins } from '../kernel/coins.js';
import type { Money } from '../kernel/money.js';
import type { Instant } from '../kernel/time.js';

export const PACKAGE_TIERS = ['small', 'medium', 'large'] as const;
export type PackageTier = (typeof PACKAGE_TIERS)[number];

export const PACKAGE_STATUSES = ['draft', 'on_sale', 'retired'] as const;
export type PackageStatus = (typeof PACKAGE_STATUSES)[number];

export const GIFT_STATUSES = ['on_sale', 'retired'] as const;
export type GiftStatus = (typeof GIFT_STATUSES)[number];

/** A bundle of coins on sale: `coins` are paid for, `bonusCoins` come on top with every purchase of it. */
export interface CoinPackage {
  readonly packageId: string;
  readonly name: string;
  readonly tier: PackageTier;
  readonly coins: Coins;
  readonly bonusCoins: Coins;
  readonly position: number;
  readonly status: PackageStatus;
}

/** The region of a price that holds wherever no country has its own. */
export const EVERYWHERE = '*';

/**
 * What a package costs in one currency and one country (or `EVERYWHERE`), while `validFrom ≤ t < validUntil`. A price is
 * never changed, only followed by a higher version.
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
