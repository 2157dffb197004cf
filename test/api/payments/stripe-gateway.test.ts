import { money } from '@coinwarden/domain';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  type PaymentGateway,
  PaymentGateways,
  ProviderRefused,
  ProviderUnknown,
  type RefundOrder,
} from '../../../api/src/payments/payments.public.js';
import { expectSoundLedger } from '../../support/ledger.js';
import { newReference, type SandboxEconomy, startSandbox } from '../../support/sandbox.js';

let economy: SandboxEconomy;
let stripe: PaymentGateway;
beforeAll(async () => {
  const { payments } = (await import('../../../api/src/platform/config/config.js')).loadConfig({
    NODE_ENV: 'test',
    COINWARDEN_PAYMENT_TIMEOUT_SECONDS: '1',
  });
  economy = await startSandbox({ logLevel: 'error', payments });
  stripe = economy.app.get(PaymentGateways, { strict: false }).of('stripe')!;
});
afterAll(async () => {
  await expectSoundLedger(economy);
  await economy.close();
});

/** A payment of US$ 9.99 at the provider, and the refund of all of it. */
async function taken(changes: Partial<RefundOrder> = {}): Promise<RefundOrder> {
  const reference = changes.reference ?? newReference();
  await economy.sandbox.takePayment({ reference, amountMinor: 999n, currency: 'USD' });
  return {
    refundId: crypto.randomUUID(),
    reference,
    money: money(999n, 'USD'),
    reason: 'accidental_purchase',
    idempotencyKey: crypto.randomUUID(),
    ...changes,
  };
}

const paid = async (reference: string) =>
  (await economy.sandbox.refunds(reference))
    .filter(({ status }) => status === 'succeeded')
    .reduce((sum, { amountMinor }) => sum + amountMinor, 0n);

const question = ({ refundId, reference }: RefundOrder, providerRefundId: string | null = null) => ({
  refundId,
  reference,
  providerRefundId,
});

describe('refunding at Stripe', () => {
  test('pays back, once under a key, and finds it again by our id and by theirs', async () => {
    const order = await taken();
    const made = await stripe.createRefund(order);
    expect(made).toEqual({
      providerRefundId: expect.stringMatching(/^re_/),
      status: 'succeeded',
      money: money(999n, 'USD'),
      detail: null,
    });
    expect(await stripe.createRefund(order)).toEqual(made);
    expect(await paid(order.reference)).toBe(999n);
    expect(await stripe.findRefund(question(order))).toEqual(made);
    expect(await stripe.findRefund(question(order, made.providerRefundId))).toEqual(made);
  });

  test('a charge is refunded as well as a payment intent', async () => {
    const order = await taken({ reference: `ch_${newReference().slice(3)}` });
    await stripe.createRefund(order);
    expect(await paid(order.reference)).toBe(999n);
  });

  test('what the product has sold is a payment the provider knows', async () => {
    const answer = await economy.buy(await economy.account());
    const [row] = await economy.db.query<{ reference: string }>(
      'SELECT reference FROM payment_references WHERE transaction_id = $1',
      [answer.transactionId],
    );
    const order = { ...(await taken()), reference: row!.reference };
    expect(await stripe.createRefund(order)).toMatchObject({ status: 'succeeded' });
    const again = { ...order, refundId: crypto.randomUUID(), idempotencyKey: crypto.randomUUID() };
    await expect(stripe.createRefund(again)).rejects.toMatchObject({ code: 'charge_already_refunded' });
  });

  test('only stolen cards are told as fraud', async () => {
    const honest = await taken({ reason: 'goodwill' });
    const stolen = await taken({ reason: 'unauthorised' });
    await stripe.createRefund(honest);
    await stripe.createRefund(stolen);
    expect((await economy.sandbox.refunds(honest.reference))[0]?.reason).toBe('requested_by_customer');
    expect((await economy.sandbox.refunds(stolen.reference))[0]?.reason).toBe('fraudulent');
  });

  test('a refund that nobody made is not found', async () => {
    const order = await taken();
    expect(await stripe.findRefund(question(order))).toBeNull();
    expect(await stripe.findRefund(question(order, 're_none'))).toBeNull();
    expect(await stripe.findRefund({ ...question(order), reference: newReference() })).toBeNull();
  });
});

