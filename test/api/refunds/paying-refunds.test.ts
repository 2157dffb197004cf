import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { TestStaff } from '../../support/app.js';
import { type Economy, judgeBy, startEconomy } from '../../support/economy.js';
import { expectSoundLedger } from '../../support/ledger.js';
import { bookedOf, claimOf, settle } from '../../support/money-back.js';
import { act, ask, buy, callAgain, expectPaidOnce, page, workOff } from './refund-desk.js';
import { RefundProvider } from './refund-provider.js';

let economy: Economy;
let provider: RefundProvider;
let agent: TestStaff;
let lead: TestStaff;
beforeAll(async () => {
  economy = await startEconomy({ jobs: false });
  provider = new RefundProvider(economy);
  agent = await economy.signIn('support_agent');
  lead = await economy.signIn('ts_lead');
});
afterAll(() => economy.close());
afterEach(() => expectSoundLedger(economy));

const REASON = { reason: 'accidental_purchase' };
const coinsOf = async (accountId: string) => (await economy.wallet(accountId)).coins.available;

/** A refund the policy lets through, asked for and not paid yet. */
async function approved() {
  const buyer = await economy.account();
  const purchase = await buy(economy, buyer);
  const refund = await ask(agent, { purchaseId: purchase.purchaseId, ...REASON });
  expect(refund.status).toBe('approved');
  return { buyer, purchase, refundId: refund.refundId };
}

describe('paying an approved refund', () => {
  test('takes the coins with the approval, calls the provider once and books what it says', async () => {
    const { buyer, purchase, refundId } = await approved();
    expect(await coinsOf(buyer)).toBe(0);
    await workOff(economy);
    await workOff(economy);
    expect(provider.paid(purchase.reference)).toBe(999n);
    expect(provider.calls.filter((key) => key.includes(refundId))).toEqual([`refund-${refundId}-1`]);
    expect(await bookedOf(economy, purchase)).toMatchObject({ refunded: 999, reserved: 0, taken: 700 });
    const { status, timeline, providerRefunds } = await page(agent, refundId);
    expect(status).toBe('succeeded');
    expect(timeline.map(({ kind }) => kind)).toEqual([
      'requested',
      'approved',
      'processing',
      'provider_told',
      'succeeded',
    ]);
    expect(providerRefunds).toMatchObject([{ attempt: 1, status: 'succeeded', money: { amountMinor: 999 } }]);
  });

  test('of two workers only one calls', async () => {
    const { purchase, refundId } = await approved();
    await Promise.all([workOff(economy), workOff(economy), workOff(economy)]);
    expect(provider.calls.filter((key) => key.includes(refundId))).toHaveLength(1);
    expect(await expectPaidOnce(economy, purchase)).toMatchObject({ refunded: 999 });
  });

  test('a refusal gives the coins back, and a retry is a new attempt under the policy of today', async () => {
    const { buyer, purchase, refundId } = await approved();
    provider.next('refuse');
    await workOff(economy);
    const failed = await page(agent, refundId);
    expect(failed).toMatchObject({
      status: 'failed',
      failure: { code: 'provider.charge_disputed' },
      allowedActions: ['retry'],
    });
    expect(await coinsOf(buyer)).toBe(700);
    const retried = await act(agent, refundId, 'retry').expect(200);
    expect(retried.body).toMatchObject({ status: 'approved', attempt: 2, failure: null });
    await workOff(economy);
    expect(provider.calls.filter((key) => key.includes(refundId))).toEqual([
      `refund-${refundId}-1`,
      `refund-${refundId}-2`,
    ]);
    expect(await expectPaidOnce(economy, purchase)).toMatchObject({ refunded: 999 });
  });
});

