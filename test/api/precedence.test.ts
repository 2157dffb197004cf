import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Economy, judgeBy, purchaseOf, startEconomy } from '../support/economy.js';

let economy: Economy;
beforeAll(async () => {
  economy = await startEconomy();
  await judgeBy(economy, [
    { kind: 'gift', effect: 'decline' },
    { kind: 'purchase', effect: 'decline' },
  ]);
});
afterAll(() => economy.close());

const setStatus = (accountId: string, status: string) =>
  economy.db.query('UPDATE accounts SET status = $2 WHERE account_id = $1', [accountId, status]);

const codesOf = (answer: { reasons: { code: string }[] }) => answer.reasons.map((r) => r.code);

/** Everything is wrong at once; then one thing after the other is put right, and the next refusal shows. */
describe('the first refusal wins', () => {
  it('malformed → unknown → closed → replay → restriction → limit → funds → rules, for a gift', async () => {
    const [fan, creator] = [await economy.account(), await economy.account({ creator: true })];
    const limits = [{ measure: 'coins_spent', window: 'day', limit: 10 }];
    await economy.asPlatform.put(`/v1/accounts/${fan}/limits/self`).send({ limits }).expect(200);
    await setStatus(fan, 'closed');
    const gift = {
      kind: 'gift',
      accountId: fan,
      recipientId: creator,
      giftId: 'heart',
      quantity: 20,
    } as const;
    const post = (body: object, key: string) =>
      economy.asPlatform.post('/v1/transactions').set('Idempotency-Key', key).send(body);

    const malformed = await post({ ...gift, accountId: 'nobody', quantity: 0 }, 'k');
    expect(malformed.body.code).toBe('request.invalid');
    expect((await post({ ...gift, accountId: 'nobody' }, 'k')).body.code).toBe('account.unknown');
    expect((await post(gift, 'k')).body.code).toBe('account.closed');

    await setStatus(fan, 'suspended');
    const suspended = await economy.submit(gift, 'k');
    expect(codesOf(suspended)).toEqual(['account.suspended']);
    await setStatus(fan, 'active');
    // The replay comes before everything that could be judged anew, the conflict with it.
    expect(await economy.submit(gift, 'k')).toEqual({ ...suspended, replayed: true });
    expect((await post({ ...gift, quantity: 1 }, 'k')).body.code).toBe('idempotency.conflict');

    expect(codesOf(await economy.submit(gift))).toEqual(['limit.exceeded']);
    const within = { ...gift, quantity: 1 };
    expect(codesOf(await economy.submit(within))).toEqual(['funds.insufficient_coins']);
    await economy.submit({ kind: 'reward', accountId: fan, coins: 50, reason: 'check-in' });
    expect(codesOf(await economy.submit(within))).toEqual(['rule.test']);
  });

  it('restriction → package → limit → price → reference → rules, for a purchase', async () => {
    const buyer = await economy.account();
    const limits = [{ measure: 'purchase_money', window: 'day', limit: 1_500, currency: 'USD' }];
    await economy.asPlatform.put(`/v1/accounts/${buyer}/limits/self`).send({ limits }).expect(200);
    const used = purchaseOf(buyer).payment;
    await economy.db.query(
      `INSERT INTO payment_references (provider, reference, account_id, transaction_id) VALUES ('stripe', $1, $2, $3)`,
      [used.reference, buyer, randomUUID()],
    );
    const purchase = { ...purchaseOf(buyer), payment: used };
    await setStatus(buyer, 'restricted');
    const wrong = { ...purchase, packageId: 'none', money: { amountMinor: 2_000, currency: 'USD' } };
    expect(codesOf(await economy.submit(wrong))).toEqual(['account.restricted']);
    await setStatus(buyer, 'active');
    expect(codesOf(await economy.submit(wrong))).toEqual(['package.unknown']);
    const dear = { ...wrong, packageId: 'coins-700' };
    expect(codesOf(await economy.submit(dear))).toEqual(['limit.exceeded']);
    const cheap = { ...dear, money: { amountMinor: 998, currency: 'USD' } };
    expect(codesOf(await economy.submit(cheap))).toEqual(['purchase.price_mismatch']);
    expect(codesOf(await economy.submit(purchase))).toEqual(['purchase.reference_used']);
    const fresh = { ...purchase, payment: { ...used, reference: randomUUID() } };
    expect(codesOf(await economy.submit(fresh))).toEqual(['rule.test']);
  });

  it('refuses spending during a self-exclusion, but not receiving', async () => {
    const account = await economy.account();
    const until = new Date(Date.now() + 86_400_000).toISOString();
    await economy.asPlatform.post(`/v1/accounts/${account}/exclusions`).send({ until }).expect(200);
    expect(codesOf(await economy.buy(account))).toEqual(['account.excluded']);
    const reward = await economy.submit({ kind: 'reward', accountId: account, coins: 5, reason: 'check-in' });
    expect(reward.outcome).toBe('approve');
  });

  it('judges what waited behind a suspension by the suspension', async () => {
    const account = await economy.account();
    let waiting: ReturnType<Economy['submit']> | undefined;
    await economy.db.run(async (tx) => {
      await tx.query('SELECT FROM wallets WHERE account_id = $1 FOR UPDATE', [account]);
      await tx.query("UPDATE accounts SET status = 'suspended' WHERE account_id = $1", [account]);
      waiting = economy.buy(account);
      await untilSomebodyWaits();
    });
    expect(codesOf(await waiting!)).toEqual(['account.suspended']);
  });
});

async function untilSomebodyWaits(): Promise<void> {
  for (;;) {
    const [row] = await economy.db.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM pg_stat_activity
       WHERE application_name = 'coinwarden-decisions' AND wait_event_type = 'Lock' AND datname = current_database()`,
    );
    if (row!.n > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
