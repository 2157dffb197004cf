import type { PromotionPreview, PromotionResults, PromotionSimulation } from '@coinwarden/contracts';
import { DAY, isHeldOut } from '@coinwarden/domain';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { PausePromotions } from '../../../api/src/promotion-figures/promotion-figures.public.js';
import { type Economy, startEconomy } from '../../support/economy.js';
import { passTime } from '../../support/money-back.js';
import { PromotionDesk, promotionContents } from '../../support/promotions.js';

let economy: Economy;
let desk: PromotionDesk;
beforeAll(async () => {
  economy = await startEconomy({ jobs: false, promotionFreeCoins: 1_000_000n });
  desk = new PromotionDesk(await economy.signIn('product_manager'));
});
afterAll(() => economy?.close());
beforeEach(async () => {
  await economy.db.query("UPDATE promotions SET status = 'ended' WHERE status <> 'ended'");
  await economy.db.query("UPDATE reference_versions SET version = version + 1 WHERE name = 'promotions'");
});

const many = <T>(count: number, make: (i: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, i) => make(i)));
const ask = (path: string, body: object) => desk.staff.request.post(`/staff/promotions/${path}`).send(body);
const preview = async (overrides: object, country = 'US'): Promise<PromotionPreview> =>
  (await ask('preview', { promotion: promotionContents(overrides), country }).expect(200)).body;
const simulate = async (overrides: object): Promise<PromotionSimulation> =>
  (await ask('simulate', { promotion: promotionContents(overrides) }).expect(200)).body;
const resultsOf = async (id: string): Promise<PromotionResults> =>
  (await desk.staff.request.get(`/staff/promotions/${id}/results`).expect(200)).body;
const restrict = async (accountId: string) => {
  const reviewer = await economy.signIn('ts_reviewer');
  await reviewer.request
    .post(`/staff/accounts/${accountId}/actions/restrict`)
    .send({ reason: 'Test' })
    .expect(200);
};

describe('a preview', () => {
  test.each([
    [{ effect: 'bonus_percent', value: 15 }, 'US'],
    [{ effect: 'price_discount_percent', value: 30, packageIds: ['coins-700'] }, 'DE'],
    [{ effect: 'bonus_coins', value: 9 }, 'JP'],
  ])('of %j shows what buyers in %s are then offered', async (overrides, country) => {
    const { offers } = await preview(overrides, country);
    await desk.release(`previewed-${country}`, overrides as object);
    const accountId = await economy.account({ country });
    const { body } = await economy.asPlatform.get('/v1/packages').query({ accountId }).expect(200);
    const shown = offers.map(({ packageId, name, coins, promoted, ...plain }) => {
      const { bonusCoins, price, pricePerCoin } = promoted ?? plain;
      return { packageId, name, coins, bonusCoins, price, pricePerCoin };
    });
    expect(body.items.map(({ tier, promotion, ...offer }: Record<string, unknown>) => offer)).toEqual(shown);
    expect(offers.some(({ promoted }) => promoted !== null)).toBe(true);
  });

  test('names what it overlaps with, what it costs at worst and how its clocks jump', async () => {
    await desk.release('weekend', { priority: 5 });
    const seen = await preview({ budgetCoins: 2_000_000, usesPerAccount: null });
    expect(seen.conflicts).toMatchObject([{ kind: 'loses_to', promotion: { id: 'weekend', priority: 5 } }]);
    expect(seen.worstCase).toEqual({ coins: 2_000_000, because: 'budget', payoutUsdMinor: 1_000_000 });
    expect(seen.needsApproval).toBe(true);
    const night = {
      startsLocal: '2027-03-28T02:15',
      endsLocal: '2027-10-31T02:15',
      timeZone: 'Europe/Berlin',
    };
    expect((await preview({ ...night, budgetCoins: null })).window).toMatchObject({
      startsRead: 'skipped',
      endsRead: 'repeated',
    });
    const { body } = await ask('preview', {
      promotion: promotionContents(),
      promotionId: 'weekend',
      country: 'US',
    });
    expect(body.conflicts).toEqual([]);
  });
});

