/**
 * What one coin costs across currencies and regions, compared at the reference rates. Where it costs much less than
 * elsewhere, coins are bought there to be sold here; and a bigger package that costs more per coin than a smaller one is
 * a slip. Where it costs less than a creator is paid for it, buying coins, giving them and withdrawing makes money. All are
 * warned of, none is forbidden: prices follow purchasing power and taxes, and reference rates age.
 */
import type { Money } from '../kernel/money.js';
import { ECONOMY } from '../ledger/economy.js';
import { amountIn } from '../limits/convert-money.js';

/** A coin that costs so many percent less than the middle of all prices is worth carrying across a border. */
export const ARBITRAGE_PERCENT = 25;

/** What a creator is paid for one coin gifted, in millionths of a US dollar. */
export const PAYOUT_MICROS_PER_COIN =
  10_000 / Number(ECONOMY.diamondsPerPayoutMinor * ECONOMY.coinsPerDiamondGifted);

/** Prices end on nines: so many percent more per coin than in a smaller package are no slip. */
const ROUNDING_PERCENT = 2n;

export interface PricedPackage {
  readonly packageId: string;
  readonly region: string;
  readonly price: Money;
  /** All that a buyer gets, at least 1. */
  readonly coins: bigint;
}

export const PRICE_WARNINGS = ['below_payout', 'arbitrage', 'dearer_than_smaller'] as const;
export type PriceWarning = (typeof PRICE_WARNINGS)[number];

export interface ComparedPrice<P extends PricedPackage> {
  readonly point: P;
  /** Millionths of a US dollar for one coin; null where the currency has no reference rate. */
  readonly usdMicrosPerCoin: number | null;
  /** How far from the median of the same package elsewhere, in percent with one decimal; negative is cheaper. */
  readonly fromMedianPercent: number | null;
  readonly warnings: readonly PriceWarning[];
}

/** Of prices that hold at the same time; each package is compared with itself in other places, and within its place. */
export function comparePrices<P extends PricedPackage>(points: readonly P[]): ComparedPrice<P>[] {
  const micros = new Map(points.map((point) => [point, usdMicrosPerCoin(point)]));
  const medians = new Map<string, number>();
  for (const [packageId, some] of groupedBy(points, (point) => point.packageId))
    medians.set(packageId, median(some.flatMap((point) => micros.get(point) ?? [])));
  const dearer = new Set(
    [...groupedBy(points, ({ price, region }) => `${price.currency} ${region}`).values()].flatMap(
      dearerThanSmaller,
    ),
  );
  return points.map((point) => {
    const usd = micros.get(point)!;
    const middle = medians.get(point.packageId)!;
    const off = usd === null ? null : Math.round((1_000 * (usd - middle)) / middle) / 10;
    const warnings: PriceWarning[] = [];
    if (usd !== null && usd <= PAYOUT_MICROS_PER_COIN) warnings.push('below_payout');
    if (off !== null && off <= -ARBITRAGE_PERCENT) warnings.push('arbitrage');
    if (dearer.has(point)) warnings.push('dearer_than_smaller');
    return { point, usdMicrosPerCoin: usd, fromMedianPercent: off, warnings };
  });
}

/** To the tenth of a cent per coin it matters little at which rate; whole cents would round a small price away. */
export function usdMicrosPerCoin({ price, coins }: PricedPackage): number | null {
  const many = 10_000n;
  const usdMinor = amountIn('USD', { ...price, amountMinor: price.amountMinor * many });
  return usdMinor === null ? null : Math.round(Number((usdMinor * 10_000n) / (coins * many)));
}

/** Of the prices of one place, those that cost clearly more per coin than any of fewer coins. */
function dearerThanSmaller<P extends PricedPackage>(points: readonly P[]): P[] {
  let cheapest: P | null = null;
  let cheapestSmaller: P | null = null;
  const bySize = [...points].sort((a, b) => Number(a.coins - b.coins));
  return bySize.filter((point, i) => {
    if (bySize[i - 1]?.coins !== point.coins) cheapestSmaller = cheapest;
    if (cheapest === null || isDearer(cheapest, point, 0n)) cheapest = point;
    return cheapestSmaller !== null && isDearer(point, cheapestSmaller, ROUNDING_PERCENT);
  });
}

/** Whether a coin costs more than so many percent above another's price, in one currency: exact. */
const isDearer = (a: PricedPackage, b: PricedPackage, percent: bigint): boolean =>
  100n * a.price.amountMinor * b.coins > (100n + percent) * b.price.amountMinor * a.coins;

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

function groupedBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
