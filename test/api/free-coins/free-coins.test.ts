import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ExpireHolds } from '../../../api/src/decisions/commands/expire-holds.js';
import {
  FindRefundsAfterGiftJob,
  FindUnpaidAttemptsJob,
} from '../../../api/src/free-coins/jobs/find-free-coin-fraud.job.js';
import { type Economy, purchaseOf } from '../../support/economy.js';
import { expectSoundLedger } from '../../support/ledger.js';
import { passTime } from '../../support/money-back.js';
import { foldAll, phone, startLinkedEconomy } from '../links/link-desk.js';

let economy: Economy;
beforeAll(async () => {
  economy = await startLinkedEconomy();
});
afterAll(async () => {
  await expectSoundLedger(economy);
  await economy.close();
});

interface Alert {
  account_id: string;
  score: number;
  reason: { code: string; values: Record<string, unknown> };
}

const alertsOf = (accountId: string): Promise<Alert[]> =>
  economy.db.query<Alert>(
    `SELECT account_id, score, reason FROM case_alerts WHERE account_id = $1 AND kind = 'free_coins' ORDER BY alert_id`,
    [accountId],
  );

/** Tells the jobs of everything there is, as the outbox would, and of some of it again. */
async function tellAll(accountId: string): Promise<void> {
  const rows = await economy.db.query<{ id: string }>(
    'SELECT transaction_id AS id FROM transactions WHERE account_id = $1',
    [accountId],
  );
  const items = rows.map(({ id }) => [accountId, id] as const);
  const decided = { id: randomUUID(), topic: 'transactions.decided', payload: { items } } as const;
  const unpaid = economy.app.get(FindUnpaidAttemptsJob, { strict: false });
  await Promise.all([unpaid.handle([decided]), unpaid.handle([decided])]);
  const payload = { accountId, refundId: randomUUID(), status: 'requested' } as const;
  await economy.app
    .get(FindRefundsAfterGiftJob, { strict: false })
    .handle([{ id: randomUUID(), topic: 'refund.changed', payload }]);
}

const askBack = (purchaseId: string, reason = 'not_received') =>
  economy.asPlatform
    .post('/v1/refunds')
    .set('Idempotency-Key', randomUUID())
    .send({ purchaseId, reason })
    .expect(({ status }) => expect(status).toBeLessThan(300));

describe('money wanted back for coins that were given away', () => {
  test('is an alert that names the purchases, from the second on', async () => {
    const [fan, creator] = [await economy.account(), await economy.account({ creator: true })];
    const buyAndGiveAway = async () => {
      const payment = { ...purchaseOf(fan).payment, reference: `pi_${randomUUID()}` };
      const { transactionId } = await economy.buy(fan, { payment });
      await economy.gift(fan, creator, { giftId: 'fireworks', quantity: 1 });
      return transactionId;
    };
    // Refunds take what the wallet owes first, so both are bought before any money is asked back.
    const [first, purchaseId] = [await buyAndGiveAway(), await buyAndGiveAway()];
    await askBack(first);
    await tellAll(fan);
    expect(await alertsOf(fan)).toEqual([]);

    await askBack(purchaseId);
    await tellAll(fan);
    await tellAll(fan);
    expect(await alertsOf(fan)).toMatchObject([
      {
        score: 700,
        reason: {
          code: 'free_coins.refund_after_gift',
          values: { purchases: 2, purchaseId, coins: 1_398, disputes: 0 },
        },
      },
    ]);
  });

  test('is none where the coins are still there, or a child bought', async () => {
    const [honest, child] = [await economy.account(), await economy.account()];
    const creator = await economy.account({ creator: true });
    await askBack((await economy.buy(honest)).transactionId);
    const { transactionId } = await economy.buy(child);
    await economy.gift(child, creator, { giftId: 'fireworks', quantity: 1 });
    await askBack(transactionId, 'minor');
    for (const id of [honest, child]) {
      await tellAll(id);
      expect(await alertsOf(id)).toEqual([]);
    }
  });
});

