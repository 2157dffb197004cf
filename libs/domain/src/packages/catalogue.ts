import type { Instant } from '../kernel/time.js';
import { type CoinPackage, EVERYWHERE, type Gift, type PricePoint } from './package.js';

/** Who asks for a price: where, in which currency, and when. */
export interface PriceQuestion {
  readonly packageId: string;
  readonly currency: string;
  readonly country: string;
  readonly at: Instant;
}

/**
 * Everything that was ever on sale, indexed for look-ups. For every package, currency, country and instant there is at
 * most one price: the country's own before the one for everywhere, the highest version of those valid then.
 */
export class Catalogue {
  readonly packages: ReadonlyMap<string, CoinPackage>;
  readonly gifts: ReadonlyMap<string, Gift>;
  readonly pricePoints: readonly PricePoint[];
  private readonly prices = new Map<string, PricePoint[]>();

  constructor(rows: {
    packages: readonly CoinPackage[];
    pricePoints: readonly PricePoint[];
    gifts: readonly Gift[];
  }) {
    this.packages = new Map(rows.packages.map((p) => [p.packageId, p]));
    this.gifts = new Map(rows.gifts.map((g) => [g.giftId, g]));
    this.pricePoints = rows.pricePoints;
    for (const point of [...rows.pricePoints].sort((a, b) => b.version - a.version)) {
      const key = priceKey(point.packageId, point.price.currency, point.region);
      const versions = this.prices.get(key);
      if (versions) versions.push(point);
      else this.prices.set(key, [point]);
    }
  }

  /** The package if it can be bought now. */
  packageOnSale(packageId: string): CoinPackage | null {
    const found = this.packages.get(packageId);
    return found?.status === 'on_sale' ? found : null;
  }

  /** The gift if it can be sent now. */
  giftOnSale(giftId: string): Gift | null {
    const found = this.gifts.get(giftId);
    return found?.status === 'on_sale' ? found : null;
  }

  /** What the package costs there and then; null where it is not sold. */
  priceOf({ packageId, currency, country, at }: PriceQuestion): PricePoint | null {
    return (
      this.validPrice(priceKey(packageId, currency, country), at) ??
      this.validPrice(priceKey(packageId, currency, EVERYWHERE), at)
    );
  }

  /** The currency that has a price of its own in the country, if any: what its buyers are shown unasked. */
  ownCurrency(country: string, at: Instant): string | null {
    const own = this.pricePoints.find((p) => p.region === country && isValid(p, at));
    return own?.price.currency ?? null;
  }

  /** Whether the package is sold everywhere in this currency. */
  isSoldEverywhere(currency: string, at: Instant): boolean {
    return this.pricePoints.some(
      (p) => p.region === EVERYWHERE && p.price.currency === currency && isValid(p, at),
    );
  }

  private validPrice(key: string, at: Instant): PricePoint | null {
    return this.prices.get(key)?.find((point) => isValid(point, at)) ?? null;
  }
}

const priceKey = (packageId: string, currency: string, region: string) =>
  `${currency} ${region} ${packageId}`;

const isValid = (point: PricePoint, at: Instant) =>
  point.validFrom <= at && (point.validUntil === null || at < point.validUntil);
