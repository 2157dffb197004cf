import type { StaffCaseDetail, UndoneEffectView } from '@coinwarden/contracts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { RaiseHeld } from '../../../api/src/cases/cases.public.js';
import { WorkOffRefunds } from '../../../api/src/refunds/refunds.public.js';
import type { TestStaff } from '../../support/app.js';
import { type Economy, judgeBy, purchaseOf, startEconomy } from '../../support/economy.js';
import { expectSoundLedger } from '../../support/ledger.js';
import { claimOf, settle } from '../../support/money-back.js';
import { act, page } from './case-desk.js';

const KINDS = ['purchase', 'reward', 'unlock'] as const;
const STANDS = { reason: 'The bank confirmed the purchase.' };

let economy: Economy;
let lead: TestStaff;
let other: TestStaff;
beforeAll(async () => {
  economy = await startEconomy({ jobs: false });
  lead = await economy.signIn('ts_lead');
  other = await economy.signIn('ts_lead');
  await economy.db.query('UPDATE case_queues SET sample_permille = 0');
});
beforeEach(() =>
  judgeBy(
    economy,
    KINDS.map((kind) => ({ kind, effect: 'review' })),
  ),
);
afterEach(() => expectSoundLedger(economy));
afterAll(() => economy.close());

/** Held, declined by a decision on its case, and appealed. */
async function declined(accountId: string, transactionId: string) {
  await economy.app.get(RaiseHeld, { strict: false }).missed();
  const filter = JSON.stringify({ accountId });
  const [found] = (await lead.request.get('/staff/cases').query({ filter }).expect(200)).body;
  await act(lead, found.id, 'decide', {
    verdict: 'confirmed',
    policy: 'stolen_payment',
    measures: [{ type: 'decline_holds' }],
  }).expect(200);
  await economy.asPlatform
    .post('/v1/appeals')
    .send({ accountId, transactionId, statement: 'It was me!' })
    .expect(201);
  return found.id as string;
}

async function declinedPurchase(payment: { provider?: 'stripe' | 'other'; captured?: boolean } = {}) {
  const buyer = await economy.account();
  const bought = await economy.buy(buyer, { payment: { ...purchaseOf(buyer).payment, ...payment } });
  return { buyer, purchaseId: bought.transactionId, caseId: await declined(buyer, bought.transactionId) };
}

const preview = async (caseId: string): Promise<UndoneEffectView[]> =>
  (await other.request.get(`/staff/cases/${caseId}/appeal-preview`).expect(200)).body;

/** Grants it, and holds the answer against what its preview said. */
async function grant(caseId: string): Promise<UndoneEffectView[]> {
  const promised = await preview(caseId);
  const { body } = await act(other, caseId, 'grant', STANDS).expect(200);
  const { undone } = (body as StaffCaseDetail).appeal!;
  expect(undone).toEqual(promised);
  return undone;
}

const coinsOf = async (accountId: string) => (await economy.wallet(accountId)).coins;
const refundsOf = (purchaseId: string) =>
  economy.db.query('SELECT status FROM refunds WHERE transaction_id = $1', [purchaseId]);
const statusOf = async (transactionId: string) =>
  (await economy.asPlatform.get(`/v1/transactions/${transactionId}`).expect(200)).body.status;

