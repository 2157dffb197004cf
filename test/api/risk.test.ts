import { ListIndex, STARTER_RULESET } from '@coinwarden/domain';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { InstallStarterRuleset } from '../../api/src/risk/commands/install-starter-ruleset.js';
import { ListsCache, lockVelocity, RulesetCache, writeVelocity } from '../../api/src/risk/risk.public.js';
import { startTestApp, type TestApp, type TestStaff } from '../support/app.js';

let app: TestApp;
let lead: TestStaff;
beforeAll(async () => {
  app = await startTestApp();
  lead = await app.signIn('ts_lead');
});
afterAll(() => app?.close());

const ACCOUNT = {
  createdAt: '2025-01-01T00:00:00Z',
  country: 'DE',
  timeZone: 'Europe/Berlin',
  ageBand: 'adult',
  creator: false,
};

describe('rulesets', () => {
  it('installs the starter set once, however many processes start at a time', async () => {
    const others = await Promise.all(
      Array.from({ length: 8 }, () => app.app.get(InstallStarterRuleset).execute()),
    );
    expect(others).toEqual(others.map(() => false));
    const fresh = await startTestApp();
    try {
      await fresh.db.query('ALTER TABLE rules DISABLE TRIGGER rules_immutable');
      await fresh.db.query('ALTER TABLE rulesets DISABLE TRIGGER rulesets_immutable');
      await fresh.db.query('DELETE FROM rules');
      await fresh.db.query('DELETE FROM rulesets');
      await fresh.db.query('ALTER TABLE rules ENABLE TRIGGER rules_immutable');
      await fresh.db.query('ALTER TABLE rulesets ENABLE TRIGGER rulesets_immutable');
      const installed = await Promise.all(
        Array.from({ length: 6 }, () => fresh.app.get(InstallStarterRuleset).execute()),
      );
      expect(installed.filter(Boolean)).toHaveLength(1);
      const cached = await fresh.app.get(RulesetCache).load(fresh.db);
      expect(cached.version).toBe(1);
      const gift = STARTER_RULESET.rules.filter((rule) => !rule.kinds || rule.kinds.includes('gift'));
      expect(cached.byKind.gift.map(({ rule }) => rule)).toEqual(gift);
    } finally {
      await fresh.close();
    }
  });

  it('never lets a version change', async () => {
    for (const change of [
      `UPDATE rules SET condition = 'false' WHERE key = 'blocked-value'`,
      `DELETE FROM rules WHERE key = 'blocked-value'`,
      `INSERT INTO rules SELECT version, 'extra', 999, rule_group, description, kinds, condition, effect, score, mode,
                                reason_code, message FROM rules WHERE key = 'blocked-value'`,
      'UPDATE rulesets SET review_score = 1',
      `UPDATE rulesets SET status = 'draft'`,
      'DELETE FROM rulesets',
      'TRUNCATE rules',
      'TRUNCATE rulesets, rules',
    ]) {
      await expect(app.db.query(change)).rejects.toThrow(/immutable/);
    }
  });

  it('shows rules and versions to staff, and to nobody without the permission', async () => {
    const rules = await lead.request
      .get('/staff/rules')
      .query({ filter: '{"rulesetVersion":1,"group":"minors"}', range: '[0,2]', sort: '["position","ASC"]' })
      .expect(200);
    const minors = STARTER_RULESET.rules.filter(({ group }) => group === 'minors');
    expect(rules.headers['content-range']).toBe(`rules 0-2/${minors.length}`);
    expect(rules.body.map((rule: { key: string }) => rule.key)).toEqual(
      minors.slice(0, 3).map(({ key }) => key),
    );
    const [first] = minors;
    const one = await lead.request.get(`/staff/rules/1:${first!.key}`).expect(200);
    expect(one.body).toMatchObject({
      id: `1:${first!.key}`,
      rulesetVersion: 1,
      condition: first!.condition,
      effect: first!.effect.type,
      score: first!.effect.score,
      kinds: first!.kinds,
      allowedActions: [],
    });
    const versions = await lead.request.get('/staff/rulesets').expect(200);
    expect(versions.body).toMatchObject([
      { id: '1', version: 1, status: 'live', ruleCount: STARTER_RULESET.rules.length, createdBy: 'system' },
    ]);
    await lead.request.get('/staff/rulesets/1').expect(200);
    await lead.request.get('/staff/rulesets/2').expect(404);
    await lead.request.get('/staff/rules/1:nothing').expect(404);

    const support = await app.signIn('support_agent');
    await support.request.get('/staff/rules').expect(403);
    await support.request.get('/staff/lists').expect(403);
  });
});

