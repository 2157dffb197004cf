import { DAY } from '@coinwarden/domain';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type Economy, judgeBy, startEconomy } from '../../support/economy.js';
import { eventually } from '../../support/eventually.js';
import { expectSoundLedger } from '../../support/ledger.js';
import { bookedOf, bought, claimOf, passTime, preview, settle } from '../../support/money-back.js';

let economy: Economy;
beforeAll(async () => {
  economy = await startEconomy();
});
afterAll(() => economy.close());
afterEach(() => expectSoundLedger(economy));

const coinsOf = async (accountId: string) => (await economy.wallet(accountId)).coins.available;

describe('taking a purchase back', () => {
  test('a refund of an untouched purchase takes its coins when it is on its way, and the money when it is paid', async () => {
    const buyer = await economy.account();
    const purchase = await bought(economy, buyer);
    const claim = claimOf({ reservedMinor: 999n });
    const foreseen = await preview(economy, purchase, claim);
    const result = await settle(economy, purchase, claim, foreseen.hash);
    expect(result.preview).toEqual(foreseen);
    expect(foreseen.holders).toEqual([
      { accountId: buyer, role: 'buyer', coins: 700, diamonds: 0, debtCoins: 0 },
    ]);
    expect(await coinsOf(buyer)).toBe(0);
    expect(await bookedOf(economy, purchase)).toMatchObject({ reserved: 999, refunded: 0, taken: 700 });

    const paid = await settle(economy, purchase, { ...claim, reservedMinor: 0n, paidMinor: 999n });
    expect(paid.preview.lines).toEqual([]);
    expect(await bookedOf(economy, purchase)).toMatchObject({ reserved: 0, refunded: 999, taken: 700 });
    expect((await settle(economy, purchase, { ...claim, reservedMinor: 0n, paidMinor: 999n })).changed).toBe(
      false,
    );
  });

  test('a refund that fails gives every coin back to where it came from', async () => {
    const buyer = await economy.account();
    const creator = await economy.account({ creator: true });
    const purchase = await bought(economy, buyer);
    await economy.gift(buyer, creator, { quantity: 100 });
    const before = [await economy.wallet(buyer), await economy.wallet(creator)];
    const claim = claimOf({ reservedMinor: 999n });
    await settle(economy, purchase, claim);
    expect((await economy.wallet(creator)).diamonds.held).toBe(0);
    await settle(economy, purchase, { ...claim, reservedMinor: 0n });
    expect([await economy.wallet(buyer), await economy.wallet(creator)]).toEqual(before);
  });

  test('parts with odd amounts sum to the whole', async () => {
    const buyer = await economy.account();
    const purchase = await bought(economy, buyer);
    for (const part of [333n, 1n, 332n, 333n]) {
      await settle(economy, purchase, claimOf({ paidMinor: part }));
    }
    expect(await bookedOf(economy, purchase)).toMatchObject({ refunded: 999, taken: 700 });
    expect(await coinsOf(buyer)).toBe(0);
  });

  test('what was gifted comes out of held diamonds, what has left becomes a debt', async () => {
    const buyer = await economy.account();
    const [kept, cashedOut] = [
      await economy.account({ creator: true }),
      await economy.account({ creator: true }),
    ];
    const purchase = await bought(economy, buyer);
    await economy.gift(buyer, cashedOut, { quantity: 200 });
    // Their time passes, so they are the creator's own.
    passTime(economy, 30 * DAY);
    await economy.gift(buyer, kept, { quantity: 100 });
    const { preview: done } = await settle(economy, purchase, claimOf({ paidMinor: 999n }));
    const steps = Object.fromEntries(done.steps.map(({ step, coins }) => [step, coins]));
    const spent = 700 - (steps.unspent ?? 0);
    expect(steps.diamonds! + steps.debt!).toBe(spent);
    expect(steps.debt).toBe((await economy.wallet(buyer)).debtCoins);
    expect((await economy.wallet(kept)).diamonds).toEqual({ available: 0, held: 0 });
    expect((await economy.wallet(cashedOut)).diamonds.available).toBe(steps.debt);
  });

  test('money that was stolen does not leave as cash: matured diamonds are taken too', async () => {
    const buyer = await economy.account();
    const creator = await economy.account({ creator: true });
    const purchase = await bought(economy, buyer);
    await economy.gift(buyer, creator, { quantity: 100 });
    passTime(economy, 30 * DAY);
    expect((await economy.wallet(creator)).diamonds).toEqual({ available: 100, held: 0 });
    await settle(
      economy,
      purchase,
      claimOf({ kind: 'dispute', cause: 'fraud', paidMinor: 999n, feeMinor: 1500n }),
    );
    expect((await economy.wallet(creator)).diamonds).toEqual({ available: 0, held: 0 });
    expect((await economy.wallet(buyer)).debtCoins).toBe(0);
    expect(await bookedOf(economy, purchase)).toMatchObject({ lost: 999, fee: 1500, taken: 700 });
  });
});

