import type { AccountLimits, DecisionAnswer } from '@coinwarden/contracts';
import { DAY, HOUR, periodOf } from '@coinwarden/domain';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Clock } from '../../../api/src/platform/clock/clock.js';
import { type Economy, purchaseOf, startEconomy } from '../../support/economy.js';

let economy: Economy;
beforeAll(async () => {
  economy = await startEconomy({ jobs: false });
  economy.app.get(Clock).now = now;
});
afterAll(() => economy?.close());

const limitsOf = async (accountId: string): Promise<AccountLimits> =>
  (await economy.asPlatform.get(`/v1/accounts/${accountId}/limits`).expect(200)).body;
const put = (accountId: string, layer: string, limits: object[]) =>
  economy.asPlatform.put(`/v1/accounts/${accountId}/limits/${layer}`).send({ limits });
const exclude = (accountId: string, until: Date | string) =>
  economy.asPlatform
    .post(`/v1/accounts/${accountId}/exclusions`)
    .send({ until: until instanceof Date ? until.toISOString() : until });
const inDays = (days: number) => new Date(now() + days * DAY);
const daily = (limit: number) => ({ measure: 'coins_spent', window: 'day', limit });
const dailyDollars = (limit: number) => ({
  measure: 'purchase_money',
  window: 'day',
  limit,
  currency: 'USD',
});
const own = (limits: AccountLimits, layer = 'self') => limits.active.filter((l) => l.layer === layer);
const refusal = (answer: DecisionAnswer) => ({
  outcome: answer.outcome,
  codes: answer.reasons.map((r) => r.code),
});
const OVER = { outcome: 'decline', codes: ['limit.exceeded'] };

/** How far the server's clock is ahead: it starts at a noon, far from every midnight, and only ever moves on. */
let ahead = periodOf('day', Date.now(), 'America/New_York').end + 12 * HOUR - Date.now();
const now = () => Date.now() + ahead;
const passes = (ms: number) => {
  ahead += ms;
};

describe('the limits of an account', () => {
  it('are those of law and platform to begin with, each with its room and who binds', async () => {
    const account = await economy.account({ country: 'KR', timeZone: 'Asia/Seoul', ageBand: '16-17' });
    const limits = await limitsOf(account);
    expect(limits).toMatchObject({ pending: [], excludedUntil: null });
    const months = limits.active.filter((l) => l.measure === 'purchase_money' && l.window === 'month');
    expect(months).toMatchObject([
      { layer: 'regulator', currency: 'KRW', limit: 70_000, used: 0, remaining: 70_000, binding: true },
      { layer: 'platform', currency: 'USD', limit: 300_00, binding: false },
    ]);
    const month = periodOf('month', now(), 'Asia/Seoul');
    expect(months[0]!.resetsAt).toBe(new Date(month.end).toISOString());
    expect(limits.active.find((l) => l.window === 'transaction')!.resetsAt).toBeNull();
  });

  it('tell what was used, in the currency of the limit, and reach the answer of a decision', async () => {
    const account = await economy.account();
    await put(account, 'self', [dailyDollars(15_00), daily(500)]).expect(200);
    const answer = await economy.buy(account);
    expect(answer.limits.find((l) => l.layer === 'self')).toMatchObject({ used: 999, remaining: 501 });
    await economy.submit({ kind: 'unlock', accountId: account, contentId: 'v', coins: 120 });
    expect(own(await limitsOf(account))).toMatchObject([
      { measure: 'purchase_money', limit: 15_00, used: 999, remaining: 501, binding: true },
      { measure: 'coins_spent', limit: 500, used: 120, remaining: 380, binding: true },
    ]);
    expect(refusal(await economy.buy(account))).toEqual(OVER);
  });

  it('of a child under 13 let nothing be bought', async () => {
    const child = await economy.account({ ageBand: 'under13' });
    const answer = await economy.buy(child);
    expect(refusal(answer)).toEqual(OVER);
    expect(answer).toMatchObject({ refundDue: true, wallet: { coins: { paid: 0 } } });
  });

  it('of a nobody are a 404', async () => {
    for (const request of [
      economy.asPlatform.get('/v1/accounts/nobody/limits'),
      put('nobody', 'self', []),
      exclude('nobody', inDays(1)),
    ]) {
      expect(await request).toMatchObject({ status: 404, body: { code: 'account.unknown' } });
    }
  });
});