describe('lists', () => {
  const block = {
    list: 'block',
    type: 'device',
    value: 'device-of-a-farm-1',
    reason: 'Runs a promotion farm',
  };

  it('adds and removes entries with a reason, audited, and every process learns of it', async () => {
    const cache = app.app.get(ListsCache);
    const before = await cache.load(app.db);
    expect(before).toBeInstanceOf(ListIndex);
    expect(await cache.load(app.db)).toBe(before);

    const added = await lead.request.post('/staff/lists').send(block).expect(201);
    expect(added.body).toMatchObject({
      ...block,
      expiresAt: null,
      createdBy: lead.email,
      allowedActions: ['remove'],
    });
    const matches = async () =>
      (await cache.load(app.db)).matches('block', { device: block.value }, Date.now());
    expect(await matches()).toEqual(['device']);

    const twice = await lead.request.post('/staff/lists').send(block).expect(409);
    expect(twice.body.code).toBe('record.conflict');
    const path = `/staff/lists/${added.body.id}`;
    const noReason = await lead.request.post(`${path}/actions/remove`).send({ reason: ' ' }).expect(422);
    expect(noReason.body.errors[0].pointer).toBe('/reason');
    await lead.request.post(`${path}/actions/remove`).send({ reason: 'A mistake' }).expect(200);
    expect(await matches()).toEqual([]);
    await lead.request.get(path).expect(404);
    await lead.request.post(`${path}/actions/remove`).send({ reason: 'A mistake' }).expect(404);

    const audit = await app.db.query(
      `SELECT action, actor_id, reason FROM audit_log WHERE subject_id = $1 ORDER BY seq`,
      [added.body.id],
    );
    expect(audit).toEqual([
      { action: 'list.entry_added', actor_id: lead.id, reason: block.reason },
      { action: 'list.entry_removed', actor_id: lead.id, reason: 'A mistake' },
    ]);
  });

  it('masks what a role does not work with, and does not let it be searched', async () => {
    const ip = { list: 'watch', type: 'ip', value: '2001:DB8::7', reason: 'Seen in a ring' };
    const { body } = await lead.request.post('/staff/lists').send(ip).expect(201);
    expect(body.value).toBe('2001:db8::7');
    const auditor = await app.signIn('auditor');
    const seen = await auditor.request.get(`/staff/lists/${body.id}`).expect(200);
    expect(seen.body).toMatchObject({ value: '2001:db8:•••', allowedActions: [] });
    const search = { filter: JSON.stringify({ q: '2001:DB8::' }) };
    expect((await lead.request.get('/staff/lists').query(search).expect(200)).body).toHaveLength(1);
    expect((await auditor.request.get('/staff/lists').query(search).expect(200)).body).toHaveLength(0);
    await auditor.request.post('/staff/lists').send(ip).expect(403);
    await auditor.request.delete(`/staff/lists/${body.id}`).expect(403);
    await lead.request.delete(`/staff/lists/${body.id}`).query({ reason: 'Over' }).expect(200);
    await lead.request.delete('/staff/lists/nothing').expect(404);
  });

  it.each([
    ['an address that is none', { type: 'ip', value: '1.2.3' }, '/value'],
    ['a domain that is none', { type: 'email_domain', value: 'no domain' }, '/value'],
    ['a card without its provider', { type: 'instrument', value: 'card-1' }, '/value'],
    ['an unknown type', { type: 'shoe', value: '46' }, '/type'],
    ['an unknown list', { list: 'grey' }, '/list'],
    ['a past expiry', { expiresAt: '2020-01-01T00:00:00Z' }, '/expiresAt'],
    ['no reason', { reason: '' }, '/reason'],
    ['an unknown field', { colour: 'red' }, ''],
  ])('refuses %s', async (_, change, pointer) => {
    const refused = await lead.request
      .post('/staff/lists')
      .send({ ...block, ...change })
      .expect(422);
    expect(refused.body).toMatchObject({ code: 'request.invalid' });
    expect(refused.body.errors[0].pointer).toBe(pointer);
  });
});

