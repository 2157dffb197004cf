import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { installCatalogue } from '../../../api/src/packages/packages.public.js';
import { installDemoPromotions } from '../../../api/src/promotions/promotions.public.js';
import { startTestApp, type TestApp } from '../../support/app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ jobs: false });
  await app.db.run(async (tx) => {
    await installCatalogue(tx);
    await installDemoPromotions(tx, Date.now());
    await tx.query(
      "UPDATE promotions SET starts_at = now() - interval '1 day', ends_at = now() + interval '1 day' WHERE promotion_id = 'weekend'",
    );
    await tx.query("UPDATE reference_versions SET version = version + 1 WHERE name = 'promotions'");
  });
});
afterAll(() => app?.close());

const register = async (accountId: string, country = 'DE') => {
  const body = {
    createdAt: '2020-03-01T10:00:00Z',
    country,
    timeZone: 'UTC',
    ageBand: 'adult',
    creator: false,
  };
  await app.asPlatform.put(`/v1/accounts/${accountId}`).send(body).expect(200);
};

let references = 0;
const buy = async (
  accountId: string,
  packageId: string,
  money: { amountMinor: number; currency: string },
  promotionCode?: string,
) => {
  const reference = `payment-${++references}`;
  const { body } = await app.asPlatform
    .post('/v1/transactions')
    .set('Idempotency-Key', reference)
    .send({
      kind: 'purchase',
      accountId,
      packageId,
      money,
      payment: { provider: 'stripe', reference, captured: true },
      promotionCode,
    })
    .expect(200);
  return body;
};
const codes = (answer: { reasons: { code: string }[] }) => answer.reasons.map((r) => r.code);

test.each([
  ['DE', undefined],
  ['JP', undefined],
  ['PL', undefined],
  ['DE', 'TENOFF'],
])(
  'what a buyer in %s with code %s is offered is what a purchase takes, to the last unit',
  async (country, code) => {
    const query = { ...(code && { promotionCode: code }) };
    for (const packageId of ['coins-70', 'coins-1400']) {
      const accountId = `buyer-${country}-${code}-${packageId}`;
      await register(accountId, country);
      const { body } = await app.asPlatform
        .get('/v1/packages')
        .query({ accountId, ...query })
        .expect(200);
      const offer = body.items.find((o: { packageId: string }) => o.packageId === packageId);
      const dearer = { ...offer.price, amountMinor: offer.price.amountMinor + 1 };
      const refused = await buy(accountId, packageId, dearer, code);
      expect(refused).toMatchObject({ outcome: 'decline', refundDue: true, promotion: null });
      expect(codes(refused)).toContain('purchase.price_mismatch');

      const bought = await buy(accountId, packageId, offer.price, code);
      expect(bought.outcome).not.toBe('decline');
      expect(bought.promotion?.id ?? null).toBe(offer.promotion?.id ?? null);
      expect(bought.wallet.coins).toMatchObject({ paid: offer.coins, bonus: offer.bonusCoins });
    }
  },
);

test('a code used up falls back to no promotion, and says so', async () => {
  await register('newcomer');
  const price = { amountMinor: 549, currency: 'EUR' };
  const first = await buy('newcomer', 'coins-350', price, 'welcome');
  expect(first.promotion).toEqual({ id: 'welcome', bonusCoins: 70 });
  const second = await buy('newcomer', 'coins-350', price, 'WELCOME');
  expect(second.promotion).toBeNull();
  expect(codes(second)).toContain('promotion.account_cap_reached');
  expect(second.wallet.coins.paid + second.wallet.coins.bonus).toBe(350 + 70 + 350);
});

test('a discount used up makes the normal price the only one', async () => {
  await register('saver');
  const price = { amountMinor: 109, currency: 'EUR' };
  const reduced = { amountMinor: 99, currency: 'EUR' };
  for (let use = 0; use < 2; use++)
    expect((await buy('saver', 'coins-70', reduced, 'TENOFF')).promotion).toMatchObject({ id: 'ten-off' });
  const third = await buy('saver', 'coins-70', reduced, 'TENOFF');
  expect(third.outcome).toBe('decline');
  expect(codes(third)).toContain('purchase.price_mismatch');
  expect(
    third.reasons.find((r: { code: string }) => r.code === 'purchase.price_mismatch').values.priceMinor,
  ).toBe(109);
  expect((await buy('saver', 'coins-70', price, 'TENOFF')).outcome).not.toBe('decline');
});