test('an audience is counted as it is, and told what is wrong with it', async () => {
  const count = async (audience: string | null) => (await ask('audience', { audience }).expect(200)).body;
  const before = await count('account.country == "PT"');
  await many(3, () => economy.account({ country: 'PT' }));
  const blocked = await economy.account({ country: 'PT' });
  await restrict(blocked);
  const after = await count('account.country == "PT"');
  expect(after).toEqual({
    problems: [],
    matching: before.matching + 3,
    accounts: before.accounts + 3,
    sampled: false,
    margin: 0,
  });
  const [first] = await many(1, () => economy.account({ country: 'PT' }));
  await economy.buy(first!, { money: { amountMinor: 999, currency: 'USD' } });
  expect((await count('account.country == "PT" && account.purchases30d > 0')).matching).toBe(1);
  expect(await count(null)).toMatchObject({ matching: before.accounts + 4 });
  expect(await count('account.contry == "PT"')).toMatchObject({
    problems: [{ code: 'unknown_fact', values: { near: 'account.country' } }],
    matching: null,
  });
});

describe('a simulation', () => {
  test('counts what the real purchases would have had', async () => {
    const before = await simulate({});
    const buyers = await many(4, () => economy.account({ country: 'SE', ageBand: '16-17' }));
    const money = { amountMinor: 999, currency: 'USD' };
    for (const buyer of buyers) await economy.buy(buyer, { money });
    await economy.buy(buyers[0]!, { money });
    await restrict(buyers[3]!);
    const swedes = { audience: 'account.country == "SE"', value: 50 };
    const done = await simulate(swedes);
    expect(done.purchases).toBe(before.purchases + 5);
    expect(done).toMatchObject({
      eligible: 5,
      used: { uses: 5, accounts: 4, costCoins: 5 * 350 },
      bonusCoins: 5 * 350,
      abuse: { uses: 1, accounts: 1, costCoins: 350 },
      newcomers: { uses: 0 },
      sampledPercent: 100,
      byCountry: [{ key: 'SE', uses: 5 }],
      byAgeBand: [{ key: '16-17', uses: 5 }],
      byPackage: [{ key: 'coins-700', uses: 5 }],
      budgetGoneAt: null,
    });
    expect(done.byDay).toHaveLength(31);
    expect(await simulate({ ...swedes, usesPerAccount: 1, budgetCoins: 1_050 })).toMatchObject({
      used: { uses: 3, costCoins: 1_050 },
      budgetGoneAt: expect.any(String),
    });
    // Each sees the purchases before: only the first of everybody was a first one.
    const first = { ...swedes, audience: 'account.country == "SE" && account.purchases30d == 0' };
    expect(await simulate(first)).toMatchObject({ used: { uses: 4, accounts: 4 } });
  });

  test('leaves a purchase what it had where that goes first', async () => {
    await desk.release('coded', { code: 'CODED', audience: 'account.country == "NO"' });
    const buyer = await economy.account({ country: 'NO' });
    await economy.buy(buyer, { promotionCode: 'coded' });
    const norwegians = { audience: 'account.country == "NO"' };
    expect(await simulate(norwegians)).toMatchObject({ eligible: 1, keptOther: 1, used: { uses: 0 } });
  });
});

