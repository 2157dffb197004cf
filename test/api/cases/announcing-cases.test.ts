import { randomUUID } from 'node:crypto';
import { type WebhookEvent, webhookEvent } from '@coinwarden/contracts';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { startTestApp, type TestApp, type TestStaff } from '../../support/app.js';
import { eventually } from '../../support/eventually.js';
import { startReceiver, type WebhookReceiver } from '../../support/webhook-receiver.js';
import { act, alertOf, openCase, raise } from './case-desk.js';

let app: TestApp;
let receiver: WebhookReceiver;
let ada: TestStaff;
let lead: TestStaff;
beforeAll(async () => {
  app = await startTestApp({ jobs: true, allowPrivateWebhooks: true });
  receiver = await startReceiver();
  ada = await app.signIn('ts_reviewer');
  lead = await app.signIn('ts_lead');
  const admin = await app.signIn('admin');
  await admin.request
    .post('/staff/webhooks')
    .send({ url: `${receiver.url}/told`, eventTypes: [] })
    .expect(201);
});
afterAll(async () => {
  await receiver?.close();
  await app?.close();
});
beforeEach(() => app.db.query('UPDATE case_queues SET sample_permille = 0'));

/** What was told of an account, each event once however often it was delivered. */
const toldOf = (accountId: string): WebhookEvent[] => {
  const messages = new Map(receiver.at('/told').map((told) => [told.headers['webhook-id'], told.body]));
  return [...messages.values()]
    .map((body) => webhookEvent.parse(JSON.parse(body)))
    .filter(({ data }) => 'accountId' in data && data.accountId === accountId);
};
const typesOf = (accountId: string) =>
  toldOf(accountId)
    .map(({ type }) => type)
    .sort();

test('tells that a case opened, once for all of its alerts, and what was decided', async () => {
  const accountId = randomUUID();
  await raise(app, alertOf(accountId), alertOf(accountId));
  await eventually(() => expect(typesOf(accountId)).toEqual(['case.opened']));
  await raise(app, alertOf(accountId));
  const { case_id: caseId } = (
    await app.db.query<{ case_id: string }>('SELECT case_id FROM cases WHERE account_id = $1', [accountId])
  )[0]!;
  const warn = { type: 'warn', text: 'No sales of coins, please.' };
  const decision = { verdict: 'confirmed', policy: 'scam_content', measures: [warn] };
  await act(ada, caseId, 'decide', decision).expect(200);
  await eventually(() =>
    expect(typesOf(accountId)).toEqual(['account.warned', 'case.decided', 'case.opened']),
  );
  const told = Object.fromEntries(toldOf(accountId).map((event) => [event.type, event.data]));
  expect(told['account.warned']).toMatchObject({ accountId, text: warn.text });
  expect(told['case.decided']).toMatchObject({
    caseId,
    status: 'decided',
    verdict: 'confirmed',
    policy: { code: 'scam_content' },
    measures: ['warn'],
  });

  const statement = 'I sold nothing.';
  await act(ada, caseId, 'appeal', { reason: statement }).expect(200);
  await eventually(() => expect(typesOf(accountId)).toContain('appeal.opened'));
  await act(lead, caseId, 'deny', { reason: 'You did.' }).expect(200);
  await eventually(() => expect(typesOf(accountId)).toContain('appeal.denied'));
  expect(toldOf(accountId).find(({ type }) => type === 'appeal.denied')!.data).toMatchObject({
    appeal: { status: 'denied', statement, answer: 'You did.' },
  });
});

test('tells nobody outside of a second, blind look at a decision', async () => {
  await app.db.query('UPDATE case_queues SET sample_permille = 1000');
  const accountId = randomUUID();
  const caseId = await openCase(app, accountId);
  await act(ada, caseId, 'decide', { macroId: 'nothing-to-do' }).expect(200);
  const [sample] = await app.db.query<{ case_id: string }>('SELECT case_id FROM cases WHERE sample_of = $1', [
    caseId,
  ]);
  await act(lead, sample!.case_id, 'decide', { macroId: 'nothing-to-do' }).expect(200);
  // Told after all of that, so whatever it had to tell would have come.
  const later = randomUUID();
  const laterCase = await openCase(app, later);
  await act(ada, laterCase, 'decide', { macroId: 'nothing-to-do' }).expect(200);
  await eventually(() => expect(typesOf(later)).toEqual(['case.decided', 'case.opened']));
  expect(typesOf(accountId)).toEqual(['case.decided', 'case.opened']);
});
