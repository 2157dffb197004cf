import { type WebhookEvent, webhookEvent } from '@coinwarden/contracts';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { TestStaff } from '../../support/app.js';
import { type Economy, judgeBy, startEconomy } from '../../support/economy.js';
import { eventually } from '../../support/eventually.js';
import { expectSoundLedger } from '../../support/ledger.js';
import { startReceiver, type WebhookReceiver } from '../../support/webhook-receiver.js';
import { buy, expectPaidOnce, page, request } from './refund-desk.js';
import { RefundProvider } from './refund-provider.js';

/** With the jobs on, as in production: nobody has to do anything after a request. */
let economy: Economy;
let provider: RefundProvider;
let receiver: WebhookReceiver;
let admin: TestStaff;
beforeAll(async () => {
  economy = await startEconomy({ jobs: true, allowPrivateWebhooks: true });
  provider = new RefundProvider(economy);
  receiver = await startReceiver();
  admin = await economy.signIn('admin');
  await admin.request
    .post('/staff/webhooks')
    .send({ url: `${receiver.url}/refunds`, eventTypes: [] })
    .expect(201);
});
afterAll(async () => {
  await economy.close();
  await receiver.close();
});
afterEach(() => expectSoundLedger(economy));

const told = (refundId: string): WebhookEvent[] =>
  receiver
    .at('/refunds')
    .map((message) => webhookEvent.parse(JSON.parse(message.body)))
    .filter(
      (event) =>
        event.type.startsWith('refund.') && (event.data as { refundId?: string }).refundId === refundId,
    );

test('an approved refund is paid, and the platform is told of every step', async () => {
  const purchase = await buy(economy, await economy.account());
  const { refundId } = await request(economy, {
    purchaseId: purchase.purchaseId,
    reason: 'accidental_purchase',
  });
  await eventually(async () => {
    expect((await page(admin, refundId)).status).toBe('succeeded');
    expect(new Set(told(refundId).map(({ type }) => type))).toEqual(
      new Set(['refund.requested', 'refund.approved', 'refund.succeeded']),
    );
  });
  expect(provider.made(purchase.reference)).toHaveLength(1);
  await expectPaidOnce(economy, purchase);
});

test('a declined purchase gets its money back', async () => {
  await judgeBy(economy, [{ kind: 'purchase', effect: 'decline' }]);
  const purchase = await buy(economy, await economy.account());
  await judgeBy(economy, []);
  await eventually(() => expect(provider.paid(purchase.reference)).toBe(999n), 25_000);
  await eventually(async () =>
    expect(await expectPaidOnce(economy, purchase)).toMatchObject({ refunded: 999 }),
  );
});

test('a bulk works itself off and shows how far it is', async () => {
  const purchases = [];
  for (let i = 0; i < 3; i++) purchases.push(await buy(economy, await economy.account()));
  const purchaseIds = purchases.map(({ purchaseId }) => purchaseId);
  const made = await admin.request
    .post('/staff/refund-bulks')
    .send({ purchaseIds, reason: 'technical_fault' })
    .expect(201);
  await eventually(async () => {
    const bulk = await admin.request.get(`/staff/refund-bulks/${made.body.id}`).expect(200);
    expect(bulk.body).toMatchObject({ status: 'done', progress: { total: 3, waiting: 0, succeeded: 3 } });
  });
  for (const purchase of purchases) await expectPaidOnce(economy, purchase);
});
