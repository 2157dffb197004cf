import type { DecisionAnswer, StaffLimitPolicy } from '@coinwarden/contracts';
import { DAY, HOUR } from '@coinwarden/domain';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Clock } from '../../../api/src/platform/clock/clock.js';
import type { TestStaff } from '../../support/app.js';
import { type Economy, startEconomy } from '../../support/economy.js';

let economy: Economy;
let lead: TestStaff;
let ahead = 0;
const now = () => Date.now() + ahead;
/** Sessions do not outlive such a jump. */
const passes = async (ms: number) => {
  ahead += ms;
  lead = await economy.signIn('ts_lead');
};
const at = (ms: number) => new Date(now() + ms).toISOString();

beforeAll(async () => {
  economy = await startEconomy({ jobs: false });
  economy.app.get(Clock).now = now;
  lead = await economy.signIn('ts_lead');
});
afterAll(() => economy?.close());

/** A country of its own for each test, so that none sees another's policies. */
const COUNTRIES = [
  'AR',
  'BR',
  'CL',
  'CO',
  'EC',
  'FI',
  'GR',
  'HU',
  'IE',
  'IS',
  'LT',
  'LU',
  'LV',
  'MX',
  'NO',
  'PE',
];
const freeCountry = () => COUNTRIES.pop()!;

const usual = {
  layer: 'regulator',
  ageBand: 'adult',
  measure: 'coins_spent',
  window: 'day',
  limit: 15,
  source: 'Act on Coins, § 3',
  follows: 0,
  reason: 'The act is in force',
};
const set = (change: object, by = lead) =>
  by.request.post('/staff/limit-policies').send({ ...usual, ...change });
const end = (id: string, change: object = {}, by = lead) =>
  by.request
    .post(`/staff/limit-policies/${id}/actions/end`)
    .send({ follows: 1, reason: 'Repealed', ...change });
const versionsIn = async (country: string): Promise<StaffLimitPolicy[]> =>
  (
    await lead.request
      .get('/staff/limit-policies')
      .query({ filter: JSON.stringify({ country }), sort: '["version","ASC"]' })
      .expect(200)
  ).body;
const states = async (country: string) =>
  (await versionsIn(country)).map((v) => [v.version, v.limit, v.state]);

const spender = async (country: string, coins = 0): Promise<string> => {
  const account = await economy.account({ country, timeZone: 'UTC' });
  await economy.buy(account);
  if (coins > 0) await spend(account, coins);
  return account;
};
const spend = (accountId: string, coins: number): Promise<DecisionAnswer> =>
  economy.submit({ kind: 'unlock', accountId, contentId: 'v', coins });

describe('a limit policy', () => {
  it('binds the next decision, and the next version from its own moment on', async () => {
    const country = freeCountry();
    const account = await spender(country, 10);
    const { body } = await set({ country }).expect(201);
    expect(body).toMatchObject({
      version: 1,
      revision: 1,
      state: 'current',
      current: true,
      createdBy: lead.email,
      reason: usual.reason,
      source: usual.source,
      allowedActions: ['change', 'end'],
    });
    expect((await spend(account, 6)).reasons).toMatchObject([
      { code: 'limit.exceeded', values: { layer: 'regulator', limit: 15 } },
    ]);
    const later = await set({ country, limit: 100, follows: 1, effectiveFrom: at(HOUR) }).expect(201);
    expect(later.body).toMatchObject({ version: 2, state: 'scheduled', allowedActions: ['end'] });
    expect((await versionsIn(country))[0]).toMatchObject({
      state: 'current',
      effectiveUntil: later.body.effectiveFrom,
    });
    expect((await spend(account, 6)).outcome).toBe('decline');
    await passes(HOUR);
    expect((await spend(account, 6)).outcome).toBe('approve');
    expect(await states(country)).toEqual([
      [1, 15, 'past'],
      [2, 100, 'current'],
    ]);
  });

  it('is ended with a reason, and a version that has not begun gives its time back', async () => {
    const country = freeCountry();
    const account = await spender(country);
    const { body: first } = await set({ country }).expect(201);
    const { body: second } = await set({ country, limit: 5, follows: 1, effectiveFrom: at(DAY) }).expect(201);
    // The first version's end moved when the second came: two versions and one move.
    expect(second.revision).toBe(3);
    const taken = await end(second.id, { follows: 3 }).expect(200);
    expect(taken.body).toMatchObject({ state: 'withdrawn', endedBy: lead.email, endReason: 'Repealed' });
    expect((await versionsIn(country))[0]).toMatchObject({
      state: 'current',
      effectiveUntil: null,
      endedBy: null,
    });
    expect((await spend(account, 16)).outcome).toBe('decline');

    const [{ revision } = { revision: 0 }] = await versionsIn(country);
    await end(first.id, { follows: revision, at: at(HOUR) }).expect(200);
    expect((await spend(account, 16)).outcome).toBe('decline');
    await end(first.id, { follows: revision + 1 }).expect(200);
    expect((await spend(account, 16)).outcome).toBe('approve');
    const over = await end(first.id, { follows: revision + 2 });
    expect(over).toMatchObject({ status: 409, body: { code: 'action.not_allowed' } });
    // Once over, it can be set anew.
    await set({ country, limit: 20, follows: revision + 2 }).expect(201);
    expect(await states(country)).toEqual([
      [1, 15, 'past'],
      [2, 5, 'withdrawn'],
      [3, 20, 'current'],
    ]);
  });

  it('fought over by two at once is changed by one of them, and the other is told', async () => {
    const country = freeCountry();
    const { body: first } = await set({ country }).expect(201);
    const other = await economy.signIn('ts_lead');
    const answers = await Promise.all([
      ...Array.from({ length: 6 }, (_, i) =>
        set({ country, limit: 30 + i, follows: 1 }, i % 2 ? lead : other),
      ),
      ...Array.from({ length: 3 }, () => end(first.id, {}, other)),
    ]);
    const [done, ...refused] = answers.sort((a, b) => a.status - b.status);
    expect([200, 201]).toContain(done!.status);
    for (const answer of refused)
      expect(answer).toMatchObject({ status: 409, body: { code: 'record.conflict' } });
    expect((await versionsIn(country)).length).toBeLessThanOrEqual(2);
    const written = await economy.db.query(
      "SELECT FROM audit_log WHERE subject_type = 'limit_policy' AND subject_id LIKE $1",
      [`regulator.${country}.%`],
    );
    expect(written).toHaveLength(2);
  });

  it.each([
    ['a regulator’s without a source', { source: ' ' }, 'limit.invalid', '/source'],
    ['money without a currency', { measure: 'purchase_money' }, 'limit.invalid', '/currency'],
    ['coins with one', { currency: 'USD' }, 'limit.invalid', '/currency'],
    ['the past', { effectiveFrom: '2020-01-01T00:00:00Z' }, 'request.invalid', '/effectiveFrom'],
    ['a country there is not', { country: 'XX' }, 'request.invalid', '/country'],
    ['no reason', { reason: ' ' }, 'request.invalid', '/reason'],
    ['a layer of persons', { layer: 'guardian' }, 'request.invalid', '/layer'],
  ])('is refused for %s', async (_, change, code, pointer) => {
    const answer = await set({ country: 'NZ', ...change });
    expect(answer).toMatchObject({ status: 422, body: { code } });
    expect(answer.body.errors.map((e: { pointer: string }) => e.pointer)).toContain(pointer);
    expect(await versionsIn('NZ')).toEqual([]);
  });

  it('is changed by leads, seen by product managers and auditors, and hidden from support', async () => {
    const country = freeCountry();
    const { body } = await set({ country }).expect(201);
    for (const role of ['product_manager', 'auditor', 'ts_reviewer'] as const) {
      const reader = await economy.signIn(role);
      const seen = await reader.request.get(`/staff/limit-policies/${body.id}`).expect(200);
      expect(seen.body.allowedActions).toEqual([]);
      await set({ country, follows: 1 }, reader).expect(403);
      await end(body.id, {}, reader).expect(403);
    }
    const support = await economy.signIn('support_agent');
    await support.request.get(`/staff/limit-policies/${body.id}`).expect(403);
  });
});

