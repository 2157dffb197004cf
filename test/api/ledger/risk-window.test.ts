import { DAY, type RiskWindowPolicy } from '@coinwarden/domain';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Economy, judgeBy, startEconomy } from '../../support/economy.js';
import { expectSoundLedger } from '../../support/ledger.js';
import { bought, claimOf, passTime, settle } from '../../support/money-back.js';

let economy: Economy;
beforeAll(async () => {
  economy = await startEconomy({ jobs: false });
  await riskDays(20);
});
beforeEach(() => judgeBy(economy, []));
afterAll(async () => {
  await expectSoundLedger(economy);
  await economy.close();
});

async function riskDays(days: number): Promise<void> {
  const lead = await economy.signIn('ts_lead');
  const policy: RiskWindowPolicy = { rules: [{ provider: '*', accountYoungerThanDays: null, days }] };
  await lead.request
    .post('/staff/money-back-policies')
    .send({ kind: 'risk_window', follows: 1, comment: 'For a test', policy })
    .expect(201);
}

const creator = () => economy.account({ creator: true });
const withdraw = (accountId: string, diamonds: number) =>
  economy.submit({
    kind: 'withdrawal',
    accountId,
    diamonds,
    payout: { method: 'bank', destination: `DE-${accountId}` },
  });

/** Whole days from now until the gift's diamonds mature, rounded up. */
async function daysToMaturity(giftId: string): Promise<number> {
  const [lot] = await economy.db.query<{ at: Date }>(
    'SELECT matures_at AS at FROM diamond_lots WHERE lot_id = $1',
    [giftId],
  );
  return Math.ceil((lot!.at.getTime() - Date.now()) / DAY);
}

test('diamonds of coins at risk wait for the end of the risk, in one lot, on a full day', async () => {
  const [fan, star] = [await economy.account(), await creator()];
  await economy.buy(fan);
  await economy.submit({ kind: 'reward', accountId: fan, coins: 5, reason: 'task' });
  // The reward goes first: the gift takes coins of both.
  const { transactionId } = await economy.gift(fan, star, { quantity: 10 });
  expect([21, 20]).toContain(await daysToMaturity(transactionId));
  const lots = await economy.db.query<{ at: Date }>(
    'SELECT matures_at AS at FROM diamond_lots WHERE lot_id = $1',
    [transactionId],
  );
  expect(lots).toHaveLength(1);
  expect(lots[0]!.at.getTime() % DAY).toBe(0);
});

test('coins nobody takes back keep the ordinary hold', async () => {
  const [fan, star] = [await economy.account(), await creator()];
  await economy.buy(fan);
  await economy.submit({ kind: 'reward', accountId: fan, coins: 50, reason: 'task' });
  const { transactionId } = await economy.gift(fan, star, { quantity: 10 });
  expect([7, 8]).toContain(await daysToMaturity(transactionId));
});

test('a gift released from review waits no shorter', async () => {
  const [fan, star] = [await economy.account(), await creator()];
  await economy.buy(fan);
  await judgeBy(economy, [{ kind: 'gift', effect: 'review' }]);
  const { transactionId } = await economy.gift(fan, star, { quantity: 10 });
  const reviewer = await economy.signIn('ts_reviewer');
  await reviewer.request.post(`/staff/transactions/${transactionId}/actions/release`).send({}).expect(200);
  expect([21, 20]).toContain(await daysToMaturity(transactionId));
});

test('what is at risk cannot be withdrawn, and can when the window is over', async () => {
  const [fan, star] = [await economy.account(), await creator()];
  await economy.buy(fan);
  await economy.gift(fan, star, { quantity: 100 });
  passTime(economy, 10 * DAY);
  expect((await economy.wallet(star)).diamonds).toEqual({ available: 0, held: 100 });
  const early = await withdraw(star, 100);
  expect([early.outcome, early.reasons[0]?.code]).toEqual(['decline', 'funds.insufficient_diamonds']);
  passTime(economy, 12 * DAY);
  expect((await economy.wallet(star)).diamonds).toEqual({ available: 100, held: 0 });
  expect((await withdraw(star, 100)).outcome).toBe('approve');
});

test('a clawback finds the diamonds that wait for longer', async () => {
  const [fan, star] = [await economy.account(), await creator()];
  const purchase = await bought(economy, fan);
  await economy.gift(fan, star, { quantity: 400 });
  passTime(economy, 15 * DAY);
  await settle(economy, purchase, claimOf({ paidMinor: 999n }));
  expect(await economy.wallet(star)).toMatchObject({ diamonds: { available: 0, held: 0 } });
  expect(await economy.wallet(fan)).toMatchObject({ coins: { paid: 0 }, debtCoins: 0 });
});
