import { HOUR, type HoldEnd, type Money, OUTCOMES, paymentCovers } from '@coinwarden/domain';
import fc from 'fast-check';
import { everFree, PaperShop } from './paper-shop.js';

const account = fc.constantFrom('ada', 'ben', 'cho');
const reference = fc.nat(14).map((n) => `pi_${n}`);
const verdict = fc.oneof(
  { weight: 3, arbitrary: fc.constant('approve' as const) },
  { weight: 2, arbitrary: fc.constantFrom(...OUTCOMES) },
);
const usd = (amountMinor: bigint): Money => ({ amountMinor, currency: 'USD' });

const PACKAGES = [
  { price: usd(99n), coins: 70n },
  { price: usd(999n), coins: 700n },
  { price: usd(9_999n), coins: 7_000n },
] as const;

/** What somebody may pay, or claim to: mostly the price, sometimes less, more, or another currency. */
const moneyFor = (price: Money): fc.Arbitrary<Money> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constant(price) },
    { weight: 1, arbitrary: fc.bigInt({ min: 0n, max: price.amountMinor - 1n }).map(usd) },
    { weight: 1, arbitrary: fc.bigInt({ min: price.amountMinor, max: price.amountMinor * 3n }).map(usd) },
    { weight: 1, arbitrary: fc.constant({ ...price, currency: 'JPY' }) },
  );

type Step = (shop: PaperShop) => void;

const buys: fc.Arbitrary<Step> = fc.constantFrom(...PACKAGES).chain(({ price, coins }) =>
  fc
    .record({
      accountId: account,
      reference,
      paid: moneyFor(price),
      bonus: fc.constantFrom(0n, 35n),
      captured: fc.boolean(),
      verdict,
    })
    .map((order) => (shop) => shop.buy({ ...order, price, coins })),
);

const takes: fc.Arbitrary<Step> = fc
  .record({ reference, money: fc.constantFrom(...PACKAGES).chain(({ price }) => moneyFor(price)) })
  .map(
    ({ reference: of, money }) =>
      (shop) =>
        shop.take(of, money),
  );

const notices: fc.Arbitrary<Step> = fc
  .record({ reference, times: fc.integer({ min: 1, max: 3 }) })
  .map(({ reference: of, times }) => (shop) => {
    for (let i = 0; i < times; i++) shop.notice(of);
  });

const ends: fc.Arbitrary<Step> = fc
  .record({
    index: fc.nat(12),
    end: fc.constantFrom<HoldEnd>('released', 'captured', 'declined', 'voided', 'expired'),
  })
  .map(
    ({ index, end }) =>
      (shop) =>
        shop.end(index, end),
  );

const appeals: fc.Arbitrary<Step> = fc.nat(6).map((index) => (shop) => shop.restore(index));

const claims: fc.Arbitrary<Step> = fc
  .record({
    index: fc.nat(6),
    claimId: fc.constantFrom('a', 'b', 'c'),
    kind: fc.constantFrom('refund' as const, 'dispute' as const),
    cause: fc.constantFrom('refund' as const, 'goodwill' as const, 'fraud' as const),
    percent: fc.constantFrom(0, 30, 50, 100),
    paid: fc.boolean(),
  })
  .map(({ index, claimId, kind, cause, percent, paid }) => {
    const claim =
      kind === 'dispute'
        ? ({ claimId: `d-${claimId}`, kind, cause: 'dispute', feeMinor: 1_500n } as const)
        : ({ claimId, kind, cause, feeMinor: 0n } as const);
    return (shop: PaperShop) => shop.claim(index, claim, percent, paid);
  });