describe('a personal limit', () => {
  it('binds at once when set or lowered, and a day later when raised', async () => {
    const account = await economy.account();
    await economy.buy(account);
    const spend = (coins: number) =>
      economy.submit({ kind: 'unlock', accountId: account, contentId: 'v', coins });
    await put(account, 'self', [daily(100)]).expect(200);
    expect(refusal(await spend(101))).toEqual(OVER);
    expect((await spend(60)).outcome).toBe('approve');
    await put(account, 'self', [daily(50)]).expect(200);
    expect(refusal(await spend(1))).toEqual(OVER);

    const raised: AccountLimits = (await put(account, 'self', [daily(300)]).expect(200)).body;
    expect(own(raised)).toMatchObject([{ limit: 50, used: 60, remaining: 0 }]);
    expect(raised.pending).toMatchObject([{ layer: 'self', window: 'day', limit: 300 }]);
    const waits = Date.parse(raised.pending[0]!.effectiveFrom) - now();
    expect(waits).toBeGreaterThan(DAY - 60_000);
    expect(waits).toBeLessThanOrEqual(DAY);
    expect(own(raised)[0]!.effectiveUntil).toBe(raised.pending[0]!.effectiveFrom);
    expect(refusal(await spend(1))).toEqual(OVER);
    passes(DAY);
    expect(own(await limitsOf(account))).toMatchObject([{ limit: 300, used: 0 }]);
    expect((await spend(200)).outcome).toBe('approve');
    expect(refusal(await spend(101))).toEqual(OVER);
  });

  it('has its raise or removal withdrawn by asking for the present value', async () => {
    const account = await economy.account();
    await put(account, 'guardian', [daily(100)]).expect(200);
    const leaving: AccountLimits = (await put(account, 'guardian', []).expect(200)).body;
    expect(own(leaving, 'guardian')).toHaveLength(1);
    expect(leaving.pending).toMatchObject([{ layer: 'guardian', limit: null }]);
    const kept: AccountLimits = (await put(account, 'guardian', [daily(100)]).expect(200)).body;
    expect(kept.pending).toEqual([]);
    expect(own(kept, 'guardian')).toMatchObject([{ limit: 100, effectiveUntil: null }]);
    await put(account, 'guardian', []).expect(200);
    passes(DAY);
    expect(own(await limitsOf(account), 'guardian')).toEqual([]);
  });

  it('stands beside the other layers, and the lowest wins', async () => {
    const account = await economy.account({ ageBand: '16-17' });
    await economy.buy(account);
    await put(account, 'guardian', [daily(50)]).expect(200);
    await put(account, 'self', [daily(80)]).expect(200);
    const answer = await economy.submit({ kind: 'unlock', accountId: account, contentId: 'v', coins: 51 });
    expect(answer.reasons[0]).toMatchObject({
      code: 'limit.exceeded',
      values: { layer: 'guardian', limit: 50 },
    });
  });

  it('holds across currencies and payment providers', async () => {
    const account = await economy.account({ country: 'DE', timeZone: 'Europe/Berlin' });
    await put(account, 'self', [{ ...dailyDollars(12_00), currency: 'EUR' }]).expect(200);
    const dollars = purchaseOf(account);
    const { body } = await economy.asPlatform.get(
      `/v1/packages?accountId=${account}&country=DE&currency=EUR`,
    );
    const priced = body.items.find((p: { packageId: string }) => p.packageId === dollars.packageId).price;
    const first = await economy.buy(account, {
      money: priced,
      payment: { ...dollars.payment, provider: 'apple' },
    });
    expect(first.outcome).toBe('approve');
    const second = await economy.buy(account, {
      money: priced,
      payment: { ...purchaseOf(account).payment, provider: 'google' },
    });
    expect(refusal(second)).toEqual(OVER);
  });

  it.each([
    ['is set twice', [daily(1), daily(2)], 'limit.invalid', '/limits/1/window'],
    [
      'on money has no currency',
      [{ ...daily(1), measure: 'purchase_money' }],
      'limit.invalid',
      '/limits/0/currency',
    ],
    ['on coins has one', [{ ...daily(1), currency: 'USD' }], 'limit.invalid', '/limits/0/currency'],
    ['is negative', [daily(-1)], 'request.invalid', '/limits/0/limit'],
    ['is a fraction', [daily(1.5)], 'request.invalid', '/limits/0/limit'],
    ['is beyond what JSON counts', [daily(2 ** 53)], 'request.invalid', '/limits/0/limit'],
    [
      'is for a window there is not',
      [{ ...daily(1), window: 'year' }],
      'request.invalid',
      '/limits/0/window',
    ],
    ['has a word too many', [{ ...daily(1), layer: 'staff' }], 'request.invalid', '/limits/0'],
  ])('that %s is refused whole', async (_, limits, code, pointer) => {
    const account = await economy.account();
    const answer = await put(account, 'self', [...limits, { ...daily(7), window: 'week' }]);
    expect(answer).toMatchObject({ status: 422, body: { code } });
    expect(answer.body.errors.map((e: { pointer: string }) => e.pointer)).toContain(pointer);
    expect(own(await limitsOf(account))).toEqual([]);
  });

  it('is only set in the layers that are the platform’s to set', async () => {
    const account = await economy.account();
    for (const layer of ['staff', 'regulator', 'platform', 'x']) {
      expect((await put(account, layer, [daily(1)])).status).toBe(422);
    }
    const { apiKey } = await economy.newApiKey(['limit.read']);
    await economy.request
      .put(`/v1/accounts/${account}/limits/self`)
      .set('Authorization', `Bearer ${apiKey}`)
      .send({ limits: [] })
      .expect(403);
  });

  it('asked for many times at once is set once, and told once', async () => {
    const account = await economy.account();
    const answers = await Promise.all(Array.from({ length: 20 }, () => put(account, 'self', [daily(100)])));
    expect(new Set(answers.map((a) => a.status))).toEqual(new Set([200]));
    expect(own(await limitsOf(account))).toHaveLength(1);
    const told = await economy.db.query(
      "SELECT FROM audit_log WHERE subject_id = $1 AND action = 'account.limits_set'",
      [account],
    );
    expect(told).toHaveLength(1);
    const announced = await economy.db.query(
      "SELECT FROM outbox WHERE topic = 'limits.changed' AND payload->>'accountId' = $1",
      [account],
    );
    expect(announced).toHaveLength(1);
  });

  it('fought over by two callers ends as one of them asked, never above the lowest', async () => {
    const account = await economy.account();
    const asked = [100, 30, 70, 50, 90, 10, 60, 80];
    await Promise.all(asked.map((limit) => put(account, 'self', [daily(limit)]).expect(200)));
    const limits = await limitsOf(account);
    expect(own(limits)).toMatchObject([{ limit: 10 }]);
    expect(limits.pending.length).toBeLessThanOrEqual(1);
  });
});