describe('results', () => {
  test('compare the offered with those held out', async () => {
    const audience = 'account.country == "FI"';
    await desk.release('compared', { audience, holdoutPercent: 50, value: 50 });
    const accounts = await many(30, () => economy.account({ country: 'FI' }));
    const isOut = (id: string) => isHeldOut({ promotionId: 'compared', holdoutPercent: 50 }, id);
    for (const id of accounts) {
      await economy.buy(id);
      // Those it is offered to buy twice.
      if (!isOut(id)) await economy.buy(id);
    }
    const { uplift } = await resultsOf('compared');
    const out = accounts.filter(isOut).length;
    expect(uplift).toMatchObject({
      offered: { accounts: 30 - out, buyers: 30 - out, purchases: 2 * (30 - out), usdMinorPerAccount: 1_998 },
      heldOut: { accounts: out, buyers: out, purchases: out, usdMinorPerAccount: 999 },
      percent: 100,
    });
  });

  test('are none of what was never released', async () => {
    await desk.draft('unreleased').expect(201);
    await desk.staff.request.get('/staff/promotions/unreleased/results').expect(409);
    await desk.staff.request.get('/staff/promotions/nothing/results').expect(404);
  });
});

describe('a promotion that watches itself', () => {
  const pause = () => economy.app.get(PausePromotions).run();

  test('pauses when too much of it is abuse, and says why', async () => {
    await desk.release('farmed', { pauseAbusePercent: 20, audience: 'account.country == "MT"' });
    const farm = await many(20, () => economy.account({ country: 'MT' }));
    for (const id of farm) await economy.buy(id);
    expect(await pause()).toEqual([]);
    for (const id of farm.slice(0, 4)) await restrict(id);
    // Of two at once one pauses it.
    expect((await Promise.all([pause(), pause()])).flat()).toEqual(['farmed']);
    expect(await desk.read('farmed')).toMatchObject({
      status: 'paused',
      paused: { by: null, reason: expect.stringContaining('20 %') },
    });
    const { body } = await desk.staff.request.get('/staff/promotions/farmed/history').expect(200);
    expect(body[0]).toMatchObject({ action: 'paused', by: null, details: { code: 'abuse', percent: 20 } });
  });

  test('pauses when its budget would be gone long before its end', async () => {
    await desk.release('hasty', {
      pausePacePercent: 200,
      budgetCoins: 700,
      audience: 'account.country == "CY"',
    });
    const [buyer] = await many(1, () => economy.account({ country: 'CY' }));
    await economy.buy(buyer!);
    // An hour of 25 is gone, and a tenth of the budget: two and a half times too fast.
    expect(await pause()).toEqual(['hasty']);
    expect((await desk.read('hasty')).paused).toMatchObject({ by: null });
  });
});

test('results tell use, cost, abuse and what of the bonus was given and withdrawn', async () => {
  await desk.release('paid-out', { value: 100, audience: 'account.country == "IE"' });
  const [ada, bob, creator] = [
    await economy.account({ country: 'IE' }),
    await economy.account({ country: 'IE' }),
    await economy.account({ creator: true }),
  ];
  for (const buyer of [ada, bob]) await economy.buy(buyer);
  await economy.buy(ada, { payment: { provider: 'stripe', reference: 'unpaid', captured: false } });
  // Bonus burns first: all of these coins are of the promotion.
  await economy.gift(bob, creator, { quantity: 600 });
  await restrict(bob);
  // Last of all tests: what was released before is over then.
  passTime(economy, 8 * DAY);
  desk = new PromotionDesk(await economy.signIn('product_manager'));
  const payout = { method: 'paypal', destination: 'somebody@example.com' } as const;
  await economy.submit({ kind: 'withdrawal', accountId: creator, diamonds: 300, payout });

  const found = await resultsOf('paid-out');
  expect(found).toMatchObject({
    uses: 3,
    accounts: 2,
    costCoins: 2_100,
    bonusCoins: 2_100,
    returned: 0,
    abuse: { uses: 1, costCoins: 700, percent: 33.3 },
    bonusGifted: 600,
    bonusWithdrawn: 300,
    withdrawnUsdMinor: 150,
    uplift: null,
  });
  expect(found.byDay.reduce((sum, { uses }) => sum + uses, 0)).toBe(3);
  expect(found.takeUpPercent).not.toBeNull();
});
