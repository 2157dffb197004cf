import {
  applyPromotion,
  coins,
  isHeldOut,
  type Promotion,
  PromotionTally,
  promotionCost,
  promotionPrice,
  selectPromotion,
  soundAudience,
} from '@coinwarden/domain';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { aBuyer, aPackage, aPromotion, NOON } from '../../support/catalogue-builders.js';

type Question = Parameters<typeof selectPromotion>[0];

const ask = (promotions: Promotion[], overrides: Partial<Question> = {}) =>
  selectPromotion({
    promotions,
    package: aPackage(),
    buyer: aBuyer(),
    at: NOON,
    code: null,
    codes: new Map(),
    counters: new Map(promotions.map((p) => [p.promotionId, { grantedCoins: 0n, uses: 0n }])),
    usesByAccount: new Map(),
    ...overrides,
  });

const named = (promotionId: string, overrides: Partial<Promotion> = {}) =>
  aPromotion({ promotionId, ...overrides });
const used = (promotionId: string, uses: number) => new Map([['ada', new Map([[promotionId, uses]])]]);

describe('the promotion a purchase gets', () => {
  const coded = named('coded', { code: 'Summer' });
  const capped = named('capped', { usesPerAccount: 1 });
  const spent = named('spent', { budgetCoins: 99n });
  const germans = named('germans', { audience: soundAudience('account.country == "DE"') });
  const french = named('french', { audience: soundAudience('account.country == "FR"') });
  const once = named('once', { singleUseCodes: true });
  const codes = new Map([
    ['FRESH', { promotionId: 'once', spent: false }],
    ['STALE', { promotionId: 'once', spent: true }],
  ]);
  const eve = named('eve', { exclusiveGroup: 'holiday' });
  const day = named('day', { exclusiveGroup: 'holiday', endsAt: NOON - 1 });
  const nobodys = named('nobodys', { holdoutPercent: 50 });
  const heldOut = Array.from({ length: 100 }, (_, i) => `account ${i}`).find((id) => isHeldOut(nobodys, id))!;
  const cases: [string, Promotion[], Partial<Question>, string | null, string | null][] = [
    ['none where there is none', [], {}, null, null],
    ['one that runs by itself', [named('a')], {}, 'a', null],
    ['the one of higher priority', [named('a'), named('b', { priority: 1 })], {}, 'b', null],
    ['by its id when priorities tie', [named('b'), named('a')], {}, 'a', null],
    [
      'the code’s before any priority',
      [named('a', { priority: 9 }), coded],
      { code: 'summer' },
      'coded',
      null,
    ],
    ['none of a code that was not given', [coded], {}, null, null],
    ['none, for a code nobody made', [coded], { code: 'winter' }, null, 'promotion.code_unknown'],
    ['another, for a bad code', [named('a'), coded], { code: 'winter' }, 'a', 'promotion.code_unknown'],
    [
      'nothing of a draft, not even its existence',
      [named('a', { code: 'X', status: 'draft' })],
      { code: 'X' },
      null,
      'promotion.code_unknown',
    ],
    ['one from its first moment', [named('a', { startsAt: NOON })], {}, 'a', null],
    ['none at the end of its window', [named('a', { endsAt: NOON })], {}, null, null],
    [
      'none before the window of the code',
      [named('a', { code: 'X', startsAt: NOON + 1 })],
      { code: 'X' },
      null,
      'promotion.not_running',
    ],
    ['none that is paused', [named('a', { status: 'paused' })], {}, null, null],
    ['none for other packages', [named('a', { packageIds: ['other'] })], {}, null, null],
    [
      'none, saying that the code is for other packages',
      [named('a', { code: 'X', packageIds: ['other'] })],
      { code: 'X' },
      null,
      'promotion.other_packages',
    ],
    ['one used less than its cap', [capped], { usesByAccount: used('capped', 0) }, 'capped', null],
    ['none used up', [capped], { usesByAccount: used('capped', 1) }, null, 'promotion.account_cap_reached'],
    ['another when one is used up', [capped, named('z')], { usesByAccount: used('capped', 1) }, 'z', null],
    [
      'one with a cap for who only looks',
      [capped],
      { buyer: null, usesByAccount: used('capped', 1) },
      'capped',
      null,
    ],
    ['none without budget for all of it', [spent], {}, null, 'promotion.budget_exhausted'],
    ['one for such accounts', [germans, french], {}, 'germans', null],
    ['none that is for others, without a word', [french], {}, null, null],
    ['none for an audience, for who only looks', [germans], { buyer: null }, null, null],
    [
      'none of a code for others, saying so',
      [named('f', { code: 'X', audience: french.audience })],
      { code: 'X' },
      null,
      'promotion.other_audience',
    ],
    ['one by a code that works once', [once], { code: ' fresh', codes }, 'once', null],
    ['none of that without a code', [once], { codes }, null, null],
    ['none by a code that was used', [once], { code: 'STALE', codes }, null, 'promotion.code_used'],
    [
      'none when another of its group was used, even one that is over',
      [eve, day],
      { usesByAccount: used('day', 1) },
      null,
      'promotion.group_used',
    ],
    ['the same of a group again', [eve, day], { usesByAccount: used('eve', 1) }, 'eve', null],
    ['none in the control group', [nobodys], { buyer: aBuyer({ accountId: heldOut }) }, null, null],
    [
      'one by a code, drawn for the control group or not',
      [{ ...nobodys, code: 'X' }],
      { buyer: aBuyer({ accountId: heldOut }), code: 'x' },
      'nobodys',
      null,
    ],
  ];
  test.each(cases)('%s', (_, promotions, overrides, promotionId, fallback) => {
    const choice = ask(promotions, overrides);
    expect(choice.promotion?.promotionId ?? null).toBe(promotionId);
    expect(choice.fallback?.code ?? null).toBe(fallback);
  });

  test('is not judged on a budget whose counter nobody read', () => {
    expect(() => ask([spent], { counters: new Map() })).toThrow('was not read');
  });
});

