import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { installCatalogue } from '../../../api/src/packages/packages.public.js';
import { installDemoPromotions, WELCOME_CODE } from '../../../api/src/promotions/promotions.public.js';
import { startTestApp, type TestApp, type TestStaff } from '../../support/app.js';

let app: TestApp;
let manager: TestStaff;
/** A Saturday: the weekend bonus runs for packages from 1,400 coins. */
const SATURDAY = Date.parse('2026-06-20T12:00:00Z');

beforeAll(async () => {
  app = await startTestApp({ jobs: false });
  manager = await app.signIn('product_manager');
  await app.db.run(async (tx) => {
    await installCatalogue(tx);
    await installDemoPromotions(tx, Date.now());
  });
  // The weekend is whenever the test runs.
  await setPromotion("starts_at = now() - interval '1 day', ends_at = now() + interval '1 day'", 'weekend');
  const body = { createdAt: '2025-03-01T10:00:00Z', timeZone: 'UTC', ageBand: 'adult', creator: false };
  await app.asPlatform
    .put('/v1/accounts/indian')
    .send({ ...body, country: 'IN' })
    .expect(200);
  await app.asPlatform
    .put('/v1/accounts/german')
    .send({ ...body, country: 'DE' })
    .expect(200);
});
afterAll(() => app?.close());

async function setPromotion(change: string, promotionId: string): Promise<void> {
  await app.db.run(async (tx) => {
    await tx.query(`UPDATE promotions SET ${change} WHERE promotion_id = $1`, [promotionId]);
    await tx.query("UPDATE reference_versions SET version = version + 1 WHERE name = 'promotions'");
  });
}

interface OfferBody {
  packageId: string;
  bonusCoins: number;
  price: { amountMinor: number; currency: string };
  pricePerCoin: string;
  promotion: { id: string; name: string; endsAt: string } | null;
}
const offers = async (query: Record<string, string>): Promise<Map<string, OfferBody>> => {
  const { body } = await app.asPlatform.get('/v1/packages').query(query).expect(200);
  expect(body.nextCursor).toBeNull();
  return new Map(body.items.map((o: OfferBody) => [o.packageId, o]));
};
const priceOf = async (query: Record<string, string>, packageId = 'coins-700') =>
  (await offers(query)).get(packageId)?.price;