describe('a purchase that was still held', () => {
  test('owes its coins until the hold ends, and then nothing', async () => {
    const buyer = await economy.account();
    await judgeBy(economy, [{ kind: 'purchase', effect: 'review' }]);
    const purchase = await bought(economy, buyer);
    await judgeBy(economy, []);
    await settle(economy, purchase, claimOf({ kind: 'dispute', cause: 'dispute', paidMinor: 999n }));
    expect((await economy.wallet(buyer)).debtCoins).toBe(700);
    const reviewer = await economy.signIn('ts_reviewer');
    await reviewer.request
      .post(`/staff/transactions/${purchase.purchaseId}/actions/decline`)
      .send({ reason: 'stolen card' })
      .expect(200);
    await eventually(async () => expect((await economy.wallet(buyer)).debtCoins).toBe(0));
    expect((await economy.wallet(buyer)).coins.paid).toBe(0);
  });
});

describe('nobody is paid twice', () => {
  test('a refund cannot begin for more than is left', async () => {
    const purchase = await bought(economy, await economy.account());
    await settle(economy, purchase, claimOf({ paidMinor: 500n }));
    await expect(settle(economy, purchase, claimOf({ reservedMinor: 500n }))).rejects.toMatchObject({
      code: 'refund.exceeds_captured',
    });
    await settle(economy, purchase, claimOf({ reservedMinor: 499n }));
  });

  test('a chargeback of what was refunded is excess, contested and not charged to the account', async () => {
    const buyer = await economy.account();
    const purchase = await bought(economy, buyer);
    await settle(economy, purchase, claimOf({ paidMinor: 600n }));
    await settle(economy, purchase, claimOf({ kind: 'dispute', cause: 'dispute', paidMinor: 999n }));
    expect(await bookedOf(economy, purchase)).toMatchObject({
      refunded: 600,
      lost: 399,
      excess: 600,
      taken: 700,
    });
    expect((await economy.wallet(buyer)).debtCoins).toBe(0);
  });

  test('of a refund and a chargeback at once both are booked and nothing is lost twice', async () => {
    const buyer = await economy.account();
    const purchase = await bought(economy, buyer);
    const refund = claimOf({ reservedMinor: 999n });
    const dispute = claimOf({ kind: 'dispute', cause: 'dispute', paidMinor: 999n });
    const [refunded, disputed] = await Promise.allSettled([
      settle(economy, purchase, refund),
      settle(economy, purchase, dispute),
    ]);
    expect(disputed.status).toBe('fulfilled');
    const booked = (await bookedOf(economy, purchase))!;
    if (refunded.status === 'fulfilled')
      expect(booked).toMatchObject({ reserved: 999, lost: 0, excess: 999 });
    else expect(booked).toMatchObject({ reserved: 0, lost: 999, excess: 0 });
    expect(booked.taken).toBe(700);
  });

  test('many settlements at once with gifts flowing keep the books', async () => {
    const creator = await economy.account({ creator: true });
    const buyers = await Promise.all(Array.from({ length: 6 }, () => economy.account()));
    const purchases = await Promise.all(buyers.map((buyer) => bought(economy, buyer)));
    await Promise.all([
      ...buyers.flatMap((buyer) => [1, 2, 3].map(() => economy.gift(buyer, creator, { quantity: 50 }))),
      ...purchases.flatMap((purchase) =>
        [300n, 699n].map((paidMinor) => settle(economy, purchase, claimOf({ paidMinor }))),
      ),
    ]);
    for (const purchase of purchases) {
      expect(await bookedOf(economy, purchase)).toMatchObject({ refunded: 999, taken: 700 });
    }
  });

  test('another plan than the approved one is refused', async () => {
    const buyer = await economy.account();
    const creator = await economy.account({ creator: true });
    const purchase = await bought(economy, buyer);
    const claim = claimOf({ reservedMinor: 999n });
    const { hash } = await preview(economy, purchase, claim);
    await economy.gift(buyer, creator);
    await expect(settle(economy, purchase, claim, hash)).rejects.toMatchObject({
      code: 'refund.preview_changed',
    });
  });
});
