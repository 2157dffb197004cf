import type { NextSpend, SpendingAnswer } from '@coinwarden/contracts';
import { DAY, HOUR, periodOf } from '@coinwarden/domain';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Clock } from '../../../api/src/platform/clock/clock.js';
import type { TestStaff } from '../../support/app.js';
import { type Economy, startEconomy } from '../../support/economy.js';

const ZONE = 'Asia/Kolkata';
let economy: Economy;
let agent: TestStaff;
let lead: TestStaff;
/** A morning far from midnight, so that no window ends while the test runs. */
const ahead = periodOf('day', Date.now(), ZONE).end + 9 * HOUR - Date.now();
const now = () => Date.now() + ahead;

beforeAll(async () => {
  economy = await startEconomy({ jobs: false });
  economy.app.get(Clock).now = now;
  agent = await economy.signIn('support_agent');
  lead = await economy.signIn('ts_lead');
});
afterAll(() => economy?.close());

const answerFor = async (accountId: string): Promise<SpendingAnswer> =>
  (await agent.request.get(`/staff/accounts/${accountId}/spending`).expect(200)).body;
const next = async (accountId: string, amount: number, query: object = {}): Promise<NextSpend> =>
  (
    await agent.request
      .get(`/staff/accounts/${accountId}/spending/next`)
      .query({ measure: 'coins_spent', amount, ...query })
      .expect(200)
  ).body;
const spend = (accountId: string, coins: number) =>
  economy.submit({ kind: 'unlock', accountId, contentId: 'v', coins });
const setDaily = (accountId: string, limit: number | null, layer = 'self') =>
  economy.asPlatform
    .put(`/v1/accounts/${accountId}/limits/${layer}`)
    .send({ limits: limit === null ? [] : [{ measure: 'coins_spent', window: 'day', limit }] })
    .expect(200);

describe('why an account was refused', () => {
  it('is told with the limit, what was asked, where each limit comes from, and what is to come', async () => {
    const account = await economy.account({ country: 'IN', timeZone: ZONE, ageBand: '16-17' });
    await economy.buy(account);
    await setDaily(account, 100);
    await spend(account, 60);
    const declined = await spend(account, 50);
    expect(declined.outcome).toBe('decline');
    await setDaily(account, 300);
    await lead.request
      .post(`/staff/accounts/${account}/actions/override_limit`)
      .send({
        kind: 'lift',
        measure: 'coins_spent',
        window: 'week',
        limit: 90_000,
        until: new Date(now() + DAY).toISOString(),
        follows: null,
        reason: 'A birthday',
      })
      .expect(200);

    const answer = await answerFor(account);
    expect(answer).toMatchObject({
      country: 'IN',
      ageBand: '16-17',
      timeZone: ZONE,
      status: 'active',
      excludedUntil: null,
    });
    expect(answer.refusals).toMatchObject([
      {
        transactionId: declined.transactionId,
        kind: 'unlock',
        code: 'limit.exceeded',
        coins: 50,
        money: null,
        limit: { layer: 'self', window: 'day', limit: 100, used: 60, remaining: 40 },
        excludedUntil: null,
      },
    ]);
    const of = (layer: string, window: string) =>
      answer.limits.find((l) => l.layer === layer && l.window === window && l.measure === 'coins_spent');
    expect(of('self', 'day')).toMatchObject({ used: 60, binding: true, origin: { type: 'set', by: null } });
    expect(of('platform', 'day')).toMatchObject({
      binding: false,
      origin: { type: 'policy', policyId: 'platform.any.16-17.coins_spent.day.1', version: 1, country: '*' },
    });
    expect(of('staff', 'week')).toMatchObject({
      limit: 90_000,
      binding: true,
      origin: { type: 'override', lifts: true, by: lead.email, reason: 'A birthday' },
    });
    expect(of('platform', 'week')).toBeUndefined();
    expect(answer.lifted).toMatchObject([
      {
        layer: 'platform',
        window: 'week',
        limit: 25_000,
        used: 60,
        liftedUntil: of('staff', 'week')!.effectiveUntil,
      },
    ]);
    expect(answer.pending).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ layer: 'self', window: 'day', limit: 300 }),
        expect.objectContaining({ layer: 'platform', window: 'week', limit: 25_000 }),
      ]),
    );
    expect(answer.limits.map((l) => [l.layer, l.limit])).toEqual(
      expect.arrayContaining([['platform', 10_000]]),
    );
  });

  it('by an exclusion is told with its end', async () => {
    const account = await economy.account({ timeZone: ZONE });
    await economy.buy(account);
    const until = new Date(now() + 3 * DAY).toISOString();
    await agent.request
      .post(`/staff/accounts/${account}/exclusions`)
      .send({ until, reason: 'Asked by phone' })
      .expect(200);
    await spend(account, 5);
    const answer = await answerFor(account);
    expect(answer.excludedUntil).toBe(until);
    expect(answer.refusals).toMatchObject([
      { code: 'account.excluded', coins: 5, limit: null, excludedUntil: until },
    ]);
    expect(await next(account, 5)).toEqual({
      at: until,
      now: false,
      waits: [{ from: expect.any(String), until, refused: null }],
    });
  });

  it('is asked of accounts that exist, by those who may see limits', async () => {
    await agent.request.get('/staff/accounts/nobody/spending').expect(404);
    const manager = await economy.signIn('product_manager');
    await manager.request.get('/staff/accounts/nobody/spending').expect(403);
  });
});

