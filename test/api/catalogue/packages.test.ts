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

const contents = { name: 'Holiday box', tier: 'medium', coins: 1_000, bonusCoins: 100, position: 45 };
const make = (packageId: string) =>
  manager.request.post('/staff/packages').send({ packageId, ...contents, reason: 'For the holidays' });
const act = (packageId: string, action: string, body: object) =>
  manager.request.post(`/staff/packages/${packageId}/actions/${action}`).send({ reason: 'Test', ...body });
const price = (packageId: string, body: object = {}) =>
  manager.request.post('/staff/price-points').send({
    packageId,
    currency: 'USD',
    region: '*',
    amountMinor: 1_399,
    follows: 0,
    reason: 'Test',
    ...body,
  });
const offered = async (packageId: string) => {
  const { body } = await app.asPlatform.get('/v1/packages?currency=USD').expect(200);
  return body.items.find((item: { packageId: string }) => item.packageId === packageId);
};
const actionsOn = (id: string) =>
  app.db.query(
    `SELECT action, reason FROM audit_log WHERE subject_type = 'package' AND subject_id = $1 ORDER BY seq`,
    [id],
  );

describe('a package', () => {
  it('is made, priced, sold, changed and retired, each with who and why', async () => {
    const made = await make('holiday-box').expect(201);
    expect(made.body).toMatchObject({ ...contents, id: 'holiday-box', status: 'draft', version: 1 });
    expect(made.body.allowedActions).toEqual(['edit', 'sell']);
    expect(await offered('holiday-box')).toBeUndefined();

    const unpriced = await act('holiday-box', 'sell', {}).expect(409);
    expect(unpriced.body.code).toBe('action.not_allowed');
    await price('holiday-box').expect(201);
    expect((await act('holiday-box', 'sell', {}).expect(200)).body.status).toBe('on_sale');
    expect(await offered('holiday-box')).toMatchObject({ coins: 1_000, bonusCoins: 100 });

    const edit = { follows: 1, ...contents, bonusCoins: 200, name: 'Holiday chest' };
    const edited = await act('holiday-box', 'edit', edit).expect(200);
    expect(edited.body).toMatchObject({ version: 2, latestVersion: 2, name: 'Holiday chest' });
    expect(await offered('holiday-box')).toMatchObject({ name: 'Holiday chest', bonusCoins: 200 });

    expect((await act('holiday-box', 'retire', {}).expect(200)).body.status).toBe('retired');
    expect(await offered('holiday-box')).toBeUndefined();
    expect((await act('holiday-box', 'retire', {}).expect(409)).body.code).toBe('action.not_allowed');
    expect(await actionsOn('holiday-box')).toEqual([
      { action: 'package.created', reason: 'For the holidays' },
      { action: 'package.sold', reason: 'Test' },
      { action: 'package.edited', reason: 'Test' },
      { action: 'package.retired', reason: 'Test' },
    ]);
    const { body: versions } = await manager.request
      .get('/staff/package-versions')
      .query({ filter: JSON.stringify({ packageId: 'holiday-box' }) })
      .expect(200);
    expect(versions).toMatchObject([
      { version: 2, current: true, bonusCoins: 200, createdBy: manager.email, reason: 'Test' },
      { version: 1, current: false, bonusCoins: 100, createdBy: manager.email, reason: 'For the holidays' },
    ]);
  });

  it('changes and is sold at a moment to come, not before', async () => {
    await make('later').expect(201);
    await price('later').expect(201);
    const sold = await act('later', 'sell', { from: inHours(1), until: inHours(48) }).expect(200);
    expect(sold.body).toMatchObject({ status: 'scheduled', allowedActions: ['edit', 'sell', 'retire'] });
    expect(await offered('later')).toBeUndefined();
    await act('later', 'edit', { follows: 1, ...contents, coins: 2_000, validFrom: inHours(2) }).expect(200);
    const { body } = await manager.request.get('/staff/packages/later').expect(200);
    expect(body).toMatchObject({ coins: 1_000, version: 1, latestVersion: 2 });

    // On sale it keeps its beginning; only its end moves.
    await act('later', 'sell', {}).expect(200);
    expect((await act('later', 'sell', { from: inHours(3) }).expect(422)).body.errors).toEqual([
      { pointer: '/from', detail: expect.any(String) },
    ]);
    expect((await act('later', 'retire', { at: inHours(5) }).expect(200)).body.status).toBe('on_sale');
    expect((await act('later', 'sell', {}).expect(200)).body.saleUntil).toBeNull();
  });

  it.each([
    ['edit', { follows: 1, ...contents, validFrom: '2020-01-01T00:00:00Z' }, '/validFrom'],
    ['edit', { follows: 1, ...contents, coins: 0 }, '/coins'],
    ['sell', { from: '2020-01-01T00:00:00Z' }, '/from'],
    ['sell', { from: inHours(5), until: inHours(4) }, '/until'],
    ['retire', { at: '2020-01-01T00:00:00Z' }, '/at'],
  ])('is not to %s with %j', async (action, body, pointer) => {
    await make('wrong');
    await price('wrong');
    if (action === 'retire') await act('wrong', 'sell', {}).expect(200);
    const answer = await act('wrong', action, body).expect(422);
    expect(answer.body.errors.map((error: { pointer: string }) => error.pointer)).toEqual([pointer]);
  });

  it('is made once, and changed by one of two who looked at the same version', async () => {
    const both = await Promise.all([make('twice'), make('twice')]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    const edits = await Promise.all(
      ['Mine', 'Yours'].map((name) => act('twice', 'edit', { follows: 1, ...contents, name })),
    );
    expect(edits.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(edits.find(({ status }) => status === 409)!.body.code).toBe('record.conflict');
    const won = edits.find(({ status }) => status === 200)!.body.name;
    expect((await manager.request.get('/staff/packages/twice').expect(200)).body).toMatchObject({
      version: 2,
      name: won,
    });
  });

  it('is for a product manager to change, and for others to look at', async () => {
    const auditor = await app.signIn('auditor');
    const { body } = await auditor.request.get('/staff/packages/coins-70').expect(200);
    expect(body.allowedActions).toEqual([]);
    for (const path of ['packages', 'packages/coins-70/actions/retire', 'price-points', 'price-points/batch'])
      await auditor.request.post(`/staff/${path}`).send({}).expect(403);
  });
});

describe('a buyer who was shown an offer', () => {
  let payments = 0;
  const buy = async (amountMinor: number) => {
    const reference = `held-${++payments}`;
    const { body } = await app.asPlatform
      .post('/v1/transactions')
      .set('Idempotency-Key', reference)
      .send({
        kind: 'purchase',
        accountId: 'buyer',
        packageId: 'held',
        money: { amountMinor, currency: 'USD' },
        payment: { provider: 'stripe', reference, captured: true },
      })
      .expect(200);
    return body;
  };
  const codes = (answer: { reasons: { code: string }[] }) => answer.reasons.map((r) => r.code);
  const paidCoins = (answer: { wallet: { coins: { paid: number } } }) => answer.wallet.coins.paid;

  it('gets it at that price for a quarter of an hour, whatever has changed, and then no more', async () => {
    await app.asPlatform
      .put('/v1/accounts/buyer')
      .send({
        createdAt: '2020-03-01T10:00:00Z',
        country: 'US',
        timeZone: 'UTC',
        ageBand: 'adult',
        creator: false,
      })
      .expect(200);
    await make('held').expect(201);
    await price('held').expect(201);
    await act('held', 'sell', {}).expect(200);
    const first = await buy(1_399);
    expect(first.outcome).toBe('approve');

    await price('held', { follows: 1, amountMinor: 1_499 }).expect(201);
    await act('held', 'edit', { follows: 1, ...contents, coins: 900 }).expect(200);
    const asShown = await buy(1_399);
    expect(codes(asShown)).not.toContain('purchase.price_mismatch');
    expect(paidCoins(asShown) - paidCoins(first)).toBe(1_000);
    const asNow = await buy(1_499);
    expect(paidCoins(asNow) - paidCoins(asShown)).toBe(900);
    expect(codes(await buy(1_299))).toContain('purchase.price_mismatch');

    await act('held', 'retire', {}).expect(200);
    expect(codes(await buy(1_499))).not.toContain('package.unknown');

    const earlier = `- interval '16 minutes'`;
    await app.db.run(async (tx) => {
      await tx.query(`UPDATE price_points SET valid_from = valid_from ${earlier} WHERE package_id = 'held'`);
      await tx.query(
        `UPDATE package_versions SET valid_from = valid_from ${earlier} WHERE package_id = 'held'`,
      );
      await tx.query(
        `UPDATE packages SET sale_from = sale_from ${earlier}, sale_until = NULL WHERE package_id = 'held'`,
      );
      await tx.query("UPDATE reference_versions SET version = version + 1 WHERE name = 'catalogue'");
    });
    expect(codes(await buy(1_399))).toContain('purchase.price_mismatch');
  });
});