describe('when an answer is lost', () => {
  test('after the provider paid, asking again finds the payment and pays no second one', async () => {
    const { purchase, refundId } = await approved();
    provider.next('lose_answer');
    await workOff(economy);
    expect((await page(agent, refundId)).status).toBe('processing');
    expect(await bookedOf(economy, purchase)).toMatchObject({ refunded: 0, reserved: 999 });
    await callAgain(economy, refundId);
    expect(await page(agent, refundId)).toMatchObject({ status: 'succeeded', attempt: 1 });
    expect(provider.made(purchase.reference)).toHaveLength(1);
    expect(provider.paid(purchase.reference)).toBe(999n);
    await expectPaidOnce(economy, purchase);
  });

  test('before it paid, it is asked under the same key', async () => {
    const { purchase, refundId } = await approved();
    provider.next('unreachable', 'unreachable');
    await workOff(economy);
    await callAgain(economy, refundId);
    await callAgain(economy, refundId);
    const creations = provider.calls.filter((key) => key.startsWith(`refund-${refundId}`));
    expect(new Set(creations)).toEqual(new Set([`refund-${refundId}-1`]));
    expect(provider.made(purchase.reference)).toHaveLength(1);
    expect((await page(agent, refundId)).status).toBe('succeeded');
    await expectPaidOnce(economy, purchase);
  });

  test('nobody asks before the time, and nobody can stop it', async () => {
    const { refundId } = await approved();
    provider.next('unreachable');
    await workOff(economy);
    const calls = provider.calls.length;
    await workOff(economy);
    expect(provider.calls).toHaveLength(calls);
    const cancelled = await act(lead, refundId, 'cancel', { reason: 'too late' });
    expect(cancelled.body).toMatchObject({ status: 409, code: 'action.not_allowed' });
    await callAgain(economy, refundId);
  });

  test('a process that dies between intent and call leaves an intent that heals', async () => {
    const { purchase, refundId } = await approved();
    provider.next('unreachable');
    const revive = dieInTheCall();
    await expect(workOff(economy)).rejects.toThrow('killed');
    revive();
    expect(provider.paid(purchase.reference)).toBe(0n);
    expect(await bookedOf(economy, purchase)).toMatchObject({ refunded: 0, reserved: 999 });
    expect((await page(agent, refundId)).timeline.at(-1)!.kind).toBe('processing');
    await callAgain(economy, refundId);
    expect(provider.paid(purchase.reference)).toBe(999n);
    expect(await expectPaidOnce(economy, purchase)).toMatchObject({ refunded: 999, reserved: 0 });
  });

  test('a process that dies between call and booking books what it finds', async () => {
    const { purchase, refundId } = await approved();
    const revive = dieInTheCall();
    await expect(workOff(economy)).rejects.toThrow('killed');
    revive();
    expect(provider.paid(purchase.reference)).toBe(999n);
    expect(await bookedOf(economy, purchase)).toMatchObject({ refunded: 0, reserved: 999 });
    expect((await page(agent, refundId)).timeline.at(-1)!.kind).toBe('processing');
    await callAgain(economy, refundId);
    expect(provider.made(purchase.reference)).toHaveLength(1);
    expect(await expectPaidOnce(economy, purchase)).toMatchObject({ refunded: 999, reserved: 0 });
  });
});

/** From inside the call to the provider on, nothing this process does reaches the database. */
function dieInTheCall(): () => void {
  const { db } = economy;
  const [run, query] = [db.run, db.query];
  provider.during = async () => {
    const dead = () => Promise.reject(new Error('killed'));
    Object.assign(db, { run: dead, query: dead });
  };
  return () => {
    provider.during = async () => undefined;
    Object.assign(db, { run, query });
  };
}

describe('a refund that is owed for a declined purchase', () => {
  test('is taken up, paid by the same machine, and cannot be stopped by an agent', async () => {
    await judgeBy(economy, [{ kind: 'purchase', effect: 'decline' }]);
    const purchase = await buy(economy, await economy.account());
    await judgeBy(economy, []);
    const list = await agent.request
      .get('/staff/refunds')
      .query({ filter: JSON.stringify({ purchaseId: purchase.purchaseId }) })
      .expect(200);
    expect(list.body).toMatchObject([
      { status: 'requested', origin: 'automatic', reason: 'purchase_declined', allowedActions: [] },
    ]);
    const { id } = list.body[0];
    const stopped = await act(agent, id, 'cancel', { reason: 'no' });
    expect(stopped.body).toMatchObject({ code: 'action.not_allowed' });
    await workOff(economy);
    expect(await page(agent, id)).toMatchObject({
      status: 'succeeded',
      decision: { outcome: 'auto_approve', rowId: 'owed', policyVersion: 1 },
    });
    expect(provider.paid(purchase.reference)).toBe(999n);
    await expectPaidOnce(economy, purchase);
  });

  test('is not paid when the purchase was brought in as history', async () => {
    await judgeBy(economy, [{ kind: 'purchase', effect: 'decline' }]);
    const purchase = await buy(economy, await economy.account());
    await judgeBy(economy, []);
    await economy.db.query(
      "UPDATE refunds SET requested_at = now() - interval '2 years' WHERE transaction_id = $1",
      [purchase.purchaseId],
    );
    await workOff(economy);
    const [{ refund_id: id }] = (await economy.db.query<{ refund_id: string }>(
      'SELECT refund_id FROM refunds WHERE transaction_id = $1',
      [purchase.purchaseId],
    )) as [{ refund_id: string }];
    expect(await page(agent, id)).toMatchObject({ status: 'rejected', failure: { code: 'refund.history' } });
    expect(provider.made(purchase.reference)).toEqual([]);
  });

  test('that has gone back another way is not paid again', async () => {
    await judgeBy(economy, [{ kind: 'purchase', effect: 'decline' }]);
    const purchase = await buy(economy, await economy.account());
    await judgeBy(economy, []);
    await settle(economy, purchase, claimOf({ paidMinor: 999n }));
    await workOff(economy);
    expect(provider.made(purchase.reference)).toEqual([]);
    expect(await expectPaidOnce(economy, purchase)).toMatchObject({ refunded: 999 });
  });
});
