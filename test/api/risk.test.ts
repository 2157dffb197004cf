import { ListIndex, STARTER_RULESET } from '@coinwarden/domain';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { InstallStarterRuleset } from '../../api/src/risk/commands/install-starter-ruleset.js';
import { ListsCache, RulesetCache } from '../../api/src/risk/risk.public.js';
import { startTestApp, type TestApp, type TestStaff } from '../support/app.js';

let app: TestApp;
let lead: TestStaff;
beforeAll(async () => {
  app = await startTestApp();
  lead = await app.signIn('ts_lead');
});
afterAll(() => app?.close());

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