describe('a definite no', () => {
  const refusal = async (order: RefundOrder) => {
    const error = await stripe.createRefund(order).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ProviderRefused);
    return (error as ProviderRefused).code;
  };

  test('for more than is left, for what was refunded, and for a payment nobody knows', async () => {
    const order = await taken();
    expect(await refusal({ ...order, money: money(1_000n, 'USD') })).toBe('amount_too_large');
    await stripe.createRefund({ ...order, money: money(600n, 'USD'), idempotencyKey: crypto.randomUUID() });
    expect(await refusal({ ...order, money: money(400n, 'USD'), idempotencyKey: 'k-rest' })).toBe(
      'amount_too_large',
    );
    await stripe.createRefund({ ...order, money: money(399n, 'USD'), idempotencyKey: crypto.randomUUID() });
    expect(await refusal({ ...order, idempotencyKey: crypto.randomUUID() })).toBe('charge_already_refunded');
    expect(await refusal({ ...order, reference: newReference(), idempotencyKey: crypto.randomUUID() })).toBe(
      'resource_missing',
    );
    expect(await paid(order.reference)).toBe(999n);
  });

  test('while the cardholder’s bank has the money; not while it only asks', async () => {
    const disputed = await taken();
    await economy.sandbox.openDispute(disputed.reference, { caseType: 'chargeback', reason: 'fraudulent' });
    expect(await refusal(disputed)).toBe('charge_disputed');
    const asked = await taken();
    const inquiry = await economy.sandbox.openDispute(asked.reference, {
      caseType: 'inquiry',
      reason: 'general',
    });
    await stripe.createRefund(asked);
    expect(await economy.sandbox.dispute(inquiry.disputeId)).toMatchObject({ status: 'warning_closed' });
  });

  test('when the provider is told to refuse', async () => {
    const order = await taken();
    await economy.sandbox.misbehave('refund', { kind: 'refuse', code: 'insufficient_funds', message: 'No.' });
    expect(await refusal(order)).toBe('insufficient_funds');
    expect(await paid(order.reference)).toBe(0n);
  });
});

describe('an answer that is lost', () => {
  const unknown = async (order: RefundOrder) =>
    expect(await stripe.createRefund(order).catch((thrown: unknown) => thrown)).toBeInstanceOf(
      ProviderUnknown,
    );

  test.each([
    ['the connection dies after it was paid', { kind: 'dies_after', times: 2 } as const],
    ['no answer comes in time', { kind: 'silent_after', ms: 60_000 } as const],
  ])('%s: it is found, and asking under the same key pays nothing more', async (_, behaviour) => {
    const order = await taken();
    await economy.sandbox.misbehave('refund', behaviour, { reference: order.reference });
    await unknown(order);
    expect(await paid(order.reference)).toBe(999n);
    expect(await stripe.findRefund(question(order))).toMatchObject({ status: 'succeeded' });
    expect(await stripe.createRefund(order)).toMatchObject({ status: 'succeeded' });
    expect(await economy.sandbox.refunds(order.reference)).toHaveLength(1);
  });

  test('the library sends a closed connection’s call again by itself, under the same key', async () => {
    const order = await taken();
    await economy.sandbox.misbehave('refund', { kind: 'dies_after', times: 1 });
    expect(await stripe.createRefund(order)).toMatchObject({ status: 'succeeded' });
    expect(await paid(order.reference)).toBe(999n);
  });

  test('before anything was done, or when the provider fails: nothing is paid, and nobody says so', async () => {
    const order = await taken();
    await economy.sandbox.misbehave('refund', { kind: 'dies_before' }, { calls: 2 });
    await unknown(order);
    await economy.sandbox.misbehave('refund', { kind: 'unavailable' });
    await unknown(order);
    expect(await stripe.findRefund(question(order))).toBeNull();
    expect(await stripe.createRefund(order)).toMatchObject({ status: 'succeeded' });
    expect(await paid(order.reference)).toBe(999n);
  });

  test('a key that is used for something else says nothing about the money', async () => {
    const order = await taken();
    await stripe.createRefund(order);
    await unknown({ ...order, money: money(1n, 'USD') });
  });

  test('two calls at once under one key pay once', async () => {
    const order = await taken();
    await economy.sandbox.misbehave('refund', { kind: 'slow', ms: 50 }, { calls: 4 });
    await Promise.allSettled(Array.from({ length: 4 }, () => stripe.createRefund(order)));
    expect(await economy.sandbox.refunds(order.reference)).toHaveLength(1);
  });
});