describe('coins that nobody pays for', () => {
  const again = (accountId: string, reference: string) =>
    economy.buy(accountId, { payment: { ...purchaseOf(accountId).payment, reference } });

  test('a purchase sent twice is a slip, a third time an alert', async () => {
    const cheat = await economy.account();
    const reference = `pi_${randomUUID()}`;
    await again(cheat, reference);
    expect(await again(cheat, reference)).toMatchObject({ outcome: 'decline' });
    await tellAll(cheat);
    expect(await alertsOf(cheat)).toEqual([]);
    await again(cheat, reference);
    await tellAll(cheat);
    expect(await alertsOf(cheat)).toMatchObject([
      { reason: { code: 'free_coins.unpaid', values: { attempts: 2, ways: ['payment_used'] } } },
    ]);
    expect(await economy.wallet(cheat)).toMatchObject({ coins: { available: 700 } });
  });

  test('another’s receipt is an alert at once, and none for whom it belongs to', async () => {
    const [owner, thief] = [await economy.account(), await economy.account()];
    const reference = `pi_${randomUUID()}`;
    await again(owner, reference);
    await again(thief, reference);
    await Promise.all([tellAll(owner), tellAll(thief)]);
    expect(await alertsOf(owner)).toEqual([]);
    expect(await alertsOf(thief)).toMatchObject([
      { reason: { values: { attempts: 1, ways: ['payment_of_another'] } } },
    ]);
  });

  test('payments that never come are counted when their holds run out', async () => {
    const idle = await economy.account();
    for (let i = 0; i < 3; i++) {
      const payment = { ...purchaseOf(idle).payment, reference: `pi_${randomUUID()}`, captured: false };
      await economy.buy(idle, { payment });
    }
    await tellAll(idle);
    expect(await alertsOf(idle)).toEqual([]);
    passTime(economy, 25 * 3_600_000);
    await economy.app.get(ExpireHolds, { strict: false }).run();
    await tellAll(idle);
    expect(await alertsOf(idle)).toMatchObject([
      { reason: { values: { attempts: 3, ways: ['never_paid'] } } },
    ]);
    expect(await economy.wallet(idle)).toMatchObject({ coins: { available: 0, held: 0 } });
  });
});

describe('free coins in the links', () => {
  const newcomer = () => economy.account({ createdAt: new Date().toISOString() });
  const reward = (accountId: string, coins: number, device: ReturnType<typeof phone>) =>
    economy.submit({ kind: 'reward', accountId, coins, reason: 'welcome', device });

  test('new accounts that take them on one phone are a farm before anything is handed on', async () => {
    const device = phone();
    const bots = [await newcomer(), await newcomer(), await newcomer(), await newcomer()];
    for (const bot of bots) await reward(bot, 40, device);
    await foldAll(economy);
    await foldAll(economy);
    const [alert, ...more] = await alertsOf(bots[0]!);
    expect(more).toEqual([]);
    expect(alert).toMatchObject({ reason: { code: 'free_coins.farm', values: { accounts: 4 } } });
    const ringId = String(alert!.reason.values['ringId']);
    const members = await economy.db.query<{ account_id: string }>(
      'SELECT account_id FROM ring_members WHERE ring_id = $1',
      [ringId],
    );
    expect(members.map((m) => m.account_id).sort()).toEqual([...bots].sort());
  });

  test('accounts with nothing in common that hand theirs to one creator launder them', async () => {
    const creator = await economy.account({ creator: true });
    const mules = [await newcomer(), await newcomer(), await newcomer(), await newcomer(), await newcomer()];
    for (const [i, mule] of mules.entries()) {
      const device = { id: `phone-${randomUUID()}`, ip: `198.18.9.${i}` };
      await reward(mule, 60, device);
      await economy.gift(mule, creator, { quantity: 60, device });
    }
    await foldAll(economy);
    expect(await alertsOf(creator)).toMatchObject([
      { reason: { code: 'free_coins.laundering', values: { accounts: 6 } } },
    ]);
  });
});
