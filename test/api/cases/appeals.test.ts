import { randomUUID } from 'node:crypto';
import type { Appeal, StaffCaseDetail } from '@coinwarden/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { RaiseHeld } from '../../../api/src/cases/cases.public.js';
import type { TestStaff } from '../../support/app.js';
import { type Economy, judgeBy, startEconomy } from '../../support/economy.js';
import { expectSoundLedger } from '../../support/ledger.js';
import { act, alertOf, openCase, page, raise } from './case-desk.js';

let economy: Economy;
let ada: TestStaff;
let lead: TestStaff;
let other: TestStaff;
beforeAll(async () => {
  economy = await startEconomy({ jobs: false });
  ada = await economy.signIn('ts_reviewer');
  lead = await economy.signIn('ts_lead');
  other = await economy.signIn('ts_lead');
  await judgeBy(economy, [{ kind: 'purchase', effect: 'review' }]);
  await economy.db.query('UPDATE case_queues SET sample_permille = 0');
});
afterAll(() => economy.close());
afterEach(() => expectSoundLedger(economy));

/** Bought, released, and then decided to be stolen: refunded, restricted, its card blocked. */
async function shutOut(by = lead) {
  const buyer = await economy.account();
  const { transactionId } = await economy.buy(buyer);
  await economy.app.get(RaiseHeld, { strict: false }).missed();
  await lead.request.post(`/staff/transactions/${transactionId}/actions/release`).send({}).expect(200);
  const filter = JSON.stringify({ accountId: buyer });
  const [found] = (await lead.request.get('/staff/cases').query({ filter }).expect(200)).body;
  await act(by, found.id, 'decide', { macroId: 'stolen-payment-block-card', note: 'Stolen.' }).expect(200);
  return { buyer, transactionId, caseId: found.id as string };
}

const appeal = (body: object) =>
  economy.asPlatform.post('/v1/appeals').send({ statement: 'It was me!', ...body });
const STANDS = { reason: 'The bank confirmed the purchase.' };
const labelsOf = (accountId: string) =>
  economy.db.query('SELECT label FROM case_labels WHERE account_id = $1 AND revoked_at IS NULL', [accountId]);
const listed = (accountId: string) =>
  economy.db.query('SELECT 1 FROM list_entries WHERE value = $1', [`stripe:card-${accountId}`]);

