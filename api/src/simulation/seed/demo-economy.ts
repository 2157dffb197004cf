import type { Catalogue } from '@coinwarden/domain';
import type { SimulatedCatalogue, SimulatorOptions } from '@coinwarden/simulator';

/** How large the demo is: enough to look alive, little enough to be there within a minute. */
export interface DemoSize {
  readonly accounts: number;
  readonly transactions: number;
  readonly days: number;
}

export const DEMO_SIZE: DemoSize = { accounts: 3_000, transactions: 30_000, days: 30 };
const FRAUD_SHARE = 0.05;
const SEED = 'demo';

/** Everything that decides what the demo is, but for the catalogue; kept, so that a broken seed goes on as it began. */
export type DemoOptions = Omit<SimulatorOptions, 'catalogue'>;

export const demoOptions = (size: DemoSize, now: number): DemoOptions => ({
  ...size,
  seed: SEED,
  startAt: now - size.days * 86_400_000,
  fraudShare: FRAUD_SHARE,
  moneyBackPace: 1,
  texts: true,
  places: true,
});

/** The real catalogue as the simulator sees it. */
export function simulatedCatalogue(
  catalogue: Catalogue,
  { welcomeCode, at }: { welcomeCode: string; at: number },
): SimulatedCatalogue {
  return {
    packages: catalogue.packagesOnSale(at).map(({ packageId, tier, coins, bonusCoins }) => ({
      packageId,
      tier,
      coins: Number(coins),
      bonusCoins: Number(bonusCoins),
      prices: catalogue.pricePoints
        .filter((point) => point.packageId === packageId && point.validUntil === null)
        .map(({ price, region }) => ({ ...price, amountMinor: Number(price.amountMinor), region })),
    })),
    gifts: [...catalogue.gifts.values()].map(({ giftId, coins }) => ({ giftId, coins: Number(coins) })),
    welcomeCode,
  };
}
