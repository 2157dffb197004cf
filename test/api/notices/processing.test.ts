import { randomUUID } from 'node:crypto';
import type { StaffNotice, StaffNoticeDetail } from '@coinwarden/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { WakeNotices } from '../../../api/src/notices/commands/wake-notices.js';
import { ProcessNotices } from '../../../api/src/notices/notices.public.js';
import type { TestStaff } from '../../support/app.js';
import { type Economy, judgeBy, purchaseOf, startEconomy } from '../../support/economy.js';
import { eventually } from '../../support/eventually.js';
import { expectSoundLedger } from '../../support/ledger.js';
import { noticeSettings, sendStandard, sendStripe, stripeEvent } from '../../support/notice-senders.js';

let economy: Economy;
let lead: TestStaff;
let analyst: TestStaff;
beforeAll(async () => {
  economy = await startEconomy({ jobs: false, ...noticeSettings() });
  lead = await economy.signIn('admin');
  analyst = await economy.signIn('dispute_analyst');
});
afterAll(async () => {
  await expectSoundLedger(economy);
  await economy.close();
});

const process = () => economy.app.get(ProcessNotices).run();
const stripe = async (type: string, object: object): Promise<string> =>
  (await sendStripe(economy, stripeEvent(type, object)).expect(200)).body.noticeId;
const notice = async (id: string): Promise<StaffNoticeDetail> =>
  (await lead.request.get(`/staff/notices/${id}`).expect(200)).body;
const list = async (filter: object, staff = lead): Promise<StaffNotice[]> =>
  (
    await staff.request
      .get('/staff/notices')
      .query({ filter: JSON.stringify(filter) })
      .expect(200)
  ).body;
const replay = (id: string, body: object = {}, staff = lead) =>
  staff.request.post(`/staff/notices/${id}/actions/replay`).send(body);
/** Whatever is due later is due now. */
const hurry = () =>
  economy.db.query(
    "UPDATE provider_notices SET next_attempt_at = now() - interval '1 s' WHERE next_attempt_at IS NOT NULL",
  );
const statusOf = async (transactionId: string): Promise<string> =>
  (await economy.asPlatform.get(`/v1/transactions/${transactionId}`).expect(200)).body.status;

/** A purchase that waits for its payment, and the payment's two names. */
async function heldPurchase() {
  const buyer = await economy.account();
  const names = { intent: `pi_${randomUUID()}`, charge: `ch_${randomUUID()}` };
  const payment = { ...purchaseOf(buyer).payment, reference: names.intent, captured: false };
  const { transactionId } = await economy.buy(buyer, { payment });
  return { buyer, transactionId, ...names };
}