const offer = (promotion: Promotion | null, pack = aPackage(), amountMinor = 999n) =>
  applyPromotion({
    choice: { promotion, fallback: null, singleUseCode: null },
    package: pack,
    price: { amountMinor, currency: 'USD' },
  });

describe('what a promotion makes of a purchase', () => {
  test.each([
    ['bonus_percent', 15n, 1_000, 999n, 1_000, 150n, 999n],
    ['bonus_percent', 15n, 70, 99n, 70, 10n, 99n],
    ['bonus_coins', 25n, 70, 99n, 70, 25n, 99n],
    ['price_discount_percent', 10n, 1_000, 999n, 1_000, 0n, 900n],
    ['price_discount_percent', 99n, 1, 1n, 1, 0n, 1n],
  ] as const)('%s of %s on %s coins for %s', (effect, value, count, price, paid, bonus, pays) => {
    const made = offer(aPromotion({ effect, value }), aPackage({ coins: coins(count) }), price);
    expect(made).toMatchObject({ coins: BigInt(paid), bonusCoins: bonus, priceMinor: pays });
    expect(made.promotion?.bonusCoins).toBe(bonus);
  });

  test('comes on top of the package’s own bonus', () => {
    const made = offer(aPromotion({ effect: 'bonus_coins', value: 5n }), aPackage({ bonusCoins: coins(40) }));
    expect(made.bonusCoins).toBe(45n);
    expect(made.promotion?.bonusCoins).toBe(5n);
    expect(offer(null, aPackage({ bonusCoins: coins(40) }))).toMatchObject({
      bonusCoins: 40n,
      promotion: null,
    });
  });

  test('a discount lowers the price, never to nothing, and costs its share of the coins', () => {
    const percent = fc.bigInt({ min: 1n, max: 99n });
    fc.assert(
      fc.property(
        percent,
        fc.bigInt({ min: 1n, max: 10n ** 12n }),
        fc.integer({ min: 1, max: 10 ** 9 }),
        (value, price, count) => {
          const promotion = aPromotion({ effect: 'price_discount_percent', value });
          const after = promotionPrice(promotion, price);
          expect(after >= 1n && after <= price).toBe(true);
          expect((price - after) * 100n <= price * value).toBe(true);
          const cost = promotionCost(promotion, aPackage({ coins: coins(count) }));
          expect(cost * 100n >= BigInt(count) * value && (cost - 1n) * 100n < BigInt(count) * value).toBe(
            true,
          );
        },
      ),
    );
  });
});

