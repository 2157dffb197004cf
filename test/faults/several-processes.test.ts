import { randomUUID } from 'node:crypto';
import type { TransactionRequest } from '@coinwarden/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Economy, judgeBy, purchaseOf, startEconomy } from '../support/economy.js';
import { expectSoundLedger } from '../support/ledger.js';
import { type Reply, sendTransaction } from '../support/platform-client.js';
import { type ServerProcess, startServerProcess } from '../support/server-process.js';

const BUYERS = 5;
const PURCHASES_EACH = 60;
const GIFTS_EACH = 340;
const PERFUME_COINS = 49;

let economy: Economy;
let others: ServerProcess[];
let urls: string[];
beforeAll(async () => {
  economy = await startEconomy();
  // Rules would rightly stop such a crowd; here limits, caps and balances stand alone.
  await judgeBy(economy, []);
  others = await Promise.all([1, 2].map(() => startServerProcess(economy.databaseUrl)));
  urls = [economy.url, ...others.map((o) => o.url)];
});
afterAll(async () => {
  await Promise.all((others ?? []).map((o) => o.stop()));
  await economy.close();
});

/** Sends everything at once, spread over the processes. */
const storm = (requests: readonly TransactionRequest[]): Promise<(Reply | null)[]> =>
  Promise.all(
    requests.map((request, i) =>
      sendTransaction({ url: urls[i % urls.length]!, apiKey: economy.apiKey }, randomUUID(), request),
    ),
  );

const approved = (replies: readonly (Reply | null)[]) => replies.filter((r) => r?.body.outcome === 'approve');

describe('three processes on one database, two thousand requests at once', () => {
  it('never pass a limit, a balance or a cap by one coin', async () => {
    const creator = await economy.account({ creator: true });
    const buyers = await Promise.all(Array.from({ length: BUYERS }, () => economy.account()));
    for (const buyer of buyers) await limitDayTo(buyer, 10_000);
    await startPromotion({ budgetCoins: 1_000, bonusCoins: 40 });

    const purchases = buyers.flatMap((buyer) =>
      Array.from({ length: PURCHASES_EACH }, () => purchaseOf(buyer)),
    );
    const gifts = buyers.flatMap((accountId) =>
      Array.from({ length: GIFTS_EACH }, () => ({
        kind: 'gift' as const,
        accountId,
        recipientId: creator,
        giftId: 'perfume',
        quantity: 1,
      })),
    );
    const replies = await storm(mixed([...purchases, ...gifts]));
    expect(replies.every((r) => r?.status === 200)).toBe(true);

    const bought = approved(replies).filter(
      (r) => r!.body.promotion !== undefined && r!.body.limits.some((l) => l.measure === 'purchase_money'),
    );
    // US$ 9.99 fits ten times into US$ 100, and 40 bonus coins 25 times into 1,000.
    expect(bought).toHaveLength(10 * BUYERS);
    const [counter] = await economy.db.query<{ granted_coins: bigint; uses: bigint }>(
      "SELECT granted_coins, uses FROM promotion_counters WHERE promotion_id = 'storm'",
    );
    expect(counter).toEqual({ granted_coins: 1_000n, uses: 25n });

    // Whatever was not spent in the storm is spent now, to the last gift it pays for.
    for (let round = 0; round < 3; round++) await storm(gifts.slice(0, 600));
    await storm(gifts);
    const left = await Promise.all(buyers.map(async (b) => (await economy.wallet(b)).coins));
    for (const coins of left) expect(coins.available).toBeLessThan(PERFUME_COINS);
    const spent = 10 * BUYERS * 700 + 1_000 - left.reduce((sum, c) => sum + c.available, 0);
    expect((await economy.wallet(creator)).diamonds.held).toBe(spent);
    await expectSoundLedger(economy);
  });

  it('give one effect and a hundred equal answers to one key sent a hundred times at once', async () => {
    const account = await economy.account();
    const request = purchaseOf(account);
    const replies = await Promise.all(
      Array.from({ length: 100 }, (_, i) =>
        sendTransaction({ url: urls[i % urls.length]!, apiKey: economy.apiKey }, 'one-key', request),
      ),
    );
    const first = replies.filter((r) => r!.body.replayed === false);
    expect(first).toHaveLength(1);
    for (const reply of replies) {
      expect(reply!.status).toBe(200);
      expect({ ...reply!.body, replayed: false }).toEqual(first[0]!.body);
    }
    expect((await economy.wallet(account)).coins.available).toBe(first[0]!.body.wallet.coins.available);
  });

  it('hold and end a transaction once, whoever is quicker', async () => {
    await judgeBy(economy, [{ kind: 'gift', effect: 'review' }]);
    const [fan, creator] = [await economy.account(), await economy.account({ creator: true })];
    await economy.buy(fan);
    const held = await economy.gift(fan, creator, { giftId: 'perfume' });
    expect(held.outcome).toBe('review');
    const lead = await economy.signIn('ts_lead');
    const answers = await Promise.all(
      ['release', 'decline', 'release', 'decline'].map((action) =>
        lead.request
          .post(`/staff/transactions/${held.transactionId}/actions/${action}`)
          .send({ reason: 'checked' }),
      ),
    );
    expect(answers.map((a) => a.status).sort()).toEqual([200, 409, 409, 409]);
    await judgeBy(economy, []);
    await expectSoundLedger(economy);
  });
});

/** Purchases and gifts interleaved, always in the same order. */
function mixed<T>(requests: readonly T[]): T[] {
  return requests.map((_, i) => requests[(i * 7_919) % requests.length]!);
}

async function limitDayTo(accountId: string, limit: number): Promise<void> {
  const limits = [{ measure: 'purchase_money', window: 'day', limit, currency: 'USD' }];
  await economy.asPlatform.put(`/v1/accounts/${accountId}/limits/self`).send({ limits }).expect(200);
}

async function startPromotion({ budgetCoins, bonusCoins }: { budgetCoins: number; bonusCoins: number }) {
  await economy.db.run(async (tx) => {
    await tx.query(
      `INSERT INTO promotions (promotion_id, name, effect, value, package_ids, starts_at, ends_at, time_zone,
                               budget_coins, status)
       VALUES ('storm', 'Storm', 'bonus_coins', $1, '{}', now() - interval '1 day', now() + interval '1 day', 'UTC',
               $2, 'active')`,
      [bonusCoins, budgetCoins],
    );
    await tx.query("INSERT INTO promotion_counters (promotion_id) VALUES ('storm') ON CONFLICT DO NOTHING");
    await tx.query("UPDATE reference_versions SET version = version + 1 WHERE name = 'promotions'");
  });
}
