import { currency as currencyCode } from '@coinwarden/contracts';
import { ECONOMY, EVERYWHERE, minorUnitDigits } from '@coinwarden/domain';
import { expect, test } from '@jest/globals';
import { defaultPricePoints } from '../../../api/src/packages/commands/install-catalogue.js';
import { DEFAULT_GIFTS } from '../../../api/src/packages/default-catalogue/gifts.js';
import { DEFAULT_PACKAGES } from '../../../api/src/packages/default-catalogue/packages.js';
import { DEFAULT_PRICES } from '../../../api/src/packages/default-catalogue/price-points.js';
import { demoPromotions } from '../../../api/src/promotions/demo-promotions.js';
import { NOON } from '../../support/catalogue-builders.js';

/** US cents that one unit of a currency was worth at its weakest in recent years: what a price must withstand. */
const CENTS_AT_WORST: Readonly<Record<string, number>> = {
  USD: 100,
  EUR: 96,
  GBP: 107,
  CAD: 68,
  JPY: 0.61,
  BRL: 16,
  MXN: 4.7,
  INR: 1.09,
  IDR: 0.0058,
  TRY: 2.2,
};

test('every package has a price for every buyer, and each currency is a real one', () => {
  for (const { currency, amountsMinor } of DEFAULT_PRICES) {
    expect(currencyCode.safeParse(currency).success).toBe(true);
    expect(amountsMinor).toHaveLength(DEFAULT_PACKAGES.length);
  }
  expect(DEFAULT_PRICES.some((p) => p.region === EVERYWHERE && p.currency === 'USD')).toBe(true);
  expect(new Set(DEFAULT_PRICES.map((p) => p.currency)).size).toBeGreaterThanOrEqual(6);
  expect(new Set(DEFAULT_PACKAGES.map((p) => p.tier))).toEqual(new Set(['small', 'medium', 'large']));
  expect(new Set(defaultPricePoints().map((p) => `${p.packageId} ${p.currency} ${p.region}`)).size).toBe(
    DEFAULT_PACKAGES.length * DEFAULT_PRICES.length,
  );
});

test('a larger package costs no more per coin', () => {
  for (const { amountsMinor } of DEFAULT_PRICES)
    for (let i = 1; i < DEFAULT_PACKAGES.length; i++) {
      const [small, large] = [DEFAULT_PACKAGES[i - 1]!, DEFAULT_PACKAGES[i]!];
      const left = amountsMinor[i]! * (small.coins + small.bonusCoins);
      const right = amountsMinor[i - 1]! * (large.coins + large.bonusCoins);
      // A price that ends on nines may stand one percent above the line.
      expect(left).toBeLessThanOrEqual(right * 1.01);
    }
});

test('nobody gains by buying coins with the best promotion, gifting them and withdrawing the diamonds', () => {
  const perCoin = ECONOMY.diamondsPerPayoutMinor * ECONOMY.coinsPerDiamondGifted;
  for (const { currency, amountsMinor } of DEFAULT_PRICES)
    for (const [i, pack] of DEFAULT_PACKAGES.entries())
      for (const promotion of demoPromotions(NOON)) {
        const bonus = promotion.effect === 'bonus_percent' ? (pack.coins * promotion.value) / 100 : 0;
        const price = amountsMinor[i]! * (promotion.effect === 'price_discount_percent' ? 0.9 : 1);
        const cents = (price / 10 ** minorUnitDigits(currency)) * CENTS_AT_WORST[currency]!;
        const payoutCents = (pack.coins + pack.bonusCoins + bonus) / Number(perCoin);
        const sale = { currency, packageId: pack.packageId, promotionId: promotion.promotionId };
        expect({ ...sale, pays: payoutCents < cents }).toEqual({ ...sale, pays: true });
      }
});

test('gifts go from a single coin to tens of thousands, each dearer than the one before', () => {
  const prices = DEFAULT_GIFTS.map((gift) => gift.coins);
  expect(prices).toEqual([...new Set(prices)].sort((a, b) => a - b));
  expect(prices[0]).toBe(1);
  expect(prices.at(-1)).toBeGreaterThanOrEqual(20_000);
  expect(new Set(DEFAULT_GIFTS.map((gift) => gift.giftId)).size).toBe(DEFAULT_GIFTS.length);
});

test.each(['2026-06-19T23:59:59Z', '2026-06-20T00:00:00Z', '2026-06-21T23:59:59Z', '2026-06-24T12:00:00Z'])(
  'the weekend that began last, seen from %s, is a Saturday and a Sunday',
  (text) => {
    const now = Date.parse(text);
    const weekend = demoPromotions(now).find((p) => p.promotionId === 'weekend')!;
    expect(new Date(weekend.startsAt).getUTCDay()).toBe(6);
    expect(new Date(weekend.endsAt).getUTCDay()).toBe(1);
    expect(weekend.startsAt).toBeLessThanOrEqual(now);
    expect(now - weekend.startsAt).toBeLessThan(7 * 86_400_000);
  },
);
