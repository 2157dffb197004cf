import { STARTER_RULESET } from '@coinwarden/domain';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { InstallStarterRuleset } from '../../../api/src/rules/commands/install-starter-ruleset.js';
import { RulesetCache } from '../../../api/src/rules/rules.public.js';
import { startTestApp, type TestApp, type TestStaff } from '../../support/app.js';

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
      for (const table of ['ruleset_events', 'rules', 'rulesets']) {
        await fresh.db.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
        await fresh.db.query(`DELETE FROM ${table}`);
        await fresh.db.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
      }
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
      'TRUNCATE rulesets, rules CASCADE',
    ]) {
      await expect(app.db.query(change)).rejects.toThrow(/immutable/);
    }
  });

  it('says what a condition may read', async () => {
    const facts = (await (await app.signIn('auditor')).request.get('/staff/rules/facts').expect(200)).body;
    expect(facts).toContainEqual({
      path: 'lists.blockedTypes',
      type: 'list<string>',
      description: 'What matched the block list',
    });
    await (await app.signIn('support_agent')).request.get('/staff/rules/facts').expect(403);
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
      allowedActions: ['assign'],
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
  });
});
