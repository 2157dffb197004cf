import { DAY, type EvidenceFacts, HOUR, type OtherPurchase } from '@coinwarden/domain';

export const BOUGHT_AT = Date.parse('2026-03-01T10:00:00Z');

export const otherPurchase = (changes: Partial<OtherPurchase> = {}): OtherPurchase => ({
  purchaseId: '0195a000-0000-7000-8000-000000000002',
  reference: 'pi_earlier',
  instrument: 'card_1234567890ABCD',
  money: { amountMinor: 499n, currency: 'USD' },
  packageName: '350 coins',
  purchasedAt: BOUGHT_AT - 150 * DAY,
  deviceId: 'phone-of-ada',
  ip: '203.0.113.7',
  ...changes,
});

/** 700 coins for US$ 9.99, delivered at once and partly given away; a customer of two years. */
export const evidenceFacts = (changes: Partial<EvidenceFacts> = {}): EvidenceFacts => ({
  dispute: {
    disputeId: '0195a000-0000-7000-8000-0000000000d1',
    providerDisputeId: 'du_1',
    category: 'fraudulent',
    reason: 'fraudulent',
    networkReasonCode: '10.4',
    scheme: 'visa',
    money: { amountMinor: 999n, currency: 'USD' },
    openedAt: BOUGHT_AT + 20 * DAY,
  },
  purchase: {
    purchaseId: '0195a000-0000-7000-8000-000000000001',
    provider: 'stripe',
    reference: 'pi_disputed',
    instrument: 'card_1234567890ABCD',
    instrumentCountry: 'US',
    userAgent: 'Videos/4.2 (iPhone)',
    money: { amountMinor: 999n, currency: 'USD' },
    packageName: '700 coins',
    status: 'posted',
    purchasedAt: BOUGHT_AT,
    deviceId: 'phone-of-ada',
    ip: '203.0.113.7',
  },
  account: {
    accountId: 'ada',
    displayName: 'Ada Lovelace',
    email: 'ada@example.com',
    country: 'US',
    status: 'active',
    createdAt: BOUGHT_AT - 730 * DAY,
  },
  delivery: { paidCoins: 700n, bonusCoins: 0n, deliveredAt: BOUGHT_AT + 200 },
  usage: {
    spentCoins: 500n,
    expiredCoins: 0n,
    totals: [{ kind: 'gift', count: 1, coins: 500n }],
    firstAt: BOUGHT_AT + HOUR,
    lastAt: BOUGHT_AT + HOUR,
    rows: [
      {
        transactionId: '0195a000-0000-7000-8000-000000000003',
        kind: 'gift',
        at: BOUGHT_AT + HOUR,
        coins: 500n,
        what: '5 × Fireworks',
        recipient: 'Grace',
        deviceId: 'phone-of-ada',
        ip: '203.0.113.7',
      },
    ],
    count: 1,
  },
  recipients: {
    rows: [{ name: 'Grace', gifts: 5, coins: 500n, firstAt: BOUGHT_AT + HOUR, lastAt: BOUGHT_AT + HOUR }],
    count: 1,
  },
  activity: [
    { type: 'sign_in', at: BOUGHT_AT - HOUR, deviceId: 'phone-of-ada', ip: '203.0.113.7' },
    { type: 'sign_in', at: BOUGHT_AT + DAY, deviceId: 'phone-of-ada', ip: '203.0.113.7' },
  ],
  priorPurchases: [
    otherPurchase(),
    otherPurchase({
      purchaseId: '0195a000-0000-7000-8000-000000000004',
      reference: 'pi_earliest',
      purchasedAt: BOUGHT_AT - 200 * DAY,
    }),
  ],
  similarPurchases: [],
  otherDisputes: 0,
  refunds: [],
  terms: {
    title: 'Terms of sale',
    version: '2026-01',
    shownSince: '2026-01-01',
    disclosure: 'Shown above the pay button of every purchase.',
    clauses: [
      'Coins are delivered at once. With their delivery the right of withdrawal ends.',
      'Coins that were paid for do not expire.',
    ],
  },
  ...changes,
});