describe('an appeal', () => {
  test('granted undoes label, restriction, list entry and what was taken, together', async () => {
    const { buyer, caseId, transactionId } = await shutOut();
    expect((await economy.wallet(buyer)).coins.available).toBe(0);
    expect(await listed(buyer)).toHaveLength(1);
    const opened = (await appeal({ accountId: buyer, transactionId }).expect(201)).body as Appeal;
    expect(opened).toMatchObject({ caseId, status: 'open', verdict: 'confirmed', answer: null });
    const granted = (await act(other, caseId, 'grant', STANDS).expect(200)).body as StaffCaseDetail;
    expect(granted).toMatchObject({
      status: 'decided',
      verdict: null,
      subject: { status: 'active' },
      decisions: [{ status: 'reversed' }],
      appeal: { status: 'granted', answer: STANDS.reason },
    });
    expect(granted.appeal!.undone).toEqual([
      expect.objectContaining({ type: 'refund', outcome: 'undone' }),
      expect.objectContaining({ type: 'restrict_account', outcome: 'undone' }),
      expect.objectContaining({ type: 'list_entry', outcome: 'undone' }),
    ]);
    expect((await economy.wallet(buyer)).coins.available).toBe(700);
    expect(await labelsOf(buyer)).toEqual([]);
    expect(await listed(buyer)).toEqual([]);
    const seen = await economy.asPlatform.get(`/v1/appeals/${opened.appealId}`).expect(200);
    expect(seen.body).toMatchObject({ status: 'granted', answer: STANDS.reason });
  });

  test('granted by two at once, or again, has no further effect', async () => {
    const { buyer, caseId } = await shutOut();
    await appeal({ accountId: buyer, caseId }).expect(201);
    const third = await economy.signIn('admin');
    const answers = await Promise.all([
      act(other, caseId, 'grant', STANDS),
      act(third, caseId, 'grant', STANDS),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await act(other, caseId, 'grant', STANDS)).body.code).toBe('action.not_allowed');
    expect((await economy.wallet(buyer)).coins.available).toBe(700);
    const [{ undone }] = (await economy.db.query<{ undone: number }>(
      `SELECT count(*)::int AS undone FROM case_events WHERE case_id = $1 AND kind = 'appeal_granted'`,
      [caseId],
    )) as [{ undone: number }];
    expect(undone).toBe(1);
  });

  test('is decided by another person', async () => {
    const { buyer, caseId } = await shutOut();
    await appeal({ accountId: buyer }).expect(201);
    const own = await act(lead, caseId, 'grant', STANDS);
    expect([own.status, own.body.code]).toEqual([403, 'case.second_person']);
    expect((await act(ada, caseId, 'grant', STANDS)).body.code).toBe('auth.forbidden');
    expect((await act(other, caseId, 'deny')).body.code).toBe('action.reason_required');
  });

  test('denied leaves everything as it was, and cannot be made again', async () => {
    const { buyer, caseId } = await shutOut();
    const first = await appeal({ accountId: buyer, caseId }).expect(201);
    const again = await appeal({ accountId: buyer, caseId, statement: 'Really!' }).expect(200);
    expect(again.body.appealId).toBe(first.body.appealId);
    await act(other, caseId, 'deny', { reason: 'The cardholder says otherwise.' }).expect(200);
    expect((await appeal({ accountId: buyer, caseId }).expect(200)).body.status).toBe('denied');
    expect(await page(lead, caseId)).toMatchObject({
      verdict: 'confirmed',
      subject: { status: 'restricted' },
    });
    expect(await labelsOf(buyer)).toEqual([{ label: 'fraud' }]);
    expect((await page(lead, caseId)).allowedActions).not.toContain('appeal');
  });

  test('made by several at once is one', async () => {
    const { buyer, caseId } = await shutOut();
    const answers = await Promise.all(Array.from({ length: 5 }, () => appeal({ accountId: buyer, caseId })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 201]);
    expect(new Set(answers.map(({ body }) => body.appealId)).size).toBe(1);
  });

  test('keeps an account restricted as long as another decision wants it so', async () => {
    const { buyer, caseId } = await shutOut();
    const second = await openCase(economy, buyer, { kind: 'content' });
    await act(ada, second, 'decide', {
      verdict: 'confirmed',
      policy: 'scam_content',
      measures: [{ type: 'restrict_account' }],
    }).expect(200);
    await appeal({ accountId: buyer, caseId }).expect(201);
    const { body } = await act(other, caseId, 'grant', STANDS).expect(200);
    expect(body).toMatchObject({ subject: { status: 'restricted' } });
    expect(body.appeal.undone).toContainEqual(
      expect.objectContaining({ type: 'restrict_account', outcome: 'kept', why: 'another_decision' }),
    );
  });

  test('needs a decision against the account', async () => {
    const account = randomUUID();
    const caseId = await openCase(economy, account);
    expect((await appeal({ accountId: account })).body).toMatchObject({
      status: 409,
      code: 'appeal.not_possible',
    });
    await act(ada, caseId, 'decide', { macroId: 'nothing-to-do' }).expect(200);
    expect((await appeal({ accountId: account, caseId })).body.code).toBe('appeal.not_possible');
    expect((await act(ada, caseId, 'appeal', { reason: 'x' })).body.code).toBe('action.not_allowed');
    const { caseId: foreign } = await shutOut();
    expect((await appeal({ accountId: account, caseId: foreign })).body.code).toBe('appeal.not_possible');
  });

  test('waits among the leads’ cases, and in a list of its own', async () => {
    const { buyer, caseId } = await shutOut();
    const { body } = await act(ada, caseId, 'appeal', { reason: 'She called, it was her card.' }).expect(200);
    expect(body).toMatchObject({ status: 'appealed', appeal: { status: 'open' } });
    const filter = JSON.stringify({ accountId: buyer, status: 'open' });
    const list = await ada.request.get('/staff/case-appeals').query({ filter }).expect(200);
    expect(list.body).toEqual([
      expect.objectContaining({ caseId, openedBy: expect.objectContaining({ id: ada.id }) }),
    ]);
    await raise(economy, alertOf(buyer, { kind: 'transaction' }));
    const [newest] = (
      await lead.request.get('/staff/cases').query({ filter: JSON.stringify({ accountId: buyer }) })
    ).body;
    expect(newest).toMatchObject({ status: 'open', earlierCaseId: caseId });
  });
});
