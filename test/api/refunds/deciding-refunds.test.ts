import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { SettlePurchase } from '../../../api/src/clawback/clawback.public.js';
import type { TestStaff } from '../../support/app.js';
import { type Economy, startEconomy } from '../../support/economy.js';
import { expectSoundLedger } from '../../support/ledger.js';
import { claimOf, settle } from '../../support/money-back.js';
import { act, approve, ask, buy, expectPaidOnce, page, workOff } from './refund-desk.js';
import { RefundProvider } from './refund-provider.js';

let economy: Economy;
let provider: RefundProvider;
let agent: TestStaff;
let lead: TestStaff;
let admin: TestStaff;
beforeAll(async () => {
  economy = await startEconomy({ jobs: false });
  provider = new RefundProvider(economy);
  agent = await economy.signIn('support_agent');
  lead = await economy.signIn('ts_lead');
  admin = await economy.signIn('admin');
});
afterAll(() => economy.close());
afterEach(() => expectSoundLedger(economy));

const REASON = { reason: 'technical_fault' };

/** Half spent, of an account under suspicion: more than anybody gives back alone. */
async function pending(by = agent) {
  const buyer = await economy.account();
  const creator = await economy.account({ creator: true });
  const purchase = await buy(economy, buyer);
  await economy.gift(buyer, creator, { quantity: 100 });
  await economy.db.query("UPDATE accounts SET status = 'restricted' WHERE account_id = $1", [buyer]);
  const refund = await ask(by, { purchaseId: purchase.purchaseId, ...REASON });
  expect(refund.status).toBe('pending_approval');
  return { buyer, creator, purchase, refundId: refund.refundId, refund };
}

describe('the preview', () => {
  test('says who loses what and what the policy would decide, and writes nothing', async () => {
    const buyer = await economy.account();
    const { purchaseId } = await buy(economy, buyer);
    const body = { purchaseId, ...REASON };
    const preview = await agent.request.post('/staff/refunds/preview').send(body).expect(200);
    expect(preview.body).toMatchObject({
      money: { amountMinor: 999, currency: 'USD' },
      decision: { outcome: 'auto_approve', rowId: 'agent_unspent', values: { spentPercent: 0 } },
      channel: 'provider',
      refusal: null,
      purchase: { requestableMinor: 999, unspentCoins: 700 },
      clawback: { holders: [{ accountId: buyer, coins: 700 }] },
    });
    expect(await economy.db.query('SELECT 1 FROM refunds WHERE transaction_id = $1', [purchaseId])).toEqual(
      [],
    );
    const made = await ask(agent, { ...body, previewHash: preview.body.clawback.hash });
    expect(made.status).toBe('approved');
  });

  test('refuses a request whose preview has changed, and names the new one', async () => {
    const buyer = await economy.account();
    const { purchaseId } = await buy(economy, buyer);
    const body = { purchaseId, ...REASON };
    const preview = async () => (await agent.request.post('/staff/refunds/preview').send(body)).body;
    const seen = (await preview()).clawback.hash;
    await economy.gift(buyer, await economy.account({ creator: true }));
    const refused = await agent.request.post('/staff/refunds').send({ ...body, previewHash: seen });
    expect(refused.body).toMatchObject({ status: 409, code: 'refund.preview_changed' });
    const { clawback } = await preview();
    expect(refused.body.errors).toEqual([{ pointer: '/previewHash', detail: clawback.hash }]);
  });

  test('names the reasons that somebody may give', async () => {
    const reasons = await agent.request.get('/staff/refund-reasons').expect(200);
    const usable = Object.fromEntries(
      reasons.body.map((reason: { code: string; usable: boolean }) => [reason.code, reason.usable]),
    );
    expect(usable).toMatchObject({ goodwill: true, unauthorised: false, accidental_purchase: true });
  });
});

