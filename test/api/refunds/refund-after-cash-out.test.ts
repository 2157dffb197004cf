import { DAY } from '@coinwarden/domain';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Economy, startEconomy } from '../../support/economy.js';
import { expectSoundLedger } from '../../support/ledger.js';
import { claimOf, passTime, settle } from '../../support/money-back.js';
import { approve, ask, buy, expectPaidOnce, page, workOff } from './refund-desk.js';
import { RefundProvider } from './refund-provider.js';

let economy: Economy;
beforeAll(async () => {
  economy = await startEconomy({ jobs: false });
});
afterAll(async () => {
  await expectSoundLedger(economy);
  await economy.close();
});

const REASON = { reason: 'accidental_purchase' };

test('refunded after everything was gifted and withdrawn, the money goes back once, in odd parts, and what has left as cash is owed by the buyer', async () => {
  const provider = new RefundProvider(economy);
  const [buyer, creator] = [await economy.account(), await economy.account({ creator: true })];
  const purchase = await buy(economy, buyer);
  await economy.gift(buyer, creator, { quantity: 700 });
  passTime(economy, 30 * DAY);
  // Sessions end with time, so they come to work now.
  const [agent, lead] = [await economy.signIn('support_agent'), await economy.signIn('ts_lead')];
  const withdrawal = await economy.submit({
    kind: 'withdrawal',
    accountId: creator,
    diamonds: 700,
    payout: { method: 'paypal', destination: 'somebody@example.com' },
  });
  expect(withdrawal.outcome).toBe('approve');

  for (const amountMinor of [333, 1, 665]) {
    const { refundId, status } = await ask(agent, {
      purchaseId: purchase.purchaseId,
      amountMinor,
      ...REASON,
    });
    if (status === 'pending_approval') expect((await approve(lead, refundId)).status).toBe(200);
    await workOff(economy);
    expect((await page(agent, refundId)).status).toBe('succeeded');
  }
  expect(provider.paid(purchase.reference)).toBe(999n);
  expect(await expectPaidOnce(economy, purchase)).toMatchObject({ refunded: 999, taken: 700 });
  expect(await economy.wallet(buyer)).toMatchObject({ debtCoins: 700, coins: { available: 0 } });
  expect((await economy.wallet(creator)).diamonds).toEqual({ available: 0, held: 0 });
  const again = await agent.request
    .post('/staff/refunds')
    .send({ purchaseId: purchase.purchaseId, ...REASON });
  expect(again.body.code).toBe('refund.not_refundable');

  // A chargeback on top costs the buyer nothing more.
  await settle(economy, purchase, claimOf({ kind: 'dispute', cause: 'fraud', paidMinor: 999n }));
  expect(await expectPaidOnce(economy, purchase)).toMatchObject({ refunded: 999, lost: 0, excess: 999 });
  expect((await economy.wallet(buyer)).debtCoins).toBe(700);
});
