import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newReference, type SandboxEconomy, startSandbox } from '../../support/sandbox.js';

const OBJECTS = '../shared/conformance/stripe/objects.json';
const there = existsSync(OBJECTS);
const fixtures: Record<string, Record<string, unknown>> = there
  ? JSON.parse(readFileSync(OBJECTS, 'utf8'))
  : {};

/** Of former times, of products this one does not use, or there only when something of the kind happened. */
const LEFT_OUT: Readonly<Record<string, readonly string[]>> = {
  charge: ['source', 'refunds'],
  payment_intent: [
    'client_secret',
    'payment_method_configuration_details',
    'source',
    'excluded_payment_method_types',
    'managed_payments',
  ],
};

let economy: SandboxEconomy;
beforeAll(async () => {
  economy = await startSandbox({ logLevel: 'error' });
});
afterAll(() => economy.close());

const call = async (path: string, body?: Record<string, string>) => {
  const answer = await fetch(`${economy.stripe.apiUrl}/v1/${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { Authorization: `Bearer ${economy.stripe.apiKey}` },
    ...(body && { body: new URLSearchParams(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
};

describe('the sandbox', () => {
  test('needs its key', async () => {
    const answer = await fetch(`${economy.stripe.apiUrl}/v1/refunds`, {
      headers: { Authorization: 'Bearer sk_test_another' },
    });
    expect(answer.status).toBe(401);
  });

  test('knows what can be called, and says which parameter is wrong', async () => {
    expect(await call('tokens')).toMatchObject({ status: 404, body: { error: { code: 'url_invalid' } } });
    expect(await call('refunds', { amount: 'ten' })).toMatchObject({
      status: 400,
      body: { error: { type: 'invalid_request_error', param: 'charge' } },
    });
  });

  const shapes = there ? test : test.skip;
  shapes('gives its objects the fields that Stripe’s own have', async () => {
    const reference = newReference();
    await economy.sandbox.takePayment({ reference, amountMinor: 999n, currency: 'USD' });
    const intent = (await call(`payment_intents/${reference}`)).body;
    const charge = (await call(`charges/${intent['latest_charge']}`)).body;
    const refund = (await call('refunds', { payment_intent: reference, amount: '1' })).body;
    const warning = await economy.sandbox.warn(reference);
    const { disputeId } = await economy.sandbox.openDispute(reference, {
      caseType: 'chargeback',
      reason: 'fraudulent',
    });
    const dispute = (await call(`disputes/${disputeId}`)).body;
    const [booked] = dispute['balance_transactions'] as Record<string, unknown>[];
    const events = (await call('events')).body['data'] as Record<string, unknown>[];
    const ours: Record<string, Record<string, unknown>> = {
      payment_intent: intent,
      charge,
      refund,
      dispute,
      balance_transaction: booked!,
      event: events[0]!,
      'radar.early_fraud_warning': (await call(`radar/early_fraud_warnings/${warning.warningId}`)).body,
    };
    for (const [name, object] of Object.entries(ours)) {
      const wanted = Object.keys(fixtures[name]!).filter((key) => !LEFT_OUT[name]?.includes(key));
      expect([name, wanted.filter((key) => !Object.hasOwn(object, key))]).toEqual([name, []]);
    }
    expect(Object.keys(dispute['evidence'] as object)).toEqual(
      Object.keys(fixtures['dispute']!['evidence'] as object),
    );
  });
});

describe('its controls', () => {
  const control = async (path: string, body: object) => {
    const answer = await fetch(`${economy.stripe.apiUrl}/sandbox/${path}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${economy.stripe.apiKey}` },
      body: JSON.stringify(body),
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };

  test('let a payment be taken, disputed and decided over HTTP', async () => {
    const reference = newReference();
    await control('payments', { reference, amountMinor: 4_999, currency: 'EUR' });
    const opened = await control('disputes', { reference, reason: 'product_not_received' });
    expect(opened).toMatchObject({ status: 200, body: { amountMinor: 4_999, status: 'needs_response' } });
    const decided = await control(`disputes/${opened.body['disputeId']}/decide`, { verdict: 'won' });
    expect(decided.body).toMatchObject({ status: 'won' });
  });

  test('refuse what makes no sense', async () => {
    expect((await control('payments', { reference: 'x' })).status).toBe(400);
    expect((await control('disputes', { reference: newReference() })).status).toBe(404);
    expect((await control('weather', {})).status).toBe(404);
  });
});
