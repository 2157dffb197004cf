import { type Instant, MINUTE } from '../kernel/time.js';
import {
  type CoinPackage,
  EVERYWHERE,
  type Gift,
  type PackageSale,
  type PricePoint,
  packageStatus,
} from './package.js';
import type { PricedPackage } from './price-spread.js';

/** A buyer who was shown an offer has so long to pay it, whatever changes meanwhile. */
export const OFFER_HOLDS = 15 * MINUTE;

/** Who asks for a price: where, in which currency, and when. */
export interface PriceQuestion {
  readonly packageId: string;
  readonly currency: string;
  readonly country: string;
  readonly at: Instant;
}

/** A package as it was sold at one moment; without a price where it was not sold in that currency and country. */
export interface Sold {
  readonly package: CoinPackage;
  readonly point: PricePoint | null;
}

/** A price and all the coins that it buys. */
export interface HeldPrice extends PricedPackage {
  readonly pricePointId: string;
}

export interface CatalogueRows {
  /** All versions. */
  readonly packages: readonly CoinPackage[];
  readonly sales: readonly PackageSale[];
  readonly pricePoints: readonly PricePoint[];
  readonly gifts: readonly Gift[];
}

/**
 * Everything that was ever on sale, indexed for look-ups. For every package and instant there is at most one version of
 * it, and for every currency and country at most one price: the country's own before the one for everywhere.
 */
export class Catalogue {
  readonly gifts: ReadonlyMap<string, Gift>;
  readonly pricePoints: readonly PricePoint[];
  private readonly versions = new Map<string, CoinPackage[]>();
  private readonly sales: ReadonlyMap<string, PackageSale>;
  private readonly prices = new Map<string, PricePoint[]>();

  constructor(private readonly rows: CatalogueRows) {
    this.gifts = new Map(rows.gifts.map((g) => [g.giftId, g]));
    this.pricePoints = rows.pricePoints;
    this.sales = new Map(rows.sales.map((sale) => [sale.packageId, sale]));
    for (const pack of [...rows.packages].sort(lastFirst)) addTo(this.versions, pack.packageId, pack);
    for (const point of [...rows.pricePoints].sort(lastFirst))
      addTo(this.prices, priceKey(point.packageId, point.price.currency, point.region), point);
  }

  /** The same with more prices. */
  withPrices(more: readonly PricePoint[]): Catalogue {
    return new Catalogue({ ...this.rows, pricePoints: [...this.rows.pricePoints, ...more] });
  }

  hasPackage(packageId: string): boolean {
    return this.sales.has(packageId);
  }

  /** The package as it can be bought at that moment. */
  packageOnSale(packageId: string, at: Instant): CoinPackage | null {
    const sale = this.sales.get(packageId);
    if (sale === undefined || packageStatus(sale, at) !== 'on_sale') return null;
    return this.versionAt(packageId, at);
  }

  /** What the package holds at that moment, on sale or not; null before its first version begins. */
  versionAt(packageId: string, at: Instant): CoinPackage | null {
    return this.versions.get(packageId)?.find((version) => version.validFrom <= at) ?? null;
  }

  /** All of them, in the order in which they are shown. */
  packagesOnSale(at: Instant): CoinPackage[] {
    const found = [...this.sales.keys()].flatMap((id) => this.packageOnSale(id, at) ?? []);
    return found.sort((a, b) => a.position - b.position || (a.packageId < b.packageId ? -1 : 1));
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

  /** Every price that holds at that moment, with what it buys, whether or not the package is on sale. */
  pricesAt(at: Instant): HeldPrice[] {
    return [...this.prices.values()].flatMap((points) => {
      const point = points.find((one) => isValid(one, at));
      const pack = point && this.versionAt(point.packageId, at);
      if (!point || !pack) return [];
      const { pricePointId, packageId, region, price } = point;
      return [{ pricePointId, packageId, region, price, coins: pack.coins + pack.bonusCoins }];
    });
  }

  /** As it is sold at that moment, then as it was sold before each change of the last minutes, the latest first. */
  *soldLately(question: PriceQuestion): Generator<Sold> {
    for (const at of this.changesBefore(question)) {
      const pack = this.packageOnSale(question.packageId, at);
      if (pack !== null) yield { package: pack, point: this.priceOf({ ...question, at }) };
    }
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

  /** The moment itself, then the last one before each change while an offer of then still holds. */
  private *changesBefore({ packageId, currency, country, at }: PriceQuestion): Generator<Instant> {
    yield at;
    const sale = this.sales.get(packageId);
    const points = [country, EVERYWHERE].flatMap(
      (region) => this.prices.get(priceKey(packageId, currency, region)) ?? [],
    );
    const changes = [
      sale?.from,
      sale?.until,
      ...(this.versions.get(packageId) ?? []).map((version) => version.validFrom),
      ...points.flatMap((point) => [point.validFrom, point.validUntil]),
    ].filter((change): change is Instant => change != null && change <= at && change > at - OFFER_HOLDS);
    for (const change of [...new Set(changes)].sort((a, b) => b - a)) yield change - 1;
  }
}

const priceKey = (packageId: string, currency: string, region: string) =>
  `${currency} ${region} ${packageId}`;

type Versioned = { readonly validFrom: Instant; readonly version: number };

const lastFirst = (a: Versioned, b: Versioned) => b.validFrom - a.validFrom || b.version - a.version;

function addTo<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

const isValid = (point: PricePoint, at: Instant) =>
  point.validFrom <= at && (point.validUntil === null || at < point.validUntil);