describe('a capture', () => {
  it('posts the purchase that waits for it, once, however often it is told and replayed', async () => {
    const { buyer, transactionId, intent, charge } = await heldPurchase();
    const id = await stripe('payment_intent.succeeded', {
      id: intent,
      status: 'succeeded',
      latest_charge: charge,
      amount_received: 999,
      currency: 'usd',
    });
    await stripe('charge.captured', { id: charge, captured: true, payment_intent: intent });
    expect(await process()).toBe(2);
    expect(await statusOf(transactionId)).toBe('posted');
    expect(await notice(id)).toMatchObject({
      state: 'processed',
      type: 'payment_captured',
      references: [intent, charge],
      accountId: buyer,
      purchaseId: transactionId,
      attempts: 1,
      nextAttemptAt: null,
      allowedActions: ['replay'],
    });
    await replay(id).expect(200);
    await process();
    expect((await notice(id)).state).toBe('processed');
    expect((await economy.wallet(buyer)).coins).toMatchObject({ paid: 700, held: 0, available: 700 });
  });

  it.each([
    [998, 'usd'],
    [9_990, 'jpy'],
  ])('of another amount posts nothing and is left to a person: %d %s', async (amount, currency) => {
    const { buyer, transactionId, intent, charge } = await heldPurchase();
    const less = { captured: true, amount_captured: amount, currency, payment_intent: intent };
    const id = await stripe('charge.captured', { id: charge, ...less });
    await process();
    expect(await notice(id)).toMatchObject({
      state: 'dead_letter',
      reason: `${amount} minor units of ${currency.toUpperCase()} were taken for a purchase of 999 of USD.`,
      reasonCode: 'wrong_amount',
      reasonValues: {
        takenMinor: amount,
        takenCurrency: currency.toUpperCase(),
        priceMinor: 999,
        priceCurrency: 'USD',
      },
    });
    expect(await statusOf(transactionId)).toBe('held');
    expect((await economy.wallet(buyer)).coins).toMatchObject({ held: 700, available: 0 });

    // The rest is taken after all.
    const whole = { id: intent, status: 'succeeded', amount_received: 999, currency: 'usd' };
    await stripe('payment_intent.succeeded', whole);
    await process();
    expect(await statusOf(transactionId)).toBe('posted');
  });

  it('of less than the platform said is left to a person', async () => {
    const buyer = await economy.account();
    const purchase = purchaseOf(buyer);
    await economy.submit(purchase);
    const { reference } = purchase.payment;
    const sent = { type: 'payment.captured', occurredAt: '2026-01-01T00:00:00Z' };
    const other = {
      ...purchase,
      payment: { ...purchase.payment, provider: 'other', reference: `o-${reference}` },
    };
    await economy.submit(other as typeof purchase);
    const id = await stripe('charge.captured', {
      id: `ch_${reference}`,
      captured: true,
      amount_captured: 99,
      currency: 'usd',
      payment_intent: reference,
    });
    const money = { amountMinor: 99, currency: 'USD' };
    await sendStandard(economy, { ...sent, data: { reference: `o-${reference}`, money } }).expect(200);
    await process();
    expect((await notice(id)).state).toBe('dead_letter');
    expect(await list({ source: 'standard', q: `o-${reference}` })).toMatchObject([{ state: 'dead_letter' }]);
  });

  it('is found under the payment’s other name, learned from another notice', async () => {
    const { transactionId, intent, charge } = await heldPurchase();
    await stripe('charge.succeeded', { id: charge, captured: false, payment_intent: intent });
    await stripe('refund.created', {
      id: 're_1',
      amount: 1,
      currency: 'usd',
      charge,
      payment_intent: intent,
      status: 'failed',
    });
    await process();
    const id = await stripe('charge.captured', { id: charge, captured: true, payment_intent: null });
    await process();
    expect(await notice(id)).toMatchObject({
      state: 'processed',
      references: [charge],
      purchaseId: transactionId,
    });
    expect(await statusOf(transactionId)).toBe('posted');
  });

  it('of a purchase that ended before is left to a person, with the reason', async () => {
    const { transactionId, intent } = await heldPurchase();
    await economy.asPlatform.post(`/v1/transactions/${transactionId}/void`).send({}).expect(200);
    const id = await stripe('payment_intent.succeeded', { id: intent, status: 'succeeded' });
    await process();
    expect(await notice(id)).toMatchObject({
      state: 'dead_letter',
      reason: 'The payment was taken although the purchase is voided: its money has to go back.',
    });
  });

  it('of a purchase that was declined as paid changes nothing: its refund is open', async () => {
    await judgeBy(economy, [{ kind: 'purchase', effect: 'decline' }]);
    const buyer = await economy.account();
    const purchase = purchaseOf(buyer);
    await economy.submit(purchase);
    await judgeBy(economy, []);
    const id = await stripe('charge.captured', {
      id: 'ch_d',
      captured: true,
      payment_intent: purchase.payment.reference,
    });
    await process();
    expect((await notice(id)).state).toBe('processed');
  });
});

describe('a payment that fails', () => {
  it('gives up the hold; one that was told to be paid needs a person', async () => {
    const held = await heldPurchase();
    await stripe('payment_intent.canceled', { id: held.intent, status: 'canceled' });
    const buyer = await economy.account();
    const paid = purchaseOf(buyer);
    await economy.submit(paid);
    const odd = await stripe('payment_intent.canceled', { id: paid.payment.reference, status: 'canceled' });
    await process();
    expect(await statusOf(held.transactionId)).toBe('voided');
    expect(await notice(odd)).toMatchObject({
      state: 'dead_letter',
      reason: expect.stringContaining('says it is not'),
    });
  });
});

