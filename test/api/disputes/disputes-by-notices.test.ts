import { DAY, MINUTE } from '@coinwarden/domain';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ReviewDisputes } from '../../../api/src/disputes/disputes.public.js';
import { WakeNotices } from '../../../api/src/notices/commands/wake-notices.js';
import type { TestStaff } from '../../support/app.js';
import { type Economy, purchaseOf, startEconomy } from '../../support/economy.js';
import { expectSoundLedger } from '../../support/ledger.js';
import { bookedOf, claimOf, passTime, settle } from '../../support/money-back.js';
import { noticeSettings } from '../../support/notice-senders.js';
import { type Bought, buy, idOf, inquiryAt, pageOf, StripeDispute, tell, work } from './dispute-desk.js';

let economy: Economy;
let analyst: TestStaff;
beforeAll(async () => {
  economy = await startEconomy({ jobs: false, ...noticeSettings() });
  analyst = await economy.signIn('dispute_analyst');
});
afterAll(() => economy.close());
afterEach(() => expectSoundLedger(economy));

const review = () => economy.app.get(ReviewDisputes, { strict: false });
const booked = (purchase: Bought) => bookedOf(economy, purchase);
const coinsOf = async ({ accountId }: Bought) => (await economy.wallet(accountId)).coins;

/** A dispute's whole life: lost, then won on appeal. */
function lifeOf(dispute: StripeDispute): object[] {
  return [
    dispute.event('created'),
    dispute.withdrawn(),
    dispute.event('updated', {
      status: 'under_review',
      evidence_details: { due_by: null, submission_count: 1 },
    }),
    dispute.event('closed', { status: 'lost' }),
    dispute.reinstated(),
    dispute.event('closed', { status: 'won' }),
  ];
}

