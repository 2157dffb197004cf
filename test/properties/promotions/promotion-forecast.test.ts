import {
  Catalogue,
  coins,
  conflictsOf,
  DAY,
  type PastPurchase,
  type Promotion,
  PromotionSimulation,
  paceOf,
  reasonToPause,
  upliftOf,
  worstCase,
} from '@coinwarden/domain';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { aBuyer, aPackage, aPricePoint, aPromotion, aSale, NOON } from '../../support/catalogue-builders.js';

const catalogue = new Catalogue({
  packages: [aPackage(), aPackage({ packageId: 'small', coins: coins(100) })],
  sales: [aSale(), aSale({ packageId: 'small', until: NOON + DAY / 2 })],
  pricePoints: [
    aPricePoint(),
    aPricePoint({ pricePointId: 'small', packageId: 'small', price: { amountMinor: 120n, currency: 'USD' } }),
  ],
  gifts: [],
});
const conflicts = (promotion: Promotion, others: Promotion[] = []) =>
  conflictsOf(promotion, { others, catalogue }).map(({ kind, other, packageIds }) => [
    kind,
    other?.promotionId ?? null,
    packageIds,
  ]);

describe('what a promotion meets', () => {
  const mine = aPromotion({ promotionId: 'mine', packageIds: ['coins-1000'] });
  const other = (overrides: Partial<Promotion>) => aPromotion({ promotionId: 'other', ...overrides });

  test.each<[string, Promotion, Promotion[], unknown[]]>([
    ['nothing by itself', mine, [], []],
    ['one that goes before it', mine, [other({ priority: 1 })], [['loses_to', 'other', ['coins-1000']]]],
    [
      'one it goes before',
      { ...mine, priority: 2 },
      [other({ priority: 1 })],
      [['wins_over', 'other', ['coins-1000']]],
    ],
    ['none of other packages', mine, [other({ packageIds: ['small'] })], []],
    ['none after it', mine, [other({ startsAt: mine.endsAt, endsAt: mine.endsAt + 1 })], []],
    ['none that needs a code', mine, [other({ code: 'X', priority: 1 })], []],
    [
      'one with its code, at whatever time',
      { ...mine, code: 'x' },
      [other({ code: ' X', startsAt: NOON + 50 * DAY, endsAt: NOON + 60 * DAY })],
      [['code_taken', 'other', ['coins-1000']]],
    ],
    [
      'one of its group',
      { ...mine, exclusiveGroup: 'g', code: 'A' },
      [other({ exclusiveGroup: 'g', code: 'B' })],
      [['same_group', 'other', ['coins-1000']]],
    ],
    [
      'a package that is not sold to its end',
      { ...mine, packageIds: ['coins-1000', 'small'] },
      [],
      [['package_not_on_sale', null, ['small']]],
    ],
    [
      'a price at which coins are bought to be withdrawn',
      { ...mine, packageIds: [], value: 110n },
      [],
      [['below_payout', null, ['coins-1000']]],
    ],
  ])('is %s', (_, promotion, others, expected) => {
    expect(conflicts(promotion, others)).toEqual(expected);
  });
});

describe('the most it can cost', () => {
  const packages = catalogue.packagesOnSale(NOON);
  test.each([
    [{ budgetCoins: 5_000n }, 5_000n, 'budget'],
    [{ usesPerAccount: 2 }, 2n * 10n * 100n, 'uses'],
    [{ usesPerAccount: 2, budgetCoins: 1_999n }, 1_999n, 'budget'],
    [{ usesPerAccount: 1, packageIds: ['small'], budgetCoins: 1_999n }, 100n, 'uses'],
    [{}, null, 'unlimited'],
  ] as const)('of %j is %s coins', (overrides, coinsAtMost, because) => {
    const worst = worstCase(aPromotion(overrides), { packages, accounts: 10 });
    expect(worst).toMatchObject({ coins: coinsAtMost, because });
    // Two diamonds, and so two coins, pay out a cent.
    expect(worst.payoutUsdMinor).toBe(coinsAtMost === null ? null : coinsAtMost / 2n);
  });
});

const purchase = (overrides: Partial<PastPurchase> = {}): PastPurchase => ({
  buyer: aBuyer(),
  package: aPackage(),
  usdMinor: 999n,
  at: NOON,
  had: null,
  abusive: false,
  ...overrides,
});

