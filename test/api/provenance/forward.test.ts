import { DAY } from '@coinwarden/domain';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type Economy, judgeBy, startEconomy } from '../../support/economy.js';
import { expectSoundLedger } from '../../support/ledger.js';
import { bought, claimOf, passTime, settle } from '../../support/money-back.js';
import { forwardOf, provenanceOf, some } from '../../support/provenance.js';

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
const convert = (accountId: string, diamonds: number) =>
  economy.submit({ kind: 'conversion', accountId, diamonds });

describe('from a purchase', () => {
  test('everything that became of its coins: unspent, held, gifts, promotions, unlocks', async () => {
    const [buyer, creator] = [await economy.account(), await creatorOf()];
    const purchase = await bought(economy, buyer);
    const gift = await economy.gift(buyer, creator, { quantity: 200 });
    const promotion = await economy.submit({
      kind: 'video_promotion',
      accountId: buyer,
      contentId: 'v1',
      coins: 90,
    });
    const unlock = await economy.submit({ kind: 'unlock', accountId: buyer, contentId: 'e7', coins: 30 });
    await judgeBy(economy, [{ kind: 'gift', effect: 'review' }]);
    const held = await economy.gift(buyer, creator, { quantity: 50 });
    await judgeBy(economy, []);

    const { direct, lots, onward, purchase: about } = await forwardOf(economy, purchase.purchaseId);
    expect(some(direct.fates)).toEqual({ unspent: 330, held: 50, gifted: 200, promoted: 90, unlocked: 30 });
    expect(lots).toMatchObject([{ kind: 'paid', origin: 'purchase', granted: 700, fates: direct.fates }]);
    expect(some(direct.diamonds)).toEqual({ maturing: 200 });
    expect(direct.gifts.items).toMatchObject([
      { giftId: gift.transactionId, senderId: buyer, creatorId: creator, coins: 200, totalCoins: 200 },
    ]);
    expect(direct.uses.items).toMatchObject([
      { transactionId: promotion.transactionId, fate: 'promoted', contentId: 'v1', coins: 90 },
      { transactionId: held.transactionId, fate: 'held', kind: 'gift', coins: 50 },
      { transactionId: unlock.transactionId, fate: 'unlocked', contentId: 'e7', coins: 30 },
    ]);
    expect(onward).toBeNull();
    expect(about).toMatchObject({ accountId: buyer, coins: 700, concern: 'clear', moneyBack: null });
  });

  test('its diamonds: available, withdrawn, converted, and on through the coins they became', async () => {
    const [buyer, creator, other] = [await economy.account(), await creatorOf(), await creatorOf()];
    const purchase = await bought(economy, buyer);
    await economy.gift(buyer, creator, { quantity: 300 });
    passTime(economy, 8 * DAY);
    const withdrawal = await withdraw(creator, 120);
    const conversion = await convert(creator, 101);
    const onwardGift = await economy.gift(creator, other, { quantity: 30 });

    const { direct, onward, further } = await forwardOf(economy, purchase.purchaseId);
    expect(some(direct.diamonds)).toEqual({ available: 79, withdrawn: 120, converted: 101 });
    expect(direct.cashOuts.items).toMatchObject([
      { transactionId: withdrawal.transactionId, kind: 'withdrawal', accountId: creator, diamonds: 120 },
      { transactionId: conversion.transactionId, kind: 'conversion', diamonds: 101, further: false },
    ]);
    expect(onward).toMatchObject({ coins: 50 });
    expect(some(onward!.fates)).toEqual({ gifted: 30, unspent: 20 });
    expect(onward!.gifts.items).toMatchObject([{ giftId: onwardGift.transactionId, coins: 30 }]);
    expect(further).toEqual({ conversions: 0, diamonds: 0 });
  });

  test('it ends after so many conversions, and names what lies further', async () => {
    const buyer = await economy.account();
    const purchase = await bought(economy, buyer);
    let [from, coins] = [buyer, 640];
    for (let hop = 0; hop < 5; hop++) {
      const creator = await creatorOf();
      await economy.gift(from, creator, { quantity: coins });
      passTime(economy, 8 * DAY);
      await convert(creator, coins);
      from = creator;
      coins /= 2;
    }
    const { onward, further } = await forwardOf(economy, purchase.purchaseId);
    expect(onward!.coins).toBe(320 + 160 + 80);
    expect(further).toEqual({ conversions: 1, diamonds: 80 });
    expect(onward!.cashOuts.items.filter((one) => one.further)).toMatchObject([{ diamonds: 80 }]);
  });

  test('a gift paid by two purchases is shared between them to the coin', async () => {
    const [buyer, creator] = [await economy.account(), await creatorOf()];
    const first = await bought(economy, buyer);
    const second = await bought(economy, buyer);
    await economy.gift(buyer, creator, { quantity: 1_001 });
    passTime(economy, 8 * DAY);
    await withdraw(creator, 334);
    const shares = [];
    for (const { purchaseId } of [first, second]) {
      const { direct } = await forwardOf(economy, purchaseId);
      shares.push([direct.diamonds.withdrawn, direct.diamonds.available]);
      expect(direct.gifts.items).toMatchObject([{ totalCoins: 1_001 }]);
    }
    expect(shares).toEqual([
      [234, 466],
      [100, 201],
    ]);
  });

  test('a gift that waited for a person, and one whose coins were at risk, are found all the same', async () => {
    const young = await economy.account({ createdAt: new Date().toISOString() });
    const creator = await creatorOf();
    const purchase = await bought(economy, young);
    await economy.gift(young, creator, { quantity: 10 });
    await judgeBy(economy, [{ kind: 'gift', effect: 'review' }]);
    const held = await economy.gift(young, creator, { quantity: 20 });
    await judgeBy(economy, []);
    passTime(economy, 2 * DAY);
    const reviewer = await economy.signIn('ts_reviewer');
    await reviewer.request
      .post(`/staff/transactions/${held.transactionId}/actions/release`)
      .send({})
      .expect(200);
    const { direct } = await forwardOf(economy, purchase.purchaseId);
    expect(some(direct.diamonds)).toEqual({ maturing: 30 });
    expect(direct.gifts.items).toHaveLength(2);
  });

  test('of many gifts the largest are named and the others counted', async () => {
    const buyer = await economy.account();
    const creators = [await creatorOf(), await creatorOf(), await creatorOf()];
    const purchase = await bought(economy, buyer);
    for (const [i, creator] of creators.entries()) {
      for (const quantity of [1, 2 + i]) await economy.gift(buyer, creator, { quantity });
    }
    const { direct } = await forwardOf(economy, purchase.purchaseId, 2);
    expect(direct.gifts.items.map((gift) => gift.coins)).toEqual([4, 3]);
    expect(direct.gifts.rest).toEqual({ count: 4, coins: 5 });
    expect(direct.creators.items.map((one) => [one.accountId, one.gifts, one.coins])).toEqual([
      [creators[2], 2, 5],
      [creators[1], 2, 4],
    ]);
    expect(direct.creators.rest).toMatchObject({ count: 1, gifts: 2, coins: 3 });
  });

  test('that was voided or declined', async () => {
    const buyer = await economy.account();
    const asked = await economy.buy(buyer, {
      payment: { provider: 'stripe', reference: `pi_${buyer}`, captured: false },
    });
    expect(some((await forwardOf(economy, asked.transactionId)).direct.fates)).toEqual({ held: 700 });
    await economy.asPlatform.post(`/v1/transactions/${asked.transactionId}/void`).expect(200);
    expect(some((await forwardOf(economy, asked.transactionId)).direct.fates)).toEqual({ voided: 700 });
    const declined = await economy.buy(buyer, { money: { amountMinor: 1, currency: 'USD' } });
    expect((await provenanceOf(economy, declined.transactionId)).forward).toBeNull();
  });
});

