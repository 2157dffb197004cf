import { randomUUID } from 'node:crypto';
import type { StaffFraudWarning } from '@coinwarden/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { ReviewDisputes } from '../../../api/src/disputes/disputes.public.js';
import { WorkOffRefunds } from '../../../api/src/refunds/refunds.public.js';
import type { TestStaff } from '../../support/app.js';
import { type Economy, judgeBy, purchaseOf, startEconomy } from '../../support/economy.js';
import { expectSoundLedger } from '../../support/ledger.js';
import { bookedOf } from '../../support/money-back.js';
import { noticeSettings } from '../../support/notice-senders.js';
import { type Bought, buy, DisputeProvider, fraudWarning, StripeDispute, tell } from './dispute-desk.js';

let economy: Economy;
let analyst: TestStaff;
let lead: TestStaff;
let provider: DisputeProvider;
beforeAll(async () => {
  economy = await startEconomy({ jobs: false, ...noticeSettings() });
  analyst = await economy.signIn('dispute_analyst');
  lead = await economy.signIn('ts_lead');
  provider = new DisputeProvider(economy);
});
afterAll(() => economy.close());
afterEach(() => expectSoundLedger(economy));

const MORE_THAN_REFUNDED_ALONE = { packageId: 'coins-7000', money: { amountMinor: 9_999, currency: 'USD' } };

async function held(captured: boolean, changes: object = {}): Promise<Bought> {
  const accountId = await economy.account();
  const { payment } = purchaseOf(accountId);
  const reference = `pi_${randomUUID()}`;
  if (captured) await judgeBy(economy, [{ kind: 'purchase', effect: 'review' }]);
  const answer = await economy.buy(accountId, { payment: { ...payment, reference, captured }, ...changes });
  if (captured) await judgeBy(economy, []);
  const purchase = { accountId, purchaseId: answer.transactionId, reference };
  expect(await statusOf(purchase)).toBe('held');
  return purchase;
}

const statusOf = async ({ purchaseId }: Bought): Promise<string> =>
  (await economy.asPlatform.get(`/v1/transactions/${purchaseId}`).expect(200)).body.status;

async function warningOf({ purchaseId }: Bought): Promise<StaffFraudWarning> {
  const filter = JSON.stringify({ purchaseId });
  const { body } = await analyst.request.get('/staff/fraud-warnings').query({ filter }).expect(200);
  expect(body).toHaveLength(1);
  return body[0];
}

/** Pays what is owed; answers how much the provider was asked to give back for this purchase. */
async function paidBack({ reference }: Bought): Promise<bigint> {
  await economy.app.get(WorkOffRefunds, { strict: false }).run();
  const orders = provider.refunded.filter((order) => order.reference === reference);
  return orders.reduce((sum, order) => sum + order.money.amountMinor, 0n);
}

describe('a fraud warning about a payment that has not been taken', () => {
  it('ends the purchase, so that it never is', async () => {
    const purchase = await held(false);
    await tell(economy, fraudWarning(purchase.reference));
    expect(await warningOf(purchase)).toMatchObject({ status: 'not_charged', allowedActions: [] });
    expect(await statusOf(purchase)).toBe('voided');
    await economy.asPlatform.post(`/v1/transactions/${purchase.purchaseId}/capture`).send({}).expect(409);
    expect((await economy.wallet(purchase.accountId)).coins).toMatchObject({ held: 0, available: 0 });
    expect(await paidBack(purchase)).toBe(0n);
    // Told again, and about a purchase that has ended: nothing else happens.
    await tell(economy, fraudWarning(purchase.reference, { id: 'issfr_second' }));
    expect(await statusOf(purchase)).toBe('voided');
  });

  it('ends it whatever the provider says of refunds, and while a person still had to review it', async () => {
    await judgeBy(economy, [{ kind: 'purchase', effect: 'review' }]);
    const purchase = await held(false);
    await judgeBy(economy, []);
    await tell(economy, fraudWarning(purchase.reference, { actionable: false }));
    expect(await warningOf(purchase)).toMatchObject({ status: 'not_charged', actionable: false });
    expect(await statusOf(purchase)).toBe('voided');
  });
});

describe('a fraud warning about a payment that was taken while its purchase is held', () => {
  it('declines the purchase where the policy refunds, and the money is paid back once', async () => {
    const purchase = await held(true);
    const warning = fraudWarning(purchase.reference);
    await tell(economy, warning, warning);
    expect(await statusOf(purchase)).toBe('declined');
    expect(await warningOf(purchase)).toMatchObject({
      status: 'refunding',
      refundId: expect.any(String),
      comparison: { verdict: 'refund', spentPermille: 0 },
    });
    expect(await paidBack(purchase)).toBe(999n);
    expect(await paidBack(purchase)).toBe(999n);
    expect(await bookedOf(economy, purchase)).toMatchObject({ refunded: 999, lost: 0 });
    expect((await economy.wallet(purchase.accountId)).coins).toMatchObject({ held: 0, available: 0 });
  });

  it('is left to a person above the policy’s amount, whose refund declines it', async () => {
    const purchase = await held(true, MORE_THAN_REFUNDED_ALONE);
    await tell(economy, fraudWarning(purchase.reference));
    const open = await warningOf(purchase);
    expect(open).toMatchObject({ status: 'open', allowedActions: ['refund', 'keep'] });
    expect(await statusOf(purchase)).toBe('held');
    const path = `/staff/fraud-warnings/${open.id}/actions/refund`;
    const answers = await Promise.all([0, 1].map(() => analyst.request.post(path).send({})));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await statusOf(purchase)).toBe('declined');
    expect(await warningOf(purchase)).toMatchObject({ status: 'refunding', refundId: expect.any(String) });
    expect(await paidBack(purchase)).toBe(9_999n);
  });

  it('has nothing left to decide once a reviewer has declined it', async () => {
    const purchase = await held(true, MORE_THAN_REFUNDED_ALONE);
    await tell(economy, fraudWarning(purchase.reference));
    const declined = `/staff/transactions/${purchase.purchaseId}/actions/decline`;
    await lead.request.post(declined).send({ reason: 'A stolen card.' }).expect(200);
    await economy.app.get(ReviewDisputes, { strict: false }).declined(purchase);
    expect(await warningOf(purchase)).toMatchObject({ status: 'refunding', refundId: expect.any(String) });
    expect(await paidBack(purchase)).toBe(9_999n);
  });
});

it('says that the money went back before, or that a dispute has it', async () => {
  const declined = await held(true);
  const decline = `/staff/transactions/${declined.purchaseId}/actions/decline`;
  await lead.request.post(decline).send({ reason: 'A stolen card.' }).expect(200);
  await tell(economy, fraudWarning(declined.reference));
  expect(await warningOf(declined)).toMatchObject({ status: 'paid_back', allowedActions: [] });
  expect(await paidBack(declined)).toBe(999n);

  const disputed = await buy(economy);
  const dispute = new StripeDispute(disputed.reference);
  await tell(economy, dispute.event('created'), dispute.withdrawn(), fraudWarning(disputed.reference));
  expect(await warningOf(disputed)).toMatchObject({ status: 'too_late', allowedActions: [] });
});