describe('a granted appeal against a declined purchase', () => {
  test('calls the refund back while it is not paid, and the purchase stands with its coins', async () => {
    const { buyer, purchaseId, caseId } = await declinedPurchase();
    expect(await coinsOf(buyer)).toMatchObject({ paid: 0, available: 0 });
    expect(await grant(caseId)).toEqual([
      expect.objectContaining({ type: 'decline_holds', outcome: 'undone', why: null }),
    ]);
    expect(await coinsOf(buyer)).toMatchObject({ paid: 700, held: 0, available: 700 });
    expect(await refundsOf(purchaseId)).toEqual([{ status: 'cancelled' }]);
    expect(await statusOf(purchaseId)).toBe('posted');
    const audit = await economy.db.query(
      "SELECT reason FROM audit_log WHERE action = 'transaction.restored' AND subject_id = $1",
      [purchaseId],
    );
    expect(audit).toEqual([{ reason: STANDS.reason }]);
  });

  test('also when the refund was approved already and took its place in the settlement', async () => {
    const { buyer, purchaseId, caseId } = await declinedPurchase({ provider: 'other' });
    await economy.app.get(WorkOffRefunds, { strict: false }).run();
    expect(await refundsOf(purchaseId)).toEqual([{ status: 'approved' }]);
    expect(await grant(caseId)).toMatchObject([{ outcome: 'undone' }]);
    expect(await coinsOf(buyer)).toMatchObject({ available: 700 });
    // It is a purchase like any other now: its coins can be spent, and it can be refunded once.
    await judgeBy(economy, []);
    await economy.submit({ kind: 'unlock', accountId: buyer, contentId: 'c', coins: 100 });
    expect(await coinsOf(buyer)).toMatchObject({ available: 600 });
    const asked = { purchaseId, reason: 'unauthorised', note: 'It was not her after all.' };
    await lead.request.post('/staff/refunds').send(asked).expect(201);
    const refunds = await economy.db.query(
      'SELECT status FROM refunds WHERE transaction_id = $1 ORDER BY refund_id',
      [purchaseId],
    );
    expect(refunds).toEqual([{ status: 'cancelled' }, { status: 'approved' }]);
  });

  test('leaves everything as it is once the money is with the buyer, and says so beforehand', async () => {
    const { buyer, purchaseId, caseId } = await declinedPurchase({ provider: 'other' });
    await economy.app.get(WorkOffRefunds, { strict: false }).run();
    const [refund] = await economy.db.query<{ refund_id: string }>(
      'SELECT refund_id FROM refunds WHERE transaction_id = $1',
      [purchaseId],
    );
    await lead.request
      .post(`/staff/refunds/${refund!.refund_id}/actions/confirm_paid`)
      .send({ paymentReference: 're_1' })
      .expect(200);
    expect(await grant(caseId)).toMatchObject([{ outcome: 'kept', why: 'money_returned' }]);
    expect(await refundsOf(purchaseId)).toEqual([{ status: 'succeeded' }]);
    expect(await coinsOf(buyer)).toMatchObject({ paid: 0 });
    expect(await statusOf(purchaseId)).toBe('declined');
  });

  test('leaves it to the refund when a chargeback has taken the money', async () => {
    const { buyer, purchaseId, caseId } = await declinedPurchase();
    const purchase = { accountId: buyer, purchaseId };
    await settle(economy, purchase, claimOf({ kind: 'dispute', cause: 'dispute', paidMinor: 999n }));
    expect(await grant(caseId)).toMatchObject([{ outcome: 'kept', why: 'money_returned' }]);
    expect(await refundsOf(purchaseId)).toEqual([{ status: 'requested' }]);
    expect(await coinsOf(buyer)).toMatchObject({ paid: 0 });
  });

  test('brings no coins of a payment that was never captured', async () => {
    const { buyer, purchaseId, caseId } = await declinedPurchase({ captured: false });
    expect(await grant(caseId)).toMatchObject([{ outcome: 'kept', why: 'not_paid' }]);
    expect(await coinsOf(buyer)).toMatchObject({ paid: 0 });
    expect(await statusOf(purchaseId)).toBe('declined');
  });

  test('counts under the spending limits again', async () => {
    const { buyer, caseId } = await declinedPurchase();
    const limits = { limits: [{ measure: 'purchase_money', window: 'day', limit: 1_500, currency: 'USD' }] };
    await economy.asPlatform.put(`/v1/accounts/${buyer}/limits/self`).send(limits).expect(200);
    const usedOf = async () =>
      (await economy.asPlatform.get(`/v1/accounts/${buyer}/limits`).expect(200)).body.active.find(
        ({ layer }: { layer: string }) => layer === 'self',
      ).used;
    expect(await usedOf()).toBe(0);
    await grant(caseId);
    expect(await usedOf()).toBe(999);
  });
});

describe('a granted appeal against other declined transactions', () => {
  test('pays the reward after all', async () => {
    const account = await economy.account();
    const reward = await economy.submit({ kind: 'reward', accountId: account, coins: 50, reason: 'quest' });
    const caseId = await declined(account, reward.transactionId);
    expect(await coinsOf(account)).toMatchObject({ earned: 0 });
    expect(await grant(caseId)).toMatchObject([{ outcome: 'undone' }]);
    expect(await coinsOf(account)).toMatchObject({ earned: 50, available: 50 });
    expect(await statusOf(reward.transactionId)).toBe('posted');
  });

  test('does not spend again what came free when it was declined', async () => {
    const account = await economy.account();
    await judgeBy(economy, [{ kind: 'unlock', effect: 'review' }]);
    await economy.buy(account);
    const spent = await economy.submit({ kind: 'unlock', accountId: account, contentId: 'c', coins: 100 });
    const caseId = await declined(account, spent.transactionId);
    expect(await grant(caseId)).toMatchObject([{ outcome: 'kept', why: 'given_back_when_declined' }]);
    expect(await coinsOf(account)).toMatchObject({ available: 700 });
  });
});

describe('the preview of granting an appeal', () => {
  test('changes nothing, and is for those who may grant it', async () => {
    const { buyer, caseId, purchaseId } = await declinedPurchase();
    const before = await page(other, caseId);
    expect(await preview(caseId)).toMatchObject([{ outcome: 'undone' }]);
    expect(await page(other, caseId)).toMatchObject({ revision: before.revision, status: 'appealed' });
    expect(await coinsOf(buyer)).toMatchObject({ paid: 0 });
    expect(await refundsOf(purchaseId)).toEqual([{ status: 'requested' }]);
    const own = await lead.request.get(`/staff/cases/${caseId}/appeal-preview`);
    expect([own.status, own.body.code]).toEqual([403, 'case.second_person']);
    await act(other, caseId, 'grant', STANDS).expect(200);
    expect((await other.request.get(`/staff/cases/${caseId}/appeal-preview`)).body.code).toBe(
      'action.not_allowed',
    );
  });
});
