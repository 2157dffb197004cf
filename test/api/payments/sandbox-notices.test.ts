import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import Stripe from 'stripe';
import { ProcessNotices } from '../../../api/src/notices/notices.public.js';
import { Advance } from '../../../api/src/payments/payments.public.js';
import { eventually } from '../../support/eventually.js';
import { newReference, type SandboxEconomy, startSandbox } from '../../support/sandbox.js';

let economy: SandboxEconomy;
let stripe: Stripe;
beforeAll(async () => {
  economy = await startSandbox({ logLevel: 'error' });
  const { hostname, port } = new URL(economy.stripe.apiUrl);
  stripe = new Stripe(economy.stripe.apiKey, { protocol: 'http', host: hostname, port });
});
afterAll(() => economy.close());
beforeEach(async () => {
  await economy.sandbox.sendNotices({ held: true, delayMs: 0, spreadMs: 0, copies: 1 });
  await economy.deliver();
});

async function taken() {
  const reference = newReference();
  await economy.sandbox.takePayment({ reference, amountMinor: 999n, currency: 'USD' });
  return reference;
}

/** What the product has stored about this payment, in the order it came. */
const arrived = async (reference: string) =>
  (
    await economy.db.query<{ kind: string; repetitions: number }>(
      `SELECT kind, repetitions FROM provider_notices
       WHERE position($1::bytea in body) > 0 ORDER BY notice_id`,
      [Buffer.from(reference)],
    )
  ).map(({ kind, repetitions }) => (repetitions > 0 ? `${kind} ×${repetitions + 1}` : kind));

describe('notices of the sandbox', () => {
  test('are signed as Stripe signs: the product takes them, and the library does', async () => {
    const reference = await taken();
    await stripe.refunds.create({ payment_intent: reference });
    expect(await economy.deliver()).toBe(2);
    expect(await arrived(reference)).toEqual(['refund.created', 'charge.refunded']);
    await economy.app.get(ProcessNotices, { strict: false }).run();
  });

  test('tell everything that becomes of a dispute', async () => {
    const reference = await taken();
    const { disputeId } = await economy.sandbox.openDispute(reference, {
      caseType: 'inquiry',
      reason: 'fraudulent',
    });
    await economy.sandbox.escalate(disputeId);
    await stripe.disputes.update(disputeId, { submit: true });
    await economy.sandbox.decide(disputeId, 'won');
    await economy.deliver();
    expect(await arrived(reference)).toEqual([
      'charge.dispute.created',
      'charge.dispute.updated',
      'charge.dispute.funds_withdrawn',
      'charge.dispute.updated',
      'charge.dispute.funds_reinstated',
      'charge.dispute.closed',
    ]);
  });

  test('come twice and in another order when they are told to', async () => {
    await economy.sandbox.sendNotices({ copies: 2 });
    const reference = await taken();
    await stripe.refunds.create({ payment_intent: reference });
    expect(await economy.deliver((deliveries) => [...deliveries].reverse())).toBe(4);
    expect(await arrived(reference)).toEqual(['charge.refunded ×2', 'refund.created ×2']);
  });

  test('come late, by themselves, and again until they are taken', async () => {
    await economy.sandbox.sendNotices({ held: false, delayMs: 50, spreadMs: 50 });
    const reference = await taken();
    await economy.sandbox.warn(reference);
    expect(await arrived(reference)).toEqual([]);
    economy.startTicking();
    await eventually(async () => {
      expect(await arrived(reference)).toEqual(['radar.early_fraud_warning.created']);
    });
  });
});

describe('time in the sandbox', () => {
  const advance = (ms: number) => economy.app.get(Advance, { strict: false }).run(Date.now() + ms);

  test('a refund that succeeded fails later, and says so', async () => {
    const reference = await taken();
    const refund = await stripe.refunds.create({
      payment_intent: reference,
      metadata: { sandbox: 'fails_later' },
    });
    expect(refund.status).toBe('succeeded');
    await advance(3_600_000);
    expect(await stripe.refunds.retrieve(refund.id)).toMatchObject({
      status: 'failed',
      failure_reason: 'expired_or_canceled_card',
    });
    // What failed can be refunded again.
    expect((await stripe.refunds.create({ payment_intent: reference })).status).toBe('succeeded');
  });

  test('a refund that waits is paid in the end; and any amount that is told to misbehaves', async () => {
    const reference = newReference();
    await economy.sandbox.takePayment({ reference, amountMinor: 5_000n, currency: 'USD' });
    const pending = await stripe.refunds.create({ payment_intent: reference, amount: 1_105 });
    expect(pending.status).toBe('pending');
    await economy.sandbox.settleRefund(pending.id, { status: 'succeeded', failureReason: null });
    expect((await stripe.refunds.retrieve(pending.id)).status).toBe('succeeded');
    await expect(stripe.refunds.create({ payment_intent: reference, amount: 1_102 })).rejects.toMatchObject({
      code: 'insufficient_funds',
    });
  });

  test('the issuer decides over the evidence in its time; who does not answer has lost', async () => {
    const answered = await taken();
    const unanswered = await taken();
    const order = { caseType: 'chargeback', reason: 'fraudulent', dueAt: Date.now() + 60_000 } as const;
    const won = await economy.sandbox.openDispute(answered, {
      ...order,
      verdict: 'won',
      decideAfterMs: 30_000,
    });
    const missed = await economy.sandbox.openDispute(unanswered, { ...order, verdict: 'won' });
    await stripe.disputes.update(won.disputeId, { submit: true });
    await advance(3_600_000);
    expect((await stripe.disputes.retrieve(won.disputeId)).status).toBe('won');
    expect((await stripe.disputes.retrieve(missed.disputeId)).status).toBe('lost');
  });
});