describe('the notices of a dispute', () => {
  it('end in one state in every order and repetition, sent at once or one by one', async () => {
    const seen = new Set<string>();
    const orders = fc.sample(
      fc.record({
        order: fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }),
        again: fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 4 }),
        oneByOne: fc.boolean(),
      }),
      { numRuns: 14, seed: 7 },
    );
    for (const { order, again, oneByOne } of [
      { order: [0, 1, 2, 3, 4, 5], again: [], oneByOne: true },
      { order: [5, 4, 3, 2, 1, 0], again: [0, 5], oneByOne: true },
      ...orders,
    ]) {
      const purchase = await buy(economy);
      const dispute = new StripeDispute(purchase.reference);
      const life = lifeOf(dispute);
      const sent = [...order, ...again].map((i) => life[i]!);
      if (oneByOne) for (const event of sent) await tell(economy, event);
      else await tell(economy, ...sent);
      const { status, stage, category, dueAt, withdrawnMinor, feeMinor, liability, moneyEvents } =
        await pageOf(economy, analyst, dispute);
      seen.add(
        JSON.stringify({
          ...{ status, stage, category, dueAt, withdrawnMinor, feeMinor, liability },
          events: moneyEvents.length,
          booked: await booked(purchase),
          available: (await coinsOf(purchase)).available,
        }),
      );
    }
    expect([...seen].map((state) => JSON.parse(state))).toEqual([
      expect.objectContaining({
        status: 'won',
        withdrawnMinor: 0,
        feeMinor: 1_500,
        dueAt: null,
        events: 2,
        booked: { refunded: 0, reserved: 0, lost: 0, excess: 0, fee: 1_500, taken: 0 },
        available: 700,
      }),
    ]);
  });

  it('book the money when it moves, not when a status says so, and take the coins as for fraud', async () => {
    const purchase = await buy(economy);
    const dispute = new StripeDispute(purchase.reference);
    await tell(economy, dispute.event('created'));
    expect(await booked(purchase)).toBeUndefined();
    await tell(economy, dispute.withdrawn());
    expect(await booked(purchase)).toMatchObject({ lost: 999, fee: 1_500, taken: 700 });
    expect((await coinsOf(purchase)).available).toBe(0);
    await tell(economy, dispute.event('closed', { status: 'won' }));
    expect(await booked(purchase)).toMatchObject({ lost: 999 });
    await tell(economy, dispute.reinstated(999, -1_500));
    expect(await booked(purchase)).toMatchObject({ lost: 0, fee: 0, taken: 0 });
    expect((await coinsOf(purchase)).available).toBe(700);
    const [claim] = await economy.db.query('SELECT cause FROM money_back_claims WHERE purchase_id = $1', [
      purchase.purchaseId,
    ]);
    expect(claim).toEqual({ cause: 'fraud' });
  });

  it('lost, won, then refunded: nobody is paid twice and the coins go with the money', async () => {
    const purchase = await buy(economy);
    await tell(economy, ...lifeOf(new StripeDispute(purchase.reference)));
    await settle(economy, purchase, claimOf({ paidMinor: 999n }));
    expect(await booked(purchase)).toMatchObject({ refunded: 999, lost: 0, fee: 1_500, taken: 700 });
  });

  it('a chargeback after a refund costs the account nothing more: the excess is contested, and shown', async () => {
    const purchase = await buy(economy);
    await settle(economy, purchase, claimOf({ paidMinor: 999n }));
    const dispute = new StripeDispute(purchase.reference);
    await tell(economy, dispute.event('created'), dispute.withdrawn());
    expect(await booked(purchase)).toMatchObject({ refunded: 999, lost: 0, excess: 999, taken: 700 });
    expect((await pageOf(economy, analyst, dispute)).liability).toMatchObject({
      excessMinor: 999,
      alreadyRefundedMinor: 999,
      lostMinor: 0,
      debtCoins: 0,
    });
  });

  it('a refund and a chargeback at once: together never more than was paid', async () => {
    for (let i = 0; i < 5; i++) {
      const purchase = await buy(economy);
      const dispute = new StripeDispute(purchase.reference);
      const claim = claimOf({ reservedMinor: 999n });
      const [refund] = await Promise.allSettled([
        settle(economy, purchase, claim),
        tell(economy, dispute.event('created'), dispute.withdrawn()),
      ]);
      const money = (await booked(purchase))!;
      expect(money.reserved + money.lost + money.refunded).toBe(999);
      expect(money.excess).toBe(refund.status === 'fulfilled' ? 999 : 0);
      expect(money.taken).toBe(700);
    }
  });

  it('an inquiry moves no money and is no dispute of the account', async () => {
    const purchase = await buy(economy);
    // Too dear to be refunded by itself, so it stays an inquiry.
    await tell(economy, inquiryAt(purchase.reference, { is_charge_refundable: false }).event('created'));
    expect(await booked(purchase)).toBeUndefined();
    const [account] = await economy.db.query('SELECT money_back FROM accounts WHERE account_id = $1', [
      purchase.accountId,
    ]);
    expect(account).toEqual({ money_back: '[]' });
  });

  it('an inquiry that becomes a dispute is owed another answer, with its own deadline', async () => {
    const purchase = await buy(economy);
    const dispute = inquiryAt(purchase.reference, { is_charge_refundable: false });
    const answered = {
      status: 'warning_under_review',
      evidence_details: { due_by: null, submission_count: 1 },
    };
    const due = Math.floor(Date.now() / 1_000) + 86_400;
    const escalated = {
      status: 'needs_response',
      evidence_details: { due_by: due, submission_count: 1 },
    };
    await tell(
      economy,
      dispute.event('created'),
      dispute.event('updated', answered),
      dispute.event('updated', escalated),
    );
    expect(await pageOf(economy, analyst, dispute)).toMatchObject({
      stage: 'dispute',
      status: 'needs_response',
      dueAt: new Date(due * 1_000).toISOString(),
      dueFrom: 'provider',
      deadline: 'at_risk',
    });
  });

  it('a reason that says nothing is told by the scheme’s code, and 3-D Secure shifts fraud to the issuer', async () => {
    const purchase = await buy(economy);
    const dispute = new StripeDispute(purchase.reference, { reason: 'general' });
    const charge = {
      id: `ch_${purchase.reference}`,
      captured: true,
      payment_intent: purchase.reference,
      payment_method_details: { card: { three_d_secure: { result: 'authenticated' } } },
    };
    const captured = {
      ...dispute.event('created'),
      id: `evt_${purchase.reference}`,
      type: 'charge.succeeded',
    };
    await tell(economy, { ...captured, data: { object: charge } });
    await tell(economy, dispute.event('created'), dispute.withdrawn());
    expect(await pageOf(economy, analyst, dispute)).toMatchObject({
      reason: 'general',
      category: 'fraudulent',
      schemeReason: 'Other fraud, card absent',
      liability: { party: 'issuer', lostMinor: 999, takenCoins: 700 },
    });
  });
});

