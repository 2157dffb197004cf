import type { DecisionAnswer } from '@coinwarden/contracts';
import { DAY } from '@coinwarden/domain';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type Economy, judgeBy, startEconomy } from '../../support/economy.js';
import { expectSoundLedger } from '../../support/ledger.js';
import { bought, claimOf, passTime, settle } from '../../support/money-back.js';
import { backwardOf, behindBalance, forwardOf, provenanceOf } from '../../support/provenance.js';

let economy: Economy;
beforeAll(async () => {
  economy = await startEconomy();
  await judgeBy(economy, []);
});
afterAll(() => economy.close());
afterEach(() => expectSoundLedger(economy));

const creatorOf = () => economy.account({ creator: true });
const withdraw = (accountId: string, diamonds: number) =>
  economy.submit({
    kind: 'withdrawal',
    accountId,
    diamonds,
    payout: { method: 'paypal', destination: 'somebody@example.com' },
  });

describe('behind a withdrawal', () => {
  test('every purchase, through gifts, with its share, decision and money', async () => {
    const [ada, bert, creator] = [await economy.account(), await economy.account(), await creatorOf()];
    await judgeBy(economy, [{ kind: 'purchase', effect: 'review' }]);
    const looked = await bought(economy, ada);
    await judgeBy(economy, []);
    const reviewer = await economy.signIn('ts_reviewer');
    await reviewer.request
      .post(`/staff/transactions/${looked.purchaseId}/actions/release`)
      .send({})
      .expect(200);
    const disputed = await bought(economy, bert);
    await economy.gift(ada, creator, { quantity: 300 });
    await economy.gift(bert, creator, { quantity: 100 });
    passTime(economy, 30 * DAY);
    const withdrawal = await withdraw(creator, 350);
    await settle(economy, disputed, claimOf({ kind: 'dispute', cause: 'dispute', paidMinor: 999n }));

    const behind = await backwardOf(economy, withdrawal.transactionId);
    expect(behind).toMatchObject({ unit: 'DIAMOND', total: 350, foreseen: false });
    expect(behind.concerns).toEqual({ disputed: 50, refunded: 0, flagged: 300, clear: 0 });
    expect(behind.purchases.items).toMatchObject([
      { purchaseId: disputed.purchaseId, amount: 50, concern: 'disputed', moneyBack: { lostMinor: 999 } },
      {
        purchaseId: looked.purchaseId,
        accountId: ada,
        amount: 300,
        direct: 300,
        concern: 'flagged',
        moneyBack: null,
        money: { amountMinor: 999, currency: 'USD' },
        decision: { outcome: 'review', rules: [{ key: 'test-purchase', mode: 'live', effect: 'review' }] },
      },
    ]);
    expect(behind.buyers.items).toMatchObject([
      { accountId: ada, purchases: 1, amount: 300 },
      { accountId: bert, purchases: 1, amount: 50 },
    ]);
    expect(behind.gifts.items.map((gift) => gift.senderId)).toEqual([ada, bert]);
  });

  test('through conversions too, and rewards that nobody bought', async () => {
    const [buyer, first, second] = [await economy.account(), await creatorOf(), await creatorOf()];
    const purchase = await bought(economy, buyer);
    await economy.submit({ kind: 'reward', accountId: buyer, coins: 100, reason: 'contest' });
    // Earned coins go first.
    await economy.gift(buyer, first, { quantity: 300 });
    passTime(economy, 8 * DAY);
    await economy.submit({ kind: 'conversion', accountId: first, diamonds: 300 });
    await economy.gift(first, second, { quantity: 150 });
    passTime(economy, 8 * DAY);
    const withdrawal = await withdraw(second, 90);
    const behind = await backwardOf(economy, withdrawal.transactionId);
    expect(behind.parts).toEqual({ purchases: 60, rewards: 30, further: 0 });
    expect(behind.purchases.items).toMatchObject([
      { purchaseId: purchase.purchaseId, amount: 60, direct: 0 },
    ]);
  });

  test('that waits for a person: what it would take as things stand', async () => {
    const [early, late, creator] = [await economy.account(), await economy.account(), await creatorOf()];
    const purchase = await bought(economy, early);
    await bought(economy, late);
    await economy.gift(early, creator, { quantity: 80 });
    passTime(economy, DAY);
    await economy.gift(late, creator, { quantity: 80 });
    passTime(economy, 9 * DAY);
    await judgeBy(economy, [{ kind: 'withdrawal', effect: 'review' }]);
    const held = await withdraw(creator, 50);
    await judgeBy(economy, []);
    const foreseen = await backwardOf(economy, held.transactionId);
    expect(foreseen).toMatchObject({ total: 50, foreseen: true });
    expect(foreseen.purchases.items).toMatchObject([{ purchaseId: purchase.purchaseId, amount: 50 }]);
    expect((await forwardOf(economy, purchase.purchaseId)).direct.diamonds.available).toBe(80);

    const reviewer = await economy.signIn('ts_reviewer');
    await reviewer.request
      .post(`/staff/transactions/${held.transactionId}/actions/release`)
      .send({})
      .expect(200);
    expect(await backwardOf(economy, held.transactionId)).toEqual({ ...foreseen, foreseen: false });
  });
});

