import type { StaffFraudWarning } from '@coinwarden/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { ReviewDisputes } from '../../../api/src/disputes/disputes.public.js';
import { WorkOffRefunds } from '../../../api/src/refunds/refunds.public.js';
import type { TestStaff } from '../../support/app.js';
import { type Economy, startEconomy } from '../../support/economy.js';
import { expectSoundLedger } from '../../support/ledger.js';
import { bookedOf } from '../../support/money-back.js';
import { noticeSettings } from '../../support/notice-senders.js';
import {
  act,
  buy,
  DisputeProvider,
  fraudWarning,
  inquiryAt,
  pageOf,
  StripeDispute,
  tell,
} from './dispute-desk.js';

let economy: Economy;
let analyst: TestStaff;
let admin: TestStaff;
let provider: DisputeProvider;
beforeAll(async () => {
  economy = await startEconomy({ jobs: false, ...noticeSettings() });
  analyst = await economy.signIn('dispute_analyst');
  admin = await economy.signIn('admin');
  provider = new DisputeProvider(economy);
});
afterAll(() => economy.close());
afterEach(() => expectSoundLedger(economy));

const warningsOf = async (purchaseId: string): Promise<StaffFraudWarning[]> =>
  (
    await analyst.request
      .get('/staff/fraud-warnings')
      .query({ filter: JSON.stringify({ purchaseId }) })
      .expect(200)
  ).body;
const paid = (reference: string) => provider.refunded.filter((order) => order.reference === reference);
/** Pays what is approved and lets disputes know, as the jobs do. */
async function payRefund(refundId: string): Promise<void> {
  await economy.app.get(WorkOffRefunds, { strict: false }).run();
  await economy.app.get(ReviewDisputes, { strict: false }).refunded(refundId);
}

/** Another version of the policy, in force at once. */
async function release(changes: object): Promise<void> {
  const filter = JSON.stringify({ kind: 'dispute', live: true });
  const [live] = (await admin.request.get('/staff/money-back-policies').query({ filter }).expect(200)).body;
  await admin.request
    .post('/staff/money-back-policies')
    .send({
      kind: 'dispute',
      follows: live.version,
      comment: 'for a test',
      policy: { ...live.policy, ...changes },
    })
    .expect(201);
}

