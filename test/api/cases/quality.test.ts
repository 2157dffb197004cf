import type { CaseQuality } from '@coinwarden/contracts';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestApp, type TestApp, type TestStaff } from '../../support/app.js';
import { act, next, openCase, page } from './case-desk.js';

let app: TestApp;
let ada: TestStaff;
let bob: TestStaff;
let lead: TestStaff;
beforeAll(async () => {
  app = await startTestApp({ jobs: false });
  ada = await app.signIn('ts_reviewer');
  bob = await app.signIn('ts_reviewer');
  lead = await app.signIn('ts_lead');
  await app.db.query('UPDATE case_queues SET sample_permille = 1000');
});
afterAll(() => app.close());

const CLEAR = { verdict: 'cleared', policy: 'legitimate' };
const SCAM = { verdict: 'confirmed', policy: 'scam_content' };
const report = async (): Promise<CaseQuality> =>
  (await lead.request.get('/staff/case-quality').expect(200)).body;

test('a sample is an open case like any other to everybody but its first reviewer', async () => {
  const caseId = await openCase(app);
  await act(ada, caseId, 'decide', SCAM).expect(200);
  await next(ada).expect(204);
  const { body: sample } = await next(bob).expect(200);
  expect(sample).toMatchObject({
    status: 'open',
    sampleOf: null,
    verdict: null,
    decisions: [],
    related: [],
    alertList: [{ kind: 'report' }],
  });
  expect(sample.id).not.toBe(caseId);
  expect(sample.allowedActions).not.toContain('escalate');
  expect((await page(lead, sample.id)).sampleOf).toBe(caseId);
  expect((await report()).samplesWaiting).toBe(1);

  const measures = [{ type: 'suspend_account' }];
  await act(bob, sample.id, 'decide', { ...SCAM, measures }).expect(200);
  expect((await page(lead, sample.id)).decisions[0]).toMatchObject({ verdict: 'confirmed', effects: [] });
  expect((await page(lead, caseId)).decisions).toHaveLength(1);
});

test('agreement, times and verdicts are counted for the team and each reviewer', async () => {
  const before = await report();
  for (const [first, second] of [
    [SCAM, SCAM],
    [CLEAR, CLEAR],
    [SCAM, CLEAR],
  ] as const) {
    const caseId = await openCase(app);
    await act(ada, caseId, 'claim').expect(200);
    await act(ada, caseId, 'decide', first).expect(200);
    const { body: sample } = await next(bob).expect(200);
    await act(bob, sample.id, 'decide', second).expect(200);
  }
  const after = await report();
  expect(after.agreement.pairs - before.agreement.pairs).toBe(3);
  expect(after.agreement.agreed - before.agreement.agreed).toBe(2);
  // Four pairs: scam–scam twice, clear–clear, scam–clear. Observed 3/4, by chance (3·2 + 1·2)/16.
  expect(after.agreement).toMatchObject({ raw: 0.75, kappa: 0.5 });
  expect(after.matrix).toContainEqual({ first: 'confirmed', second: 'cleared', pairs: 1 });
  expect(after.disagreements).toEqual([
    expect.objectContaining({
      first: expect.objectContaining({ staffId: ada.id, verdict: 'confirmed' }),
      second: expect.objectContaining({ staffId: bob.id, verdict: 'cleared' }),
    }),
  ]);
  const [first] = after.reviewers;
  expect(first).toMatchObject({
    staffId: ada.id,
    handled: 4,
    overturned: 0,
    overturnRate: 0,
    agreement: { pairs: 4, agreed: 3 },
    verdicts: { confirmed: 3, cleared: 1, inconclusive: 0 },
  });
  expect(first!.medianHandleSeconds).toBeGreaterThanOrEqual(0);
  // Samples are no work of their own.
  expect(after.reviewers).toHaveLength(1);
  expect((await bob.request.get('/staff/case-quality')).status).toBe(403);
});

test('guidance and macros get versions; decisions keep the one they cited', async () => {
  const policy = {
    code: 'legitimate',
    title: 'All is well',
    guidance: 'Say so.',
    kinds: [],
    verdicts: ['cleared'],
  };
  const caseId = await openCase(app);
  await act(ada, caseId, 'decide', CLEAR).expect(200);
  expect((await lead.request.post('/staff/case-policies').send(policy).expect(201)).body.version).toBe(2);
  const other = await openCase(app);
  await act(ada, other, 'decide', CLEAR).expect(200);
  expect((await page(lead, caseId)).decisions[0]!.policy).toMatchObject({ code: 'legitimate', version: 1 });
  expect((await page(lead, other)).decisions[0]!.policy).toMatchObject({ version: 2, title: 'All is well' });

  const macro = { id: 'mine', name: 'Mine', description: '', kinds: [], policy: 'legitimate', measures: [] };
  const wrong = await lead.request.post('/staff/case-macros').send({ ...macro, verdict: 'confirmed' });
  expect(wrong.body).toMatchObject({ status: 422, errors: [{ pointer: '/verdict' }] });
  await lead.request
    .post('/staff/case-macros')
    .send({ ...macro, verdict: 'cleared' })
    .expect(201);
  await lead.request
    .post('/staff/case-macros')
    .send({ ...macro, verdict: 'cleared', retired: true })
    .expect(201);
  const third = await openCase(app);
  expect((await act(ada, third, 'decide', { macroId: 'mine' })).body.errors).toEqual([
    expect.objectContaining({ pointer: '/macroId' }),
  ]);
  expect((await ada.request.post('/staff/case-policies').send(policy)).status).toBe(403);
});