describe('the packages on sale', () => {
  test('come in three tiers, each with its price per coin', async () => {
    const { body } = await app.asPlatform.get('/v1/packages').expect(200);
    expect(body.items).toHaveLength(8);
    expect(new Set(body.items.map((o: { tier: string }) => o.tier))).toEqual(
      new Set(['small', 'medium', 'large']),
    );
    expect(body.items[0]).toEqual({
      packageId: 'coins-70',
      name: 'Handful of coins',
      tier: 'small',
      coins: 70,
      bonusCoins: 0,
      price: { amountMinor: 99, currency: 'USD' },
      pricePerCoin: '0.014143',
      promotion: null,
    });
  });

  test.each([
    [{}, { amountMinor: 999, currency: 'USD' }],
    [{ country: 'DE' }, { amountMinor: 1_099, currency: 'EUR' }],
    [{ country: 'JP' }, { amountMinor: 1_600, currency: 'JPY' }],
    [
      { country: 'JP', currency: 'USD' },
      { amountMinor: 999, currency: 'USD' },
    ],
    [{ country: 'PL' }, { amountMinor: 999, currency: 'USD' }],
    [{ country: 'US', currency: 'INR' }, undefined],
    [{ currency: 'INR' }, undefined],
    [{ accountId: 'indian' }, { amountMinor: 84_900, currency: 'INR' }],
    [
      { accountId: 'german', country: 'IN' },
      { amountMinor: 1_099, currency: 'EUR' },
    ],
    [{ accountId: 'german', currency: 'INR' }, undefined],
  ])('for %j cost %j', async (query, price) => {
    expect(await priceOf(query as Record<string, string>)).toEqual(price);
  });

  test('carry the promotion that runs, for the packages it is for', async () => {
    const all = await offers({});
    expect(all.get('coins-700')?.promotion).toBeNull();
    expect(all.get('coins-1400')).toMatchObject({
      bonusCoins: 40 + 140,
      price: { amountMinor: 1_999 },
      pricePerCoin: '0.012652',
      promotion: { id: 'weekend', name: 'Weekend bonus', endsAt: expect.any(String) },
    });
  });

  test('carry none whose budget is spent', async () => {
    await app.db.query("UPDATE promotion_counters SET granted_coins = 249999 WHERE promotion_id = 'weekend'");
    expect((await offers({})).get('coins-1400')?.promotion).toBeNull();
    await app.db.query("UPDATE promotion_counters SET granted_coins = 0 WHERE promotion_id = 'weekend'");
    expect((await offers({})).get('coins-1400')?.promotion?.id).toBe('weekend');
  });

  test('show what a code makes of them, until the account has used it up', async () => {
    const discounted = await offers({ promotionCode: 'tenoff', accountId: 'german' });
    expect(discounted.get('coins-700')).toMatchObject({
      price: { amountMinor: 990, currency: 'EUR' },
      promotion: { id: 'ten-off' },
    });
    expect((await offers({ promotionCode: WELCOME_CODE })).get('coins-700')).toMatchObject({
      bonusCoins: 140,
      price: { amountMinor: 999 },
    });
    await app.db.query("INSERT INTO promotion_uses VALUES ('german', 'ten-off', 2)");
    expect(await priceOf({ promotionCode: 'TENOFF', accountId: 'german' })).toEqual({
      amountMinor: 1_099,
      currency: 'EUR',
    });
  });

  test('follow a new price, a retired package and a paused promotion at once', async () => {
    await app.db.run(async (tx) => {
      await tx.query(
        `INSERT INTO price_points (price_point_id, package_id, currency, region, version, amount_minor, valid_from, created_at)
         VALUES (gen_random_uuid(), 'coins-350', 'USD', '*', 2, 555, now() - interval '1 minute', now()),
                (gen_random_uuid(), 'coins-350', 'USD', '*', 3, 666, now() + interval '1 hour', now())`,
      );
      await tx.query("UPDATE packages SET sale_until = now() WHERE package_id = 'coins-17500'");
      await tx.query("UPDATE reference_versions SET version = version + 1 WHERE name = 'catalogue'");
    });
    await setPromotion("status = 'paused'", 'weekend');
    const all = await offers({});
    expect(all.get('coins-350')?.price.amountMinor).toBe(555);
    expect(all.has('coins-17500')).toBe(false);
    expect(all.get('coins-1400')?.promotion).toBeNull();
    await setPromotion("status = 'active'", 'weekend');
  });

  test.each([{ country: 'XX' }, { currency: 'GOLD' }, { tier: 'small' }, { country: ['DE', 'FR'] }])(
    'cannot be asked for with %j',
    async (query) => {
      expect((await app.asPlatform.get('/v1/packages').query(query).expect(422)).body.code).toBe(
        'request.invalid',
      );
    },
  );

  test('are for nobody unknown', async () => {
    const { body } = await app.asPlatform.get('/v1/packages?accountId=nobody').expect(404);
    expect(body.code).toBe('account.unknown');
  });
});

test('gifts are on sale from a rose to a luxury car', async () => {
  const { body } = await app.asPlatform.get('/v1/gifts').expect(200);
  expect(body.items).toHaveLength(25);
  expect(body.items[0]).toEqual({ giftId: 'rose', name: 'Rose', coins: 1 });
  expect(body.items.at(-1)).toEqual({ giftId: 'luxury-car', name: 'Luxury car', coins: 34_999 });
});

describe('installing the catalogue', () => {
  test('again adds nothing and wakes nobody', async () => {
    const versions = () => app.db.query('SELECT name, version FROM reference_versions ORDER BY name');
    const before = await versions();
    const added = await app.db.run(async (tx) => ({
      catalogue: await installCatalogue(tx),
      promotions: await installDemoPromotions(tx, SATURDAY),
    }));
    expect(added).toEqual({ catalogue: { packages: 0, pricePoints: 0, gifts: 0 }, promotions: 0 });
    expect(await versions()).toEqual(before);
  });

  test('refuses a promotion that gives everything away, and a second one with the same code', async () => {
    await expect(setPromotion('value = 100', 'ten-off')).rejects.toThrow('promotions_value');
    await expect(setPromotion("code = 'tenoff'", 'welcome')).rejects.toThrow('promotions_code');
  });
});