describe('an inquiry', () => {
  it('is refunded by itself where the policy finds that cheaper, and is prevented by the refund', async () => {
    const purchase = await buy(economy);
    const dispute = inquiryAt(purchase.reference);
    await tell(economy, dispute.event('created'));
    const page = await pageOf(economy, analyst, dispute);
    expect(page).toMatchObject({
      stage: 'inquiry',
      status: 'needs_response',
      refundId: expect.any(String),
      comparison: {
        kind: 'inquiry',
        policyVersion: 1,
        verdict: 'refund',
        amountUsdMinor: 999,
        refundUsdMinor: 999,
        waitUsdMinor: 2_603,
        spentPermille: 0,
      },
    });
    await payRefund(page.refundId!);
    expect(paid(purchase.reference)).toHaveLength(1);
    expect(await pageOf(economy, analyst, dispute)).toMatchObject({ status: 'prevented', dueAt: null });
    expect(await bookedOf(economy, purchase)).toMatchObject({ refunded: 999, lost: 0, taken: 700 });
    // The provider closes it, and repeats itself: it stays prevented and is refunded once.
    await tell(economy, dispute.event('closed', { status: 'warning_closed' }));
    expect((await pageOf(economy, analyst, dispute)).status).toBe('prevented');
    expect(paid(purchase.reference)).toHaveLength(1);
  });

  it('is left to a person where it is not: who may refund it, and no more than is asked for', async () => {
    await release({ refundUpToUsdMinor: { inquiry: 0, fraud_warning: 0 } });
    const purchase = await buy(economy);
    const dispute = inquiryAt(purchase.reference, { reason: 'product_not_received' });
    await tell(economy, dispute.event('created'));
    const page = await pageOf(economy, analyst, dispute);
    expect(page).toMatchObject({ refundId: null, allowedActions: ['submit', 'refund'] });
    expect(page.comparison?.verdict).toBe('recommend_refund');
    const { body } = await act(analyst, page.id, 'refund', { reason: 'They asked first.' }).expect(200);
    expect(body).toMatchObject({ refundId: expect.any(String), allowedActions: ['submit'] });
    await payRefund(body.refundId);
    expect((await pageOf(economy, analyst, dispute)).status).toBe('prevented');
    await act(analyst, page.id, 'refund').expect(409);
    await release({ refundUpToUsdMinor: { inquiry: 2_500, fraud_warning: 5_000 } });
  });

  it('about a part is refunded that part, once, whoever asks at once', async () => {
    await release({ refundUpToUsdMinor: { inquiry: 0, fraud_warning: 0 } });
    const purchase = await buy(economy);
    const dispute = inquiryAt(purchase.reference, { amount: 400, reason: 'product_not_received' });
    await tell(economy, dispute.event('created'));
    const { id } = await pageOf(economy, analyst, dispute);
    const other = await economy.signIn('dispute_analyst');
    const answers = await Promise.all([act(analyst, id, 'refund'), act(other, id, 'refund')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { refundId } = await pageOf(economy, analyst, dispute);
    await payRefund(refundId!);
    expect(paid(purchase.reference)).toMatchObject([{ refundId, money: { amountMinor: 400n } }]);
    expect(await bookedOf(economy, purchase)).toMatchObject({ refunded: 400, lost: 0, taken: 280 });
    expect((await pageOf(economy, analyst, dispute)).status).toBe('prevented');
    await release({ refundUpToUsdMinor: { inquiry: 2_500, fraud_warning: 5_000 } });
  });

  it('whose refund came first is prevented all the same', async () => {
    const purchase = await buy(economy);
    const warning = fraudWarning(purchase.reference);
    await tell(economy, warning);
    const [known] = await warningsOf(purchase.purchaseId);
    await payRefund(known!.refundId!);
    const dispute = inquiryAt(purchase.reference);
    await tell(economy, dispute.event('created'));
    expect((await pageOf(economy, analyst, dispute)).status).toBe('prevented');
    expect(paid(purchase.reference)).toHaveLength(1);
  });
});

describe('a fraud warning', () => {
  it('is refunded by itself up to the policy’s amount, once however often it comes', async () => {
    const purchase = await buy(economy);
    const warning = fraudWarning(purchase.reference);
    await tell(economy, warning, warning, { ...warning, id: `${(warning as { id: string }).id}_again` });
    const [known, ...more] = await warningsOf(purchase.purchaseId);
    expect(more).toEqual([]);
    expect(known).toMatchObject({
      status: 'refunding',
      refundId: expect.any(String),
      comparison: { kind: 'fraud_warning', verdict: 'refund', becomesDisputePermille: 800 },
      allowedActions: [],
    });
    await payRefund(known!.refundId!);
    expect(paid(purchase.reference)).toHaveLength(1);
    expect(paid(purchase.reference)[0]!.reason).toBe('prevent_fraud');
    expect(await bookedOf(economy, purchase)).toMatchObject({ refunded: 999, taken: 700 });
  });

  it('is left to a person above it, who refunds it or keeps the money', async () => {
    await release({ refundUpToUsdMinor: { inquiry: 0, fraud_warning: 0 } });
    const [first, second] = [await buy(economy), await buy(economy)];
    await tell(economy, fraudWarning(first.reference), fraudWarning(second.reference));
    const [refunding] = await warningsOf(first.purchaseId);
    const [keeping] = await warningsOf(second.purchaseId);
    expect(refunding).toMatchObject({ status: 'open', allowedActions: ['refund', 'keep'] });
    const path = (id: string, action: string) => `/staff/fraud-warnings/${id}/actions/${action}`;
    const lead = await economy.signIn('ts_lead');
    await lead.request.post(path(refunding!.id, 'keep')).send({}).expect(403);
    await analyst.request.post(path(refunding!.id, 'refund')).send({}).expect(200);
    await analyst.request.post(path(keeping!.id, 'keep')).send({ reason: 'a good customer' }).expect(200);
    await analyst.request.post(path(keeping!.id, 'refund')).send({}).expect(409);
    expect(await warningsOf(first.purchaseId)).toMatchObject([{ status: 'refunding' }]);
    expect(await warningsOf(second.purchaseId)).toMatchObject([{ status: 'kept', refundId: null }]);
    await release({ refundUpToUsdMinor: { inquiry: 2_500, fraud_warning: 5_000 } });
  });

  it('is decided once, and stays open where its refund cannot be asked for', async () => {
    await release({ refundUpToUsdMinor: { inquiry: 0, fraud_warning: 0 } });
    const [purchase, paidBack] = [await buy(economy), await buy(economy)];
    await tell(economy, fraudWarning(purchase.reference), fraudWarning(paidBack.reference));
    const [warning] = await warningsOf(purchase.purchaseId);
    const [moot] = await warningsOf(paidBack.purchaseId);
    const ask = (id: string) => analyst.request.post(`/staff/fraud-warnings/${id}/actions/refund`).send({});

    const answers = await Promise.all([ask(warning!.id), ask(warning!.id)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const [{ refundId }] = (await warningsOf(purchase.purchaseId)) as [StaffFraudWarning];
    await payRefund(refundId!);
    expect(paid(purchase.reference)).toMatchObject([{ refundId, money: { amountMinor: 999n } }]);

    const all = { purchaseId: paidBack.purchaseId, reason: 'technical_fault' };
    await admin.request.post('/staff/refunds').send(all).expect(201);
    expect((await ask(moot!.id)).body.code).toBe('refund.not_refundable');
    expect(await warningsOf(paidBack.purchaseId)).toMatchObject([{ status: 'open', refundId: null }]);
    await release({ refundUpToUsdMinor: { inquiry: 2_500, fraud_warning: 5_000 } });
  });

  it('comes too late for a dispute, and when the provider says so', async () => {
    await release({ refundUpToUsdMinor: { inquiry: 0, fraud_warning: 0 } });
    const purchase = await buy(economy);
    await tell(economy, fraudWarning(purchase.reference));
    const dispute = new StripeDispute(purchase.reference);
    await tell(economy, dispute.event('created'), dispute.withdrawn());
    expect(await warningsOf(purchase.purchaseId)).toMatchObject([{ status: 'too_late', allowedActions: [] }]);
    expect((await pageOf(economy, analyst, dispute)).warnings).toMatchObject([{ status: 'too_late' }]);
    const other = await buy(economy);
    await tell(economy, fraudWarning(other.reference, { id: 'issfr_over' }));
    await tell(economy, fraudWarning(other.reference, { id: 'issfr_over', actionable: false }));
    expect(await warningsOf(other.purchaseId)).toMatchObject([{ status: 'too_late', actionable: false }]);
    await release({ refundUpToUsdMinor: { inquiry: 2_500, fraud_warning: 5_000 } });
  });
});
