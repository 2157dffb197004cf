import { randomUUID } from 'node:crypto';
import type { StaffQueue } from '@coinwarden/contracts';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { TendCases } from '../../../api/src/cases/commands/tend-cases.js';
import { startTestApp, type TestApp, type TestStaff } from '../../support/app.js';
import { act, alertOf, next, openCase, page, raise } from './case-desk.js';

let app: TestApp;
let lead: TestStaff;
let ada: TestStaff;
beforeAll(async () => {
  app = await startTestApp({ jobs: false });
  lead = await app.signIn('ts_lead');
  ada = await app.signIn('ts_reviewer');
  await app.db.query('UPDATE case_queues SET sample_permille = 0');
});
afterAll(() => app.close());

const RULES = {
  name: 'For a while',
  skill: null,
  kinds: ['report'],
  languages: ['de'],
  minScore: 0,
  minValueUsdMinor: 0,
  slaMinutes: 60,
  leaseSeconds: 600,
  samplePermille: 0,
  secondLookUsdMinor: null,
};
const GERMAN = { language: 'de' } as const;
const put = (queue: string, body: object = {}) =>
  lead.request.put(`/staff/queues/${queue}`).send({ ...RULES, ...body });
const retire = (queue: string, body: object = {}, staff = lead) =>
  staff.request
    .post(`/staff/queues/${queue}/actions/retire`)
    .send({ into: 'general', reason: 'Nobody reads German any more.', ...body });
const queues = async (): Promise<StaffQueue[]> => (await lead.request.get('/staff/queues').expect(200)).body;
const tend = () => app.app.get(TendCases, { strict: false }).run();

/** A queue of its own for each test: reports in a language that no other takes. */
async function germanQueue(): Promise<string> {
  await app.db.query("UPDATE cases SET status = 'closed' WHERE status <> 'decided'");
  const queue = `german-${randomUUID().slice(0, 8)}`;
  await put(queue).expect(200);
  return queue;
}

