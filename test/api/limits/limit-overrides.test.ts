import type { DecisionAnswer, StaffLimitOverride } from '@coinwarden/contracts';
import { DAY, HOUR } from '@coinwarden/domain';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Clock } from '../../../api/src/platform/clock/clock.js';
import type { TestStaff } from '../../support/app.js';
import { type Economy, startEconomy } from '../../support/economy.js';

let economy: Economy;
let lead: TestStaff;
let ahead = 0;
const now = () => Date.now() + ahead;
const at = (ms: number) => new Date(now() + ms).toISOString();
/** Sessions do not outlive such a jump. */
const passes = async (ms: number) => {
  ahead += ms;
  lead = await economy.signIn('ts_lead');
};

beforeAll(async () => {
  economy = await startEconomy({ jobs: false });
  economy.app.get(Clock).now = now;
  lead = await economy.signIn('ts_lead');
});
afterAll(() => economy?.close());

const override = (accountId: string, change: object = {}, by = lead) =>
  by.request.post(`/staff/accounts/${accountId}/actions/override_limit`).send({
    kind: 'lower',
    measure: 'coins_spent',
    window: 'transaction',
    limit: 10,
    until: at(HOUR),
    follows: null,
    reason: 'Asked by phone',
    ...change,
  });
const end = (id: string, by = lead) =>
  by.request.post(`/staff/limit-overrides/${id}/actions/end`).send({ reason: 'No longer needed' });
const overridesOf = async (accountId: string): Promise<StaffLimitOverride[]> =>
  (
    await lead.request
      .get('/staff/limit-overrides')
      .query({ filter: JSON.stringify({ accountId }), sort: '["effectiveFrom","ASC"]' })
      .expect(200)
  ).body;
const states = async (accountId: string) => (await overridesOf(accountId)).map((o) => [o.limit, o.state]);
const spend = (accountId: string, coins: number): Promise<DecisionAnswer> =>
  economy.submit({ kind: 'unlock', accountId, contentId: 'v', coins });
const refusedBy = (answer: DecisionAnswer) => answer.reasons[0]?.values['layer'] ?? answer.outcome;

/** A teenager: 2,000 coins at once and 5,000 a day are the platform's limits. */
const teenager = async (): Promise<string> => {
  const account = await economy.account({ ageBand: '13-15', timeZone: 'UTC' });
  await economy.submit({ kind: 'reward', accountId: account, coins: 20_000, reason: 'for a test' });
  return account;
};

describe('an override that lowers', () => {
  it('binds from its commit on, is on record with who and why, and ends by itself', async () => {
    const account = await teenager();
    const { body } = await override(account).expect(200);
    expect(body).toMatchObject({
      accountId: account,
      kind: 'lower',
      limit: 10,
      state: 'in_force',
      createdBy: lead.email,
      reason: 'Asked by phone',
      allowedActions: ['end'],
    });
    expect(refusedBy(await spend(account, 11))).toBe('staff');
    await passes(HOUR + 60_000);
    expect((await spend(account, 11)).outcome).toBe('approve');
    expect(await states(account)).toEqual([[10, 'expired']]);
    expect(await end(body.id)).toMatchObject({ status: 409, body: { code: 'action.not_allowed' } });
  });

  it('is ended early with a reason, and may last until then', async () => {
    const account = await teenager();
    const { body } = await override(account, { until: null }).expect(200);
    await passes(30 * DAY);
    expect(refusedBy(await spend(account, 11))).toBe('staff');
    const ended = await end(body.id).expect(200);
    expect(ended.body).toMatchObject({
      state: 'ended',
      endedBy: lead.email,
      endReason: 'No longer needed',
      allowedActions: [],
    });
    expect((await spend(account, 11)).outcome).toBe('approve');
  });
});

describe('an override that lifts', () => {
  it('stands in the place of the platform’s limit until its end, and of no other', async () => {
    const account = await teenager();
    expect(refusedBy(await spend(account, 2_001))).toBe('platform');
    await override(account, { kind: 'lift', limit: 3_000 }).expect(200);
    expect((await spend(account, 2_001)).outcome).toBe('approve');
    expect(refusedBy(await spend(account, 3_001))).toBe('staff');
    const { body: limits } = await lead.request.get(`/staff/accounts/${account}/limits`).expect(200);
    const atOnce = (l: { measure: string; window: string }) =>
      l.measure === 'coins_spent' && l.window === 'transaction';
    expect(limits.active.filter(atOnce)).toMatchObject([{ layer: 'staff', limit: 3_000, binding: true }]);
    expect(limits.pending.filter(atOnce)).toMatchObject([
      { layer: 'staff', limit: null },
      { layer: 'platform', limit: 2_000, effectiveFrom: limits.active.find(atOnce).effectiveUntil },
    ]);
    // The day's limit of the platform was not lifted.
    expect(refusedBy(await spend(account, 2_999))).toBe('approve');
    expect(refusedBy(await spend(account, 2_999))).toBe('platform');
    await passes(HOUR + DAY);
    expect(refusedBy(await spend(account, 2_001))).toBe('platform');
  });

  it('never lets anybody pass a guardian’s, an own or a regulator’s limit', async () => {
    const account = await teenager();
    const set = (layer: string, limit: number) =>
      economy.asPlatform
        .put(`/v1/accounts/${account}/limits/${layer}`)
        .send({ limits: [{ measure: 'coins_spent', window: 'transaction', limit }] })
        .expect(200);
    await override(account, { kind: 'lift', limit: 9_000 }).expect(200);
    await set('self', 700);
    await set('guardian', 600);
    expect(refusedBy(await spend(account, 601))).toBe('guardian');
    expect(refusedBy(await spend(account, 701))).toBe('guardian');
  });

  it.each([
    ['has no end', { until: null }, 'limit.invalid' as const, '/until'],
    ['ends in the past', { until: '2020-01-01T00:00:00Z' }, 'request.invalid' as const, '/until'],
    ['lifts to no more', { limit: 2_000 }, 'limit.invalid' as const, '/limit'],
    ['is of money without a currency', { measure: 'purchase_money' }, 'limit.invalid' as const, '/currency'],
    ['has no reason', { reason: ' ' }, 'request.invalid' as const, '/reason'],
  ])('that %s is refused', async (_, change, code, pointer) => {
    const account = await teenager();
    const answer = await override(account, { kind: 'lift', limit: 3_000, ...change });
    expect(answer.status).toBe(422);
    expect([code, 'request.invalid']).toContain(answer.body.code);
    expect(answer.body.errors).toMatchObject([{ pointer }]);
    expect(await overridesOf(account)).toEqual([]);
  });
});

