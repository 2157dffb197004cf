import { ListIndex } from '@coinwarden/domain';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ForgetListChangesJob } from '../../../api/src/lists/jobs/forget-list-changes.job.js';
import { ListsCache } from '../../../api/src/lists/lists.public.js';
import { startTestApp, type TestApp, type TestStaff } from '../../support/app.js';

let app: TestApp;
let lead: TestStaff;
beforeAll(async () => {
  app = await startTestApp();
  lead = await app.signIn('ts_lead');
});
afterAll(() => app?.close());

describe('lists', () => {
  const block = {
    list: 'block',
    type: 'device',
    value: 'device-of-a-farm-1',
    reason: 'Runs a promotion farm',
  };

  it('reaches every process, whichever changes it missed, and those that were forgotten since', async () => {
    const [near, far] = [new ListsCache(), new ListsCache()];
    await Promise.all([near.load(app.db), far.load(app.db)]);
    const add = async (value: string, list = 'block') =>
      (
        await lead.request
          .post('/staff/lists')
          .send({ ...block, list, value })
          .expect(201)
      ).body.id as string;
    const seen = async (cache: ListsCache) => {
      const index = await cache.load(app.db);
      return ['d1', 'd2', 'd3'].map((device) => index.find({ device }, Date.now()).map(({ list }) => list));
    };
    const first = await add('d1');
    await add('d1', 'watch');
    expect(await seen(near)).toEqual([['block', 'watch'], [], []]);
    await lead.request.post(`/staff/lists/${first}/actions/remove`).send({ reason: 'No more' }).expect(200);
    await Promise.all([add('d2'), add('d3')]);
    const now = [['watch'], ['block'], ['block']];
    // Many ask at once, while it is read.
    expect(await Promise.all([seen(near), seen(near), seen(far)])).toEqual([now, now, now]);
    await app.db.query('DELETE FROM list_changes');
    await add('d3', 'allow');
    expect((await seen(far))[2]!.sort()).toEqual(['allow', 'block']);
    await app.db.query(`UPDATE list_changes SET changed_at = now() - interval '1 day'`);
    await app.app.get(ForgetListChangesJob).run();
    await add('d2', 'allow');
    expect((await seen(near))[1]!.sort()).toEqual(['allow', 'block']);
  });

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
      state: 'in_force',
      conflicts: [],
      decides: 'block',
      hits: { days7: 0, days30: 0, lastAt: null },
      allowedActions: ['edit', 'remove'],
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
    expect(await cache.load(app.db)).toBe(before);
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
    const support = await app.signIn('support_agent');
    await support.request.get('/staff/lists').expect(403);
    await auditor.request.post('/staff/lists').send(ip).expect(403);
    await auditor.request.delete(`/staff/lists/${body.id}`).expect(403);
    await lead.request.delete(`/staff/lists/${body.id}`).query({ reason: 'Over' }).expect(200);
    await lead.request.delete('/staff/lists/nothing').expect(404);
  });

  it('changes reason and expiry, audited, and nothing else', async () => {
    const { body } = await lead.request
      .post('/staff/lists')
      .send({ ...block, value: 'device-edited' })
      .expect(201);
    const path = `/staff/lists/${body.id}/actions/edit`;
    const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
    const edited = await lead.request.post(path).send({ reason: 'For an hour', expiresAt }).expect(200);
    expect(edited.body).toMatchObject({ value: 'device-edited', reason: 'For an hour', expiresAt });
    const kept = await lead.request.post(path).send({ expiresAt: null }).expect(200);
    expect(kept.body).toMatchObject({ reason: 'For an hour', expiresAt: null });
    for (const refused of [
      {},
      { expiresAt: '2020-01-01T00:00:00Z' },
      { value: 'another' },
      { reason: ' ' },
    ]) {
      await lead.request.post(path).send(refused).expect(422);
    }
    const audit = await app.db.query<{ details: Record<string, unknown> }>(
      `SELECT details FROM audit_log WHERE subject_id = $1 AND action = 'list.entry_edited' ORDER BY seq`,
      [body.id],
    );
    expect(audit.map(({ details }) => details)).toEqual([
      expect.objectContaining({ reasonBefore: block.reason, expiresAtBefore: null, expiresAt }),
      expect.objectContaining({ expiresAtBefore: expiresAt, expiresAt: null }),
    ]);
  });

  it('shows what has expired as expired, and lets it be added anew under its id', async () => {
    const value = 'device-expired';
    const { body } = await lead.request
      .post('/staff/lists')
      .send({ ...block, value })
      .expect(201);
    await app.db.query(
      `UPDATE list_entries SET expires_at = now() - interval '1 second' WHERE entry_id = $1`,
      [body.id],
    );
    expect((await lead.request.get(`/staff/lists/${body.id}`).expect(200)).body.state).toBe('expired');
    const found = (state: string) =>
      lead.request.get('/staff/lists').query({ filter: JSON.stringify({ state, q: value }) });
    expect((await found('expired').expect(200)).body).toHaveLength(1);
    expect((await found('in_force').expect(200)).body).toHaveLength(0);
    const again = await lead.request
      .post('/staff/lists')
      .send({ ...block, value })
      .expect(201);
    expect(again.body).toMatchObject({ id: body.id, state: 'in_force' });
  });

  it('names a value that stands on two lists, and the list that decides', async () => {
    const value = 'device-on-two-lists';
    const allowed = await lead.request
      .post('/staff/lists')
      .send({ ...block, list: 'allow', value })
      .expect(201);
    const blocked = await lead.request
      .post('/staff/lists')
      .send({ ...block, value })
      .expect(201);
    expect(blocked.body).toMatchObject({
      conflicts: [{ id: allowed.body.id, list: 'allow' }],
      decides: 'block',
    });
    const seen = await lead.request
      .get('/staff/lists')
      .query({ filter: JSON.stringify({ conflict: true, q: value }) })
      .expect(200);
    expect(seen.body).toHaveLength(2);
    expect(seen.body.every((entry: { decides: string }) => entry.decides === 'block')).toBe(true);
  });

  it('keeps what was written beside what is compared', async () => {
    const value = 'https://www.Gratis-Münzen.example/jetzt';
    const { body } = await lead.request
      .post('/staff/lists')
      .send({ ...block, type: 'web_domain', value })
      .expect(201);
    expect(body).toMatchObject({ value: 'xn--gratis-mnzen-klb.example', written: value });
  });

  it.each([
    ['an address that is none', { type: 'ip', value: '1.2.3' }, '/value'],
    ['a network with host bits', { type: 'network', value: '203.0.113.7/24' }, '/value'],
    ['a public suffix', { type: 'web_domain', value: 'co.uk' }, '/value'],
    ['a country that is none', { type: 'card_country', value: 'XX' }, '/value'],
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
