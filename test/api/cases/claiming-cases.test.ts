import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startTestApp, type TestApp, type TestStaff } from '../../support/app.js';
import { act, alertOf, emptyQueues, letLapse, next, openCase, page, raise } from './case-desk.js';

let app: TestApp;
let ada: TestStaff;
let bob: TestStaff;
let lead: TestStaff;
beforeAll(async () => {
  app = await startTestApp({ jobs: false });
  ada = await app.signIn('ts_reviewer');
  bob = await app.signIn('ts_reviewer');
  lead = await app.signIn('ts_lead');
});
afterAll(() => app.close());
beforeEach(() => emptyQueues(app));

describe('a claim', () => {
  test('of two at once is one person’s', async () => {
    const caseId = await openCase(app);
    const answers = await Promise.all([act(ada, caseId, 'claim'), act(bob, caseId, 'claim')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const [won, lost] = answers[0]!.status === 200 ? answers : [answers[1]!, answers[0]!];
    expect(won!.body).toMatchObject({ id: caseId, claim: { mine: true } });
    expect(lost!.body).toMatchObject({ code: 'case.claimed' });
    const { timeline } = await page(lead, caseId);
    expect(timeline.filter(({ kind }) => kind === 'claimed')).toHaveLength(1);
  });

  test('closes the case to others, and says so', async () => {
    const caseId = await openCase(app);
    await act(ada, caseId, 'claim').expect(200);
    expect((await page(ada, caseId)).allowedActions).toEqual(expect.arrayContaining(['release', 'decide']));
    const seen = await page(bob, caseId);
    expect(seen.claim).toMatchObject({ mine: false, by: { id: ada.id } });
    expect(seen.allowedActions).toEqual(['note']);
    const refused = await act(bob, caseId, 'snooze', { until: '2999-01-01T00:00:00Z' });
    expect([refused.status, refused.body.code]).toEqual([409, 'case.claimed']);
  });

  test('that has run out goes to whoever comes next; its holder learns it', async () => {
    const caseId = await openCase(app);
    await act(ada, caseId, 'claim').expect(200);
    await letLapse(app, caseId);
    expect((await page(bob, caseId)).claim).toBeNull();
    await act(bob, caseId, 'claim').expect(200);
    const beat = await ada.request.post(`/staff/cases/${caseId}/heartbeat`).expect(200);
    expect(beat.body.claim).toMatchObject({ mine: false, by: { id: bob.id } });
  });

  test('goes on with the heartbeat, also a moment after it ran out', async () => {
    const caseId = await openCase(app);
    await act(ada, caseId, 'claim').expect(200);
    await letLapse(app, caseId);
    const beat = await ada.request.post(`/staff/cases/${caseId}/heartbeat`).expect(200);
    expect(beat.body.claim).toMatchObject({ mine: true });
    expect((await act(bob, caseId, 'claim')).body.code).toBe('case.claimed');
  });

  test('can be given back, by its holder or a lead', async () => {
    const caseId = await openCase(app);
    await act(ada, caseId, 'claim').expect(200);
    expect((await act(bob, caseId, 'release')).body.code).toBe('case.claimed');
    await act(ada, caseId, 'release').expect(200);
    await act(bob, caseId, 'claim').expect(200);
    const released = await act(lead, caseId, 'release').expect(200);
    expect(released.body.claim).toBeNull();
  });
});

test('presence shows who else has the case open', async () => {
  const caseId = await openCase(app);
  await ada.request.post(`/staff/cases/${caseId}/heartbeat`).expect(200);
  const beat = await bob.request.post(`/staff/cases/${caseId}/heartbeat`).expect(200);
  expect(beat.body).toMatchObject({ claim: null, presence: [{ staffId: ada.id }] });
  expect((await page(ada, caseId)).presence).toEqual([expect.objectContaining({ staffId: bob.id })]);
});

describe('the next case', () => {
  test('is the most urgent one that nobody has', async () => {
    const small = await openCase(app);
    const large = await openCase(app, randomUUID(), { valueAtRiskUsdMinor: 400_000n });
    expect((await next(ada).expect(200)).body).toMatchObject({ id: large, claim: { mine: true } });
    expect((await next(bob).expect(200)).body.id).toBe(small);
    await next(ada).expect(204);
  });

  test('is another one for everybody who asks at once', async () => {
    const team = await Promise.all(Array.from({ length: 6 }, () => app.signIn('ts_reviewer')));
    const ids = await Promise.all(Array.from({ length: 15 }, () => openCase(app)));
    const rounds = await Promise.all(
      team.flatMap((reviewer) => [next(reviewer), next(reviewer), next(reviewer)]),
    );
    const handed = rounds.filter(({ status }) => status === 200).map(({ body }) => body.id as string);
    expect(new Set(handed).size).toBe(handed.length);
    expect([...handed].sort()).toEqual([...ids].sort());
    expect(rounds.filter(({ status }) => status === 204)).toHaveLength(3);
  });

  test('comes first from what was given to oneself, never from what was given to another', async () => {
    const urgent = await openCase(app, randomUUID(), { valueAtRiskUsdMinor: 400_000n });
    const mine = await openCase(app);
    const theirs = await openCase(app, randomUUID(), { valueAtRiskUsdMinor: 900_000n });
    await act(lead, mine, 'assign', { assigneeId: ada.id }).expect(200);
    await act(lead, theirs, 'assign', { assigneeId: bob.id }).expect(200);
    expect((await next(ada).expect(200)).body.id).toBe(mine);
    expect((await next(ada).expect(200)).body.id).toBe(urgent);
    await next(ada).expect(204);
  });

  test('is in a language the reviewer reads, from a queue they have the skill for', async () => {
    const reader = await app.signIn('ts_reviewer');
    const german = await openCase(app, randomUUID(), { language: 'de' });
    const skills = (languages: string[], of: string[]) =>
      lead.request.put(`/staff/case-reviewers/${reader.id}`).send({ skills: of, languages });
    await skills(['fr'], []).expect(200);
    await next(reader).expect(204);
    await skills(['de', 'fr'], []).expect(200);
    expect((await next(reader).expect(200)).body.id).toBe(german);

    const { body: queue } = await lead.request.get('/staff/queues/general').expect(200);
    const {
      id,
      waiting,
      mine,
      claimed,
      snoozed,
      overdue,
      oldestOpenedAt,
      nextDueAt,
      allowedActions,
      revision,
      changedAt,
      changedBy,
      retiredInto,
      ...rules
    } = queue;
    await lead.request
      .put('/staff/queues/general')
      .send({ ...rules, skill: 'reports' })
      .expect(200);
    const refused = await next(reader);
    expect([refused.status, refused.body.code]).toEqual([403, 'auth.forbidden']);
    await skills([], ['reports']).expect(200);
    await next(reader).expect(204);
    await lead.request.put('/staff/queues/general').send(rules).expect(200);
  });

  test('of a queue that is not there is a 404', async () => {
    expect((await next(ada, 'nowhere')).body).toMatchObject({ status: 404, code: 'record.unknown' });
  });
});

describe('a case waits', () => {
  test('for a lead when it was escalated', async () => {
    const caseId = await openCase(app);
    await act(ada, caseId, 'claim').expect(200);
    expect((await act(ada, caseId, 'escalate')).body.code).toBe('action.reason_required');
    await act(ada, caseId, 'escalate', { reason: 'A creator with a million followers.' }).expect(200);
    await next(bob).expect(204);
    expect((await act(bob, caseId, 'claim')).body.code).toBe('auth.forbidden');
    expect((await next(lead).expect(200)).body).toMatchObject({ id: caseId, status: 'escalated' });
  });

  test('for a lead, also after it was put aside, woken by an alert, or merged into another', async () => {
    const account = randomUUID();
    const caseId = await openCase(app, account);
    await act(ada, caseId, 'escalate', { reason: 'Too large for me.' }).expect(200);
    const until = new Date(Date.now() + 60_000).toISOString();
    await act(lead, caseId, 'snooze', { until }).expect(200);
    expect((await act(ada, caseId, 'wake').expect(200)).body.status).toBe('escalated');
    await act(lead, caseId, 'snooze', { until }).expect(200);
    await raise(app, alertOf(account), alertOf(account, { kind: 'content' }));
    expect((await page(ada, caseId)).status).toBe('escalated');

    const filter = JSON.stringify({ accountId: account, queueId: 'content' });
    const [other] = (await ada.request.get('/staff/cases').query({ filter }).expect(200)).body;
    expect(other).toMatchObject({ status: 'open' });
    await act(ada, caseId, 'merge', { into: other.id }).expect(200);
    const joined = await page(ada, other.id);
    expect(joined).toMatchObject({ status: 'escalated', alerts: 3 });
    expect(joined.timeline.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['merged', 'escalated']));
    const body = { verdict: 'cleared', policy: 'legitimate' };
    expect((await act(ada, other.id, 'decide', body)).body.code).toBe('auth.forbidden');
    expect((await act(lead, other.id, 'decide', body).expect(200)).body.status).toBe('decided');
  });

  test('until the moment it was put off to', async () => {
    const caseId = await openCase(app);
    const late = await act(ada, caseId, 'snooze', { until: '2020-01-01T00:00:00Z' });
    expect(late.body).toMatchObject({ status: 422, errors: [{ pointer: '/until' }] });
    const until = new Date(Date.now() + 60_000).toISOString();
    expect((await act(ada, caseId, 'snooze', { until }).expect(200)).body).toMatchObject({
      status: 'snoozed',
      snoozedUntil: until,
      claim: null,
    });
    await next(bob).expect(204);
    await act(ada, caseId, 'wake').expect(200);
    expect((await next(bob).expect(200)).body.id).toBe(caseId);
  });
});

test('queues say what waits in them', async () => {
  await openCase(app);
  await openCase(app, randomUUID(), { kind: 'content', language: 'id' });
  const claimed = await openCase(app);
  await act(ada, claimed, 'claim').expect(200);
  const queues = (await bob.request.get('/staff/queues').expect(200)).body as Record<string, unknown>[];
  expect(queues.map(({ id }) => id)).toEqual([
    'high-value',
    'transactions',
    'account-security',
    'coin-fraud',
    'content',
    'general',
  ]);
  expect(queues.at(-1)).toMatchObject({
    waiting: 1,
    mine: 1,
    claimed: 1,
    overdue: 0,
    allowedActions: ['next'],
  });
  expect(queues.at(-2)).toMatchObject({ waiting: 1, claimed: 0 });
});

test('the list shows cases as the page does, and finds them', async () => {
  const account = randomUUID();
  const caseId = await openCase(app, account);
  await raise(app, alertOf(account, { score: 900, reason: { code: 'r.x', message: 'Worse.', values: {} } }));
  const list = async (filter: object) =>
    (
      await ada.request
        .get('/staff/cases')
        .query({ filter: JSON.stringify(filter) })
        .expect(200)
    ).body;
  for (const filter of [
    { accountId: account },
    { q: account },
    { q: caseId },
    { accountId: account, open: true, status: ['open'], kind: 'report', queueId: 'general' },
  ]) {
    expect(await list(filter)).toEqual([
      expect.objectContaining({ id: caseId, alerts: 2, headline: { code: 'r.x', message: 'Worse.' } }),
    ]);
  }
  expect(await list({ accountId: account, claimed: true })).toEqual([]);
  const detail = await page(ada, caseId);
  expect(detail).toMatchObject({ subject: null, alertList: [{ score: 900 }, { score: 500 }] });
  expect(detail.macros.map(({ id }) => id)).toContain('scam-warn');
  expect(detail.macros.map(({ id }) => id)).not.toContain('stolen-payment');
});
