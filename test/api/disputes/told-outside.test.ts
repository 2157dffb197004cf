import { type WebhookEvent, webhookEvent } from '@coinwarden/contracts';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { TestStaff } from '../../support/app.js';
import { type Economy, purchaseOf, startEconomy } from '../../support/economy.js';
import { eventually } from '../../support/eventually.js';
import { expectSoundLedger } from '../../support/ledger.js';
import { noticeSettings } from '../../support/notice-senders.js';
import { startReceiver, type WebhookReceiver } from '../../support/webhook-receiver.js';
import { buy, DisputeProvider, inquiryAt, pageOf, StripeDispute, tell } from './dispute-desk.js';

let economy: Economy;
let analyst: TestStaff;
let receiver: WebhookReceiver;
beforeAll(async () => {
  economy = await startEconomy({ ...noticeSettings(), jobs: true, allowPrivateWebhooks: true });
  analyst = await economy.signIn('dispute_analyst');
  new DisputeProvider(economy);
  receiver = await startReceiver();
  const admin = await economy.signIn('admin');
  const eventTypes = ['dispute.opened', 'dispute.updated', 'dispute.won', 'dispute.prevented'];
  await admin.request
    .post('/staff/webhooks')
    .send({ url: `${receiver.url}/disputes`, eventTypes })
    .expect(201);
});
afterAll(async () => {
  await expectSoundLedger(economy);
  await receiver?.close();
  await economy?.close();
});

const toldOf = ({ id }: { id: string }): WebhookEvent[] =>
  receiver
    .at('/disputes')
    .map(({ body }) => webhookEvent.parse(JSON.parse(body)))
    .filter(({ data }) => 'providerDisputeId' in data && data.providerDisputeId === id)
    .sort((a, b) => Date.parse(a.timestamp) - Date.parse(b.timestamp));

test('with jobs on, an early dispute finds its purchase by itself, and the platform is told of all of it', async () => {
  const accountId = await economy.account();
  const purchase = purchaseOf(accountId);
  const dispute = new StripeDispute(purchase.payment.reference);
  await tell(economy, dispute.event('created'), dispute.withdrawn());
  const { transactionId } = await economy.submit(purchase);
  await eventually(async () =>
    expect((await pageOf(economy, analyst, dispute)).purchaseId).toBe(transactionId),
  );
  await tell(economy, dispute.reinstated(), dispute.event('closed', { status: 'won' }));
  await eventually(() => {
    const events = toldOf(dispute);
    expect(events.at(0)?.type).toBe('dispute.opened');
    expect(events.some(({ type }) => type === 'dispute.updated')).toBe(true);
    expect(events.at(-1)).toMatchObject({
      type: 'dispute.won',
      data: { accountId, purchaseId: transactionId, status: 'won', withdrawnMinor: 0, feeMinor: 1_500 },
    });
  });
});

test('with jobs on, an inquiry is refunded and prevented by itself', async () => {
  const purchase = await buy(economy);
  const dispute = inquiryAt(purchase.reference);
  await tell(economy, dispute.event('created'));
  await eventually(() => {
    expect(toldOf(dispute).at(-1)).toMatchObject({ type: 'dispute.prevented', data: { stage: 'inquiry' } });
  });
});