test('whatever is bought in whatever order, no budget and no cap is passed, and the tally counts what was given', () => {
  const promotion = fc.record({
    promotionId: fc.constantFrom('a', 'b', 'c'),
    code: fc.constantFrom(null, null, 'CODE'),
    effect: fc.constantFrom('bonus_percent', 'bonus_coins', 'price_discount_percent'),
    value: fc.bigInt({ min: 1n, max: 60n }),
    budgetCoins: fc.option(fc.bigInt({ min: 0n, max: 1_500n })),
    usesPerAccount: fc.option(fc.integer({ min: 1, max: 3 })),
    priority: fc.integer({ min: 0, max: 2 }),
  });
  const promotions = fc
    .uniqueArray(promotion, { selector: (p) => p.promotionId })
    .map((all) => all.map((p) => aPromotion(p)));
  const purchase = fc.record({
    accountId: fc.constantFrom('ada', 'bob'),
    count: fc.integer({ min: 1, max: 2_000 }),
    code: fc.constantFrom(null, 'code'),
  });
  fc.assert(
    fc.property(promotions, fc.array(purchase, { maxLength: 40 }), (all, purchases) => {
      const tally = new PromotionTally({
        counters: new Map(all.map((p) => [p.promotionId, { grantedCoins: 0n, uses: 0n }])),
        usesByAccount: new Map(),
        codes: new Map(),
      });
      const given = new Map(all.map((p) => [p.promotionId, { coins: 0n, uses: new Map<string, number>() }]));
      for (const { accountId, count, code } of purchases) {
        const pack = aPackage({ coins: coins(count) });
        const { counters, usesByAccount } = tally;
        const choice = ask(all, {
          package: pack,
          buyer: aBuyer({ accountId }),
          code,
          counters,
          usesByAccount,
        });
        const made = applyPromotion({ choice, package: pack, price: { amountMinor: 999n, currency: 'USD' } });
        if (made.promotion === null) {
          expect(made).toMatchObject({ priceMinor: 999n, bonusCoins: 0n });
          continue;
        }
        tally.record({ accountId, transactionId: `${accountId} ${count}`, at: NOON }, made.promotion);
        const mine = given.get(made.promotion.promotionId)!;
        mine.coins += made.promotion.costCoins;
        mine.uses.set(accountId, (mine.uses.get(accountId) ?? 0) + 1);
        if (made.promotion.bonusCoins > 0n) expect(made.promotion.costCoins).toBe(made.promotion.bonusCoins);
      }
      for (const p of all) {
        const { coins: granted, uses } = given.get(p.promotionId)!;
        if (p.budgetCoins !== null) expect(granted <= p.budgetCoins).toBe(true);
        if (p.usesPerAccount !== null)
          expect(Math.max(0, ...uses.values())).toBeLessThanOrEqual(p.usesPerAccount);
        const total = [...uses.values()].reduce((a, b) => a + b, 0);
        expect(tally.counters.get(p.promotionId)).toEqual({ grantedCoins: granted, uses: BigInt(total) });
        const change = tally.changes().counters.find((c) => c.promotionId === p.promotionId);
        expect(change ?? { grantedCoins: 0n, uses: 0n }).toMatchObject({
          grantedCoins: granted,
          uses: BigInt(total),
        });
        for (const [accountId, times] of uses)
          expect(tally.changes().uses).toContainEqual({ accountId, promotionId: p.promotionId, uses: times });
      }
    }),
  );
});
