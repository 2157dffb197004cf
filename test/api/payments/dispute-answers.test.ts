import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import Stripe from 'stripe';
import { type PaymentGateway, PaymentGateways } from '../../../api/src/payments/payments.public.js';
import { newReference, type SandboxEconomy, startSandbox } from '../../support/sandbox.js';

let economy: SandboxEconomy;
let gateway: PaymentGateway;
let stripe: Stripe;
beforeAll(async () => {
  economy = await startSandbox({ logLevel: 'error' });
  gateway = economy.app.get(PaymentGateways, { strict: false }).of('stripe')!;
  const { hostname, port } = new URL(economy.stripe.apiUrl);
  stripe = new Stripe(economy.stripe.apiKey, { protocol: 'http', host: hostname, port });
});
afterAll(() => economy.close());

async function disputed(order: Partial<Parameters<typeof economy.sandbox.openDispute>[1]> = {}) {
  const reference = newReference();
  await economy.sandbox.takePayment({ reference, amountMinor: 999n, currency: 'USD' });
  const { disputeId } = await economy.sandbox.openDispute(reference, {
    caseType: 'chargeback',
    reason: 'fraudulent',
    ...order,
  });
  return { reference, disputeId };
}

const PDF = Buffer.from('%PDF-1.7 an evidence document');

describe('answering a dispute', () => {
  test('keeps evidence, uploads the document and submits once', async () => {
    const { disputeId } = await disputed();
    const draft = { product_description: '700 coins' };
    await gateway.submitEvidence({
      providerDisputeId: disputeId,
      fields: draft,
      file: null,
      submit: false,
      idempotencyKey: 'draft-1',
    });
    expect(await stripe.disputes.retrieve(disputeId)).toMatchObject({
      status: 'needs_response',
      evidence: { product_description: '700 coins' },
      evidence_details: { has_evidence: true, submission_count: 0 },
    });
    const submission = {
      providerDisputeId: disputeId,
      fields: { customer_name: 'Ada' },
      file: PDF,
      submit: true,
      idempotencyKey: `answer-${disputeId}`,
    };
    await gateway.submitEvidence(submission);
    const sent = await stripe.disputes.retrieve(disputeId);
    expect(sent).toMatchObject({
      status: 'under_review',
      evidence: { product_description: '700 coins', customer_name: 'Ada' },
      evidence_details: { submission_count: 1 },
    });
    expect(await stripe.files.retrieve(sent.evidence.uncategorized_file as string)).toMatchObject({
      purpose: 'dispute_evidence',
      size: PDF.length,
      type: 'pdf',
    });
    // The same once more under its key changes nothing; anything else is refused.
    await gateway.submitEvidence(submission);
    await expect(gateway.submitEvidence({ ...submission, idempotencyKey: 'again' })).rejects.toMatchObject({
      code: 'dispute_not_open',
    });
  });

  test('takes the provider’s fields and no others, and no more text than its form', async () => {
    const { disputeId } = await disputed();
    const send = (fields: Record<string, string>) =>
      gateway.submitEvidence({
        providerDisputeId: disputeId,
        fields,
        file: null,
        submit: false,
        idempotencyKey: crypto.randomUUID(),
      });
    await expect(send({ alibi: 'at home' })).rejects.toMatchObject({ code: 'parameter_unknown' });
    await expect(send({ receipt: 'file_none' })).rejects.toMatchObject({ code: 'resource_missing' });
    await expect(send({ uncategorized_text: 'a'.repeat(150_001) })).rejects.toMatchObject({
      code: 'parameter_invalid',
    });
  });

  test('giving up loses it', async () => {
    const { disputeId } = await disputed();
    await gateway.acceptDispute({ providerDisputeId: disputeId, idempotencyKey: `accept-${disputeId}` });
    expect(await stripe.disputes.retrieve(disputeId)).toMatchObject({ status: 'lost' });
    await gateway.acceptDispute({ providerDisputeId: disputeId, idempotencyKey: `accept-${disputeId}` });
  });
});

describe('the issuer', () => {
  test('withdraws with its fee and gives the amount back when it decides for us', async () => {
    const { disputeId } = await disputed();
    const opened = await stripe.disputes.retrieve(disputeId);
    expect(opened.balance_transactions).toMatchObject([
      { amount: -999, fee: 1500, net: -2499, type: 'adjustment', reporting_category: 'dispute' },
    ]);
    await economy.sandbox.decide(disputeId, 'won');
    const won = await stripe.disputes.retrieve(disputeId);
    expect(won).toMatchObject({ status: 'won', is_charge_refundable: true });
    expect(won.balance_transactions.map(({ amount }) => amount)).toEqual([-999, 999]);
    await economy.sandbox.decide(disputeId, 'lost');
    const lost = await stripe.disputes.retrieve(disputeId);
    expect(lost.balance_transactions.map(({ amount }) => amount)).toEqual([-999, 999, -999]);
  });

  test('asks first, and disputes if the answer does not convince it', async () => {
    const { reference, disputeId } = await disputed({ caseType: 'inquiry', reason: 'general' });
    expect(await stripe.disputes.retrieve(disputeId)).toMatchObject({
      status: 'warning_needs_response',
      is_charge_refundable: true,
      balance_transactions: [],
    });
    await economy.sandbox.escalate(disputeId);
    expect(await stripe.disputes.retrieve(disputeId)).toMatchObject({
      status: 'needs_response',
      is_charge_refundable: false,
      payment_method_details: { card: { case_type: 'chargeback' } },
      balance_transactions: [{ amount: -999 }],
    });
    expect(
      await stripe.charges.retrieve(
        (await stripe.paymentIntents.retrieve(reference)).latest_charge as string,
      ),
    ).toMatchObject({ disputed: true });
  });

  test('has the last word over a warning: it is no longer actionable', async () => {
    const reference = newReference();
    await economy.sandbox.takePayment({ reference, amountMinor: 999n, currency: 'USD' });
    const { warningId } = await economy.sandbox.warn(reference);
    expect(await stripe.radar.earlyFraudWarnings.retrieve(warningId)).toMatchObject({ actionable: true });
    await economy.sandbox.openDispute(reference, { caseType: 'chargeback', reason: 'fraudulent' });
    expect(await stripe.radar.earlyFraudWarnings.retrieve(warningId)).toMatchObject({ actionable: false });
  });
});
