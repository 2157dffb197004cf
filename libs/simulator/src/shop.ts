import type { SimulatedCatalogue } from './options.js';
import { type Random, Weighted } from './random.js';

type Package = SimulatedCatalogue['packages'][number];
export type Tier = Package['tier'];
export interface Offer {
  readonly packageId: string;
  readonly coins: number;
  readonly price: { readonly amountMinor: number; readonly currency: string };
}
export type Gift = SimulatedCatalogue['gifts'][number];

/** The catalogue as buyers in the simulated world use it. */
export class Shop {
  private readonly gifts: readonly Gift[];

  constructor(private readonly catalogue: SimulatedCatalogue) {
    this.gifts = [...catalogue.gifts].sort((a, b) => a.coins - b.coins);
  }

  get welcomeCode(): string | undefined {
    return this.catalogue.welcomeCode;
  }

  /** A package of one of the tiers, in proportion to `wish`; undefined where none is sold in this country. */
  offer(
    random: Random,
    buyer: { country: string; currency: string },
    wish: Record<Tier, number>,
  ): Offer | undefined {
    const sold = this.catalogue.packages.flatMap((pack) => {
      const price = priceFor(pack, buyer);
      return price && wish[pack.tier] > 0 ? [{ pack, price }] : [];
    });
    if (sold.length === 0) return undefined;
    const { pack, price } = new Weighted(sold, (s) => wish[s.pack.tier]).pick(random);
    return {
      packageId: pack.packageId,
      coins: pack.coins + pack.bonusCoins,
      price: { amountMinor: price.amountMinor, currency: price.currency },
    };
  }

  /** The cheapest package sold in this country. */
  cheapest(buyer: { country: string; currency: string }): Offer | undefined {
    return this.extreme(buyer, (a, b) => a < b);
  }

  dearest(buyer: { country: string; currency: string }): Offer | undefined {
    return this.extreme(buyer, (a, b) => a > b);
  }

  private extreme(
    buyer: { country: string; currency: string },
    better: (a: number, b: number) => boolean,
  ): Offer | undefined {
    let best: Offer | undefined;
    for (const pack of this.catalogue.packages) {
      const price = priceFor(pack, buyer);
      const granted = pack.coins + pack.bonusCoins;
      if (price && (!best || better(granted, best.coins)))
        best = {
          packageId: pack.packageId,
          coins: granted,
          price: { amountMinor: price.amountMinor, currency: price.currency },
        };
    }
    return best;
  }

  /** Any gift that costs at most `coins`. */
  giftBelow(random: Random, coins: number): Gift | undefined {
    const affordable = this.gifts.filter((gift) => gift.coins <= coins);
    return affordable.length === 0 ? undefined : random.pick(affordable);
  }

  /** A gift that costs at most `coins`; dearer ones are likelier the more `generous` (0 … 1) the giver. */
  gift(random: Random, coins: number, generous: number): Gift | undefined {
    let affordable = 0;
    while (affordable < this.gifts.length && (this.gifts[affordable] as Gift).coins <= coins) affordable++;
    if (affordable === 0) return undefined;
    const lean = random.unit() ** (1 / (0.35 + 2 * generous));
    return this.gifts[Math.min(affordable - 1, Math.floor(lean * affordable))];
  }
}

/** The price of a country goes before the one for everywhere else, the buyer's currency before dollars. */
function priceFor(pack: Package, { country, currency }: { country: string; currency: string }) {
  const own = pack.prices.filter(({ region }) => region === country);
  const world = pack.prices.filter(({ region }) => region === '*');
  return (
    own.find((price) => price.currency === currency) ??
    own[0] ??
    world.find((price) => price.currency === currency) ??
    world.find((price) => price.currency === 'USD') ??
    world[0]
  );
}
