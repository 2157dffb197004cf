import { Catalogue, DAY, EVERYWHERE, minorUnitDigits, pricePerCoin, shownCurrency } from '@coinwarden/domain';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { aPackage, aPricePoint, aSale, NOON } from '../../support/catalogue-builders.js';

const catalogueOf = (...points: Parameters<typeof aPricePoint>[0][]) =>
  new Catalogue({
    packages: [aPackage()],
    sales: [aSale()],
    pricePoints: points.map((p, i) => aPricePoint({ pricePointId: `price-${i}`, ...p })),
    gifts: [],
  });

const ask = (catalogue: Catalogue, overrides: Partial<Parameters<Catalogue['priceOf']>[0]> = {}) =>
  catalogue.priceOf({ packageId: 'coins-1000', currency: 'USD', country: 'US', at: NOON, ...overrides });

const usd = (amountMinor: bigint) => ({ amountMinor, currency: 'USD' });

describe('the price of a package', () => {
  const cases: [string, Catalogue, ReturnType<typeof usd> | null][] = [
    ['is the one for everywhere', catalogueOf({ price: usd(999n) }), usd(999n)],
    [
      'is the country’s own before the one for everywhere',
      catalogueOf({ price: usd(999n), version: 9 }, { region: 'US', price: usd(899n) }),
      usd(899n),
    ],
    [
      'is not another country’s',
      catalogueOf({ price: usd(999n) }, { region: 'CA', price: usd(1n) }),
      usd(999n),
    ],
    [
      'is the one that began last of those valid now, the highest version of those that began together',
      catalogueOf(
        { version: 1, price: usd(1n) },
        { version: 2, price: usd(2n) },
        { version: 3, price: usd(3n), validFrom: NOON + 1 },
      ),
      usd(2n),
    ],
    ['holds from its first moment', catalogueOf({ validFrom: NOON, price: usd(5n) }), usd(5n)],
    ['no longer holds at its end', catalogueOf({ validUntil: NOON }), null],
    [
      'falls back to everywhere when the country’s own has lapsed',
      catalogueOf({ price: usd(999n) }, { region: 'US', price: usd(899n), validUntil: NOON - DAY }),
      usd(999n),
    ],
    [
      'is never one in another currency',
      catalogueOf({ price: { amountMinor: 999n, currency: 'EUR' } }),
      null,
    ],
    ['is unknown for another package', catalogueOf({ packageId: 'another' }), null],
  ];
  test.each(cases)('%s', (_, catalogue, expected) => {
    expect(ask(catalogue)?.price ?? null).toEqual(expected);
  });

  test('does not depend on the order of the price points', () => {
    const point = fc.record({
      region: fc.constantFrom(EVERYWHERE, 'US', 'CA'),
      version: fc.integer({ min: 1, max: 5 }),
      validFrom: fc.integer({ min: NOON - 3, max: NOON + 3 }),
      validUntil: fc.option(fc.integer({ min: NOON - 2, max: NOON + 4 })),
    });
    const unique = fc
      .uniqueArray(point, { selector: (p) => `${p.region} ${p.version}`, maxLength: 12 })
      .map((points) => points.map((p, i) => ({ ...p, price: usd(BigInt(i + 1)) })));
    fc.assert(
      fc.property(unique, fc.integer({ min: NOON - 3, max: NOON + 4 }), (points, at) => {
        const found = ask(catalogueOf(...points), { at });
        expect(ask(catalogueOf(...[...points].reverse()), { at })?.price).toEqual(found?.price);
        const valid = points.filter(
          (p) => p.validFrom <= at && (p.validUntil === null || at < p.validUntil) && p.region !== 'CA',
        );
        expect(found === null).toBe(valid.length === 0);
        if (found === null) return;
        const better = valid.filter((p) => (found.region === 'US' ? p.region === 'US' : true));
        const latest = Math.max(...better.map((p) => p.validFrom));
        expect(found.validFrom).toBe(latest);
        const together = better.filter((p) => p.validFrom === latest);
        expect(found.version).toBe(Math.max(...together.map((p) => p.version)));
      }),
    );
  });
});

test.each([
  ['a draft', { from: null }],
  ['one to be sold later', { from: NOON + 1 }],
  ['one whose sale is over', { until: NOON }],
])('%s is not on sale', (_, sale) => {
  const rows = { packages: [aPackage()], sales: [aSale(sale)], pricePoints: [], gifts: [] };
  expect(new Catalogue(rows).packageOnSale('coins-1000', NOON)).toBeNull();
  expect(new Catalogue(rows).packagesOnSale(NOON)).toEqual([]);
});

test('a buyer who names no currency sees the country’s own, else the euro where it is used, else dollars', () => {
  const catalogue = catalogueOf(
    {},
    { price: { amountMinor: 1n, currency: 'EUR' } },
    { region: 'JP', price: { amountMinor: 1n, currency: 'JPY' } },
  );
  expect(shownCurrency(catalogue, 'JP', NOON)).toBe('JPY');
  expect(shownCurrency(catalogue, 'DE', NOON)).toBe('EUR');
  expect(shownCurrency(catalogue, 'PL', NOON)).toBe('USD');
  expect(shownCurrency(catalogue, null, NOON)).toBe('USD');
  expect(shownCurrency(catalogueOf({}), 'DE', NOON)).toBe('USD');
});

describe('the price per coin', () => {
  test.each([
    [999n, 'USD', 700n, '0.014271'],
    [1n, 'USD', 2n, '0.005000'],
    [1n, 'USD', 20_000n, '0.000001'],
    [1_600n, 'JPY', 1_400n, '1.142857'],
    [1_500n, 'KWD', 1_000n, '0.001500'],
    [9_007_199_254_740_991n, 'USD', 1n, '90071992547409.910000'],
  ])('of %s %s for %s coins is %s', (amountMinor, currency, count, expected) => {
    expect(pricePerCoin({ amountMinor, currency }, count)).toBe(expected);
  });

  test('is within half of the last place of the exact quotient', () => {
    const currencies = fc.constantFrom('USD', 'JPY', 'KWD', 'CLF');
    const amounts = fc.bigInt({ min: 0n, max: 9_007_199_254_740_991n });
    fc.assert(
      fc.property(
        amounts,
        currencies,
        fc.bigInt({ min: 1n, max: 10n ** 12n }),
        (amountMinor, currency, count) => {
          const text = pricePerCoin({ amountMinor, currency }, count);
          const millionths = BigInt(text.replace('.', ''));
          const exactTimesCount = amountMinor * 10n ** BigInt(6 - minorUnitDigits(currency));
          const off = 2n * (millionths * count - exactTimesCount);
          expect(off <= count && off > -count - 1n).toBe(true);
          expect(text).toMatch(/^\d+\.\d{6}$/);
        },
      ),
    );
  });
});