describe('retiring a queue', () => {
  test('brings what waits in it into another, with its place there, its timeline and the audit log', async () => {
    const queue = await germanQueue();
    const caseId = await openCase(app, randomUUID(), GERMAN);
    const before = await page(lead, caseId);
    expect(before.queueId).toBe(queue);
    const { body } = await retire(queue).expect(200);
    expect(body).toMatchObject({
      id: queue,
      retiredInto: 'general',
      waiting: 0,
      allowedActions: ['bring_back'],
    });
    const after = await page(lead, caseId);
    expect(after).toMatchObject({ queueId: 'general', status: 'open', revision: before.revision + 1 });
    // The other queue promises a decision within two days, this one did within the hour.
    expect(Date.parse(after.dueAt)).toBeGreaterThan(Date.parse(before.dueAt));
    expect(after.timeline.at(-1)).toMatchObject({
      kind: 'moved',
      text: 'Nobody reads German any more.',
      details: { from: queue, into: 'general' },
    });
    const audit = await app.db.query(
      "SELECT reason, details FROM audit_log WHERE action = 'case_queue.retired' AND subject_id = $1",
      [queue],
    );
    expect(audit).toMatchObject([{ details: { into: 'general', moved: 1, merged: 0 } }]);
    expect((await queues()).at(-1)!.id).toBe(queue);
    expect((await page(lead, await openCase(app, randomUUID(), GERMAN))).queueId).toBe('general');
  });

  test('joins a case with the one that the account has open there', async () => {
    const account = randomUUID();
    const there = await openCase(app, account);
    const queue = await germanQueue();
    await app.db.query("UPDATE cases SET status = 'open' WHERE case_id = $1", [there]);
    const here = await openCase(app, account, GERMAN);
    await retire(queue).expect(200);
    expect(await page(lead, here)).toMatchObject({ status: 'merged', mergedInto: there });
    expect((await page(lead, there)).alerts).toBe(2);
  });

  test('waits for whoever works on a case that would be joined, and changes nothing until then', async () => {
    const account = randomUUID();
    const there = await openCase(app, account);
    const queue = await germanQueue();
    await app.db.query("UPDATE cases SET status = 'open' WHERE case_id = $1", [there]);
    const here = await openCase(app, account, GERMAN);
    const other = await openCase(app, randomUUID(), GERMAN);
    await act(ada, there, 'claim').expect(200);
    expect((await retire(queue)).body).toMatchObject({ status: 409, code: 'record.conflict' });
    expect([(await page(lead, here)).queueId, (await page(lead, other)).queueId]).toEqual([queue, queue]);
    await act(ada, there, 'release').expect(200);
    await retire(queue).expect(200);
    expect((await page(lead, here)).status).toBe('merged');
  });

  test('leaves a case in the hands of whoever works on it', async () => {
    const queue = await germanQueue();
    const caseId = await openCase(app, randomUUID(), GERMAN);
    await next(ada, queue).expect(200);
    await retire(queue).expect(200);
    expect(await page(ada, caseId)).toMatchObject({ queueId: 'general', claim: { mine: true } });
    await act(ada, caseId, 'decide', { macroId: 'nothing-to-do' }).expect(200);
  });

  test('keeps what was decided in it; an appeal goes where its cases went', async () => {
    const queue = await germanQueue();
    const account = randomUUID();
    const caseId = await openCase(app, account, GERMAN);
    await act(ada, caseId, 'decide', {
      verdict: 'confirmed',
      policy: 'scam_content',
      measures: [{ type: 'warn', text: 'Stop it.' }],
    }).expect(200);
    await retire(queue).expect(200);
    expect((await page(lead, caseId)).queueId).toBe(queue);
    await app.asPlatform
      .post('/v1/appeals')
      .send({ accountId: account, caseId, statement: 'No!' })
      .expect(201);
    const { dueAt } = await page(lead, caseId);
    await tend();
    expect(await page(lead, caseId)).toMatchObject({ queueId: 'general', status: 'appealed', dueAt });
  });

  test('loses nothing that is raised at the same moment', async () => {
    const queue = await germanQueue();
    const accounts = Array.from({ length: 12 }, () => randomUUID());
    await Promise.all([
      ...accounts.slice(0, 6).map((account) => raise(app, alertOf(account, GERMAN))),
      retire(queue).expect(200),
      ...accounts.slice(6).map((account) => raise(app, alertOf(account, GERMAN))),
    ]);
    await tend();
    const places = await app.db.query<{ queue_id: string }>(
      "SELECT queue_id FROM cases WHERE account_id = ANY($1::text[]) AND status = 'open'",
      [accounts],
    );
    expect(places.map((row) => row.queue_id)).toEqual(Array(12).fill('general'));
  });

  test('is for leads, says why, and not for the last; a change of it brings it back', async () => {
    const queue = await germanQueue();
    await retire(queue, {}, ada).expect(403);
    expect((await retire(queue, { reason: undefined })).body.code).toBe('action.reason_required');
    expect((await retire(queue, { into: queue })).body.errors).toEqual([
      { pointer: '/into', detail: 'is this queue' },
    ]);
    expect((await retire(queue, { into: 'nowhere' })).body.errors[0].pointer).toBe('/into');
    expect((await retire(queue, { basedOn: 7 })).body.code).toBe('record.conflict');
    const last = (await queues()).filter(({ retiredInto }) => retiredInto === null).at(-1)!;
    expect(last.allowedActions).not.toContain('retire');
    expect((await retire(last.id, { into: queue })).body.code).toBe('record.conflict');
    await retire('nowhere').expect(404);
    const both = await Promise.all([retire(queue), retire(queue)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    await put(queue).expect(200);
    const living = (await queues()).filter(({ retiredInto }) => retiredInto === null).map(({ id }) => id);
    expect(living.slice(-2)).toEqual([queue, last.id]);
    expect((await page(lead, await openCase(app, randomUUID(), GERMAN))).queueId).toBe(queue);
  });
});

describe('a policy text that macros follow', () => {
  test('is retired after them', async () => {
    const policies = (await lead.request.get('/staff/case-policies').expect(200)).body;
    const { id, version, createdAt, createdBy, ...policy } = policies.find(
      ({ code }: { code: string }) => code === 'gift_ring',
    );
    const retirePolicy = () => lead.request.post('/staff/case-policies').send({ ...policy, retired: true });
    const refused = await retirePolicy();
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, '/retired']);
    const macros = (await lead.request.get('/staff/case-macros').expect(200)).body;
    for (const one of macros.filter((macro: { policy: string }) => macro.policy === 'gift_ring')) {
      const { version: _, usable, createdAt: at, createdBy: by, ...macro } = one;
      await lead.request
        .post('/staff/case-macros')
        .send({ ...macro, retired: true })
        .expect(201);
    }
    await retirePolicy().expect(201);
    // And changed once more, although its policy is gone.
    const [gone] = macros.filter((macro: { policy: string }) => macro.policy === 'gift_ring');
    const { version: _, usable, createdAt: at, createdBy: by, ...macro } = gone;
    await lead.request
      .post('/staff/case-macros')
      .send({ ...macro, retired: true, description: 'Gone.' })
      .expect(201);
    expect((await lead.request.post('/staff/case-macros').send({ ...macro, retired: false })).status).toBe(
      422,
    );
  });
});