describe('a simulation', () => {
  const play = (promotion: Partial<Promotion>, purchases: PastPurchase[]) => {
    const simulation = new PromotionSimulation(aPromotion(promotion));
    for (const one of purchases) simulation.add(one);
    return simulation;
  };

  test('counts what it gives, to whom and when the budget is gone', () => {
    const bob = aBuyer({ accountId: 'bob', country: 'FR', createdAt: NOON - DAY });
    const done = play({ budgetCoins: 250n }, [
      purchase(),
      purchase({ buyer: bob, abusive: true }),
      purchase({ at: NOON + DAY }),
    ]);
    expect(done).toMatchObject({ purchases: 3, eligible: 3, bonusCoins: 200n, budgetGoneAt: NOON + DAY });
    expect(done.used).toMatchObject({ uses: 2, accounts: 2, costCoins: 200n });
    expect(done.abuse).toMatchObject({ uses: 1, costCoins: 100n });
    expect(done.newcomers).toMatchObject({ uses: 1, accounts: 1 });
    expect([...done.byCountry.keys()]).toEqual(['DE', 'FR']);
    expect([...done.byDay.values()].map(({ purchases, uses }) => [purchases, uses])).toEqual([
      [2, 2],
      [1, 0],
    ]);
  });

  test('leaves buyers what they had where that goes first', () => {
    const had = (byCode: boolean, priority: number) =>
      purchase({ had: { byCode, priority, costCoins: 40n } });
    const done = play({ priority: 5 }, [had(true, 0), had(false, 6), had(false, 5), purchase()]);
    expect(done).toMatchObject({ keptOther: 2, replacedCoins: 40n });
    expect(done.used.uses).toBe(2);
    expect(play({ code: 'X' }, [had(true, 9)]).keptOther).toBe(0);
  });

  test('of a discount counts what buyers pay less', () => {
    const done = play({ effect: 'price_discount_percent', value: 20n }, [purchase({ usdMinor: 1_000n })]);
    expect(done).toMatchObject({ discountUsdMinor: 200n, bonusCoins: 0n });
    expect(done.used.costCoins).toBe(200n);
  });

  test('never passes a cap, and its parts add up to the whole', () => {
    const some = fc.record({
      who: fc.constantFrom('ada', 'bob', 'cy'),
      country: fc.constantFrom('DE', 'FR'),
      count: fc.integer({ min: 1, max: 2_000 }),
    });
    const caps = fc.record({
      budgetCoins: fc.option(fc.bigInt({ min: 0n, max: 900n })),
      usesPerAccount: fc.option(fc.integer({ min: 1, max: 3 })),
    });
    fc.assert(
      fc.property(caps, fc.array(some, { maxLength: 30 }), (promotion, bought) => {
        const done = play(
          promotion,
          bought.map(({ who, country, count }, i) =>
            purchase({
              buyer: aBuyer({ accountId: who, country }),
              package: aPackage({ coins: coins(count) }),
              at: NOON + i * 3_600_000,
            }),
          ),
        );
        if (promotion.budgetCoins !== null) expect(done.used.costCoins <= promotion.budgetCoins).toBe(true);
        if (promotion.usesPerAccount !== null)
          expect(done.used.uses).toBeLessThanOrEqual(promotion.usesPerAccount * done.used.accounts);
        for (const parts of [done.byCountry, done.byAgeBand, done.byPackage])
          expect([...parts.values()].reduce((sum, { costCoins }) => sum + costCoins, 0n)).toBe(
            done.used.costCoins,
          );
        const days = [...done.byDay.values()];
        expect(days.reduce((sum, { uses }) => sum + uses, 0)).toBe(done.used.uses);
      }),
    );
  });
});

describe('it pauses by itself', () => {
  const watched = {
    budgetCoins: 1_000n,
    startsAt: NOON,
    endsAt: NOON + 10 * DAY,
    pauseAbusePercent: 25,
    pausePacePercent: 200,
  };
  test.each([
    ['not on the first bad uses', { uses: 19, abusiveUses: 19, grantedCoins: 0n }, DAY, null],
    ['when enough of them are abuse', { uses: 20, abusiveUses: 5, grantedCoins: 0n }, DAY, 'abuse'],
    ['not below', { uses: 20, abusiveUses: 4, grantedCoins: 0n }, DAY, null],
    ['when its budget goes too fast', { uses: 1, abusiveUses: 0, grantedCoins: 201n }, DAY, 'pace'],
    ['not at the pace it may have', { uses: 1, abusiveUses: 0, grantedCoins: 200n }, DAY, null],
    ['not while little is gone', { uses: 1, abusiveUses: 0, grantedCoins: 99n }, 60_000, null],
  ])('%s', (_, used, after, code) => {
    expect(reasonToPause(watched, used, NOON + after)?.code ?? null).toBe(code);
  });

  test('never, where nobody asked for it', () => {
    const off = { ...watched, pauseAbusePercent: null, pausePacePercent: null };
    expect(reasonToPause(off, { uses: 99, abusiveUses: 99, grantedCoins: 999n }, NOON + 1)).toBeNull();
    expect(paceOf({ ...watched, budgetCoins: null }, 500n, NOON + DAY)).toBeNull();
  });
});

describe('uplift', () => {
  const group = (spent: number[]) => ({
    accounts: spent.length,
    sum: spent.reduce((a, b) => a + b, 0),
    squares: spent.reduce((a, b) => a + b * b, 0),
  });
  const repeated = (spent: number[], times: number) =>
    group(Array.from({ length: times }, () => spent).flat());

  test('is the ratio of what is spent per account, with an interval that narrows', () => {
    const few = upliftOf(repeated([0, 0, 12], 50), repeated([0, 0, 10], 50));
    const many = upliftOf(repeated([0, 0, 12], 5_000), repeated([0, 0, 10], 5_000));
    expect(few.percent).toBe(20);
    expect(many.percent).toBe(20);
    expect(few.low! < 0 && few.high! > 40).toBe(true);
    expect(many.low! > 15 && many.high! < 25).toBe(true);
  });

  test('is unknown where nobody held out has bought, or nobody is', () => {
    const none = { percent: null, low: null, high: null };
    expect(upliftOf(group([1, 2]), group([0, 0]))).toEqual(none);
    expect(upliftOf(group([1, 2]), group([]))).toEqual(none);
  });

  test('has the truth in its interval nineteen times of twenty', () => {
    // A little generator of its own, so that the draw is the same each time.
    let seed = 7;
    const random = () => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed / 2_147_483_648;
    };
    const draw = (mean: number) => (random() < 0.2 ? mean * -Math.log(1 - random()) : 0);
    let held = 0;
    const rounds = 400;
    for (let i = 0; i < rounds; i++) {
      const spent = (mean: number) => group(Array.from({ length: 600 }, () => draw(mean)));
      const { low, high } = upliftOf(spent(110), spent(100));
      if (low! <= 10 && 10 <= high!) held++;
    }
    expect(held / rounds).toBeGreaterThan(0.91);
    expect(held / rounds).toBeLessThan(0.99);
  });
});
