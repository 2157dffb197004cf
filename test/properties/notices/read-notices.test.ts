import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readAdyen } from '../../../api/src/notices/reading/read-adyen.js';
import { readAppleNotification, refundedMoney } from '../../../api/src/notices/reading/read-apple.js';
import { readDeveloperNotification } from '../../../api/src/notices/reading/read-google.js';
import { readNotice } from '../../../api/src/notices/reading/read-notice.js';
import { readStripe } from '../../../api/src/notices/reading/read-stripe.js';
import { googleEnvelope, stripeEvent } from '../../support/notice-senders.js';

const FIXTURES = '/work/shared/conformance';
const json = (path: string) => JSON.parse(readFileSync(`${FIXTURES}/${path}`, 'utf8'));
const withFixtures = existsSync(FIXTURES) ? describe : describe.skip;
if (!existsSync(FIXTURES)) console.warn(`${FIXTURES} is absent: the providers' own fixtures are not tried.`);

const read = (type: string, object: object) => readStripe(stripeEvent(type, object));
const jws = (claims: object) => `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.c2ln`;

withFixtures('Stripe’s own objects', () => {
  const objects = () => json('stripe/objects.json');

  it('read a dispute that is an inquiry still', () => {
    const { fact, references } = read('charge.dispute.created', objects().dispute);
    expect(references).toEqual(['ch_1PgafuB7WZ01zgkWXYmPNZs8']);
    expect(fact).toEqual({
      type: 'dispute',
      reference: 'ch_1PgafuB7WZ01zgkWXYmPNZs8',
      providerDisputeId: 'dp_1Pgc71B7WZ01zgkWMevJiAUx',
      stage: 'inquiry',
      status: 'needs_response',
      reason: 'general',
      networkReasonCode: '10.4',
      scheme: 'visa',
      money: { amountMinor: 1000n, currency: 'USD' },
      openedAt: 1234567890_000,
      dueAt: 1723679999_000,
      submissions: 0,
      refundable: true,
      moneyEvents: [],
    });
  });

  it('read a refund, a warning, a charge and an intent', () => {
    const { refund, charge, payment_intent: intent, ...rest } = objects();
    expect(read('refund.created', refund).fact).toMatchObject({
      type: 'refund',
      providerRefundId: 're_1Pgc72B7WZ01zgkWqPvrRrPE',
      refundId: null,
      status: 'succeeded',
      money: { amountMinor: 100n, currency: 'USD' },
    });
    expect(read('radar.early_fraud_warning.created', rest['radar.early_fraud_warning'])).toMatchObject({
      references: ['ch_1234'],
      fact: { type: 'fraud_warning', fraudType: 'misc', actionable: true },
    });
    expect(read('charge.succeeded', charge).fact.type).toBe('irrelevant');
    expect(read('charge.captured', charge).fact).toMatchObject({
      type: 'payment_captured',
      reference: charge.id,
    });
    expect(read('charge.refunded', charge).fact.type).toBe('irrelevant');
    expect(read('payment_intent.canceled', intent).fact).toEqual({
      type: 'payment_failed',
      reference: intent.id,
    });
    expect(read('payment_intent.payment_failed', intent).fact.type).toBe('irrelevant');
  });

  it('say nothing of what does not concern a purchase', () => {
    for (const name of ['review', 'customer', 'payment_method', 'webhook_endpoint', 'checkout.session'])
      expect(read(`${name}.created`, objects()[name]).fact).toEqual({
        type: 'irrelevant',
        what: `${name}.created`,
      });
    expect(readStripe(objects().event).fact).toEqual({ type: 'irrelevant', what: 'plan.created' });
  });
});