describe('a second person', () => {
  test('approves exactly what was previewed', async () => {
    const { buyer, refundId, purchase } = await pending();
    const preview = (await lead.request.get(`/staff/refunds/${refundId}/preview`).expect(200)).body;
    await economy.db.query("UPDATE accounts SET status = 'active' WHERE account_id = $1", [buyer]);
    await economy.gift(buyer, await economy.account({ creator: true }));
    const stale = await act(lead, refundId, 'approve', { previewHash: preview.clawback.hash });
    expect(stale.body).toMatchObject({ status: 409, code: 'refund.preview_changed' });
    const [{ detail: next }] = stale.body.errors;
    expect(next).not.toBe(preview.clawback.hash);
    const approved = await act(lead, refundId, 'approve', { previewHash: next }).expect(200);
    expect(approved.body).toMatchObject({ status: 'approved', approvedBy: { id: lead.id } });
    await workOff(economy);
    expect(provider.paid(purchase.reference)).toBe(999n);
    await expectPaidOnce(economy, purchase);
  });

  test('names the preview, or is asked to', async () => {
    const { refundId } = await pending();
    const answer = await act(lead, refundId, 'approve', {});
    expect(answer.body).toMatchObject({ status: 422, errors: [{ pointer: '/previewHash' }] });
  });

  test('is never the one who asked, whatever role they have now', async () => {
    const { refundId, refund } = await pending(admin);
    expect(refund.allowedActions).not.toContain('approve');
    const own = await approve(admin, refundId);
    expect([own.status, own.body.code]).toEqual([403, 'refund.self_approval']);

    const climber = await economy.signIn('support_agent');
    const asked = await pending(climber);
    expect((await approve(climber, asked.refundId)).body.code).toBe('auth.forbidden');
    await economy.db.query("UPDATE staff SET role = 'admin' WHERE staff_id = $1", [climber.id]);
    expect((await approve(climber, asked.refundId)).body.code).toBe('refund.self_approval');
    await approve(lead, asked.refundId).then((answer) => expect(answer.status).toBe(200));
  });

  test('wins once: of two approvals at once the other is told', async () => {
    const { refundId, purchase } = await pending();
    const answers = await Promise.all([approve(lead, refundId), approve(admin, refundId)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)!.body.code).toBe('action.not_allowed');
    await workOff(economy);
    expect(provider.made(purchase.reference)).toHaveLength(1);
    await expectPaidOnce(economy, purchase);
  });

  test('an approval and a rejection at once: one holds', async () => {
    const { refundId, purchase } = await pending();
    const [approval, rejection] = await Promise.all([
      approve(lead, refundId),
      act(admin, refundId, 'reject', { reason: 'spent on purpose' }),
    ]);
    expect([approval.status, rejection.status].sort()).toEqual([200, 409]);
    const { status } = await page(agent, refundId);
    expect(status).toBe(approval.status === 200 ? 'approved' : 'rejected');
    await workOff(economy);
    await expectPaidOnce(economy, purchase);
  });

  test('cannot approve what a chargeback took meanwhile', async () => {
    const { refundId, purchase } = await pending();
    const preview = (await lead.request.get(`/staff/refunds/${refundId}/preview`)).body;
    const dispute = claimOf({ kind: 'dispute', cause: 'dispute', paidMinor: 999n });
    const previewHash = preview.clawback.hash;
    const [, approval] = await Promise.all([
      settle(economy, purchase, dispute),
      act(lead, refundId, 'approve', { previewHash }),
    ]);
    await workOff(economy);
    const booked = await expectPaidOnce(economy, purchase);
    if (approval.status === 200) expect(booked).toMatchObject({ refunded: 999, lost: 0, excess: 999 });
    else expect(booked).toMatchObject({ refunded: 0, lost: 999 });
  });

  test('sees nothing half done when the settlement fails', async () => {
    const { refundId, purchase } = await pending();
    const settling = economy.app.get(SettlePurchase, { strict: false });
    const run = settling.run;
    settling.run = () => Promise.reject(new Error('the disk is gone'));
    expect((await approve(lead, refundId)).status).toBe(500);
    settling.run = run;
    expect((await page(lead, refundId)).status).toBe('pending_approval');
    expect((await approve(lead, refundId)).status).toBe(200);
    await expectPaidOnce(economy, purchase);
  });
});

