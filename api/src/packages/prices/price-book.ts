import {
  type Catalogue,
  comparePrices,
  type Money,
  type PricePoint,
  type PriceWarning,
} from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';
import { readCatalogue } from '../persistence/catalogue.store.js';
import {
  type LatestPrice,
  type NewPriceVersion,
  type PricePlace,
  readLatestPrices,
} from '../persistence/price-points.store.js';

/** A price as somebody wants it. An SKU that is left out stays as it was. */
export interface WantedPrice {
  readonly packageId: string;
  readonly region: string;
  readonly price: Money;
  readonly skuApple: string | null | undefined;
  readonly skuGoogle: string | null | undefined;
  readonly validFrom: Date;
  readonly validUntil: Date | null;
}

const placeKey = ({ packageId, currency, region }: PricePlace) => `${currency} ${region} ${packageId}`;
const STORES = ['skuApple', 'skuGoogle'] as const;
export type Store = (typeof STORES)[number];

/** All prices, read for a change of some: what stands where, whose SKU is whose, and what would be unusual. */
export class PriceBook {
  private readonly latest: Map<string, LatestPrice>;
  private readonly owners = new Map<string, string>();

  private constructor(
    readonly catalogue: Catalogue,
    latest: readonly LatestPrice[],
  ) {
    this.latest = new Map(latest.map((price) => [placeKey(price), price]));
    for (const price of latest) this.own(price);
  }

  static async read(db: Queryable): Promise<PriceBook> {
    return new PriceBook(await readCatalogue(db), await readLatestPrices(db));
  }

  /** The version a change in this place has to follow; 0 where there is no price yet. */
  latestVersion(place: PricePlace): number {
    return this.latest.get(placeKey(place))?.version ?? 0;
  }

  /** The price that would hold at its beginning if it were not set. */
  before({ packageId, region, price, validFrom }: WantedPrice): PricePoint | null {
    const { currency } = price;
    const point = this.catalogue.priceOf({ packageId, currency, country: region, at: validFrom.getTime() });
    return point?.region === region ? point : null;
  }

  /** Which package an SKU of the price belongs to already: a store sells one thing under one name. */
  takenSku(wanted: WantedPrice): { readonly store: Store; readonly packageId: string } | null {
    for (const store of STORES) {
      const sku = wanted[store];
      const packageId = sku ? this.owners.get(`${store} ${sku}`) : undefined;
      if (packageId !== undefined && packageId !== wanted.packageId) return { store, packageId };
    }
    return null;
  }

  /** As the next version of its place, which the book then holds. */
  enter(wanted: WantedPrice): NewPriceVersion {
    const { packageId, region, price, validFrom, validUntil } = wanted;
    const place = { packageId, currency: price.currency, region };
    const latest = this.latest.get(placeKey(place));
    const skuOf = (store: Store) => (wanted[store] === undefined ? (latest?.[store] ?? null) : wanted[store]);
    const entered = {
      ...place,
      version: (latest?.version ?? 0) + 1,
      amountMinor: price.amountMinor,
      skuApple: skuOf('skuApple'),
      skuGoogle: skuOf('skuGoogle'),
      validFrom,
      validUntil,
    };
    this.latest.set(placeKey(place), entered);
    this.own(entered);
    return entered;
  }

  /** Whether it would change nothing at all. */
  isAsBefore(wanted: WantedPrice): boolean {
    const before = this.before(wanted);
    if (before === null || before.price.amountMinor !== wanted.price.amountMinor) return false;
    if (before.validUntil !== (wanted.validUntil?.getTime() ?? null)) return false;
    const latest = this.latest.get(placeKey({ ...wanted, currency: wanted.price.currency }));
    return STORES.every((store) => wanted[store] === undefined || wanted[store] === latest?.[store]);
  }

  private own(price: LatestPrice): void {
    for (const store of STORES)
      if (price[store] !== null) this.owners.set(`${store} ${price[store]}`, price.packageId);
  }
}

/** What is unusual about each of some new prices, seen at the moment it begins beside all that holds then. */
export function warningsOf(
  catalogue: Catalogue,
  prices: readonly NewPriceVersion[],
): ReadonlyMap<NewPriceVersion, readonly PriceWarning[]> {
  const after = catalogue.withPrices(prices.map(pointOf));
  const moments = new Map<number, ReadonlyMap<string, readonly PriceWarning[]>>();
  return new Map(
    prices.map((price, i) => {
      const at = price.validFrom.getTime();
      const warnings = moments.get(at) ?? warningsAt(after, at);
      moments.set(at, warnings);
      return [price, warnings.get(newId(i)) ?? []];
    }),
  );
}

const warningsAt = (catalogue: Catalogue, at: number) =>
  new Map(comparePrices(catalogue.pricesAt(at)).map(({ point, warnings }) => [point.pricePointId, warnings]));

/** They have no ids yet. */
const newId = (place: number) => `new ${place}`;

const pointOf = (price: NewPriceVersion, place: number): PricePoint => ({
  pricePointId: newId(place),
  packageId: price.packageId,
  region: price.region,
  version: price.version,
  price: { amountMinor: price.amountMinor, currency: price.currency },
  validFrom: price.validFrom.getTime(),
  validUntil: price.validUntil?.getTime() ?? null,
});
