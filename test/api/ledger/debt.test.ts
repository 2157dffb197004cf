import type { StaffAccountDetail } from '@coinwarden/contracts';
import { DAY } from '@coinwarden/domain';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Economy, judgeBy, purchaseOf, startEconomy } from '../../support/economy.js';
import { expectSoundLedger } from '../../support/ledger.js';
import { bought, claimOf, type Purchase, passTime, settle } from '../../support/money-back.js';

let economy: Economy;
beforeAll(async () => {
  economy = await startEconomy({ jobs: false });
});
beforeEach(() => judgeBy(economy, []));
afterAll(async () => {
  await expectSoundLedger(economy);
  await economy.close();
});

const debtOf = async (accountId: string) => (await economy.wallet(accountId)).debtCoins;
const reward = (accountId: string, coins: number) =>
  economy.submit({ kind: 'reward', accountId, coins, reason: 'task' });

/** An account that has spent a purchase which then went back: it owes the coins. */
async function debtor(overrides: Record<string, unknown> = {}): Promise<Purchase> {
  const accountId = await economy.account(overrides);
  const purchase = await bought(economy, accountId);
  await economy.submit({ kind: 'unlock', accountId, contentId: 'film', coins: 700 });
  await settle(economy, purchase, claimOf({ kind: 'dispute', cause: 'dispute', paidMinor: 999n }));
  expect(await debtOf(accountId)).toBe(700);
  return purchase;
}

async function told(accountId: string) {
  const rows = await economy.db.query<{ payload: { changes: Record<string, unknown>[] } }>(
    "SELECT payload FROM outbox WHERE topic = 'debt.changed' ORDER BY outbox_id",
  );
  return rows.flatMap(({ payload }) => payload.changes).filter((change) => change['accountId'] === accountId);
}

describe('the next coins pay a debt', () => {
  test('a reward pays in part, a purchase the rest, and the answer says so', async () => {
    const { accountId, purchaseId } = await debtor();
    const small = await reward(accountId, 300);
    expect(small.wallet).toMatchObject({ coins: { earned: 0, available: 0 }, debtCoins: 400 });
    expect(small.reasons).toEqual([
      expect.objectContaining({ code: 'debt.repaid', values: { coins: 300, debtLeft: 400 } }),
    ]);
    const large = await economy.buy(accountId);
    expect(large.wallet).toMatchObject({ coins: { paid: 300, available: 300 }, debtCoins: 0 });
    const { body: page } = await economy.asPlatform
      .get(`/v1/transactions/${large.transactionId}`)
      .expect(200);
    expect(page.journal.map(({ kind }: { kind: string }) => kind)).toContain('debt_repayment');
    expect(await told(accountId)).toEqual([
      { accountId, transactionId: purchaseId, why: 'clawback', change: 700, debtCoins: 700 },
      { accountId, transactionId: small.transactionId, why: 'repayment', change: -300, debtCoins: 400 },
      { accountId, transactionId: large.transactionId, why: 'repayment', change: -400, debtCoins: 0 },
    ]);
  });

  test('a held purchase pays when it is captured, not before', async () => {
    const { accountId } = await debtor();
    const payment = { ...purchaseOf(accountId).payment, captured: false };
    const { transactionId } = await economy.buy(accountId, { payment });
    expect(await debtOf(accountId)).toBe(700);
    await economy.asPlatform.post(`/v1/transactions/${transactionId}/capture`).expect(200);
    expect(await economy.wallet(accountId)).toMatchObject({ coins: { paid: 0, held: 0 }, debtCoins: 0 });
  });

  test('a reviewed reward pays when it is released', async () => {
    const { accountId } = await debtor();
    await judgeBy(economy, [{ kind: 'reward', effect: 'review' }]);
    const { transactionId } = await reward(accountId, 100);
    expect(await debtOf(accountId)).toBe(700);
    const reviewer = await economy.signIn('ts_reviewer');
    await reviewer.request.post(`/staff/transactions/${transactionId}/actions/release`).send({}).expect(200);
    expect(await economy.wallet(accountId)).toMatchObject({ coins: { earned: 0 }, debtCoins: 600 });
  });

  test('coins of a declined hold come free and pay', async () => {
    const accountId = await economy.account();
    const purchase = await bought(economy, accountId);
    await economy.submit({ kind: 'unlock', accountId, contentId: 'film', coins: 400 });
    await judgeBy(economy, [{ kind: 'unlock', effect: 'review' }]);
    const held = await economy.submit({ kind: 'unlock', accountId, contentId: 'series', coins: 300 });
    await settle(economy, purchase, claimOf({ paidMinor: 999n }));
    expect(await debtOf(accountId)).toBe(700);
    const reviewer = await economy.signIn('ts_reviewer');
    const decline = `/staff/transactions/${held.transactionId}/actions/decline`;
    await reviewer.request.post(decline).send({ reason: 'not theirs' }).expect(200);
    expect(await economy.wallet(accountId)).toMatchObject({ coins: { paid: 0, held: 0 }, debtCoins: 400 });
  });
});