describe('before it is paid', () => {
  test('the requester withdraws it and every coin comes back', async () => {
    const buyer = await economy.account();
    const purchase = await buy(economy, buyer);
    const { refundId } = await ask(agent, { purchaseId: purchase.purchaseId, ...REASON });
    expect((await economy.wallet(buyer)).coins.available).toBe(0);
    expect((await act(agent, refundId, 'cancel')).body.code).toBe('action.reason_required');
    await act(agent, refundId, 'cancel', { reason: 'The customer changed their mind' }).expect(200);
    expect((await economy.wallet(buyer)).coins.available).toBe(700);
    await workOff(economy);
    expect(provider.made(purchase.reference)).toEqual([]);
  });

  test('another agent does not withdraw it; a rejection says why', async () => {
    const { refundId } = await pending();
    const colleague = await economy.signIn('support_agent');
    expect((await act(colleague, refundId, 'cancel', { reason: 'x' })).body.code).toBe('action.not_allowed');
    const rejected = await act(lead, refundId, 'reject', { reason: 'Spent on purpose' }).expect(200);
    expect(rejected.body).toMatchObject({
      status: 'rejected',
      failure: { message: 'Spent on purpose' },
      allowedActions: [],
    });
  });

  test('notes and decisions stand in one timeline that nothing rewrites', async () => {
    const { refundId } = await pending();
    const text = 'Called the customer.';
    await agent.request.post(`/staff/refunds/${refundId}/notes`).send({ text }).expect(201);
    const { timeline } = await page(lead, refundId);
    expect(timeline.map(({ kind }) => kind)).toEqual(['requested', 'judged', 'note']);
    expect(timeline.at(-1)).toMatchObject({ text, actor: { id: agent.id } });
    await expect(economy.db.query("UPDATE refund_events SET text = 'x'")).rejects.toThrow('append-only');
  });

  test('what waits too long is overdue, and can be found', async () => {
    const { refundId, refund } = await pending();
    expect(Date.parse(refund.dueAt!) - Date.parse(refund.changedAt)).toBe(24 * 3_600_000);
    const find = async (filter: object) =>
      (
        await lead.request.get('/staff/refunds').query({
          filter: JSON.stringify({ id: [refundId], ...filter }),
          sort: JSON.stringify(['dueAt', 'ASC']),
        })
      ).body;
    expect(await find({ overdue: true })).toEqual([]);
    await economy.db.query(
      'UPDATE refunds SET due_at = now() - make_interval(mins => 1) WHERE refund_id = $1',
      [refundId],
    );
    expect(await find({ overdue: true, open: true })).toMatchObject([{ id: refundId, overdue: true }]);
    expect(await find({ q: refund.purchaseId })).toHaveLength(1);
    expect(await find({ q: 'nobody' })).toEqual([]);
  });
});

describe('a provider without an API', () => {
  beforeAll(() => {
    provider = new RefundProvider(economy, ['stripe']);
  });

  test('is paid outside, and another person confirms it by the payment’s reference', async () => {
    const buyer = await economy.account();
    const purchase = await buy(economy, buyer, 'other');
    const asked = await ask(lead, { purchaseId: purchase.purchaseId, ...REASON });
    expect(asked).toMatchObject({
      status: 'approved',
      channel: 'manual',
      nextStep: { code: 'confirm_paid' },
    });
    expect(asked.allowedActions).toEqual(['cancel']);
    await workOff(economy);
    const own = await act(lead, asked.refundId, 'confirm_paid', { paymentReference: 'bank-1' });
    expect(own.body.code).toBe('refund.self_approval');
    const missing = await act(admin, asked.refundId, 'confirm_paid');
    expect(missing.body).toMatchObject({ status: 422, errors: [{ pointer: '/paymentReference' }] });
    const done = await act(admin, asked.refundId, 'confirm_paid', { paymentReference: 'bank-1' }).expect(200);
    expect(done.body).toMatchObject({
      status: 'succeeded',
      providerRefunds: [{ providerRefundId: 'bank-1' }],
    });
    expect(await expectPaidOnce(economy, purchase)).toMatchObject({ refunded: 999, taken: 700 });
  });

  test('one payment confirms one refund', async () => {
    const buyer = await economy.account();
    const [one, two] = [await buy(economy, buyer, 'other'), await buy(economy, buyer, 'other')];
    const [first, second] = [
      await ask(lead, { purchaseId: one.purchaseId, ...REASON }),
      await ask(lead, { purchaseId: two.purchaseId, ...REASON }),
    ];
    await act(admin, first.refundId, 'confirm_paid', { paymentReference: 'bank-2' }).expect(200);
    const again = await act(admin, second.refundId, 'confirm_paid', { paymentReference: 'bank-2' });
    expect(again.body).toMatchObject({ status: 422, errors: [{ pointer: '/paymentReference' }] });
  });
});
