import type { StaffPricePoint } from '@coinwarden/contracts';
import { type ComparedPrice, comparePrices, type PricedPackage, pricePerCoin } from '@coinwarden/domain';

interface DraftPrice {
  readonly packageId: string;
  readonly region: string;
  readonly currency: string;
  readonly amountMinor: number;
  /** All that a buyer gets. */
  readonly coins: number;
}

export interface ComparedDraft extends Omit<ComparedPrice<PricedPackage>, 'point'> {
  readonly pricePerCoin: string;
}

/** A price that is being typed, compared as the server will: with its package elsewhere and the others in its place. */
export function compareDraft(
  draft: DraftPrice,
  prices: readonly StaffPricePoint[],
  coinsOf: ReadonlyMap<string, number>,
): ComparedDraft {
  const point: PricedPackage = {
    packageId: draft.packageId,
    region: draft.region,
    price: { amountMinor: BigInt(draft.amountMinor), currency: draft.currency },
    coins: BigInt(draft.coins),
  };
  const isReplaced = (other: StaffPricePoint) =>
    other.packageId === draft.packageId &&
    other.price.currency === draft.currency &&
    other.region === draft.region;
  const others = new Map(prices.filter((one) => !isReplaced(one)).map((one) => [one.id, one]));
  const known = [...others.values()].flatMap((one): PricedPackage[] => {
    const coins = coinsOf.get(one.packageId);
    if (coins === undefined) return [];
    const { amountMinor, currency } = one.price;
    const price = { amountMinor: BigInt(amountMinor), currency };
    return [{ packageId: one.packageId, region: one.region, price, coins: BigInt(coins) }];
  });
  const { point: _, ...compared } = comparePrices([point, ...known])[0]!;
  return { ...compared, pricePerCoin: pricePerCoin(point.price, point.coins) };
}
