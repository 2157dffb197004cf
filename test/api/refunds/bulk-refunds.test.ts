import { randomUUID } from 'node:crypto';
import type { RefundBulkPreview, StaffRefundBulk, StaffRefundBulkItem } from '@coinwarden/contracts';
import { DEFAULT_REFUND_POLICY } from '@coinwarden/domain';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { OpenRefund } from '../../../api/src/refunds/commands/open-refund.js';
import { WorkOffBulk } from '../../../api/src/refunds/refunds.public.js';
import type { TestStaff } from '../../support/app.js';
import { type Economy, startEconomy } from '../../support/economy.js';
import { expectSoundLedger } from '../../support/ledger.js';
import { type Bought, buy, expectPaidOnce, workOff } from './refund-desk.js';
import { RefundProvider } from './refund-provider.js';

let economy: Economy;
let provider: RefundProvider;
let analyst: TestStaff;
let lead: TestStaff;
beforeAll(async () => {
  economy = await startEconomy({ jobs: false });
  provider = new RefundProvider(economy);
  analyst = await economy.signIn('dispute_analyst');
  lead = await economy.signIn('ts_lead');
});
afterAll(() => economy.close());
afterEach(() => expectSoundLedger(economy));

const REASON = { reason: 'technical_fault' };
const worker = () => economy.app.get(WorkOffBulk, { strict: false });
const idsOf = (purchases: readonly Bought[]) => purchases.map(({ purchaseId }) => purchaseId);

async function buyMany(count: number): Promise<Bought[]> {
  const purchases: Bought[] = [];
  for (let i = 0; i < count; i++) purchases.push(await buy(economy, await economy.account()));
  return purchases;
}

const post = (by: TestStaff, body: object) =>
  by.request.post('/staff/refund-bulks').send({ ...REASON, ...body });

async function open(by: TestStaff, body: object): Promise<StaffRefundBulk> {
  const answer = await post(by, body);
  expect([answer.status, answer.body]).toEqual([201, expect.anything()]);
  return answer.body;
}

const askAsPlatform = ({ purchaseId }: Bought) =>
  economy.asPlatform
    .post('/v1/refunds')
    .set('Idempotency-Key', randomUUID())
    .send({ purchaseId, ...REASON })
    .expect(200);

const read = async (id: string): Promise<StaffRefundBulk> =>
  (await analyst.request.get(`/staff/refund-bulks/${id}`).expect(200)).body;

const items = async (bulkId: string): Promise<StaffRefundBulkItem[]> =>
  (
    await analyst.request
      .get('/staff/refund-bulk-items')
      .query({ filter: JSON.stringify({ bulkId }), range: '[0,199]' })
      .expect(200)
  ).body;

describe('a dry run', () => {
  test('counts what would come of it and writes nothing', async () => {
    const purchases = await buyMany(3);
    const apple = await buy(economy, await economy.account(), 'apple');
    const [gone] = await buyMany(1);
    await askAsPlatform(gone!);
    const purchaseIds = [
      ...idsOf(purchases),
      apple.purchaseId,
      randomUUID(),
      gone!.purchaseId,
      purchases[0]!.purchaseId,
    ];
    const answer = await post(analyst, { purchaseIds, dryRun: true });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      purchases: 6,
      refundable: 3,
      accounts: 3,
      money: [{ amountMinor: 2_997, currency: 'USD' }],
      amountUsdMinor: 2_997,
      coins: 2_100,
      unspentCoins: 2_100,
      outcomes: [{ outcome: 'auto_approve', count: 3 }],
      needsSecondPerson: false,
    });
    const { refusals } = answer.body as RefundBulkPreview;
    expect(refusals.map(({ code, why, count }) => [code, why, count])).toEqual([
      ['refund.not_refundable', 'apple_refunds', 1],
      ['record.unknown', undefined, 1],
      ['refund.not_refundable', 'nothing_left', 1],
    ]);
    expect(await economy.db.query('SELECT 1 FROM refund_bulks')).toEqual([]);
  });

  test('finds purchases by a filter, by time and more', async () => {
    const buyer = await economy.account();
    const from = new Date(Date.now() - 60_000).toISOString();
    const to = new Date(Date.now() + 60_000).toISOString();
    await buy(economy, buyer);
    await buy(economy, buyer, 'google');
    const count = async (filter: object) =>
      (await post(analyst, { filter: { accountId: buyer, from, to, ...filter }, dryRun: true })).body
        .purchases;
    expect(await count({})).toBe(2);
    expect(await count({ provider: 'google' })).toBe(1);
    expect(await count({ instrument: `card-${buyer}`, packageId: 'coins-700', currency: 'USD' })).toBe(2);
    expect((await post(analyst, { filter: { accountId: buyer, from: to, to } })).body.errors).toEqual([
      { pointer: '/filter', detail: 'fits no purchase' },
    ]);
  });

  test.each([
    ['neither purchases nor a filter', {}],
    ['a reason that is none', { purchaseIds: ['x'], reason: 'because' }],
    ['a reason without its note', { purchaseIds: ['x'], reason: 'other' }],
  ])('refuses %s', async (_, body) => {
    expect((await post(analyst, body)).body).toMatchObject({ status: 422, code: 'request.invalid' });
  });

  test('is refused to who may not', async () => {
    const agent = await economy.signIn('support_agent');
    expect((await post(agent, { purchaseIds: ['x'] })).status).toBe(403);
  });
});