describe('a limit under fire', () => {
  it('is never passed by a coin, whatever comes at once', async () => {
    const account = await economy.account();
    await economy.buy(account);
    await put(account, 'self', [daily(100)]).expect(200);
    const answers = await Promise.all(
      Array.from({ length: 60 }, () =>
        economy.submit({ kind: 'unlock', accountId: account, contentId: 'v', coins: 7 }),
      ),
    );
    expect(answers.filter((a) => a.outcome !== 'decline')).toHaveLength(14);
    expect(own(await limitsOf(account))).toMatchObject([{ used: 98, remaining: 2 }]);
  });

  it('gives back the room of a purchase that was voided, once', async () => {
    const account = await economy.account();
    await put(account, 'self', [dailyDollars(20_00)]).expect(200);
    const asked = await economy.buy(account, {
      payment: { ...purchaseOf(account).payment, captured: false },
    });
    expect(own(await limitsOf(account))).toMatchObject([{ used: 999 }]);
    await economy.asPlatform.post(`/v1/transactions/${asked.transactionId}/void`).expect(200);
    await economy.asPlatform.post(`/v1/transactions/${asked.transactionId}/void`).expect(409);
    expect(own(await limitsOf(account))).toMatchObject([{ used: 0, remaining: 20_00 }]);
  });
});

describe('a self-exclusion', () => {
  it('stops buying and spending, and receiving goes on', async () => {
    const account = await economy.account();
    await economy.buy(account);
    const until = inDays(7);
    const { body } = await exclude(account, until).expect(200);
    expect(body).toEqual({ accountId: account, until: until.toISOString() });
    expect((await limitsOf(account)).excludedUntil).toBe(until.toISOString());
    for (const answer of [
      await economy.buy(account),
      await economy.submit({ kind: 'unlock', accountId: account, contentId: 'v', coins: 1 }),
    ]) {
      expect(refusal(answer)).toEqual({ outcome: 'decline', codes: ['account.excluded'] });
    }
    const reward = await economy.submit({ kind: 'reward', accountId: account, coins: 5, reason: 'check-in' });
    expect(reward.outcome).not.toBe('decline');
    passes(7 * DAY);
    expect((await economy.buy(account)).outcome).toBe('approve');
    expect((await limitsOf(account)).excludedUntil).toBeNull();
  });

  it('is lengthened, and never shortened', async () => {
    const account = await economy.account();
    await exclude(account, inDays(2)).expect(200);
    const longer = inDays(5);
    await exclude(account, longer).expect(200);
    const shorter = await exclude(account, inDays(3));
    expect(shorter).toMatchObject({ status: 409, body: { code: 'exclusion.shortened' } });
    await exclude(account, longer).expect(200);
    expect((await limitsOf(account)).excludedUntil).toBe(longer.toISOString());
  });

  it.each([
    ['has passed', inDays(-1).toISOString(), 422, 'limit.invalid'],
    ['is no time', 'tomorrow', 422, 'request.invalid'],
    ['no calendar holds', '9999-12-31T23:59:59-12:00', 422, 'request.invalid'],
  ])('until a moment that %s is refused', async (_, until, status, code) => {
    const account = await economy.account();
    expect(await exclude(account, until)).toMatchObject({ status, body: { code } });
  });
});
