import { MAX_SAVED_VIEWS, type SavedView } from '@coinwarden/contracts';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestApp, type TestApp, type TestStaff } from '../../support/app.js';

let app: TestApp;
let lead: TestStaff;
let agent: TestStaff;
beforeAll(async () => {
  app = await startTestApp({ jobs: false });
  lead = await app.signIn('ts_lead');
  agent = await app.signIn('support_agent');
});
afterAll(() => app?.close());

const HELD = { filter: { status: 'held' }, sort: ['id', 'DESC'] };
const save = (who: TestStaff, changes: object = {}) =>
  who.request
    .post('/staff/saved-views')
    .send({ resource: 'transactions', name: 'Held', query: HELD, ...changes });
const edit = (who: TestStaff, { id }: SavedView, changes: object) =>
  who.request.put(`/staff/saved-views/${id}`).send(changes);
const views = async (who: TestStaff, resource = 'transactions'): Promise<SavedView[]> =>
  (await who.request.get('/staff/saved-views').query({ resource }).expect(200)).body.items;

test('is its maker’s until it is shared, and then everybody’s to look at and begin with', async () => {
  const view: SavedView = (await save(lead).expect(201)).body;
  expect(view).toMatchObject({
    name: 'Held',
    query: HELD,
    mine: true,
    shared: false,
    allowedActions: ['edit', 'remove'],
  });
  expect(await views(agent)).toEqual([]);
  await edit(agent, view, { preferred: true }).expect(404);

  await edit(lead, view, { shared: true }).expect(200);
  const [seen] = await views(agent);
  expect(seen).toMatchObject({ id: view.id, mine: false, ownerName: 'ts_lead', allowedActions: [] });
  await edit(agent, view, { name: 'Mine now' }).expect(403);
  await agent.request.delete(`/staff/saved-views/${view.id}`).expect(403);
  expect((await edit(agent, view, { preferred: true }).expect(200)).body.preferred).toBe(true);
  expect((await views(lead))[0]?.preferred).toBe(false);

  await edit(lead, view, { shared: false }).expect(200);
  await edit(lead, view, { shared: true }).expect(200);
  expect((await views(agent))[0]?.preferred).toBe(false);
  const noted = await app.db.query(
    `SELECT action FROM audit_log WHERE subject_type = 'saved_view' AND subject_id = $1 ORDER BY seq`,
    [view.id],
  );
  expect(noted).toEqual([{ action: 'view.shared' }, { action: 'view.unshared' }, { action: 'view.shared' }]);

  const admin = await app.signIn('admin');
  await admin.request.delete(`/staff/saved-views/${view.id}`).expect(204);
  expect(await views(lead)).toEqual([]);
});

test('is shared only by who may', async () => {
  await save(agent, { shared: true }).expect(403);
  const view = (await save(agent).expect(201)).body;
  await edit(agent, view, { shared: true }).expect(403);
});

test('has a name that its maker has once for a list, also when two are saved at once', async () => {
  const reviewer = await app.signIn('ts_reviewer');
  const both = await Promise.all([save(reviewer), save(reviewer, { name: 'HELD' })]);
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  await save(reviewer, { resource: 'refunds' }).expect(201);
  const other = (await save(reviewer, { name: 'Other' }).expect(201)).body;
  expect((await edit(reviewer, other, { name: 'held' }).expect(409)).body.code).toBe('view.name_taken');
  await edit(reviewer, other, { name: 'OTHER' }).expect(200);
});

test('is one of so many, and begins a list alone', async () => {
  const analyst = await app.signIn('dispute_analyst');
  for (let i = 0; i < MAX_SAVED_VIEWS; i++)
    await save(analyst, { name: `View ${i}`, preferred: i < 2 }).expect(201);
  expect((await save(analyst, { name: 'Another' }).expect(422)).body.code).toBe('view.too_many');
  expect((await views(analyst)).filter(({ preferred }) => preferred).map(({ name }) => name)).toEqual([
    'View 1',
  ]);
});

test('is refused when it is no view', async () => {
  await save(lead, { query: { filter: [], sort: ['id', 'DESC'] } }).expect(422);
  await save(lead, { query: { ...HELD, filter: { q: 'x'.repeat(5_000) } } }).expect(422);
  await save(lead, { name: ' ' }).expect(422);
  await save(lead, { resource: '../accounts' }).expect(422);
});
