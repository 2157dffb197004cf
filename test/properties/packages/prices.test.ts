import {
  ARBITRAGE_PERCENT,
  Catalogue,
  coins,
  comparePrices,
  fromMajorUnits,
  MAX_AMOUNT,
  minorUnitDigits,
  OFFER_HOLDS,
  toMajorUnits,
} from '@coinwarden/domain';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aPackage, aPricePoint, aSale, NOON } from '../../support/catalogue-builders.js';

const usd = (amountMinor: bigint) => ({ amountMinor, currency: 'USD' });

describe('amounts as people write them', () => {
  const currency = fc.constantFrom('USD', 'JPY', 'KWD', 'CLF');

  it('are read as they were written', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: MAX_AMOUNT }), currency, (amount, code) => {
        expect(fromMajorUnits(toMajorUnits(amount, code), code)).toBe(amount);
      }),
    );
  });

  it('have no more decimals than the currency, and nothing but digits', () => {
    fc.assert(
      fc.property(currency, fc.nat(), (code, whole) => {
        const tooFine = `${whole}.${'1'.repeat(minorUnitDigits(code) + 1)}`;
        for (const text of [tooFine, `-${whole}`, `${whole}.`, `${whole},00`, `1e${whole}`, ` ${whole}`, ''])
          expect(fromMajorUnits(text, code)).toBeNull();
      }),
    );
  });
});

describe('prices side by side', () => {
  const at = (amountMinor: bigint, region: string, size = 1_000n) => ({
    packageId: `coins-${size}`,
    region,
    price: usd(amountMinor),
    coins: size,
  });

  it('warn of a coin that is much cheaper than in the middle, and of no other', () => {
    const places = ['*', 'DE', 'FR', 'IT', 'IN'];
    fc.assert(
      fc.property(
        fc.array(fc.bigInt({ min: 1_300n, max: 3_000n }), { minLength: 5, maxLength: 5 }),
        (amounts) => {
          const compared = comparePrices(amounts.map((amount, i) => at(amount, places[i]!)));
          const middle = [...amounts].sort((a, b) => Number(a - b))[2]!;
          for (const [i, one] of compared.entries()) {
            const off = (100 * Number(amounts[i]! - middle)) / Number(middle);
            expect(one.fromMedianPercent!).toBeCloseTo(off, 0);
            if (Math.abs(off + ARBITRAGE_PERCENT) > 0.2)
              expect(one.warnings.includes('arbitrage')).toBe(off < -ARBITRAGE_PERCENT);
          }
        },
      ),
    );
  });

  it('warn of a bigger package that costs more per coin than a smaller one of its place', () => {
    const [small, big, elsewhere] = comparePrices([
      at(1_000n, 'DE', 500n),
      at(2_041n, 'DE', 1_000n),
      at(2_040n, 'FR', 1_000n),
      at(1_000n, 'FR', 500n),
    ]);
    expect(small!.warnings).toEqual([]);
    expect(big!.warnings).toEqual(['dearer_than_smaller']);
    expect(elsewhere!.warnings).toEqual([]);
  });

  it('warn of exactly those that any smaller one undercuts by more than 2 %', () => {
    const sizes = fc.array(
      fc.record({ coins: fc.bigInt({ min: 1n, max: 6n }), amount: fc.bigInt({ min: 1n, max: 20n }) }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(sizes, (all) => {
        const points = all.map(({ coins: size, amount }) => at(amount, 'DE', size));
        for (const { point, warnings } of comparePrices(points)) {
          const undercut = points.some(
            (other) =>
              other.coins < point.coins &&
              102n * other.price.amountMinor * point.coins < 100n * point.price.amountMinor * other.coins,
          );
          expect(warnings.includes('dearer_than_smaller')).toBe(undercut);
        }
      }),
    );
  });

  it('are not compared without a reference rate', () => {
    const [one] = comparePrices([
      { packageId: 'a', region: '*', price: { amountMinor: 5n, currency: 'XAU' }, coins: 1n },
    ]);
    expect(one).toMatchObject({ usdMicrosPerCoin: null, fromMedianPercent: null, warnings: [] });
  });
});

describe('what was sold lately', () => {
  it('is every offer of the last quarter of an hour, the present one first, and nothing older', () => {
    const changes = fc.uniqueArray(fc.integer({ min: NOON - 2 * OFFER_HOLDS, max: NOON + 100 }), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(changes, (moments) => {
        const points = [NOON - 10 * OFFER_HOLDS, ...moments].map((validFrom, i) =>
          aPricePoint({ pricePointId: `p${i}`, version: i + 1, validFrom, price: usd(BigInt(i + 1)) }),
        );
        const catalogue = new Catalogue({
          packages: [aPackage(), aPackage({ version: 2, coins: coins(2_000), validFrom: NOON - 5 })],
          sales: [aSale()],
          pricePoints: points,
          gifts: [],
        });
        const asked = { packageId: 'coins-1000', currency: 'USD', country: 'US' };
        const sold = [...catalogue.soldLately({ ...asked, at: NOON })].map(
          ({ point }) => point?.pricePointId,
        );
        const held = new Set<string | undefined>();
        for (const at of [NOON, ...moments.map((m) => m - 1), NOON - OFFER_HOLDS, NOON - 6])
          if (at >= NOON - OFFER_HOLDS && at <= NOON)
            held.add(catalogue.priceOf({ ...asked, at })?.pricePointId);
        expect(sold[0]).toBe(catalogue.priceOf({ ...asked, at: NOON })?.pricePointId);
        expect(new Set(sold)).toEqual(held);
      }),
    );
  });
});