test('buyers at the same time never take more from a promotion than it has', async () => {
  const buyers = Array.from({ length: 24 }, (_, i) => `crowd-${i}`);
  await Promise.all(buyers.map((accountId) => register(accountId)));
  await app.db.query(
    "UPDATE promotion_counters SET granted_coins = 250000 - 5 * 140 WHERE promotion_id = 'weekend'",
  );
  const answers = await Promise.all(
    buyers.map((accountId) => buy(accountId, 'coins-1400', { amountMinor: 2_199, currency: 'EUR' })),
  );
  expect(answers.filter((a) => a.promotion?.id === 'weekend')).toHaveLength(5);
  expect(answers.filter((a) => codes(a).includes('promotion.budget_exhausted'))).toHaveLength(19);
  const [counter] = await app.db.query(
    "SELECT granted_coins FROM promotion_counters WHERE promotion_id = 'weekend'",
  );
  expect(counter).toEqual({ granted_coins: 250_000n });
});

test('what is done to an account holds for its next decision', async () => {
  await register('suspect');
  const reviewer = await app.signIn('ts_reviewer');
  const act = (action: string) =>
    reviewer.request
      .post(`/staff/accounts/suspect/actions/${action}`)
      .send({ reason: 'under investigation' })
      .expect(200);
  const price = { amountMinor: 109, currency: 'EUR' };
  await act('restrict');
  expect(codes(await buy('suspect', 'coins-70', price))).toEqual(['account.restricted']);
  await act('suspend');
  expect(codes(await buy('suspect', 'coins-70', price))).toEqual(['account.suspended']);
  await act('release');
  const bought = await buy('suspect', 'coins-70', price);
  expect(bought.outcome).not.toBe('decline');

  const { body: page } = await reviewer.request.get('/staff/accounts/suspect').expect(200);
  expect(page.wallet).toEqual(bought.wallet);
  expect(page.limits.length).toBeGreaterThan(0);
  const monthly = page.limits.filter(
    (l: { measure: string; window: string }) => l.measure === 'purchase_money' && l.window === 'month',
  );
  expect(monthly).toHaveLength(1);
  expect(monthly[0].used).toBeGreaterThan(0);
  expect(monthly[0].remaining).toBe(monthly[0].limit - monthly[0].used);
  const { body: history } = await app.asPlatform.get('/v1/accounts/suspect/transactions').expect(200);
  expect(history.items.map((t: { outcome: string }) => t.outcome)).toEqual([
    bought.outcome,
    'decline',
    'decline',
  ]);
});

test('a gift shows up with the one who received it', async () => {
  await register('giver');
  await register('star');
  const price = { amountMinor: 1_099, currency: 'EUR' };
  expect((await buy('giver', 'coins-700', price)).outcome).toBe('approve');
  const { body: gift } = await app.asPlatform
    .post('/v1/transactions')
    .set('Idempotency-Key', 'gift-1')
    .send({ kind: 'gift', accountId: 'giver', recipientId: 'star', giftId: 'heart', quantity: 3 })
    .expect(200);
  expect(gift.outcome).toBe('approve');
  const received = await app.asPlatform.get('/v1/accounts/star/transactions?direction=received').expect(200);
  expect(received.body.items).toEqual([
    expect.objectContaining({
      transactionId: gift.transactionId,
      kind: 'gift',
      accountId: 'giver',
      counterpartyId: 'star',
      coins: 15,
      diamonds: 15,
      money: null,
    }),
  ]);
});

test('accounts can be acted on in the middle of their traffic', async () => {
  await register('busy');
  const reviewer = await app.signIn('ts_reviewer');
  const act = (action: string) =>
    reviewer.request
      .post(`/staff/accounts/busy/actions/${action}`)
      .send({ reason: 'under load' })
      .expect(200);
  const price = { amountMinor: 109, currency: 'EUR' };
  for (let round = 0; round < 4; round++) {
    const before = Array.from({ length: 6 }, () => buy('busy', 'coins-70', price));
    await act('restrict');
    const after = await Promise.all(Array.from({ length: 6 }, () => buy('busy', 'coins-70', price)));
    expect(after.map(codes)).toEqual(Array(6).fill(['account.restricted']));
    await Promise.all(before);
    await act('release');
  }
});
