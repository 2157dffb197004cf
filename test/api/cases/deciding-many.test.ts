import { randomUUID } from 'node:crypto';
import type { CaseBulkAnswer } from '@coinwarden/contracts';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { startTestApp, type TestApp, type TestStaff } from '../../support/app.js';
import { act, alertOf, emptyQueues, openCase, page, raise } from './case-desk.js';

let app: TestApp;
let ada: TestStaff;
let bob: TestStaff;
beforeAll(async () => {
  app = await startTestApp({ jobs: false });
  ada = await app.signIn('ts_reviewer');
  bob = await app.signIn('ts_reviewer');
  await app.db.query('UPDATE case_queues SET sample_permille = 0');
});
afterAll(() => app.close());
beforeEach(() => emptyQueues(app));

const NOTHING = { macroId: 'nothing-to-do' };
const decide = async (body: object, staff = ada): Promise<CaseBulkAnswer['results']> =>
  (await staff.request.post('/staff/cases/bulk-decide').send(body).expect(200)).body.results;
const outcome = ({ status, problem }: CaseBulkAnswer['results'][number]) => status ?? problem?.code;
const decisionsOf = async (caseId: string) => (await page(ada, caseId)).decisions;

test('many are decided alike, each for itself', async () => {
  const one = await openCase(app);
  const claimed = await openCase(app);
  const two = await openCase(app);
  await act(bob, claimed, 'claim').expect(200);
  const results = await decide({ ids: [one, claimed, randomUUID(), two], decision: NOTHING });
  expect(results.map(outcome)).toEqual(['decided', 'case.claimed', 'record.unknown', 'decided']);
});

test('sent again, the same attempt answers what it did and decides nothing twice', async () => {
  const ids = [await openCase(app), await openCase(app)];
  const attempt = { ids, decision: { ...NOTHING, note: 'All from one campaign', requestId: randomUUID() } };
  const answers = await Promise.all([decide(attempt), decide(attempt)]);
  for (const results of [...answers, await decide(attempt)])
    expect(results.map(outcome)).toEqual(['decided', 'decided']);
  for (const id of ids) {
    expect(await decisionsOf(id)).toHaveLength(1);
    expect((await page(ada, id)).timeline.filter(({ kind }) => kind === 'decided')).toHaveLength(1);
  }
  // An attempt is its maker's: nobody else is told that theirs was done.
  expect((await decide(attempt, bob)).map(outcome)).toEqual(['action.not_allowed', 'action.not_allowed']);
});

test('what was decided or has changed since the list was read is left alone, and the rest is decided', async () => {
  const [decided, joined, untouched] = [randomUUID(), randomUUID(), randomUUID()];
  const ids = [
    await openCase(app, decided),
    await openCase(app, joined),
    await openCase(app, untouched),
  ] as const;
  const pages = await Promise.all(ids.map((id) => page(ada, id)));
  const revisions = Object.fromEntries(pages.map(({ id, revision }) => [id, revision]));
  await act(bob, ids[0], 'decide', { verdict: 'inconclusive', policy: 'insufficient_evidence' }).expect(200);
  await raise(app, alertOf(joined));
  const results = await decide({ ids, revisions, decision: { ...NOTHING, requestId: randomUUID() } });
  expect(results.map(outcome)).toEqual(['action.not_allowed', 'case.changed', 'decided']);
  expect(await decisionsOf(ids[0])).toMatchObject([{ verdict: 'inconclusive', decidedBy: { id: bob.id } }]);
  expect(await decisionsOf(ids[1])).toEqual([]);
});