describe('the preview of a limit policy', () => {
  const preview = async (change: object) =>
    (
      await lead.request
        .post('/staff/limit-policies/preview')
        .send({
          layer: 'platform',
          ageBand: 'adult',
          measure: 'coins_spent',
          window: 'day',
          limit: 50,
          ...change,
        })
        .expect(200)
    ).body;

  it('counts the accounts it is for, whom it would leave without room, and who spent more lately', async () => {
    const country = freeCountry();
    await spender(country);
    await spender(country, 49);
    await spender(country, 50);
    await spender(country, 80);
    await economy.account({ country, ageBand: '16-17' });
    expect(await preview({ country })).toEqual({
      accounts: 4,
      newlyFull: 2,
      overIn30Days: 1,
      sampled: null,
      sampledIn30Days: null,
      before: null,
      lowerAlready: null,
    });
    await set({ layer: 'platform', country, limit: 60 }).expect(201);
    expect(await preview({ country })).toMatchObject({
      newlyFull: 1,
      before: { version: 1, limit: 60, currency: null },
    });
    expect(await preview({ country, limit: 500 })).toMatchObject({ newlyFull: 0, overIn30Days: 0 });
    expect(await preview({ country, window: 'transaction' })).toMatchObject({
      newlyFull: 0,
      overIn30Days: 1,
    });
    expect(await versionsIn(country)).toHaveLength(1);
  });

  it('converts money, and names a policy that is as low already', async () => {
    const country = freeCountry();
    await spender(country);
    const money = { country, measure: 'purchase_money', currency: 'EUR' };
    expect(await preview({ ...money, limit: 8_00 })).toMatchObject({ newlyFull: 1, overIn30Days: 1 });
    expect(await preview({ ...money, limit: 20_00 })).toMatchObject({ newlyFull: 0, overIn30Days: 0 });
    expect(await preview({ ...money, limit: 9_000_00 })).toMatchObject({
      lowerAlready: { layer: 'platform', country: '*', limit: 5_000_00, currency: 'USD' },
    });
  });

  it('estimates from a fair sample where there are too many to look at', async () => {
    await economy.db.query(
      `INSERT INTO accounts (account_id, created_at, country, time_zone, age_band, creator)
       SELECT 'many-' || i, now(), 'PT', 'UTC', 'adult', false FROM generate_series(1, 12000) i`,
    );
    const end = Math.ceil(now() / DAY) * DAY;
    await economy.db.query(
      `INSERT INTO wallets (account_id, usage)
       SELECT 'many-' || i, CASE WHEN i % 4 = 0 THEN format('[[%s,1000,70],[],[]]', $1::bigint) ELSE '[]' END
       FROM generate_series(1, 12000) i`,
      [end / 1_000],
    );
    await economy.db.query('ANALYZE accounts');
    const seen = await preview({ country: 'PT' });
    expect(seen.sampled).toBeGreaterThan(4_000);
    expect(seen.sampled).toBeLessThan(6_000);
    expect(Math.abs(seen.accounts - 12_000)).toBeLessThan(600);
    expect(Math.abs(seen.newlyFull - 3_000)).toBeLessThan(400);
    const everywhere = await preview({ country: '*' });
    expect(everywhere.accounts).toBeGreaterThan(11_000);
  });
});
