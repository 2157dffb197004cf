import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { installCatalogue } from '../../../api/src/packages/packages.public.js';
import { startTestApp, type TestApp, type TestStaff } from '../../support/app.js';

const HOUR_MS = 3_600_000;
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR_MS).toISOString();

let app: TestApp;
let manager: TestStaff;
beforeAll(async () => {
  app = await startTestApp({ jobs: false });
  await app.db.run((tx) => installCatalogue(tx));
  manager = await app.signIn('product_manager');
});
afterAll(() => app?.close());

const usual = {
  packageId: 'coins-70',
  currency: 'USD',
  region: '*',
  amountMinor: 105,
  follows: 1,
  reason: 'Test',
};
const set = (change: object) => manager.request.post('/staff/price-points').send({ ...usual, ...change });
const end = (id: string, body: object = {}) =>
  manager.request.post(`/staff/price-points/${id}/actions/end`).send({ reason: 'Over', ...body });
const prices = async (filter: object) => {
  const { body } = await manager.request
    .get('/staff/price-points')
    .query({ filter: JSON.stringify(filter), sort: '["version","ASC"]' })
    .expect(200);
  return body;
};
const upload = (text: string, change: object = {}) =>
  manager.request
    .post('/staff/price-points/batch')
    .send({ text, reason: 'New price list', wrongRows: 'refuse', dryRun: false, ...change });