describe('a small bulk', () => {
  test('runs by itself, with a result for each', async () => {
    const purchases = await buyMany(4);
    const gone = purchases[3]!;
    const dry = await post(analyst, { purchaseIds: idsOf(purchases), dryRun: true });
    const bulk = await open(analyst, { purchaseIds: idsOf(purchases), previewHash: dry.body.hash });
    expect(bulk).toMatchObject({ status: 'running', progress: { total: 4, waiting: 4 } });
    await askAsPlatform(gone);
    await worker().run(bulk.id);
    await workOff(economy);
    expect(await read(bulk.id)).toMatchObject({
      status: 'done',
      progress: { total: 4, waiting: 0, opened: 3, refused: 1, succeeded: 3, failed: 0 },
    });
    const results = await items(bulk.id);
    expect(
      results.map(({ purchaseId, status, refundStatus, problem }) => [
        purchaseId,
        status,
        refundStatus,
        problem?.code ?? null,
      ]),
    ).toEqual([
      ...purchases.slice(0, 3).map(({ purchaseId }) => [purchaseId, 'opened', 'succeeded', null]),
      [gone.purchaseId, 'refused', null, 'refund.not_refundable'],
    ]);
    for (const purchase of purchases) {
      expect(provider.paid(purchase.reference)).toBe(999n);
      await expectPaidOnce(economy, purchase);
    }
  });

  test('says of a refund that the provider refused why', async () => {
    const purchases = await buyMany(2);
    const bulk = await open(analyst, { purchaseIds: idsOf(purchases) });
    await worker().run(bulk.id);
    provider.next('refuse');
    await workOff(economy);
    const failed = (await items(bulk.id)).filter(({ refundStatus }) => refundStatus === 'failed');
    expect(failed).toHaveLength(1);
    expect(failed[0]?.problem?.message).toEqual(expect.any(String));
  });

  test('that would now be another is refused', async () => {
    const purchases = await buyMany(1);
    const refused = await post(analyst, { purchaseIds: idsOf(purchases), previewHash: 'old' });
    expect(refused.body).toMatchObject({ status: 409, code: 'refund.preview_changed' });
  });

  test('stopped anywhere goes on with the rest, and opens nothing twice', async () => {
    const purchases = await buyMany(5);
    const bulk = await open(analyst, { purchaseIds: idsOf(purchases) });
    const opener = economy.app.get(OpenRefund, { strict: false });
    const run = opener.run.bind(opener);
    let opened = 0;
    opener.run = (...args) => {
      if (++opened === 3) return Promise.reject(new Error('the process ends'));
      return run(...args);
    };
    await worker().run(bulk.id);
    opener.run = run;
    expect(await read(bulk.id)).toMatchObject({ status: 'running', progress: { opened: 4, waiting: 1 } });
    await Promise.all([worker().resume(), worker().resume()]);
    expect(await read(bulk.id)).toMatchObject({ status: 'done', progress: { opened: 5, waiting: 0 } });
    await workOff(economy);
    for (const purchase of purchases) expect(provider.made(purchase.reference)).toHaveLength(1);
  });

  test('that is cancelled leaves what it has opened and opens nothing more', async () => {
    const purchases = await buyMany(2);
    const bulk = await open(analyst, { purchaseIds: idsOf(purchases) });
    const cancel = () => analyst.request.post(`/staff/refund-bulks/${bulk.id}/actions/cancel`);
    expect((await cancel().send({})).body.code).toBe('action.reason_required');
    await cancel().send({ reason: 'The fault was another' }).expect(200);
    await worker().run(bulk.id);
    expect(await read(bulk.id)).toMatchObject({
      status: 'cancelled',
      progress: { waiting: 2 },
      allowedActions: [],
    });
  });

  test('that is cancelled while it runs ends between two refunds, none of them half', async () => {
    const purchases = await buyMany(12);
    const bulk = await open(analyst, { purchaseIds: idsOf(purchases) });
    const opener = economy.app.get(OpenRefund, { strict: false });
    const run = opener.run.bind(opener);
    const cancel = () =>
      analyst.request
        .post(`/staff/refund-bulks/${bulk.id}/actions/cancel`)
        .send({ reason: 'The fault was another' });
    let opened = 0;
    let cancelled: ReturnType<typeof cancel> | undefined;
    opener.run = async (...args) => {
      const refund = await run(...args);
      // On its way while four of them are open and uncommitted.
      if (++opened === 4) {
        cancelled = cancel();
        void cancelled.then();
      }
      return refund;
    };
    await worker().run(bulk.id);
    opener.run = run;
    expect((await cancelled!).status).toBe(200);
    const { status, progress } = await read(bulk.id);
    expect(status).toBe('cancelled');
    expect(progress.opened).toBeGreaterThan(0);
    expect(progress.opened + progress.waiting).toBe(12);
    await worker().resume();
    await workOff(economy);
    expect((await read(bulk.id)).progress).toMatchObject({
      opened: progress.opened,
      waiting: progress.waiting,
      succeeded: progress.opened,
    });
    const paid = purchases.filter(({ reference }) => provider.made(reference).length === 1);
    expect(paid).toHaveLength(progress.opened);
    for (const purchase of purchases) await expectPaidOnce(economy, purchase);
  });
});