describe('from a purchase whose money goes back', () => {
  test('coins and diamonds are clawed, and what is given back no longer counts as clawed', async () => {
    const [buyer, creator] = [await economy.account(), await creatorOf()];
    const purchase = await bought(economy, buyer);
    await economy.gift(buyer, creator, { quantity: 200 });
    const claim = claimOf({ reservedMinor: 999n });
    await settle(economy, purchase, claim);
    const taken = await forwardOf(economy, purchase.purchaseId);
    expect(some(taken.direct.fates)).toEqual({ clawed: 500, gifted: 200 });
    expect(some(taken.direct.diamonds)).toEqual({ clawed: 200 });
    expect(taken.purchase).toMatchObject({ concern: 'refunded', moneyBack: { reservedMinor: 999 } });

    await settle(economy, purchase, { ...claim, reservedMinor: 0n });
    const back = await forwardOf(economy, purchase.purchaseId);
    expect(some(back.direct.fates)).toEqual({ unspent: 500, gifted: 200 });
    expect(some(back.direct.diamonds)).toEqual({ maturing: 200 });
    expect(back.purchase).toMatchObject({ concern: 'clear' });
  });

  test('diamonds taken back are of its own coins, though the gift was paid by others too', async () => {
    const [buyer, creator] = [await economy.account(), await creatorOf()];
    const stolen = await bought(economy, buyer);
    const honest = await bought(economy, buyer);
    await economy.gift(buyer, creator, { quantity: 1_400 });
    passTime(economy, 30 * DAY);
    await withdraw(creator, 700);
    await settle(economy, stolen, claimOf({ kind: 'dispute', cause: 'fraud', paidMinor: 999n }));
    const [first, second] = [
      await forwardOf(economy, stolen.purchaseId),
      await forwardOf(economy, honest.purchaseId),
    ];
    expect(some(first.direct.diamonds)).toEqual({ clawed: 700 });
    expect(some(second.direct.diamonds)).toEqual({ withdrawn: 700 });
    expect(first.purchase).toMatchObject({ concern: 'disputed', moneyBack: { lostMinor: 999 } });
  });

  test('a debt paid by the next coins is a fate of those coins', async () => {
    const [buyer, creator] = [await economy.account(), await creatorOf()];
    const first = await bought(economy, buyer);
    await economy.gift(buyer, creator, { quantity: 700 });
    passTime(economy, 30 * DAY);
    await withdraw(creator, 700);
    const claim = claimOf({ kind: 'dispute', cause: 'dispute', paidMinor: 999n });
    await settle(economy, first, claim);
    const second = await bought(economy, buyer);
    const paid = await forwardOf(economy, second.purchaseId);
    expect(some(paid.direct.fates)).toEqual({ repaid: 700 });

    // Won after all: what had paid the debt comes back, and counts as the first purchase's.
    await settle(economy, first, { ...claim, paidMinor: 0n });
    const won = await forwardOf(economy, first.purchaseId);
    expect(won.lots.map(({ origin, granted }) => [origin, granted])).toEqual([
      ['purchase', 700],
      ['reinstatement', 700],
    ]);
    expect(some(won.direct.fates)).toEqual({ gifted: 700, unspent: 700 });
  });

  test('a creator’s debt paid by diamonds is a fate of those diamonds', async () => {
    const [buyer, debtor, creator] = [await economy.account(), await creatorOf(), await creatorOf()];
    const lost = await bought(economy, debtor);
    await economy.gift(debtor, creator, { quantity: 700 });
    passTime(economy, 30 * DAY);
    await settle(economy, lost, claimOf({ kind: 'dispute', cause: 'dispute', paidMinor: 999n }));
    const purchase = await bought(economy, buyer);
    await economy.gift(buyer, debtor, { quantity: 100 });
    const { direct } = await forwardOf(economy, purchase.purchaseId);
    expect(some(direct.diamonds)).toEqual({ repaid: 100 });
  });
});