describe('behind coins', () => {
  test('a gift, a promotion and an unlock name the purchases that paid for them', async () => {
    const [buyer, creator] = [await economy.account(), await creatorOf()];
    const first = await bought(economy, buyer);
    const second = await bought(economy, buyer);
    const promotion = await economy.submit({
      kind: 'video_promotion',
      accountId: buyer,
      contentId: 'v1',
      coins: 600,
    });
    const gift = await economy.gift(buyer, creator, { quantity: 250 });
    await judgeBy(economy, [{ kind: 'unlock', effect: 'review' }]);
    const held = await economy.submit({ kind: 'unlock', accountId: buyer, contentId: 'e7', coins: 30 });
    await judgeBy(economy, []);
    const shares = async ({ transactionId }: DecisionAnswer) => {
      const { purchases } = await backwardOf(economy, transactionId);
      return purchases.items.map(({ purchaseId, amount }) => [purchaseId, amount]);
    };
    expect(await shares(promotion)).toEqual([[first.purchaseId, 600]]);
    expect(await shares(gift)).toEqual([
      [second.purchaseId, 150],
      [first.purchaseId, 100],
    ]);
    expect(await shares(held)).toEqual([[second.purchaseId, 30]]);
    expect((await backwardOf(economy, held.transactionId)).foreseen).toBe(true);
  });

  test('a declined transaction has nothing behind it, and a purchase never has', async () => {
    const buyer = await economy.account();
    const purchase = await bought(economy, buyer);
    expect((await provenanceOf(economy, purchase.purchaseId)).backward).toBeNull();
    const declined = await withdraw(buyer, 10);
    expect(declined.outcome).toBe('decline');
    expect(await provenanceOf(economy, declined.transactionId)).toMatchObject({
      forward: null,
      backward: null,
      provenance: [],
    });
  });
});

describe('behind a balance', () => {
  test('what matures and what could leave, and whose money it was', async () => {
    const [ada, bert, creator] = [await economy.account(), await economy.account(), await creatorOf()];
    const old = await bought(economy, ada);
    await economy.gift(ada, creator, { quantity: 101 });
    passTime(economy, 8 * DAY);
    await withdraw(creator, 40);
    const fresh = await bought(economy, bert);
    await economy.gift(bert, creator, { quantity: 200 });
    const behind = await behindBalance(economy, creator);
    expect(behind.maturity).toEqual({ available: 61, maturing: 200 });
    expect(behind.purchases.items.map(({ purchaseId, amount }) => [purchaseId, amount])).toEqual([
      [fresh.purchaseId, 200],
      [old.purchaseId, 61],
    ]);
    expect((await behindBalance(economy, ada)).total).toBe(0);
  });

  test('forward and backward tell one story, however the coins went', async () => {
    const people = await Promise.all(Array.from({ length: 4 }, creatorOf));
    const purchases: string[] = [];
    const withdrawals: string[] = [];
    for (let round = 0; round < 12; round++) {
      const at = (offset: number) => people[(round + offset) % people.length]!;
      purchases.push((await bought(economy, at(0))).purchaseId);
      await economy.gift(at(0), at(1), { quantity: 333 + round * 7 });
      await economy.gift(at(0), at(2), { quantity: 101 });
      passTime(economy, 8 * DAY);
      await economy.submit({ kind: 'conversion', accountId: at(1), diamonds: 51 + round });
      withdrawals.push((await withdraw(at(2), 67)).transactionId);
    }
    const forward = new Map<string, number>();
    for (const id of purchases) {
      const { direct, onward } = await forwardOf(economy, id);
      for (const one of [...direct.cashOuts.items, ...(onward?.cashOuts.items ?? [])]) {
        const key = `${id} in ${one.transactionId}`;
        if (one.kind === 'withdrawal') forward.set(key, (forward.get(key) ?? 0) + one.diamonds);
      }
    }
    const backward = new Map<string, number>();
    for (const id of withdrawals) {
      const { purchases: behind, parts } = await backwardOf(economy, id);
      expect(parts.further).toBe(0);
      for (const one of behind.items) backward.set(`${one.purchaseId} in ${id}`, one.amount);
    }
    expect(forward.size).toBeGreaterThan(withdrawals.length);
    expect(new Map([...backward].sort())).toEqual(new Map([...forward].sort()));
  });
});

describe('who asks', () => {
  test('staff are answered the same, and unknown ids and odd limits are refused', async () => {
    const buyer = await economy.account();
    const { purchaseId } = await bought(economy, buyer);
    const analyst = await economy.signIn('dispute_analyst');
    const answer = await analyst.request.get(`/staff/transactions/${purchaseId}/provenance`).expect(200);
    expect(answer.body).toEqual(await provenanceOf(economy, purchaseId));
    await analyst.request.get(`/staff/accounts/${buyer}/provenance`).expect(200);
    const unknown = await economy.asPlatform.get('/v1/transactions/nothing/provenance').expect(404);
    expect(unknown.body.code).toBe('transaction.unknown');
    const nobody = await economy.asPlatform.get('/v1/accounts/nobody/provenance').expect(404);
    expect(nobody.body.code).toBe('account.unknown');
    for (const limit of ['0', '201', 'x', '1.5']) {
      const path = `/v1/transactions/${purchaseId}/provenance?limit=${limit}`;
      expect((await economy.asPlatform.get(path).expect(422)).body.code).toBe('request.invalid');
    }
  });
});
