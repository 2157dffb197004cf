import { webhookEvent } from '@coinwarden/contracts';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Economy, judgeBy, startEconomy } from '../../support/economy.js';
import { eventually } from '../../support/eventually.js';
import { bought, claimOf, settle } from '../../support/money-back.js';
import { startReceiver, type WebhookReceiver } from '../../support/webhook-receiver.js';

let economy: Economy;
let receiver: WebhookReceiver;
beforeAll(async () => {
  economy = await startEconomy({ jobs: true, allowPrivateWebhooks: true });
  receiver = await startReceiver();
  await judgeBy(economy, []);
});
afterAll(async () => {
  await receiver?.close();
  await economy?.close();
});

test('the platform is told of every change of a debt, with what caused it', async () => {
  const admin = await economy.signIn('admin');
  await admin.request
    .post('/staff/webhooks')
    .send({ url: `${receiver.url}/debts`, eventTypes: ['account.debt_changed'] })
    .expect(201);
  const accountId = await economy.account();
  const purchase = await bought(economy, accountId);
  await economy.submit({ kind: 'unlock', accountId, contentId: 'film', coins: 700 });
  const claim = claimOf({ kind: 'dispute', cause: 'dispute', paidMinor: 999n });
  await settle(economy, purchase, claim);
  const paid = await economy.submit({ kind: 'reward', accountId, coins: 300, reason: 'task' });
  await settle(economy, purchase, { ...claim, paidMinor: 0n });
  const { purchaseId } = purchase;
  await eventually(() => {
    const events = receiver.at('/debts').map(({ body }) => webhookEvent.parse(JSON.parse(body)));
    const byTime = events.sort((a, b) => Date.parse(a.timestamp) - Date.parse(b.timestamp));
    expect(byTime.map(({ type, data }) => ({ type, ...data }))).toEqual(
      [
        { accountId, transactionId: purchaseId, why: 'clawback', change: 700, debtCoins: 700 },
        { accountId, transactionId: paid.transactionId, why: 'repayment', change: -300, debtCoins: 400 },
        { accountId, transactionId: purchaseId, why: 'reinstatement', change: -400, debtCoins: 0 },
      ].map((data) => ({ type: 'account.debt_changed', ...data })),
    );
  });
  // What was paid comes back as coins, because the purchase stands after all.
  expect((await economy.wallet(accountId)).coins.available).toBe(300);
});
