import { ListIndex } from '@coinwarden/domain';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
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
    const support = await app.signIn('support_agent');
    await support.request.get('/staff/lists').expect(403);
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