describe('a large bulk', () => {
  const limit = DEFAULT_REFUND_POLICY.bulk.secondPersonAboveUsdMinor;

  test('waits for a second person, whose approval covers every refund of it', async () => {
    const purchases = await buyMany(2);
    await releaseBulkLimit(1_000);
    const bulk = await open(lead, { purchaseIds: idsOf(purchases) });
    await economy.db.query("UPDATE accounts SET status = 'restricted' WHERE account_id = $1", [
      purchases[0]!.accountId,
    ]);
    expect(bulk).toMatchObject({ status: 'pending_approval', allowedActions: ['reject', 'cancel'] });
    await worker().run(bulk.id);
    expect((await read(bulk.id)).progress.opened).toBe(0);
    const act = (by: TestStaff, body: object) =>
      by.request.post(`/staff/refund-bulks/${bulk.id}/actions/approve`).send(body);
    expect((await act(lead, { previewHash: bulk.previewHash })).body.code).toBe('refund.self_approval');
    expect((await act(analyst, { previewHash: bulk.previewHash })).body.code).toBe('auth.forbidden');
    const admin = await economy.signIn('admin');
    expect((await act(admin, {})).body.errors).toMatchObject([{ pointer: '/previewHash' }]);
    expect((await act(admin, { previewHash: 'other' })).body.code).toBe('refund.preview_changed');
    const [first, second] = await Promise.all([
      act(admin, { previewHash: bulk.previewHash }),
      act(admin, { previewHash: bulk.previewHash }),
    ]);
    expect([first.status, second.status].sort()).toEqual([200, 409]);
    await worker().run(bulk.id);
    await workOff(economy);
    expect(await read(bulk.id)).toMatchObject({
      status: 'done',
      approvedBy: { id: admin.id },
      progress: { succeeded: 2 },
    });
    await releaseBulkLimit(limit);
  });

  async function releaseBulkLimit(secondPersonAboveUsdMinor: number) {
    const policy = { ...DEFAULT_REFUND_POLICY, bulk: { maxItems: 100, secondPersonAboveUsdMinor } };
    await economy.db.query(
      `INSERT INTO money_back_policies (kind, version, policy, comment, created_at, created_by)
       SELECT 'refund', max(version) + 1, $1, 'for a test', now(), 'test' FROM money_back_policies WHERE kind = 'refund'`,
      [JSON.stringify(policy)],
    );
  }
});