describe('a price', () => {
  it('is followed by another and stays on record, with who and why', async () => {
    const { body } = await set({}).expect(201);
    expect(body).toMatchObject({
      version: 2,
      price: { amountMinor: 105, currency: 'USD' },
      state: 'current',
      skuApple: 'com.example.coins.70',
      createdBy: manager.email,
      reason: 'Test',
      allowedActions: ['change', 'end'],
    });
    const all = await prices({ packageId: 'coins-70', currency: 'USD', region: '*' });
    expect(all.map((p: { state: string }) => p.state)).toEqual(['covered', 'current']);
    expect((await set({ follows: 1, amountMinor: 106 }).expect(409)).body.code).toBe('record.conflict');
  });

  it('holds for a season and then lets the lasting one back, and can be ended before it begins', async () => {
    const place = { packageId: 'coins-350', currency: 'USD' };
    const season = { ...place, amountMinor: 450, validFrom: inHours(1), validUntil: inHours(24) };
    const { body: scheduled } = await set(season).expect(201);
    expect(scheduled).toMatchObject({ state: 'scheduled', allowedActions: ['end'] });
    // A lasting price that begins before the season does not take its place.
    await set({ ...place, amountMinor: 489, follows: 2 }).expect(201);
    const states = async () =>
      (await prices({ ...place, region: '*' })).map((p: { version: number; state: string }) => [
        p.version,
        p.state,
      ]);
    expect(await states()).toEqual([
      [1, 'covered'],
      [2, 'scheduled'],
      [3, 'current'],
    ]);
    const ended = await end(scheduled.id).expect(200);
    expect(ended.body).toMatchObject({ state: 'past', endedBy: manager.email, endReason: 'Over' });
    expect((await end(scheduled.id).expect(409)).body.code).toBe('action.not_allowed');

    const [, , lasting] = await prices({ ...place, region: '*' });
    await end(lasting.id).expect(200);
    expect(await states()).toEqual([
      [1, 'current'],
      [2, 'past'],
      [3, 'past'],
    ]);
  });

  it('that is unusual is set when somebody says that it is meant', async () => {
    const cheap = { packageId: 'coins-1400', currency: 'INR', region: 'IN', amountMinor: 9_900 };
    const warned = await set(cheap).expect(409);
    expect(warned.body).toMatchObject({
      code: 'price.warned',
      errors: [{ pointer: '/amountMinor', detail: expect.stringContaining('makes money') }, {}],
    });
    expect(await prices({ packageId: 'coins-1400', currency: 'INR' })).toHaveLength(1);
    const { body } = await set({ ...cheap, acceptWarnings: true }).expect(201);
    expect(body.warnings).toEqual(['below_payout', 'arbitrage']);
    expect(body.fromMedianPercent).toBeLessThan(-80);
    expect(Number(body.usdPerCoin)).toBeLessThan(0.001);
    // What the smaller package costs per coin elsewhere makes this one no dearer; a bigger one that costs more per coin is.
    const dear = await set({
      packageId: 'coins-700',
      currency: 'CAD',
      region: 'CA',
      amountMinor: 1_999,
    }).expect(409);
    expect(dear.body.errors).toEqual([
      { pointer: '/amountMinor', detail: expect.stringContaining('smaller package') },
    ]);
  });

  it.each([
    [{ packageId: 'nothing', follows: 0 }, '/packageId'],
    [{ region: 'EU' }, '/region'],
    [{ currency: 'GOLD' }, '/currency'],
    [{ amountMinor: 0 }, '/amountMinor'],
    [{ validFrom: '2020-01-01T00:00:00Z' }, '/validFrom'],
    [{ validFrom: inHours(3), validUntil: inHours(2) }, '/validUntil'],
    [{ skuApple: 'com.example.coins.350' }, '/skuApple'],
    [{ reason: ' ' }, '/reason'],
  ])('cannot be set with %j', async (change, pointer) => {
    const { body } = await set({ packageId: 'coins-7000', amountMinor: 9_899, ...change }).expect(422);
    expect(body.errors[0].pointer).toBe(pointer);
    expect(await prices({ packageId: 'coins-7000', currency: 'USD' })).toHaveLength(1);
  });

  it('is set by one of two who looked at the same version', async () => {
    const both = await Promise.all(
      [9_899, 9_799].map((amountMinor) => set({ packageId: 'coins-7000', amountMinor })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await prices({ packageId: 'coins-7000', currency: 'USD' })).toHaveLength(2);
  });
});

describe('a list of prices', () => {
  const exported = async () => (await manager.request.get('/staff/price-points/export').expect(200)).text;

  it('goes out as CSV, comes back changed, and changes no more than that', async () => {
    const text = await exported();
    expect(text).toContain('packageId,currency,region,price,skuApple,skuGoogle,validFrom,validUntil\r\n');
    const unchanged = await upload(text).expect(200);
    expect(unchanged.body).toMatchObject({ changed: 0, refused: 0 });
    const line = 'coins-17500,EUR,*,274.99,';
    expect(text).toContain(line);
    const changed = text.replace(line, 'coins-17500,EUR,*,269.99,');
    const preview = await upload(changed, { dryRun: true }).expect(200);
    expect(preview.body).toMatchObject({
      dryRun: true,
      changed: 1,
      changes: [
        {
          packageId: 'coins-17500',
          before: { amountMinor: 27_499, currency: 'EUR' },
          after: { amountMinor: 26_999, currency: 'EUR' },
          changePercent: -1.8,
          warnings: [],
        },
      ],
    });
    expect((await upload(changed).expect(200)).body).toMatchObject({ dryRun: false, changed: 1 });
    expect((await upload(changed).expect(200)).body).toMatchObject({ changed: 0 });
    const [, second] = await prices({ packageId: 'coins-17500', currency: 'EUR' });
    expect(second).toMatchObject({
      version: 2,
      reason: 'New price list',
      skuApple: 'com.example.coins.17500',
    });
  });

  it('names each wrong row by its line, and sets nothing or the others', async () => {
    const text = [
      'Package ID;Currency;Region;Price',
      'coins-3500;USD;*;48.99',
      'nothing;USD;*;1.00',
      'coins-3500;USD;*;47.99',
      'coins-3500;JPY;JP;7990.5',
      'coins-3500;usd;de;48.50',
      'coins-3500;USD;EU;48.50',
    ].join('\n');
    const refused = await upload(text).expect(422);
    expect(refused.body.errors.map((e: { detail: string }) => e.detail)).toEqual([
      'line 3, “nothing USD * 1.00”: packageId: there is no such package',
      'line 4, “coins-3500 USD * 47.99”: line 2 sets the same price already',
      'line 5, “coins-3500 JPY JP 7990.5”: price: must be an amount above 0 like 999',
      'line 7, “coins-3500 USD EU 48.50”: region: must be an ISO 3166-1 alpha-2 country code or *',
    ]);
    expect(await prices({ packageId: 'coins-3500', currency: 'USD' })).toHaveLength(1);
    const { body } = await upload(text, { wrongRows: 'skip' }).expect(200);
    expect(body).toMatchObject({ rows: 6, changed: 2, refused: 4 });
  });

  it('with unusual prices asks whether they are meant', async () => {
    const text = 'packageId,currency,region,price\ncoins-35000,USD,*,49.99\n';
    const preview = await upload(text, { dryRun: true }).expect(200);
    expect(preview.body).toMatchObject({ warned: 1, changes: [{ warnings: ['below_payout', 'arbitrage'] }] });
    expect((await upload(text).expect(409)).body.code).toBe('price.warned');
    expect((await upload(text, { acceptWarnings: true }).expect(200)).body.changed).toBe(1);
  });

  it('of a hundred thousand rows with wrong ones in the middle sets the others', async () => {
    const rows = 100_000;
    const regions = ['DE', 'FR', 'IT', 'ES', 'NL'];
    const ids = Array.from({ length: rows / regions.length }, (_, i) => `bulk-${i}`);
    await app.db.run(async (tx) => {
      await tx.query('INSERT INTO packages (package_id) SELECT unnest($1::text[])', [ids]);
      await tx.query(
        `INSERT INTO package_versions (package_id, version, name, tier, coins, bonus_coins, position, valid_from, created_at)
         SELECT id, 1, id, 'small', 70, 0, 20000, now(), now() FROM unnest($1::text[]) AS id`,
        [ids],
      );
    });
    const lines = ids.flatMap((id) => regions.map((region) => `${id},EUR,${region},1.05`));
    for (let i = 50_000; i < 50_010; i++) lines[i] = lines[i]!.replace('1.05', 'much');
    const text = `packageId,currency,region,price\n${lines.join('\n')}`;
    const { body } = await upload(text, { wrongRows: 'skip' }).expect(200);
    expect(body).toMatchObject({ rows, changed: rows - 10, refused: 10 });
    expect(body.errors[0]).toMatchObject({ line: 50_002 });
    const more = `${text}\nbulk-0,EUR,DE,1.04`;
    expect((await upload(more, { wrongRows: 'skip' }).expect(422)).body.errors[0].detail).toContain(
      '100000 rows',
    );
  });
});