describe('a Stripe dispute', () => {
  const dispute = (changes: object) => ({
    id: 'dp_1',
    amount: 999,
    currency: 'usd',
    charge: { id: 'ch_1' },
    payment_intent: 'pi_1',
    created: 1_700_000_000,
    status: 'needs_response',
    reason: 'fraudulent',
    ...changes,
  });
  const withdrawn = { id: 'txn_1', amount: -999, fee: 1500, currency: 'usd', created: 1_700_000_001 };

  it('is known by intent and charge, and carries every booking under its own id', () => {
    const back = { id: 'txn_2', amount: 999, fee: 0, currency: 'usd', created: 1_700_000_009 };
    const { fact, references } = read(
      'charge.dispute.funds_reinstated',
      dispute({ status: 'won', balance_transactions: [withdrawn, back, 'txn_3'] }),
    );
    expect(references).toEqual(['pi_1', 'ch_1']);
    expect(fact).toMatchObject({
      reference: 'pi_1',
      stage: 'dispute',
      status: 'won',
      moneyEvents: [
        { eventId: 'txn_1', kind: 'withdrawn', amountMinor: 999n, feeMinor: 1500n, currency: 'USD' },
        { eventId: 'txn_2', kind: 'reinstated', amountMinor: 999n, feeMinor: 0n, currency: 'USD' },
      ],
    });
  });

  it('carries a fee that was booked by itself, and nothing of what moved nothing', () => {
    const fee = { id: 'txn_4', amount: 0, fee: 1500, currency: 'usd', created: 1_700_000_002 };
    const balance_transactions = [fee, { ...fee, id: 'txn_5', fee: 0 }];
    const { fact } = read('charge.dispute.updated', dispute({ balance_transactions }));
    expect(fact).toMatchObject({
      moneyEvents: [{ eventId: 'txn_4', kind: 'withdrawn', amountMinor: 0n, feeMinor: 1500n }],
    });
  });

  it.each([
    ['warning_under_review', 'inquiry', 'under_review'],
    ['warning_closed', 'inquiry', 'cancelled'],
    ['under_review', 'dispute', 'under_review'],
    ['lost', 'dispute', 'lost'],
    ['prevented', 'dispute', 'prevented'],
    ['charge_refunded', 'dispute', 'cancelled'],
    ['appeal_needs_response', 'pre_arbitration', 'needs_response'],
  ])('that is %s is at %s, %s', (status, stage, told) => {
    expect(read('charge.dispute.updated', dispute({ status })).fact).toMatchObject({ stage, status: told });
  });

  it('of a status nobody knows is left to a person', () => {
    expect(() => read('charge.dispute.updated', dispute({ status: 'new_one' }))).toThrow(
      'new_one is not known',
    );
  });
});

withFixtures('Apple’s own models', () => {
  const model = (name: string) => json(`apple/models/${name}`);
  const transaction = () => model('signedTransaction.json');
  const about = (type: string, bought: object) => {
    const notice = model('signedConsumptionRequestNotification.json');
    const data = { ...notice.data, signedTransactionInfo: jws(bought) };
    return readAppleNotification({ ...notice, notificationType: type, data });
  };

  it('read a consumption request, owed within twelve hours', () => {
    expect(about('CONSUMPTION_REQUEST', transaction())).toEqual({
      references: ['23456', '12345'],
      fact: {
        type: 'consumption_request',
        reference: '23456',
        requestReason: 'UNINTENDED_PURCHASE',
        dueAt: 1698148900000 + 12 * 3_600_000,
        transactionReference: '23456',
        token: null,
        application: 'com.example',
      },
    });
  });

  it('read a refund, whole or in part, and its reversal as the same refund', () => {
    expect(about('REFUND', transaction()).fact).toMatchObject({
      type: 'refund',
      providerRefundId: 'apple:23456',
      status: 'succeeded',
      money: null,
    });
    const prorated = about('REFUND', model('signedTransactionWithRevocation.json')).fact;
    expect(prorated).toMatchObject({ money: { amountMinor: 549n, currency: 'USD' } });
    expect(about('REFUND_REVERSED', transaction()).fact).toMatchObject({
      providerRefundId: 'apple:23456',
      status: 'reversed',
    });
  });

  it('read a charge, and leave aside what concerns no purchase of coins', () => {
    expect(about('ONE_TIME_CHARGE', transaction()).fact).toEqual({
      type: 'payment_captured',
      reference: '23456',
      // The price is the shopfront's own; the purchase may name another currency.
      money: null,
    });
    for (const type of ['REFUND_DECLINED', 'SUBSCRIBED', 'REVOKE'])
      expect(about(type, transaction()).fact).toEqual({ type: 'irrelevant', what: type });
    for (const name of [
      'signedNotification',
      'signedSummaryNotification',
      'signedRescindConsentNotification',
    ])
      expect(readAppleNotification(model(`${name}.json`)).fact.type).toBe('irrelevant');
  });
});