describe('the next diamonds pay a debt', () => {
  test('two for a coin, and only what is left of a gift waits to be withdrawn', async () => {
    const { accountId: star } = await debtor({ creator: true });
    const fan = await economy.account();
    await economy.buy(fan, { packageId: 'coins-7000', money: { amountMinor: 9999, currency: 'USD' } });
    const first = await economy.gift(fan, star, { quantity: 401 });
    expect(await economy.wallet(star)).toMatchObject({ diamonds: { available: 0, held: 1 }, debtCoins: 500 });
    // The debt is the creator's: nobody else is told about it.
    expect(first.reasons).toEqual([]);
    await economy.gift(fan, star, { quantity: 1_200 });
    expect(await economy.wallet(star)).toMatchObject({ diamonds: { held: 201 }, debtCoins: 0 });
  });

  test('diamonds in the wallet pay when they are converted; until then they cannot be withdrawn', async () => {
    const star = await economy.account({ creator: true });
    const fan = await economy.account();
    const purchase = await bought(economy, star);
    await economy.submit({ kind: 'unlock', accountId: star, contentId: 'film', coins: 700 });
    await economy.buy(fan);
    await economy.gift(fan, star, { quantity: 600 });
    passTime(economy, 10 * DAY);
    await settle(economy, purchase, claimOf({ paidMinor: 429n }));
    expect(await debtOf(star)).toBe(300);
    await economy.db.query("UPDATE rulesets SET status = 'retired' WHERE status = 'live'");
    await economy.db.query("UPDATE rulesets SET status = 'live' WHERE version = 1");
    await economy.db.query("UPDATE reference_versions SET version = version + 1 WHERE name = 'ruleset'");
    const withdraw = () =>
      economy.submit({
        kind: 'withdrawal',
        accountId: star,
        diamonds: 10,
        payout: { method: 'bank', destination: `DE-${star}` },
      });
    const refused = await withdraw();
    expect([refused.outcome, refused.reasons.map(({ code }) => code)]).toEqual([
      'decline',
      expect.arrayContaining(['withdrawal.in_debt']),
    ]);
    const converted = await economy.submit({ kind: 'conversion', accountId: star, diamonds: 590 });
    expect(converted.wallet).toMatchObject({ coins: { earned: 0 }, debtCoins: 5 });
    await reward(star, 5);
    expect((await withdraw()).reasons.map(({ code }) => code)).not.toContain('withdrawal.in_debt');
  });
});

test('staff see what is owed and how much has been paid', async () => {
  const { accountId } = await debtor();
  await reward(accountId, 60);
  const agent = await economy.signIn('support_agent');
  const page = async () =>
    (await agent.request.get(`/staff/accounts/${accountId}`).expect(200)).body as StaffAccountDetail;
  expect(await page()).toMatchObject({
    debt: { coins: 640, repaidByCoins: 60, repaidByDiamonds: 0 },
    moneyBack: { refunds: 0, refunds30d: 0, disputes: 1 },
  });
  await reward(accountId, 640);
  expect((await page()).debt).toBeNull();
});

test('a debt is paid once, whoever pays at once', async () => {
  const { accountId: star } = await debtor({ creator: true });
  const fans = await Promise.all(Array.from({ length: 4 }, () => economy.account()));
  await Promise.all(fans.map((fan) => economy.buy(fan)));
  await Promise.all([
    ...fans.flatMap((fan) => [1, 2, 3].map(() => economy.gift(fan, star, { quantity: 60 }))),
    ...Array.from({ length: 6 }, () => reward(star, 30)),
    economy.buy(star),
  ]);
  const { coins, diamonds, debtCoins } = await economy.wallet(star);
  expect(debtCoins).toBe(0);
  // 880 coins and 720 diamonds came in; what paid the 700 coins is gone, whichever it was.
  const paidByDiamonds = (720 - diamonds.held) / 2;
  expect(880 - coins.available + paidByDiamonds).toBe(700);
});

test('refunds of spent coins count for the rules, however often they are told', async () => {
  const accountId = await economy.account();
  const [first, second] = [await bought(economy, accountId), await bought(economy, accountId)];
  await economy.submit({ kind: 'unlock', accountId, contentId: 'film', coins: 700 });
  const counted = async () => {
    const [row] = await economy.db.query<{ money_back: string }>(
      'SELECT money_back FROM accounts WHERE account_id = $1',
      [accountId],
    );
    return JSON.parse(row!.money_back) as [number, number, [number, number, number, number][]];
  };
  const spent = claimOf({ reservedMinor: 999n });
  const unspent = claimOf({ paidMinor: 500n });
  await settle(economy, first, spent);
  await settle(economy, second, unspent);
  await settle(economy, first, { ...spent, reservedMinor: 0n, paidMinor: 999n });
  await settle(economy, second, unspent);
  expect(await counted()).toEqual([0, 2, [[expect.any(Number), 2, 1, 1499]]]);
  await settle(economy, first, { ...spent, reservedMinor: 0n });
  expect(await counted()).toEqual([0, 1, [[expect.any(Number), 1, 0, 500]]]);
});