const moves: fc.Arbitrary<Step> = fc
  .record({
    kind: fc.constantFrom('gift' as const, 'reward' as const, 'convert' as const, 'time' as const),
    from: account,
    to: account,
    amount: fc.bigInt({ min: 2n, max: 900n }),
    verdict,
  })
  .map(({ kind, from, to, amount, verdict: outcome }) => (shop) => {
    if (kind === 'gift') shop.spend(from, to, amount, outcome);
    else if (kind === 'reward') shop.reward(from, amount, outcome);
    else if (kind === 'convert') shop.convert(from, amount, outcome);
    else shop.now += Number(amount) * HOUR;
  });

const step = fc.oneof(
  { weight: 4, arbitrary: buys },
  { weight: 2, arbitrary: takes },
  { weight: 3, arbitrary: notices },
  { weight: 3, arbitrary: ends },
  { weight: 2, arbitrary: appeals },
  { weight: 2, arbitrary: claims },
  { weight: 5, arbitrary: moves },
);

/** No coin without money: what the bank knows stands behind everything that could ever be spent. */
function check(shop: PaperShop): void {
  const paidFor = new Set(
    shop.purchases.filter(({ reference: of, price }) => {
      const taken = shop.bank.get(of);
      return taken !== undefined && paymentCovers(taken, price);
    }),
  );
  let spendable = 0n;
  for (const [lotId, { kind, source, granted, gone }] of shop.lots) {
    if (typeof source === 'string') {
      expect(kind).toBe('earned');
      continue;
    }
    expect(kind).not.toBe('earned');
    const free = everFree(shop, lotId);
    expect(free >= 0n && free <= granted - gone).toBe(true);
    if (free > 0n) expect(paidFor.has(source)).toBe(true);
    // Coins given back for a debt that was paid meanwhile are coins of before.
    if (source.lotIds.includes(lotId)) spendable += free;
  }
  const sold = [...paidFor].reduce((sum, { coins }) => sum + coins, 0n);
  expect(spendable <= sold).toBe(true);

  const references = shop.purchases.map(({ reference: of }) => of);
  expect(new Set(references).size).toBe(references.length);
  for (const purchase of shop.purchases) {
    expect(purchase.payments <= 1).toBe(true);
    if (purchase.status === 'posted') expect(purchase.payments).toBe(1);
    if (purchase.payments === 1) expect(paidFor.has(purchase)).toBe(true);
  }
}

describe('coins without a captured payment', () => {
  it('never become spendable, whatever is bought, said, decided and taken back in whatever order', () => {
    let posted = 0;
    let clawed = 0;
    let restored = 0;
    fc.assert(
      fc.property(fc.array(step, { maxLength: 90, size: 'max' }), (steps) => {
        const shop = new PaperShop();
        for (const act of steps) {
          act(shop);
          check(shop);
        }
        posted += shop.purchases.filter(({ status }) => status === 'posted').length;
        restored += shop.restored;
        clawed += [...shop.wallets.values()].filter(({ debtCoins }) => debtCoins > 0n).length;
      }),
      { numRuns: 300 },
    );
    // The sequences reach what they are to test.
    expect(posted).toBeGreaterThan(100);
    expect(clawed).toBeGreaterThan(0);
    expect(restored).toBeGreaterThan(10);
  });

  it('stay held through every notice of a payment that is short or in another currency', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...PACKAGES).chain((pack) => fc.tuple(fc.constant(pack), moneyFor(pack.price))),
        fc.integer({ min: 1, max: 4 }),
        ([{ price, coins }, money], times) => {
          const shop = new PaperShop();
          const order = { accountId: 'ada', reference: 'pi_1', price, paid: price, coins, bonus: 0n };
          shop.buy({ ...order, captured: false, verdict: 'approve' });
          shop.take('pi_1', money);
          for (let i = 0; i < times; i++) shop.notice('pi_1');
          const [purchase] = shop.purchases;
          expect(purchase!.status).toBe(paymentCovers(money, price) ? 'posted' : 'held');
          expect(everFree(shop, purchase!.lotIds[0]!)).toBe(paymentCovers(money, price) ? coins : 0n);
        },
      ),
    );
  });
});