describe('a prorated refund of Apple’s', () => {
  it('is the percentage of the price in the currency’s own minor unit', () => {
    const part = { revocationType: 'REFUND_PRORATED', transactionId: '1' };
    const of = (price: number, currency: string, revocationPercentage: number) =>
      refundedMoney({ ...part, price, currency, revocationPercentage })!.amountMinor;
    expect(of(9_990, 'USD', 33_333)).toBe(332n);
    expect(of(1_500_000, 'JPY', 50_000)).toBe(750n);
    expect(of(3_000, 'KWD', 100_000)).toBe(3_000n);
    expect(() => refundedMoney({ ...part, price: 1, currency: 'USD' })).toThrow('without price');
  });
});

withFixtures('Google’s own notifications', () => {
  const of = (name: string) => readDeveloperNotification(json(`google/${name}.json`));

  it('read a test, a purchase and a voided purchase', () => {
    expect(of('rtdn-test').fact).toEqual({ type: 'test' });
    const token = 'ppgmhnokdjkfbicoloakhnli.AO-J1OyR4wKcTz8mHbXe1uQfLp';
    expect(of('rtdn-one-time-purchased').fact).toEqual({
      type: 'payment_captured',
      reference: token,
      money: null,
    });
    expect(of('rtdn-voided-purchase')).toMatchObject({
      references: ['GPA.3311-8452-9910-77304', token],
      fact: {
        type: 'refund',
        providerRefundId: 'google:GPA.3311-8452-9910-77304',
        status: 'succeeded',
        money: null,
      },
    });
  });
});

describe('a Google notification', () => {
  const base = { version: '1.0', packageName: 'com.acme.app', eventTimeMillis: '1768435200000' };
  const of = (part: object) =>
    readNotice('google', Buffer.from(JSON.stringify(googleEnvelope({ ...base, ...part }))));

  it('asks for a review of a chargeback, owed within a day', () => {
    const pendingRefundReviewNotification = {
      version: '1.0',
      pendingRefundToken: 'secret-token',
      orderId: 'GPA.1',
      refundReason: 7,
    };
    expect(of({ pendingRefundReviewNotification }).fact).toEqual({
      type: 'consumption_request',
      reference: 'GPA.1',
      requestReason: '7',
      dueAt: 1768435200000 + 24 * 3_600_000,
      transactionReference: 'GPA.1',
      token: 'secret-token',
      application: 'com.acme.app',
    });
  });

  it('of a cancelled purchase ends it; of a subscription says nothing; of some of several items needs a person', () => {
    const cancelled = { notificationType: 2, purchaseToken: 't', sku: 's' };
    expect(of({ oneTimeProductNotification: cancelled }).fact.type).toBe('payment_failed');
    expect(of({ subscriptionNotification: { notificationType: 3 } }).fact.type).toBe('irrelevant');
    const voided = { purchaseToken: 't', orderId: 'o', productType: 2, refundType: 2 };
    expect(() => of({ voidedPurchaseNotification: voided })).toThrow('Play Console');
    const subscription = { ...voided, productType: 1 };
    expect(of({ voidedPurchaseNotification: subscription }).fact.type).toBe('irrelevant');
  });
});

withFixtures('Adyen’s own notifications', () => {
  const of = (name: string) => readAdyen(json(`adyen/${name}.json`));

  it('read captures and refunds under the payment’s reference', () => {
    expect(of('captureTrue').fact).toMatchObject({
      type: 'payment_captured',
      reference: 'ORIGINAL_PSP',
      money: { amountMinor: 23623n, currency: 'USD' },
    });
    expect(of('captureFalse').fact.type).toBe('irrelevant');
    expect(of('authorisationTrue').fact.type).toBe('irrelevant');
    const refund = { type: 'refund', reference: 'ORIGINAL_PSP', providerRefundId: 'PSP_REFERENCE' };
    expect(of('refundTrue').fact).toMatchObject({ ...refund, status: 'succeeded', detail: null });
    expect(of('refundFalse').fact).toMatchObject({
      ...refund,
      status: 'failed',
      money: { amountMinor: 1500n, currency: 'EUR' },
      detail: 'Insufficient balance on payment',
    });
  });

  it('refuse what is no payment notification', () => {
    expect(() => of('accountHolderCreated')).toThrow('notificationItems');
  });
});
