import { bumpReference } from '../../platform/database/reference-cache.js';
import type { Queryable } from '../../platform/database/sql.js';
import { DEFAULT_GIFTS } from '../default-catalogue/gifts.js';
import { DEFAULT_PACKAGES } from '../default-catalogue/packages.js';
import { DEFAULT_PRICES, DEFAULT_PRICES_VALID_FROM } from '../default-catalogue/price-points.js';
import {
  addFirstPrices,
  addGifts,
  addPackages,
  type NewPricePoint,
} from '../persistence/catalogue-writes.store.js';

export interface InstalledCatalogue {
  readonly packages: number;
  readonly pricePoints: number;
  readonly gifts: number;
}

/**
 * Puts the default packages, prices and gifts on sale. What is already there stays as it is, so it can run again at any
 * time; answers what it added. Needs nothing but a transaction: the seed, the command line and tests share it.
 */
export async function installCatalogue(tx: Queryable): Promise<InstalledCatalogue> {
  const added = {
    packages: await addPackages(tx, DEFAULT_PACKAGES, DEFAULT_PRICES_VALID_FROM),
    pricePoints: await addFirstPrices(tx, defaultPricePoints()),
    gifts: await addGifts(tx, DEFAULT_GIFTS),
  };
  if (added.packages + added.pricePoints + added.gifts > 0) await bumpReference(tx, 'catalogue');
  return added;
}

export const defaultPricePoints = (): NewPricePoint[] =>
  DEFAULT_PRICES.flatMap(({ currency, region, amountsMinor }) =>
    DEFAULT_PACKAGES.map(({ packageId, coins }, i) => ({
      packageId,
      currency,
      region,
      amountMinor: amountsMinor[i]!,
      skuApple: `com.example.coins.${coins}`,
      skuGoogle: `coins_${coins}`,
      validFrom: DEFAULT_PRICES_VALID_FROM,
    })),
  );