describe('overrides of one account', () => {
  it('set by many at once stand alone, and all but one are told', async () => {
    const account = await teenager();
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, i) => override(account, { limit: 10 + i })),
    );
    expect(answers.map((a) => a.status).sort()).toEqual([200, ...Array(7).fill(409)]);
    expect(answers.filter((a) => a.status === 409).every((a) => a.body.code === 'record.conflict')).toBe(
      true,
    );
    const [standing] = await overridesOf(account);
    await override(account, { limit: 50, follows: standing!.id }).expect(200);
    expect((await states(account)).map(([, state]) => state)).toEqual(['ended', 'in_force']);
    const rows = await economy.db.query('SELECT FROM account_limits WHERE account_id = $1', [account]);
    expect(rows).toHaveLength(1);
  });

  it('hold against decisions that race them, and are ended once', async () => {
    const account = await teenager();
    const { body } = await override(account, { limit: 100 }).expect(200);
    const [answers, ends] = await Promise.all([
      Promise.all(Array.from({ length: 20 }, () => spend(account, 101))),
      Promise.all(Array.from({ length: 5 }, () => end(body.id))),
    ]);
    expect(ends.map((a) => a.status).sort()).toEqual([200, 409, 409, 409, 409]);
    for (const answer of answers) expect(['approve', 'staff']).toContain(refusedBy(answer));
    expect((await spend(account, 101)).outcome).toBe('approve');
  });

  it('are on record too where the whole staff layer is set, which takes lifts away', async () => {
    const account = await teenager();
    const layer = (limits: object[]) =>
      lead.request
        .post(`/staff/accounts/${account}/actions/set_limits`)
        .send({ limits, reason: 'Set as a whole' })
        .expect(200);
    await override(account, { kind: 'lift', limit: 3_000 }).expect(200);
    await layer([{ measure: 'coins_spent', window: 'day', limit: 40 }]);
    expect(await states(account)).toEqual([
      [3_000, 'ended'],
      [40, 'in_force'],
    ]);
    expect((await overridesOf(account))[0]).toMatchObject({ endReason: 'Set as a whole' });
    await layer([{ measure: 'coins_spent', window: 'day', limit: 40 }]);
    expect(await overridesOf(account)).toHaveLength(2);
    await layer([]);
    expect((await states(account)).map(([, state]) => state)).toEqual(['ended', 'ended']);
  });

  it('are for leads to set, and for support to see', async () => {
    const account = await teenager();
    const agent = await economy.signIn('support_agent');
    await override(account, {}, agent).expect(403);
    const { body } = await override(account).expect(200);
    await end(body.id, agent).expect(403);
    const seen = await agent.request.get(`/staff/limit-overrides/${body.id}`).expect(200);
    expect(seen.body.allowedActions).toEqual([]);
    const audited = await economy.db.query<{ reason: string }>(
      "SELECT reason FROM audit_log WHERE subject_id = $1 AND action = 'account.limit_overridden'",
      [account],
    );
    expect(audited).toEqual([{ reason: 'Asked by phone' }]);
    await override('nobody').expect(404);
    await end('00000000-0000-7000-8000-000000000000').expect(404);
  });
});

describe('an exclusion on the customer’s request', () => {
  const exclude = (accountId: string, until: string, by: TestStaff) =>
    by.request.post(`/staff/accounts/${accountId}/exclusions`).send({ until, reason: 'Asked by phone' });

  it('is set by support at once, made longer, never shorter, and listed with who and why', async () => {
    const account = await teenager();
    const agent = await economy.signIn('support_agent');
    const [week, month] = [at(7 * DAY), at(30 * DAY)];
    await exclude(account, week, agent).expect(200);
    expect((await spend(account, 1)).reasons[0]!.code).toBe('account.excluded');
    await exclude(account, month, agent).expect(200);
    expect(await exclude(account, week, agent)).toMatchObject({
      status: 409,
      body: { code: 'exclusion.shortened' },
    });
    await economy.asPlatform
      .post(`/v1/accounts/${account}/exclusions`)
      .send({ until: at(40 * DAY) })
      .expect(200);
    const list = async (filter: object) =>
      (
        await agent.request
          .get('/staff/exclusions')
          .query({ filter: JSON.stringify(filter), sort: '["until","ASC"]' })
          .expect(200)
      ).body;
    expect(await list({ accountId: account })).toMatchObject([
      { until: week, current: false, askedByType: 'staff', askedBy: agent.email, reason: 'Asked by phone' },
      { until: month, current: false },
      { current: true, askedByType: 'api_key', askedBy: null, reason: null },
    ]);
    expect(await list({ accountId: account, current: true })).toHaveLength(1);
    const reviewer = await economy.signIn('ts_reviewer');
    await exclude(account, at(50 * DAY), reviewer).expect(403);
  });
});
