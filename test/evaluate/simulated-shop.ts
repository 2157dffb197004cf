import type { SimulatedCatalogue } from '@coinwarden/simulator';

const GIFTS = [1, 5, 10, 30, 99, 199, 499, 1_000, 2_999, 7_000, 15_000];
/** What is on sale where an economy is played in memory; a gift's id says its coins. */
export const SIMULATED_SHOP: SimulatedCatalogue = {
  packages: (
    [
      ['p70', 'small', 70, 99],
      ['p350', 'small', 350, 499],
      ['p700', 'medium', 700, 999],
      ['p1400', 'medium', 1_400, 1_999],
      ['p7000', 'large', 7_000, 9_999],
      ['p17500', 'large', 17_500, 24_999],
    ] as const
  ).map(([packageId, tier, coins, amountMinor]) => ({
    packageId,
    tier,
    coins,
    bonusCoins: 0,
    prices: [{ currency: 'USD', region: '*', amountMinor }],
  })),
  gifts: GIFTS.map((coins) => ({ giftId: `g${coins}`, coins })),
  welcomeCode: 'WELCOME',
};
