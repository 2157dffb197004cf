import { DEFAULT_POLICIES } from '@coinwarden/domain';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Economy, startEconomy } from '../../support/economy.js';

let economy: Economy;
beforeAll(async () => {
  economy = await startEconomy({ jobs: false });
});
afterAll(() => economy?.close());

const daily = (limit: number) => ({ measure: 'coins_spent', window: 'day', limit });

describe('limit policies', () => {
  it('are listed with their total, filtered and sorted', async () => {
    const lead = await economy.signIn('ts_lead');
    const all = await lead.request.get('/staff/limit-policies').query({ range: '[0,4]' }).expect(200);
    expect(all.body).toHaveLength(5);
    expect(all.headers['content-range']).toBe(`limit-policies 0-4/${DEFAULT_POLICIES.length}`);
    const chinese = await lead.request
      .get('/staff/limit-policies')
      .query({ filter: JSON.stringify({ country: 'CN', ageBand: '16-17', current: true }) })
      .expect(200);
    expect(chinese.body.map((p: { window: string; limit: number }) => [p.window, p.limit]).sort()).toEqual([
      ['month', 400_00],
      ['transaction', 100_00],
    ]);
    const none = await lead.request
      .get('/staff/limit-policies')
      .query({ filter: '{"current":false}' })
      .expect(200);
    expect(none.body).toEqual([]);
    await lead.request.get('/staff/limit-policies').query({ filter: '{"secret":1}' }).expect(422);
  });

  it('are read one by one, by those whose work it is', async () => {
    const auditor = await economy.signIn('auditor');
    const { body } = await auditor.request
      .get('/staff/limit-policies/platform.any.adult.coins_spent.day.1')
      .expect(200);
    expect(body).toMatchObject({
      layer: 'platform',
      country: '*',
      ageBand: 'adult',
      version: 1,
      current: true,
    });
    await auditor.request.get('/staff/limit-policies/none').expect(404);
    const support = await economy.signIn('support_agent');
    await support.request.get('/staff/limit-policies').expect(403);
  });

  it('that are followed by a version bind from the next decision on', async () => {
    const account = await economy.account({ country: 'NZ' });
    await economy.buy(account);
    const spend = () => economy.submit({ kind: 'unlock', accountId: account, contentId: 'v', coins: 10 });
    expect((await spend()).outcome).toBe('approve');
    await economy.db.run(async (tx) => {
      await tx.query(
        `INSERT INTO limit_policies (policy_id, layer, country, age_band, measure, limit_window, version, amount,
                                     effective_from, source)
         VALUES ('regulator.NZ.adult.coins_spent.day.1', 'regulator', 'NZ', 'adult', 'coins_spent', 'day', 1, 15,
                 '2020-01-01Z', 'for a test')`,
      );
      await tx.query("UPDATE reference_versions SET version = version + 1 WHERE name = 'policies'");
    });
    expect((await spend()).reasons).toMatchObject([
      { code: 'limit.exceeded', values: { layer: 'regulator', limit: 15 } },
    ]);
  });
});

describe('the staff layer of an account', () => {
  it('is set with a reason, binds at once in both directions, and is audited', async () => {
    const account = await economy.account();
    await economy.buy(account);
    const lead = await economy.signIn('ts_lead');
    const set = (limits: object[], reason?: string) =>
      lead.request.post(`/staff/accounts/${account}/actions/set_limits`).send({ limits, reason });
    await set([daily(5)]).expect(422);
    const { body } = await set([daily(5)], 'spends like a stolen card').expect(200);
    expect(body.active.filter((l: { layer: string }) => l.layer === 'staff')).toMatchObject([{ limit: 5 }]);
    const spend = () => economy.submit({ kind: 'unlock', accountId: account, contentId: 'v', coins: 9 });
    expect((await spend()).outcome).toBe('decline');
    await set([daily(10)], 'the card is his').expect(200);
    expect((await spend()).outcome).toBe('approve');
    const cleared = await set([], 'all is well').expect(200);
    expect(cleared.body.pending).toEqual([]);
    expect((await lead.request.get(`/staff/accounts/${account}/limits`).expect(200)).body).toEqual(
      cleared.body,
    );
    const entries = await economy.db.query<{ reason: string; actor_id: string }>(
      "SELECT reason, actor_id FROM audit_log WHERE subject_id = $1 AND action = 'account.limits_set' ORDER BY seq",
      [account],
    );
    expect(entries).toEqual([
      { reason: 'spends like a stolen card', actor_id: lead.id },
      { reason: 'the card is his', actor_id: lead.id },
      { reason: 'all is well', actor_id: lead.id },
    ]);
  });

  it('is not for reviewers to set', async () => {
    const account = await economy.account();
    const reviewer = await economy.signIn('ts_reviewer');
    await reviewer.request
      .post(`/staff/accounts/${account}/actions/set_limits`)
      .send({ limits: [], reason: 'why not' })
      .expect(403);
    await reviewer.request.get(`/staff/accounts/${account}/limits`).expect(200);
  });
});