describe('a notice of a purchase that is not known yet', () => {
  it('waits, and is applied as soon as the purchase is decided', async () => {
    const buyer = await economy.account();
    const purchase = purchaseOf(buyer);
    const { reference } = purchase.payment;
    const id = await stripe('payment_intent.succeeded', { id: reference, status: 'succeeded' });
    await process();
    expect(await notice(id)).toMatchObject({
      state: 'waiting',
      reason: 'No purchase has this payment yet.',
      nextAttemptAt: expect.any(String),
    });
    expect(await process()).toBe(0);
    const { transactionId } = await economy.submit({
      ...purchase,
      payment: { ...purchase.payment, captured: false },
    });
    await economy.app.get(WakeNotices).run([[buyer, transactionId]]);
    expect(await notice(id)).toMatchObject({
      state: 'processed',
      purchaseId: transactionId,
      attempts: 2,
      reason: null,
    });
    expect(await statusOf(transactionId)).toBe('posted');
  });

  it('is found by its other name when the purchase comes', async () => {
    const buyer = await economy.account();
    const purchase = purchaseOf(buyer);
    const charge = `ch_${randomUUID()}`;
    const refund = {
      id: `re_${charge}`,
      amount: 999,
      currency: 'usd',
      charge,
      payment_intent: purchase.payment.reference,
      status: 'succeeded',
    };
    const id = await stripe('refund.created', refund);
    await process();
    expect(await notice(id)).toMatchObject({ state: 'waiting', type: 'refund' });
    const { transactionId } = await economy.submit({
      ...purchase,
      payment: { ...purchase.payment, reference: charge },
    });
    await economy.app.get(WakeNotices).run([[buyer, transactionId]]);
    expect((await notice(id)).state).toBe('processed');
    expect((await economy.wallet(buyer)).coins.available).toBe(0);
  });
});

describe('a notice that cannot be applied', () => {
  afterEach(() => economy.db.query('DROP FUNCTION IF EXISTS poison CASCADE'));

  const OURS = expect.stringContaining('a reason that is ours');
  const poison = (transactionId: string) =>
    economy.db.run(async (tx) => {
      await tx.query(`CREATE FUNCTION poison() RETURNS trigger LANGUAGE plpgsql
                      AS $$ BEGIN RAISE EXCEPTION 'poisoned'; END $$`);
      await tx.query(`CREATE TRIGGER poisoned BEFORE UPDATE ON transactions FOR EACH ROW
                      WHEN (NEW.transaction_id = '${transactionId}') EXECUTE FUNCTION poison()`);
    });

  it('blocks no other, is tried again, ends as a dead letter with its reason, and works once it is replayed', async () => {
    const [bad, good] = [await heldPurchase(), await heldPurchase()];
    await poison(bad.transactionId);
    const id = await stripe('payment_intent.succeeded', { id: bad.intent, status: 'succeeded' });
    await stripe('payment_intent.succeeded', { id: good.intent, status: 'succeeded' });
    await process();
    expect(await statusOf(good.transactionId)).toBe('posted');
    expect(await notice(id)).toMatchObject({ state: 'failed', reason: OURS, attempts: 1 });
    for (let tries = 2; tries <= 9; tries++) {
      await hurry();
      await process();
    }
    expect(await notice(id)).toMatchObject({ state: 'dead_letter', reason: OURS, attempts: 9 });
    await hurry();
    expect(await process()).toBe(0);

    await economy.db.query('DROP FUNCTION poison CASCADE');
    await replay(id, { reason: 'the trigger is gone' }).expect(200);
    await process();
    expect(await notice(id)).toMatchObject({
      state: 'processed',
      reason: null,
      reasonCode: null,
      reasonValues: null,
    });
    expect(await statusOf(bad.transactionId)).toBe('posted');
    const [entry] = (
      await lead.request
        .get('/staff/audit')
        .query({ filter: JSON.stringify({ subjectId: id }) })
        .expect(200)
    ).body;
    expect(entry).toMatchObject({ action: 'notice.replayed', reason: 'the trigger is gone' });
  });

  it('because it cannot be read is a dead letter at once, and its bytes are kept', async () => {
    const id = await stripe('charge.dispute.created', { id: 'dp_odd', nothing: 'else' });
    await process();
    expect(await notice(id)).toMatchObject({
      state: 'dead_letter',
      type: null,
      reason: expect.stringContaining('It cannot be read: dispute: amount'),
      fact: null,
      body: expect.stringContaining('dp_odd'),
    });
  });

  it('because its process died is taken up by another, and given up when that goes on', async () => {
    const { intent, transactionId } = await heldPurchase();
    const id = await stripe('payment_intent.succeeded', { id: intent, status: 'succeeded' });
    const die = (times: number) =>
      economy.db.query(
        `UPDATE provider_notices SET state = 'processing', attempts = $2, next_attempt_at = now() - interval '1 s'
         WHERE notice_id = $1`,
        [id, times],
      );
    await die(1);
    await process();
    expect(await notice(id)).toMatchObject({ state: 'processed', attempts: 2 });
    expect(await statusOf(transactionId)).toBe('posted');
    await die(6);
    await process();
    expect(await notice(id)).toMatchObject({
      state: 'dead_letter',
      reason: expect.stringContaining('without a result'),
    });
  });
});

