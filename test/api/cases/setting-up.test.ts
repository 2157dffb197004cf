import { randomUUID } from 'node:crypto';
import type { StaffCaseMacro, StaffQueue } from '@coinwarden/contracts';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestApp, type TestApp, type TestStaff } from '../../support/app.js';
import { alertOf, openCase, page, raise } from './case-desk.js';

let app: TestApp;
let lead: TestStaff;
let ada: TestStaff;
beforeAll(async () => {
  app = await startTestApp({ jobs: false });
  lead = await app.signIn('ts_lead');
  ada = await app.signIn('ts_reviewer');
});
afterAll(() => app.close());

const RULES = {
  name: 'German reports',
  skill: 'german-law',
  kinds: ['report'],
  languages: ['de'],
  minScore: 100,
  minValueUsdMinor: 0,
  slaMinutes: 90,
  leaseSeconds: 600,
  samplePermille: 0,
  secondLookUsdMinor: null,
};
const put = (queue: string, body: object, staff = lead) =>
  staff.request.put(`/staff/queues/${queue}`).send(body);
const queues = async (): Promise<StaffQueue[]> => (await lead.request.get('/staff/queues').expect(200)).body;
const order = async () => (await queues()).map(({ id }) => id);

const auditOf = (action: string) =>
  app.db.query<{ details: object }>('SELECT details FROM audit_log WHERE action = $1 ORDER BY seq', [action]);

describe('a queue', () => {
  test('that is new comes before the last, names who made it, and takes what it says', async () => {
    const last = (await order()).at(-1);
    const { body: made } = await put('german', { ...RULES, basedOn: 0 }).expect(200);
    expect(made).toMatchObject({ ...RULES, revision: 1, paused: false, changedBy: { id: lead.id } });
    expect((await order()).slice(-2)).toEqual(['german', last]);
    const inGerman = await openCase(app, randomUUID(), { language: 'de' });
    expect((await page(lead, inGerman)).queueId).toBe('german');
    expect(await auditOf('case_queue.set')).toHaveLength(1);
  });

  test('that is paused takes nothing new and keeps what it has', async () => {
    const before = await openCase(app, randomUUID(), { language: 'de' });
    await put('german', { ...RULES, paused: true }).expect(200);
    const after = await openCase(app, randomUUID(), { language: 'de' });
    expect([(await page(lead, before)).queueId, (await page(lead, after)).queueId]).toEqual([
      'german',
      'general',
    ]);
    await put('german', RULES).expect(200);
  });

  test('that somebody changed meanwhile is not overwritten', async () => {
    const { revision } = (await lead.request.get('/staff/queues/german').expect(200)).body;
    const write = (name: string) => put('german', { ...RULES, name, basedOn: revision });
    const answers = await Promise.all([write('One'), write('Other')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)!.body.code).toBe('record.conflict');
    expect((await put('german', { ...RULES, basedOn: 0 })).body.code).toBe('record.conflict');
  });

  test('finds its place when all are ordered, and only then', async () => {
    const ids = await order();
    const turned = ids.toReversed();
    const post = (body: object, staff = lead) => staff.request.post('/staff/queues/order').send(body);
    const { body } = await post({ ids: turned }).expect(200);
    expect(body.map(({ id }: StaffQueue) => id)).toEqual(turned);
    expect(await order()).toEqual(turned);
    expect((await post({ ids: ids.slice(1) })).body.code).toBe('record.conflict');
    expect((await post({ ids: [...ids, ids[0]] })).body.errors[0].pointer).toBe('/ids');
    expect((await post({ ids: [...ids.slice(1), 'nonsense'] })).body.errors[0].pointer).toBe('/ids');
    await post({ ids }, ada).expect(403);
    await post({ ids }).expect(200);
    expect(await auditOf('case_queue.ordered')).toHaveLength(2);
  });

  test('shows beforehand what it would have taken, and changes nothing by that', async () => {
    await app.db.query('DELETE FROM case_alerts');
    await raise(
      app,
      alertOf(randomUUID(), { kind: 'security' }),
      alertOf(randomUUID(), { kind: 'security', language: 'fr' }),
      alertOf(randomUUID(), { language: 'fr' }),
    );
    const before = await queues();
    const preview = async (queue: string, changes: object) =>
      (
        await lead.request
          .post(`/staff/queues/${queue}/preview`)
          .send({ ...RULES, ...changes })
          .expect(200)
      ).body;
    expect(await preview('french', { languages: ['fr'], kinds: [] })).toMatchObject({
      alerts: 3,
      before: 0,
      after: 1,
      gains: [{ queueId: 'general', alerts: 1 }],
      losses: [],
    });
    const { name, kinds } = before.find(({ id }) => id === 'account-security')!;
    expect(await preview('account-security', { name, kinds, languages: ['fr'] })).toMatchObject({
      before: 2,
      after: 1,
      gains: [],
      losses: [{ queueId: 'general', alerts: 1 }],
    });
    expect(await queues()).toEqual(before);
    await ada.request.post('/staff/queues/german/preview').send(RULES).expect(403);
  });
});

describe('macros and policies', () => {
  const macro = {
    id: 'call-them',
    name: 'Call them',
    description: '',
    kinds: [],
    verdict: 'inconclusive',
    policy: 'insufficient_evidence',
    measures: [],
  };
  const macros = async (): Promise<StaffCaseMacro[]> =>
    (await lead.request.get('/staff/case-macros').expect(200)).body;

  test('are offered in the order that was set, new ones last', async () => {
    expect((await macros())[0]!.id).toBe('release-and-clear');
    await lead.request.post('/staff/case-macros').send(macro).expect(201);
    const ids = (await macros()).map(({ id }) => id);
    expect(ids.at(-1)).toBe('call-them');
    const first = ['call-them', ...ids.slice(0, -1)];
    await lead.request.post('/staff/case-macros/order').send({ ids: first }).expect(200);
    expect((await macros()).map(({ id }) => id)).toEqual(first);
    // Another version keeps its place.
    await lead.request
      .post('/staff/case-macros')
      .send({ ...macro, name: 'Ring them' })
      .expect(201);
    const caseId = await openCase(app);
    expect((await page(lead, caseId)).macros[0]).toMatchObject({ id: 'call-them', name: 'Ring them' });
    await ada.request.post('/staff/case-macros/order').send({ ids: first }).expect(403);
    const missing = await lead.request.post('/staff/case-macros/order').send({ ids: first.slice(1) });
    expect(missing.body.code).toBe('record.conflict');
  });

  test('keep every version with its author, and none is written over one that nobody saw', async () => {
    const policy = {
      code: 'legitimate',
      title: 'All well',
      guidance: 'Look twice.',
      kinds: [],
      verdicts: ['cleared'],
    };
    const write = (guidance: string) =>
      lead.request.post('/staff/case-policies').send({ ...policy, guidance, basedOn: 1 });
    const answers = await Promise.all([write('Look once.'), write('Look thrice.')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const versions = await ada.request.get('/staff/case-policies/legitimate/versions').expect(200);
    expect(versions.body).toMatchObject([
      { version: 2, title: 'All well', createdBy: { id: lead.id } },
      { version: 1, createdBy: { id: 'install' } },
    ]);
    const again = await lead.request.post('/staff/case-macros').send({ ...macro, basedOn: 0 });
    expect(again.body.code).toBe('record.conflict');
    const macroVersions = await ada.request.get('/staff/case-macros/call-them/versions').expect(200);
    expect(macroVersions.body.map(({ version }: StaffCaseMacro) => version)).toEqual([2, 1]);
  });
});
