import type { RulesetEventView } from '@coinwarden/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ReleaseDueRulesets } from '../../../api/src/rules/commands/release-due-rulesets.js';
import { startTestApp, type TestApp, type TestStaff } from '../../support/app.js';
import {
  act,
  addRuleTo,
  draftOf,
  liveVersion,
  release,
  ruleContentOf,
  submitted,
} from '../../support/rulesets.js';

let app: TestApp;
let lead: TestStaff;
let second: TestStaff;
beforeAll(async () => {
  app = await startTestApp();
  lead = await app.signIn('ts_lead');
  second = await app.signIn('ts_lead');
});
afterAll(() => app?.close());

const one = async (version: number) =>
  (await lead.request.get(`/staff/rulesets/${version}`).expect(200)).body;
const statuses = (answers: readonly { status: number }[]) => answers.map(({ status }) => status).sort();

describe('writing', () => {
  it('copies the live version, and lets nobody overwrite what another saved meanwhile', async () => {
    const draft = await draftOf(lead);
    expect(draft).toMatchObject({
      status: 'draft',
      basedOn: 1,
      authors: [{ id: lead.id }],
      contentHash: null,
    });
    expect(draft.ruleCount).toBe((await one(1)).ruleCount);
    const rule = await addRuleTo(lead, draft);
    expect(rule).toMatchObject({ id: `${draft.version}:every-gift`, revision: 1, changedBy: 'ts_lead' });

    const { key, ...content } = ruleContentOf();
    const saves = await Promise.all(
      [lead, second].map((staff, i) =>
        staff.request
          .put(`/staff/rules/${rule.id}`)
          .send({ ...content, description: `By ${i}`, revision: 1 }),
      ),
    );
    expect(statuses(saves)).toEqual([200, 409]);
    const late = saves.find(({ status }) => status === 409)!;
    expect(late.body).toMatchObject({ code: 'ruleset.edit_conflict' });
    expect(late.body.detail).toContain(`changed the rule ${key}`);
    const kept = await lead.request.get(`/staff/rules/${rule.id}`).expect(200);
    expect(kept.body.description).toBe(saves.find(({ status }) => status === 200)!.body.description);
    expect(kept.body.revision).toBe(2);

    const header = { comment: 'Twice', reviewScore: 70, declineScore: 210, revision: 1 };
    await lead.request.put(`/staff/rulesets/${draft.version}`).send(header).expect(200);
    const again = await second.request.put(`/staff/rulesets/${draft.version}`).send(header).expect(409);
    expect(again.body.code).toBe('ruleset.edit_conflict');
    await addRuleTo(second, draft, { key: 'another' });
    const twice = { rulesetVersion: draft.version, ...ruleContentOf() };
    expect((await lead.request.post('/staff/rules').send(twice).expect(409)).body.code).toBe(
      'record.conflict',
    );
    await lead.request
      .post(`/staff/rules/${draft.version}:another/actions/remove`)
      .send({ revision: 1 })
      .expect(204);

    const diff = (await lead.request.get(`/staff/rulesets/${draft.version}/diff`).expect(200)).body;
    expect(diff).toMatchObject({ before: 1, after: draft.version, removed: [], changed: [] });
    expect(diff.added.map((added: { key: string }) => added.key)).toEqual(['every-gift']);
    expect(diff.thresholds).toEqual([
      { field: 'reviewScore', before: 60, after: 70 },
      { field: 'declineScore', before: 200, after: 210 },
    ]);
  });

  it('keeps a draft with mistakes, and names each with its place before it lets it on', async () => {
    const draft = await draftOf(lead);
    await addRuleTo(lead, draft, { condition: 'tx.coins > "many"' });
    await addRuleTo(lead, draft, {
      key: 'too-costly',
      condition: `[${'1,'.repeat(99)}1].exists(x, velocity.account.h1.purchases + velocity.account.h24.purchases > x)`,
    });
    const check = (await lead.request.get(`/staff/rulesets/${draft.version}/check`).expect(200)).body;
    expect(check.problems).toMatchObject([
      { key: 'every-gift', field: 'condition', start: 0, end: 17 },
      { key: 'too-costly', field: 'condition', message: expect.stringContaining(String(check.maxCost)) },
    ]);
    const refused = await act(lead, draft.version, 'validate').expect(422);
    expect(refused.body).toMatchObject({ code: 'ruleset.unsound' });
    expect(refused.body.errors[0]).toMatchObject({
      pointer: '/rules/every-gift/condition',
      detail: expect.stringContaining('(characters 0 to 17)'),
    });
    expect((await one(draft.version)).status).toBe('draft');
  });

  it('freezes what was validated, and makes changes a new draft', async () => {
    const draft = await draftOf(lead);
    const rule = await addRuleTo(lead, draft);
    const validated = await act(lead, draft.version, 'validate').expect(200);
    expect(validated.body).toMatchObject({
      status: 'validated',
      contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    const { key: _, ...content } = ruleContentOf({ condition: 'true' });
    for (const refused of [
      await lead.request.put(`/staff/rules/${rule.id}`).send({ ...content, revision: 1 }),
      await lead.request.post(`/staff/rules/${rule.id}/actions/remove`).send({ revision: 1 }),
      await lead.request
        .post('/staff/rules')
        .send({ rulesetVersion: draft.version, ...ruleContentOf({ key: 'more' }) }),
    ])
      expect([refused.status, refused.body.code]).toEqual([409, 'ruleset.not_draft']);
    await expect(
      app.db.query(`UPDATE rules SET condition = 'false' WHERE version = $1`, [draft.version]),
    ).rejects.toThrow(/immutable/);
    await expect(
      app.db.query(`UPDATE rulesets SET status = 'draft' WHERE version = $1`, [draft.version]),
    ).rejects.toThrow(/immutable/);
    const next = await draftOf(second, draft.version);
    expect(next).toMatchObject({ status: 'draft', basedOn: draft.version });
    // Whoever wrote what was never approved is an author of what builds on it.
    expect(next.authors.map(({ id }) => id)).toEqual([lead.id, second.id]);
  });

  it('takes comments, owners and nothing from those who only read', async () => {
    const draft = await draftOf(lead);
    const { id } = await addRuleTo(lead, draft);
    const comment = { text: 'Why only gifts?', ruleKey: 'every-gift' };
    const said = await second.request
      .post(`/staff/rulesets/${draft.version}/comments`)
      .send(comment)
      .expect(201);
    expect(said.body[0]).toMatchObject({
      kind: 'comment',
      ruleKey: 'every-gift',
      note: comment.text,
      actor: { id: second.id },
    });
    const odd = { text: 'What?', ruleKey: 'nothing' };
    await second.request.post(`/staff/rulesets/${draft.version}/comments`).send(odd).expect(422);

    const later = await draftOf(second, draft.version);
    const again = { text: 'Still why?', ruleKey: 'every-gift' };
    await second.request.post(`/staff/rulesets/${later.version}/comments`).send(again).expect(201);
    const { body: talk } = await lead.request
      .get(`/staff/rules/${later.version}:every-gift/events`)
      .expect(200);
    expect(
      talk
        .filter(({ kind }: { kind: string }) => kind === 'comment')
        .map(({ note, rulesetVersion }: RulesetEventView) => [note, rulesetVersion]),
    ).toEqual([
      [again.text, later.version],
      [comment.text, draft.version],
    ]);
    const owned = await lead.request
      .post(`/staff/rules/${id}/actions/assign`)
      .send({ ownerId: second.id })
      .expect(200);
    expect(owned.body.owner).toEqual({ id: second.id, name: 'ts_lead' });
    await lead.request
      .post(`/staff/rules/${id}/actions/assign`)
      .send({ ownerId: crypto.randomUUID() })
      .expect(422);
    const mine = await lead.request
      .get('/staff/rules')
      .query({ filter: JSON.stringify({ ownerId: second.id }) });
    expect(mine.body.map((rule: { key: string }) => rule.key)).toContain('every-gift');
    const auditor = await app.signIn('auditor');
    const seen = await auditor.request.get(`/staff/rulesets/${draft.version}`).expect(200);
    expect(seen.body.allowedActions).toEqual([]);
    await act(auditor, draft.version, 'validate').expect(403);
    await auditor.request.post('/staff/rulesets').send({ comment: 'Mine' }).expect(403);
  });
});

describe('approving', () => {
  it('needs somebody who wrote none of it, once', async () => {
    const before = await liveVersion(lead);
    const draft = await draftOf(lead);
    await addRuleTo(lead, draft);
    await second.request
      .put(`/staff/rules/${draft.version}:every-gift`)
      .send({ ...withoutKey(ruleContentOf({ score: 71 })), revision: 1 })
      .expect(200);
    await act(lead, draft.version, 'validate').expect(200);
    await act(lead, draft.version, 'submit').expect(422);
    await act(lead, draft.version, 'submit', { reason: 'Gifts get out of hand' }).expect(200);
    for (const author of [lead, second]) {
      expect(
        (await author.request.get(`/staff/rulesets/${draft.version}`)).body.allowedActions,
      ).not.toContain('approve');
      const own = await act(author, draft.version, 'approve', { replaces: before }).expect(403);
      expect(own.body.code).toBe('ruleset.self_approval');
    }
    const third = await app.signIn('ts_lead');
    const fourth = await app.signIn('admin');
    const unseen = await act(third, draft.version, 'approve').expect(409);
    expect(unseen.body.code).toBe('ruleset.live_changed');
    const approvals = await Promise.all(
      [third, fourth, third, fourth].map((staff) =>
        act(staff, draft.version, 'approve', { replaces: before }),
      ),
    );
    expect(statuses(approvals)).toEqual([200, 409, 409, 409]);
    expect(await one(draft.version)).toMatchObject({ status: 'live', replaces: before });
    expect((await one(before)).status).toBe('retired');
    const events = (await lead.request.get(`/staff/rulesets/${draft.version}/events`).expect(200)).body;
    expect(events.map((event: { kind: string }) => event.kind)).toEqual([
      'release',
      'approve',
      'submit',
      'validate',
      'edited',
      'edited',
      'drafted',
    ]);
    const audit = await app.db.query<{ action: string }>(
      `SELECT action FROM audit_log WHERE subject_type = 'ruleset' AND subject_id = $1 ORDER BY seq`,
      [String(draft.version)],
    );
    expect(audit.map(({ action }) => action)).toEqual([
      'ruleset.drafted',
      'ruleset.edited',
      'ruleset.edited',
      'ruleset.validate',
      'ruleset.submit',
      'ruleset.approve',
      'ruleset.release',
    ]);
  });

  it('is given to replace one version, and not another that came between', async () => {
    const version = await submitted(lead);
    const seen = await liveVersion(second);
    const other = await release(second, lead, { key: 'came-between' });
    const stale = await act(second, version, 'approve', { replaces: seen }).expect(409);
    expect(stale.body).toMatchObject({ code: 'ruleset.live_changed', errors: [{ pointer: '/replaces' }] });
    await act(second, version, 'approve', { replaces: other }).expect(200);
    expect(await liveVersion(lead)).toBe(version);
  });

  it('may be refused for a reason, which ends the version', async () => {
    const version = await submitted(lead);
    await act(second, version, 'reject').expect(422);
    const rejected = await act(second, version, 'reject', { reason: 'Stops birthday parties' }).expect(200);
    expect(rejected.body).toMatchObject({ status: 'rejected' });
    await act(second, version, 'approve', { replaces: await liveVersion(second) }).expect(409);
  });
});

describe('releasing', () => {
  const soon = () => new Date(Date.now() + 3_600_000).toISOString();
  const comeDue = (version: number) =>
    app.db.query(`UPDATE rulesets SET release_at = now() - interval '1 second' WHERE version = $1`, [
      version,
    ]);
  const releaseDue = () => app.app.get(ReleaseDueRulesets).run();

  it('happens at its time and once, however many processes look', async () => {
    const before = await liveVersion(lead);
    const version = await submitted(lead, {}, { releaseAt: soon() });
    const approved = await act(second, version, 'approve', { replaces: before }).expect(200);
    expect(approved.body.status).toBe('scheduled');
    expect(await releaseDue()).toEqual([]);
    expect(await liveVersion(lead)).toBe(before);
    await comeDue(version);
    const runs = await Promise.all(Array.from({ length: 6 }, releaseDue));
    expect(runs.flat()).toEqual([version]);
    expect(await liveVersion(lead)).toBe(version);
    const releases = await app.db.query(
      `SELECT FROM audit_log WHERE action = 'ruleset.release' AND subject_id = $1`,
      [String(version)],
    );
    expect(releases).toHaveLength(1);
  });

  it('is never planned for a time gone by; one that came while it waited stands', async () => {
    const version = await submitted(lead, {}, { releaseAt: soon() });
    const replaces = await liveVersion(second);
    const yesterday = new Date(Date.now() - 86_400_000).toISOString();
    const slip = await act(second, version, 'approve', { replaces, releaseAt: yesterday });
    expect(slip.body).toMatchObject({ code: 'request.invalid', errors: [{ pointer: '/releaseAt' }] });
    await comeDue(version);
    const { releaseAt } = await one(version);
    expect((await act(second, version, 'approve', { replaces, releaseAt }).expect(200)).body.status).toBe(
      'live',
    );
  });

  it('goes back for approval when another version is live by then', async () => {
    const version = await submitted(lead, {}, { releaseAt: soon() });
    await act(second, version, 'approve', { replaces: await liveVersion(second) }).expect(200);
    const other = await release(second, lead, { key: 'in-between' });
    await comeDue(version);
    expect(await releaseDue()).toEqual([]);
    expect(await one(version)).toMatchObject({
      status: 'pending_approval',
      approvedBy: null,
      replaces: null,
    });
    expect(await liveVersion(lead)).toBe(other);
  });

  it('can be called off before its time', async () => {
    const version = await submitted(lead, {}, { releaseAt: soon() });
    await act(second, version, 'approve', { replaces: await liveVersion(second) }).expect(200);
    await act(lead, version, 'recall', { reason: 'Not on a Friday' }).expect(200);
    await comeDue(version);
    expect(await releaseDue()).toEqual([]);
    expect((await one(version)).status).toBe('validated');
  });

  it('is undone at once, by one person with a reason, and only towards what was live before', async () => {
    const first = await liveVersion(lead);
    const bad = await release(lead, second, { key: 'too-strict' });
    await act(lead, first, 'roll_back').expect(422);
    const back = await Promise.all(
      [lead, second].map((staff) => act(staff, first, 'roll_back', { reason: 'It holds everybody' })),
    );
    expect(statuses(back)).toEqual([200, 409]);
    expect(await liveVersion(lead)).toBe(first);
    expect((await one(bad)).status).toBe('retired');
    await act(lead, bad, 'roll_back', { reason: 'It was right after all' }).expect(200);
    expect(await liveVersion(lead)).toBe(bad);
    const never = await submitted(lead, { key: 'never-live' });
    await act(lead, never, 'roll_back', { reason: 'Skip the queue' }).expect(409);
    const reviewer = await app.signIn('ts_reviewer');
    await act(reviewer, first, 'roll_back', { reason: 'I want' }).expect(403);
  });
});

describe('shadow', () => {
  it('is for one version at a time', async () => {
    const versions: number[] = [];
    for (const key of ['one', 'two']) {
      const draft = await draftOf(lead);
      await addRuleTo(lead, draft, { key: `shadow-${key}` });
      await act(lead, draft.version, 'validate').expect(200);
      versions.push(draft.version);
    }
    const starts = await Promise.all(versions.map((version) => act(lead, version, 'start_shadow')));
    expect(statuses(starts)).toEqual([200, 409]);
    expect(starts.find(({ status }) => status === 409)!.body.code).toBe('ruleset.shadow_taken');
    const running = starts.find(({ status }) => status === 200)!.body.version as number;
    await act(lead, running, 'stop_shadow').expect(200);
    await act(lead, versions.find((version) => version !== running)!, 'start_shadow').expect(200);
  });
});

function withoutKey({ key: _, ...content }: ReturnType<typeof ruleContentOf>) {
  return content;
}
