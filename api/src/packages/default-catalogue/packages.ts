import type { PackageTier } from '@coinwarden/domain';

/** What an economy starts with: eight bundles in three tiers, the larger the cheaper per coin. */
export const DEFAULT_PACKAGES: readonly {
  readonly packageId: string;
  readonly name: string;
  readonly tier: PackageTier;
  readonly coins: number;
  readonly bonusCoins: number;
}[] = [
  { packageId: 'coins-70', name: 'Handful of coins', tier: 'small', coins: 70, bonusCoins: 0 },
  { packageId: 'coins-350', name: 'Pocket of coins', tier: 'small', coins: 350, bonusCoins: 0 },
  { packageId: 'coins-700', name: 'Pouch of coins', tier: 'small', coins: 700, bonusCoins: 0 },
  { packageId: 'coins-1400', name: 'Purse of coins', tier: 'medium', coins: 1_400, bonusCoins: 40 },
  { packageId: 'coins-3500', name: 'Bag of coins', tier: 'medium', coins: 3_500, bonusCoins: 150 },
  { packageId: 'coins-7000', name: 'Chest of coins', tier: 'large', coins: 7_000, bonusCoins: 400 },
  { packageId: 'coins-17500', name: 'Safe of coins', tier: 'large', coins: 17_500, bonusCoins: 1_250 },
  { packageId: 'coins-35000', name: 'Vault of coins', tier: 'large', coins: 35_000, bonusCoins: 3_000 },
];