describe('when an account can spend again', () => {
  it('is now, at the end of the window in its own zone, when a raise binds, or never', async () => {
    const account = await economy.account({ country: 'IN', timeZone: ZONE });
    await economy.buy(account);
    await setDaily(account, 100);
    await spend(account, 60);
    expect(await next(account, 40)).toMatchObject({ now: true, waits: [] });

    const midnight = new Date(periodOf('day', now(), ZONE).end).toISOString();
    expect(midnight).toMatch(/T18:30:00/);
    expect(await next(account, 41)).toMatchObject({
      at: midnight,
      now: false,
      waits: [{ until: midnight, refused: { layer: 'self', window: 'day', limit: 100, used: 60 } }],
    });
    expect(await next(account, 101)).toMatchObject({ at: null, now: false, waits: [{ until: null }] });
    await setDaily(account, 200);
    const raised = (await answerFor(account)).pending.find((p) => p.layer === 'self')!.effectiveFrom;
    expect(await next(account, 101)).toMatchObject({ at: raised, waits: [{ until: raised }] });
    // What was promised is what happens.
    expect((await spend(account, 41)).outcome).toBe('decline');
    expect((await spend(account, 40)).outcome).toBe('approve');
  });

  it('is asked of money in any currency', async () => {
    const child = await economy.account({ ageBand: 'under13', timeZone: ZONE });
    expect(await next(child, 1, { measure: 'purchase_money', currency: 'INR' })).toMatchObject({
      at: null,
      waits: [{ refused: { layer: 'platform', window: 'transaction', limit: 0, currency: 'USD' } }],
    });
    const adult = await economy.account({ timeZone: ZONE });
    expect(await next(adult, 999, { measure: 'purchase_money', currency: 'EUR' })).toMatchObject({
      now: true,
    });
  });

  it.each([
    [{ measure: 'coins_spent', amount: 0 }],
    [{ measure: 'coins_spent', amount: 5, currency: 'EUR' }],
    [{ measure: 'purchase_money', amount: 5 }],
    [{ measure: 'diamonds', amount: 5 }],
  ])('cannot be asked with %j', async (query) => {
    const account = await economy.account();
    await agent.request.get(`/staff/accounts/${account}/spending/next`).query(query).expect(422);
  });
});