describe('from a gift, a conversion or a reward', () => {
  test('a gift is followed alone, whatever else its lots paid for', async () => {
    const [buyer, creator] = [await economy.account(), await creatorOf()];
    await bought(economy, buyer);
    const gift = await economy.gift(buyer, creator, { quantity: 100 });
    await economy.gift(buyer, creator, { quantity: 100 });
    passTime(economy, 8 * DAY);
    const conversion = await convert(creator, 200);
    const alone = await forwardOf(economy, gift.transactionId);
    expect(alone.direct.coins).toBe(100);
    expect(some(alone.direct.diamonds)).toEqual({ converted: 100 });
    expect(alone.onward).toMatchObject({ coins: 50 });
    const both = await forwardOf(economy, conversion.transactionId);
    expect(both.lots).toMatchObject([{ kind: 'earned', origin: 'conversion', granted: 100 }]);
  });

  test('a reward is followed like bought coins', async () => {
    const [account, creator] = [await economy.account(), await creatorOf()];
    const reward = await economy.submit({ kind: 'reward', accountId: account, coins: 40, reason: 'contest' });
    await economy.gift(account, creator, { quantity: 15 });
    const { direct, purchase } = await forwardOf(economy, reward.transactionId);
    expect(some(direct.fates)).toEqual({ gifted: 15, unspent: 25 });
    expect(purchase).toBeNull();
  });
});