describe('a dispute on a purchase that is not known yet', () => {
  const unknown = async () => {
    const accountId = await economy.account();
    const purchase = purchaseOf(accountId);
    return { accountId, purchase, dispute: new StripeDispute(purchase.payment.reference) };
  };

  it('is kept with its deadline running, and its money booked when the purchase comes', async () => {
    const { accountId, purchase, dispute } = await unknown();
    await tell(economy, dispute.event('created'), dispute.withdrawn());
    expect(await pageOf(economy, analyst, dispute)).toMatchObject({
      accountId: null,
      purchaseId: null,
      status: 'needs_response',
      dueAt: expect.any(String),
      moneyBack: null,
      allowedActions: ['accept'],
    });
    const { transactionId } = await economy.submit(purchase);
    expect(await review().match()).toBe(1);
    expect(await review().match()).toBe(0);
    const page = await pageOf(economy, analyst, dispute);
    expect(page).toMatchObject({ accountId, purchaseId: transactionId });
    expect(page.timeline.map(({ kind }) => kind)).toContain('matched');
    expect(await bookedOf(economy, { accountId, purchaseId: transactionId })).toMatchObject({ lost: 999 });
    await economy.app.get(WakeNotices, { strict: false }).run([[accountId, transactionId]]);
    await work(economy);
    expect(await bookedOf(economy, { accountId, purchaseId: transactionId })).toMatchObject({ lost: 999 });
    expect((await pageOf(economy, analyst, dispute)).timeline).toHaveLength(page.timeline.length);
  });

  it('expires like any other, and is matched after that all the same', async () => {
    const { purchase, dispute } = await unknown();
    await tell(economy, dispute.event('created'));
    await economy.db.query(
      "UPDATE disputes SET due_at = now() - interval '1 second' WHERE provider_dispute_id = $1",
      [dispute.id],
    );
    await review().overdue();
    // The provider's date is still to come: the row alone decides nothing.
    expect((await pageOf(economy, analyst, dispute)).status).toBe('needs_response');
    await economy.submit(purchase);
    await review().match();
    expect((await pageOf(economy, analyst, dispute)).purchaseId).not.toBeNull();
  });
});

describe('a deadline that passes', () => {
  it('without an answer expires the dispute once, until the provider says lost', async () => {
    const purchase = await buy(economy);
    const dispute = new StripeDispute(purchase.reference, {}, Date.now() - 8 * DAY + 5 * MINUTE);
    await tell(economy, dispute.event('created'), dispute.withdrawn());
    await review().overdue();
    expect((await pageOf(economy, analyst, dispute)).status).toBe('needs_response');
    passTime(economy, 6 * MINUTE);
    await review().overdue();
    await review().overdue();
    const page = await pageOf(economy, analyst, dispute);
    expect(page).toMatchObject({ status: 'expired', deadline: 'overdue', allowedActions: [] });
    expect(page.timeline.filter(({ kind }) => kind === 'expired')).toHaveLength(1);
    passTime(economy, -6 * MINUTE);
    await tell(economy, dispute.event('closed', { status: 'lost' }));
    expect(await pageOf(economy, analyst, dispute)).toMatchObject({ status: 'lost', dueAt: null });
    expect(await idOf(economy, dispute)).toBe(page.id);
  });
});