describe('account events', () => {
  const security = async (accountId: string) => {
    const [row] = await app.db.query<{ credential_changed_at: Date | null; sign_in_failures: number }>(
      'SELECT credential_changed_at, sign_in_failures FROM accounts WHERE account_id = $1',
      [accountId],
    );
    return row!;
  };
  const send = (event: object) => app.asPlatform.post('/v1/events').send(event);

  it('count failed sign-ins until one succeeds and keep the latest change of credentials', async () => {
    await app.asPlatform.put('/v1/accounts/eve').send(ACCOUNT).expect(200);
    const failed = { type: 'sign_in_failed', accountId: 'eve', device: { id: 'd', ip: '198.18.0.9' } };
    await Promise.all(Array.from({ length: 5 }, () => send(failed).expect(201)));
    expect((await security('eve')).sign_in_failures).toBe(5);
    const answer = await send({ type: 'sign_in', accountId: 'eve' }).expect(201);
    expect(answer.body).toEqual({ eventId: expect.any(String), receivedAt: expect.any(String) });
    expect((await security('eve')).sign_in_failures).toBe(0);

    const changed = (occurredAt: string) =>
      send({ type: 'credential_change', accountId: 'eve', credential: 'password', occurredAt }).expect(201);
    await changed('2026-01-02T00:00:00Z');
    await changed('2026-01-01T00:00:00+01:00');
    expect((await security('eve')).credential_changed_at).toEqual(new Date('2026-01-02T00:00:00Z'));
    await changed('2999-01-01T00:00:00Z');
    expect((await security('eve')).credential_changed_at!.getTime()).toBeLessThanOrEqual(Date.now());

    await send({ type: 'report', accountId: 'eve', reporterId: 'bob', reason: 'scam' }).expect(201);
    const stored = await app.db.query<{ type: string; count: number }>(
      `SELECT type, count(*)::int AS count FROM account_events WHERE account_id = 'eve' GROUP BY type ORDER BY type`,
    );
    expect(stored).toEqual([
      { type: 'credential_change', count: 3 },
      { type: 'report', count: 1 },
      { type: 'sign_in', count: 1 },
      { type: 'sign_in_failed', count: 5 },
    ]);
    const [report] = await app.db.query(`SELECT details FROM account_events WHERE type = 'report'`);
    expect(report).toEqual({ details: { reporterId: 'bob', reason: 'scam' } });
  });

  it('are refused for an unknown account, an unknown type, and without the scope', async () => {
    const unknown = await send({ type: 'sign_in', accountId: 'nobody' }).expect(404);
    expect(unknown.body.code).toBe('account.unknown');
    await send({ type: 'sneeze', accountId: 'eve' }).expect(422);
    await send({ type: 'sign_in', accountId: 'eve', credential: 'password' }).expect(422);
    await send({ type: 'sign_in', accountId: 'eve', device: { id: 'd', ip: 'here' } }).expect(422);
    const { apiKey } = await app.newApiKey(['account.read']);
    const event = { type: 'sign_in', accountId: 'eve' };
    await app.request.post('/v1/events').set('Authorization', `Bearer ${apiKey}`).send(event).expect(403);
    await app.request.post('/v1/events').send(event).expect(401);
  });
});

describe('velocity rows', () => {
  it('are made where missing, locked in one order and never lose an update', async () => {
    const entities = ['device:d', 'ip:1', 'pair:1:a:b', 'device:"quoted\\"'];
    const rounds = 40;
    await Promise.all(
      Array.from({ length: rounds }, (_, round) =>
        app.db.run(async (tx) => {
          const mine = round % 2 ? entities : [...entities].reverse();
          const states = await lockVelocity(tx, [...mine, mine[0]!]);
          expect([...states.keys()].sort()).toEqual([...entities].sort());
          const next = [...states].map(([entity, state]) => [entity, `[${state.slice(1, -1)}1]`] as const);
          await writeVelocity(tx, new Map(next));
        }),
      ),
    );
    const rows = await app.db.query<{ state: string }>('SELECT state FROM velocity');
    expect(rows).toHaveLength(entities.length);
    for (const { state } of rows) expect(state).toBe(`[${'1'.repeat(rounds)}]`);
  });

  it('ask nothing of the database when there is nothing to lock or write', async () => {
    const never = { query: () => Promise.reject(new Error('asked')) };
    expect(await lockVelocity(never, [])).toEqual(new Map());
    await writeVelocity(never, new Map());
  });
});