describe('staff', () => {
  const list = (resource: string, query: Record<string, unknown> = {}) =>
    manager.request
      .get(`/staff/${resource}`)
      .query(Object.fromEntries(Object.entries(query).map(([k, v]) => [k, JSON.stringify(v)])))
      .expect(200);

  test('see packages in the order in which they are sold', async () => {
    const all = await list('packages');
    expect(all.headers['content-range']).toBe('packages 0-7/8');
    expect(all.body[0]).toEqual({
      id: 'coins-70',
      name: 'Handful of coins',
      tier: 'small',
      coins: 70,
      bonusCoins: 0,
      position: 10,
      version: 1,
      latestVersion: 1,
      status: 'on_sale',
      saleFrom: expect.any(String),
      saleUntil: null,
      createdAt: expect.any(String),
      allowedActions: ['edit', 'sell', 'retire'],
    });
    expect((await list('packages', { filter: { tier: 'large', status: 'on_sale' } })).body).toHaveLength(2);
    expect((await manager.request.get('/staff/packages/coins-70').expect(200)).body).toEqual(all.body[0]);
    expect((await manager.request.get('/staff/packages/nothing').expect(404)).body.code).toBe(
      'record.unknown',
    );
  });

  test('see every price, and which holds now', async () => {
    const all = await list('price-points', {
      filter: { packageId: 'coins-350', currency: 'USD' },
      sort: ['version', 'ASC'],
    });
    expect(all.body.map((p: { version: number; current: boolean }) => [p.version, p.current])).toEqual([
      [1, false],
      [2, true],
      [3, false],
    ]);
    const current = await list('price-points', {
      filter: { packageId: 'coins-350', current: true, region: '*', currency: 'USD' },
    });
    expect(current.body).toMatchObject([
      { price: { amountMinor: 555, currency: 'USD' }, pricePerCoin: '0.015857' },
    ]);
    const byId = await manager.request.get(`/staff/price-points/${all.body[0].id}`).expect(200);
    expect(byId.body).toMatchObject({
      skuApple: 'com.example.coins.350',
      skuGoogle: 'coins_350',
      validUntil: null,
    });
    await manager.request.get('/staff/price-points/not-a-uuid').expect(404);
    expect((await list('price-points')).headers['content-range']).toBe('price-points 0-24/82');
  });

  test('see promotions with what they have given', async () => {
    await app.db.query(
      "UPDATE promotion_counters SET granted_coins = 77, uses = 3 WHERE promotion_id = 'weekend'",
    );
    const running = await list('promotions', { filter: { running: true, code: 'TenOff' } });
    expect(running.body).toMatchObject([{ id: 'ten-off', effect: 'price_discount_percent', value: 10 }]);
    const { body } = await manager.request.get('/staff/promotions/weekend').expect(200);
    expect(body).toMatchObject({
      grantedCoins: 77,
      uses: 3,
      budgetCoins: 250_000,
      code: null,
      running: true,
    });
    const overlapping = { from: new Date(Date.now() + 30 * 86_400_000).toISOString() };
    const later = await list('promotions', { filter: overlapping, sort: ['id', 'ASC'] });
    expect(later.body.map((p: { id: string }) => p.id)).toEqual(['ten-off', 'welcome']);
  });

  test('see gifts by price', async () => {
    const dearest = await list('gifts', { sort: ['coins', 'DESC'], range: [0, 0] });
    expect(dearest.headers['content-range']).toBe('gifts 0-0/25');
    expect(dearest.body).toMatchObject([{ id: 'luxury-car', coins: 34_999, status: 'on_sale' }]);
    expect((await list('gifts', { filter: { id: ['rose', 'whale'] } })).body).toHaveLength(2);
  });
});