describe('several processes', () => {
  it('share the notices without doing one twice', async () => {
    const purchases = await Promise.all(Array.from({ length: 12 }, heldPurchase));
    await Promise.all(
      purchases.map(({ intent }) => stripe('payment_intent.succeeded', { id: intent, status: 'succeeded' })),
    );
    const taken = await Promise.all([process(), process(), process()]);
    expect(taken.reduce((a, b) => a + b)).toBe(12);
    for (const { transactionId } of purchases) expect(await statusOf(transactionId)).toBe('posted');
  });
});

describe('the inbox', () => {
  it('finds notices by payment, id, provider, type and state', async () => {
    const reference = `pay_${randomUUID()}`;
    const sent = { type: 'payment.captured', occurredAt: '2026-01-01T00:00:00Z', data: { reference } };
    const { body } = await sendStandard(economy, sent, { id: `msg_${reference}` }).expect(200);
    await process();
    const found = [expect.objectContaining({ id: body.noticeId })];
    expect(await list({ q: reference })).toEqual(found);
    expect(await list({ q: `msg_${reference}` })).toEqual(found);
    expect(await list({ source: 'standard', state: 'waiting', type: ['payment_captured'] })).toEqual(found);
    expect(await list({ q: reference, source: 'apple' })).toEqual([]);
    const { intent, transactionId } = await heldPurchase();
    const told = await stripe('payment_intent.succeeded', { id: intent, status: 'succeeded' });
    await process();
    expect(await list({ q: transactionId })).toEqual([expect.objectContaining({ id: told })]);
    expect((await list({ state: 'dead_letter' })).every((n) => n.state === 'dead_letter')).toBe(true);
    await lead.request.get('/staff/notices').query({ filter: '{"body":"x"}' }).expect(422);
    await lead.request.get(`/staff/notices/${randomUUID()}`).expect(404);
  });

  it('shows the bytes to those who see personal details in clear, and replays for those who may', async () => {
    const { intent } = await heldPurchase();
    const id = await stripe('payment_intent.succeeded', { id: intent, status: 'succeeded' });
    await process();
    const seen = (await analyst.request.get(`/staff/notices/${id}`).expect(200)).body;
    const auditor = await economy.signIn('auditor');
    const masked = (await auditor.request.get(`/staff/notices/${id}`).expect(200)).body;
    expect(seen.fact).toEqual({ type: 'payment_captured', reference: intent, money: null });
    expect(masked).toMatchObject({
      body: null,
      bodySha256: seen.bodySha256,
      fact: seen.fact,
      allowedActions: [],
    });
    await replay(id, {}, auditor).expect(403);
    await replay(id).expect(200);
    await replay(id).expect(409);
  });
});

describe('with jobs on', () => {
  it('a notice is applied by itself', async () => {
    const live = await startEconomy({ ...noticeSettings(), databaseUrl: economy.databaseUrl, jobs: true });
    const { transactionId, intent } = await heldPurchase();
    await stripe('payment_intent.succeeded', { id: intent, status: 'succeeded' });
    await eventually(async () => expect(await statusOf(transactionId)).toBe('posted'));
    await live.close();
  });
});
