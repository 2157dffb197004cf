import { randomUUID } from 'node:crypto';
import type { StaffCaseDetail } from '@coinwarden/contracts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { RaiseHeld, TendCases } from '../../../api/src/cases/cases.public.js';
import type { TestStaff } from '../../support/app.js';
import { type Economy, judgeBy, startEconomy } from '../../support/economy.js';
import { eventually } from '../../support/eventually.js';
import { expectSoundLedger } from '../../support/ledger.js';
import { act, alertOf, emptyQueues, letLapse, openCase, page, raise } from './case-desk.js';

let economy: Economy;
let ada: TestStaff;
let bob: TestStaff;
let lead: TestStaff;
beforeAll(async () => {
  economy = await startEconomy({ jobs: false });
  ada = await economy.signIn('ts_reviewer');
  bob = await economy.signIn('ts_reviewer');
  lead = await economy.signIn('ts_lead');
  await judgeBy(economy, [
    { kind: 'gift', effect: 'review' },
    { kind: 'purchase', effect: 'review' },
  ]);
  // Sampling has tests of its own.
  await economy.db.query('UPDATE case_queues SET sample_permille = 0');
});
afterAll(() => economy.close());
beforeEach(() => emptyQueues(economy));
afterEach(() => expectSoundLedger(economy));

const gather = () => economy.app.get(RaiseHeld, { strict: false }).missed();
const tend = () => economy.app.get(TendCases, { strict: false }).run();

const caseOf = async (accountId: string): Promise<StaffCaseDetail> => {
  const filter = JSON.stringify({ accountId });
  const [found] = (await lead.request.get('/staff/cases').query({ filter }).expect(200)).body;
  return page(lead, found.id);
};

/** A captured purchase of 700 coins that waits for a person, and its case. */
async function heldPurchase() {
  const buyer = await economy.account();
  const { transactionId } = await economy.buy(buyer);
  await gather();
  return { buyer, transactionId, caseId: (await caseOf(buyer)).id };
}

const RELEASE = { macroId: 'release-and-clear' };
const STOLEN = { macroId: 'stolen-payment' };
const statusOf = async (transactionId: string) =>
  (await lead.request.get(`/staff/transactions/${transactionId}`).expect(200)).body.status;

describe('a held transaction', () => {
  test('waits in a case with what it may cost, until its hold runs out', async () => {
    const { buyer, transactionId } = await heldPurchase();
    await gather();
    expect(await caseOf(buyer)).toMatchObject({
      queueId: 'transactions',
      status: 'open',
      alerts: 1,
      valueAtRiskUsdMinor: 999,
      subject: { accountId: buyer, status: 'active' },
      transactions: [{ transactionId, kind: 'purchase', status: 'held', heldUntil: expect.any(String) }],
      alertList: [{ kind: 'transaction', transactionId, reason: { code: 'rule.test' } }],
    });
  });

  test('that is released elsewhere closes its case', async () => {
    const { buyer, transactionId } = await heldPurchase();
    await lead.request.post(`/staff/transactions/${transactionId}/actions/release`).send({}).expect(200);
    await tend();
    const closed = await caseOf(buyer);
    expect(closed).toMatchObject({
      status: 'closed',
      liveAlerts: 0,
      verdict: null,
      alertList: [{ resolution: 'released' }],
    });
    expect(closed.timeline.map(({ kind }) => kind)).toEqual([
      'opened',
      'alert_added',
      'alert_resolved',
      'closed',
    ]);
  });

  test('of a case that somebody is at stays open until they are done', async () => {
    const { buyer, transactionId, caseId } = await heldPurchase();
    await act(ada, caseId, 'claim').expect(200);
    await lead.request.post(`/staff/transactions/${transactionId}/actions/release`).send({}).expect(200);
    await tend();
    expect(await caseOf(buyer)).toMatchObject({ status: 'open', liveAlerts: 0 });
    await act(ada, caseId, 'release').expect(200);
    await tend();
    expect((await caseOf(buyer)).status).toBe('closed');
  });
});

describe('a decision', () => {
  test('takes all its measures together, cites its policy and labels the transactions', async () => {
    const { buyer, transactionId, caseId } = await heldPurchase();
    await act(ada, caseId, 'claim').expect(200);
    const decided = (await act(ada, caseId, 'decide', STOLEN).expect(200)).body as StaffCaseDetail;
    expect(decided).toMatchObject({
      status: 'decided',
      verdict: 'confirmed',
      decidedBy: { id: ada.id },
      claim: null,
      subject: { status: 'restricted' },
      decisions: [
        {
          status: 'final',
          policy: { code: 'stolen_payment', version: 1 },
          macro: { id: 'stolen-payment', version: 1 },
          effects: [
            { type: 'decline_holds', outcome: 'done', subject: { id: transactionId } },
            { type: 'restrict_account', outcome: 'done', subject: { id: buyer } },
          ],
        },
      ],
      alertList: [{ resolution: 'declined' }],
    });
    expect(await statusOf(transactionId)).toBe('declined');
    const labels = await economy.db.query('SELECT label, revoked_at FROM case_labels WHERE account_id = $1', [
      buyer,
    ]);
    expect(labels).toEqual([{ label: 'fraud', revoked_at: null }]);
  });

  test('releases what was held', async () => {
    const { buyer, transactionId, caseId } = await heldPurchase();
    await act(ada, caseId, 'decide', RELEASE).expect(200);
    expect(await statusOf(transactionId)).toBe('posted');
    expect(await economy.wallet(buyer)).toMatchObject({ coins: { available: 700 } });
  });

  test('is taken whole or not at all', async () => {
    const { transactionId, caseId } = await heldPurchase();
    const measures = [
      { type: 'decline_holds' },
      { type: 'list_entry', list: 'block', of: 'ip', value: 'nowhere' },
    ];
    const answer = await act(lead, caseId, 'decide', {
      verdict: 'confirmed',
      policy: 'stolen_payment',
      measures,
    });
    expect(answer.body).toMatchObject({ status: 422, errors: [{ pointer: '/measures/1/value' }] });
    expect(await statusOf(transactionId)).toBe('held');
    expect(await page(lead, caseId)).toMatchObject({ status: 'open', decisions: [] });
  });

  test('refunds what went through and blocks the card it was paid with', async () => {
    const { buyer, transactionId, caseId } = await heldPurchase();
    await lead.request.post(`/staff/transactions/${transactionId}/actions/release`).send({}).expect(200);
    const decided = await act(lead, caseId, 'decide', {
      macroId: 'stolen-payment-block-card',
      note: 'Stolen.',
    });
    expect([decided.status, decided.body]).toEqual([200, expect.anything()]);
    expect(decided.body.decisions[0].effects).toEqual([
      expect.objectContaining({ type: 'decline_holds', outcome: 'skipped', why: 'posted' }),
      expect.objectContaining({ type: 'refund', outcome: 'done' }),
      expect.objectContaining({ type: 'restrict_account', outcome: 'done' }),
      expect.objectContaining({ type: 'list_entry', outcome: 'done' }),
    ]);
    const [refund] = await economy.db.query('SELECT reason, cause FROM refunds WHERE transaction_id = $1', [
      transactionId,
    ]);
    expect(refund).toEqual({ reason: 'unauthorised', cause: 'fraud' });
    expect((await economy.wallet(buyer)).coins.available).toBe(0);
  });

  test('says what does not fit together', async () => {
    const { caseId } = await heldPurchase();
    const refusals = [
      [{ policy: 'legitimate' }, '/verdict'],
      [{ verdict: 'cleared' }, '/policy'],
      [{ verdict: 'confirmed', policy: 'legitimate' }, '/verdict'],
      [{ macroId: 'nothing-of-the-kind' }, '/macroId'],
      [{ ...RELEASE, measures: [{ type: 'release_holds' }, { type: 'decline_holds' }] }, '/measures'],
    ] as const;
    for (const [body, pointer] of refusals) {
      const answer = await act(ada, caseId, 'decide', body);
      expect([body, answer.status, answer.body.errors?.[0]?.pointer]).toEqual([body, 422, pointer]);
    }
    const notTheirs = await act(ada, caseId, 'decide', { macroId: 'stolen-payment-block-card' });
    expect(notTheirs.body).toMatchObject({ status: 403, code: 'auth.forbidden' });
  });

  test('can name what it was taken on', async () => {
    const { buyer, caseId } = await heldPurchase();
    const { revision } = await page(ada, caseId);
    await economy.buy(buyer);
    await gather();
    const stale = await act(ada, caseId, 'decide', { ...RELEASE, revision });
    expect(stale.body).toMatchObject({ status: 409, code: 'case.changed' });
    const now = (await page(ada, caseId)).revision;
    await act(ada, caseId, 'decide', { ...RELEASE, revision: now }).expect(200);
  });
});

describe('at once', () => {
  test('two decisions are one', async () => {
    const { transactionId, caseId } = await heldPurchase();
    const [release, decline] = await Promise.all([
      act(ada, caseId, 'decide', RELEASE),
      act(bob, caseId, 'decide', STOLEN),
    ]);
    expect([release.status, decline.status].sort()).toEqual([200, 409]);
    expect(await statusOf(transactionId)).toBe(release.status === 200 ? 'posted' : 'declined');
    expect((await page(lead, caseId)).decisions).toHaveLength(1);
  });

  test('a decision and the end of the hold: the hold ends once', async () => {
    for (const macro of [RELEASE, STOLEN]) {
      const { transactionId, caseId } = await heldPurchase();
      const [decided, ended] = await Promise.all([
        act(ada, caseId, 'decide', macro),
        lead.request.post(`/staff/transactions/${transactionId}/actions/decline`).send({ reason: 'gone' }),
      ]);
      expect(decided.status).toBe(200);
      const [effect] = decided.body.decisions[0].effects;
      expect([effect.outcome, ended.status]).toEqual(
        effect.outcome === 'done' ? ['done', 409] : ['skipped', 200],
      );
      const released = effect.outcome === 'done' && macro === RELEASE;
      expect(await statusOf(transactionId)).toBe(released ? 'posted' : 'declined');
    }
  });

  test('a decision and new alerts: what comes late is in a case of its own', async () => {
    const account = randomUUID();
    const caseId = await openCase(economy, account);
    const alerts = Array.from({ length: 6 }, () => alertOf(account));
    await Promise.all([
      act(ada, caseId, 'decide', { macroId: 'nothing-to-do' }).expect(200),
      ...alerts.map((alert) => raise(economy, alert)),
    ]);
    const rows = await economy.db.query<{ case_id: string; status: string; alerts: number; held: number }>(
      `SELECT case_id, status, alerts, (SELECT count(*)::int FROM case_alerts a WHERE a.case_id = c.case_id) AS held
       FROM cases c WHERE account_id = $1`,
      [account],
    );
    expect(rows.reduce((sum, row) => sum + row.held, 0)).toBe(7);
    for (const row of rows) expect(row.alerts).toBe(row.held);
    expect(rows.filter((row) => row.status === 'open').length).toBeLessThanOrEqual(1);
  });

  test('a merger and a claim: whoever has it claimed keeps it', async () => {
    const account = randomUUID();
    await raise(economy, alertOf(account), alertOf(account, { kind: 'content' }));
    const filter = JSON.stringify({ accountId: account });
    const [one, two] = (await ada.request.get('/staff/cases').query({ filter }).expect(200)).body;
    const [claim, merge] = await Promise.all([
      act(bob, one.id, 'claim'),
      act(ada, one.id, 'merge', { into: two.id }),
    ]);
    expect([claim.status, merge.status].sort()).toEqual([200, 409]);
    const after = await page(lead, one.id);
    expect(after.status).toBe(claim.status === 200 ? 'open' : 'merged');
    expect((await page(lead, two.id)).alerts).toBe(claim.status === 200 ? 1 : 2);
  });
});

describe('a lease that ran out', () => {
  test('still lets its holder decide when nobody took the case', async () => {
    const { caseId } = await heldPurchase();
    await act(ada, caseId, 'claim').expect(200);
    await letLapse(economy, caseId);
    await act(ada, caseId, 'decide', RELEASE).expect(200);
  });

  test('does not when somebody else has taken it', async () => {
    const { caseId, transactionId } = await heldPurchase();
    await act(ada, caseId, 'claim').expect(200);
    await letLapse(economy, caseId);
    await act(bob, caseId, 'claim').expect(200);
    const late = await act(ada, caseId, 'decide', RELEASE);
    expect(late.body).toMatchObject({ status: 409, code: 'case.claimed' });
    expect(await statusOf(transactionId)).toBe('held');
  });

  test('while deciding: either the decision or the next claim, never both', async () => {
    for (let round = 0; round < 5; round++) {
      const { caseId } = await heldPurchase();
      await act(ada, caseId, 'claim').expect(200);
      await letLapse(economy, caseId);
      const [decided, taken] = await Promise.all([
        act(ada, caseId, 'decide', RELEASE),
        act(bob, caseId, 'claim'),
      ]);
      expect([decided.status, taken.status].sort()).toEqual([200, 409]);
      expect([decided, taken].find(({ status }) => status === 409)!.body.code).toMatch(
        decided.status === 200 ? 'action.not_allowed' : 'case.claimed',
      );
    }
  });
});

describe('a second look', () => {
  const pending = async (by = ada) => {
    await economy.db.query(
      `UPDATE case_queues SET second_look_usd_minor = 500 WHERE queue_id = 'transactions'`,
    );
    const held = await heldPurchase();
    const proposed = (await act(by, held.caseId, 'decide', STOLEN).expect(200)).body;
    return { ...held, proposed };
  };
  afterEach(() =>
    economy.db.query(`UPDATE case_queues SET second_look_usd_minor = 50000 WHERE queue_id = 'transactions'`),
  );

  test('is by another person, and nothing happens before', async () => {
    const { caseId, transactionId, proposed } = await pending();
    expect(proposed).toMatchObject({ status: 'second_look', decisions: [{ status: 'proposed' }] });
    expect(await statusOf(transactionId)).toBe('held');
    const own = await act(ada, caseId, 'confirm');
    expect([own.status, own.body.code]).toEqual([403, 'case.second_person']);
    const confirmed = (await act(bob, caseId, 'confirm').expect(200)).body;
    expect(confirmed).toMatchObject({
      status: 'decided',
      decisions: [{ status: 'final', decidedBy: { id: ada.id }, confirmedBy: { id: bob.id } }],
    });
    expect(await statusOf(transactionId)).toBe('declined');
  });

  test('of two who confirm at once counts once', async () => {
    const { caseId } = await pending();
    const answers = await Promise.all([act(bob, caseId, 'confirm'), act(lead, caseId, 'confirm')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test('is at what is on screen: an alert that joined meanwhile is seen first', async () => {
    const { caseId, buyer, transactionId } = await pending();
    const { revision } = await page(bob, caseId);
    await raise(economy, alertOf(buyer, { kind: 'transaction' }));
    const late = await act(bob, caseId, 'confirm', { revision });
    expect([late.status, late.body.code]).toEqual([409, 'case.changed']);
    expect(await statusOf(transactionId)).toBe('held');
    await act(bob, caseId, 'confirm', { revision: (await page(bob, caseId)).revision }).expect(200);
  });

  test('of what a lead proposed sends it back to the leads', async () => {
    await economy.db.query(
      `UPDATE case_queues SET second_look_usd_minor = 500 WHERE queue_id = 'transactions'`,
    );
    const { caseId } = await heldPurchase();
    await act(ada, caseId, 'escalate', { reason: 'Too large for me.' }).expect(200);
    expect((await act(lead, caseId, 'decide', STOLEN).expect(200)).body.status).toBe('second_look');
    await act(bob, caseId, 'send_back', { reason: 'Not this card.' }).expect(200);
    expect(await page(ada, caseId)).toMatchObject({ status: 'escalated', assignedTo: { id: lead.id } });
  });

  test('can send it back to whoever proposed it', async () => {
    const { caseId } = await pending();
    await act(bob, caseId, 'send_back', { reason: 'The card is from the same country.' }).expect(200);
    expect(await page(ada, caseId)).toMatchObject({
      status: 'open',
      assignedTo: { id: ada.id },
      decisions: [{ status: 'sent_back' }],
    });
    expect((await act(ada, caseId, 'decide', { macroId: 'nothing-to-do' }).expect(200)).body.status).toBe(
      'decided',
    );
  });
});

test('merged cases go on as one', async () => {
  const account = randomUUID();
  await raise(economy, alertOf(account), alertOf(account, { kind: 'content', score: 900 }));
  const filter = JSON.stringify({ accountId: account });
  const cases = (await ada.request.get('/staff/cases').query({ filter }).expect(200))
    .body as StaffCaseDetail[];
  const general = cases.find(({ queueId }) => queueId === 'general')!;
  const content = cases.find(({ queueId }) => queueId === 'content')!;
  const merged = await act(ada, content.id, 'merge', { into: general.id }).expect(200);
  expect(merged.body).toMatchObject({ status: 'merged', mergedInto: general.id });
  expect(await page(ada, general.id)).toMatchObject({ alerts: 2, score: 900, kinds: ['content', 'report'] });
  const stranger = await openCase(economy);
  const refused = await act(ada, general.id, 'merge', { into: stranger });
  expect(refused.body).toMatchObject({ status: 422, errors: [{ pointer: '/into' }] });
});

test('a decided case can be opened again by a lead, and decided otherwise', async () => {
  const { caseId, buyer } = await heldPurchase();
  await act(ada, caseId, 'decide', STOLEN).expect(200);
  expect((await act(ada, caseId, 'reopen', { reason: 'x' })).body.code).toBe('auth.forbidden');
  await act(lead, caseId, 'reopen', { reason: 'The bank called.' }).expect(200);
  await tend();
  await act(ada, caseId, 'decide', { verdict: 'cleared', policy: 'legitimate' }).expect(200);
  const labels = await economy.db.query<{ label: string; revoked: boolean }>(
    'SELECT label, revoked_at IS NOT NULL AS revoked FROM case_labels WHERE account_id = $1 ORDER BY decision_no',
    [buyer],
  );
  expect(labels).toEqual([
    { label: 'fraud', revoked: true },
    { label: 'legitimate', revoked: false },
  ]);
});

test('a report by a user joins the queues, told from either side, once per reporter and thing', async () => {
  const working = await startEconomy();
  try {
    const reviewer = await working.signIn('ts_reviewer');
    const [scammer, victim, other] = [
      await working.account(),
      await working.account(),
      await working.account(),
    ];
    const report = (body: object) =>
      working.asPlatform
        .post('/v1/events')
        .send({ type: 'report', ...body })
        .expect(201);
    const said = { reason: 'free_coins', contentId: 'comment-1' };
    await report({ accountId: scammer, reporterId: victim, note: 'He wants my password.', ...said });
    await report({ accountId: victim, reportedAccountId: scammer, text: 'Again!', ...said });
    await report({ accountId: other, reportedAccountId: scammer, text: 'Fake coins', reason: 'scam' });
    await eventually(async () => {
      const filter = JSON.stringify({ accountId: scammer });
      const [found] = (await reviewer.request.get('/staff/cases').query({ filter }).expect(200)).body;
      const { alertList } = await page(reviewer, found.id);
      expect(alertList.map(({ reason }) => reason.values).sort()).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ reporterId: victim, contentId: 'comment-1', reason: 'free_coins' }),
          expect.objectContaining({ reporterId: other, text: 'Fake coins' }),
        ]),
      );
      expect(alertList).toHaveLength(2);
    });
  } finally {
    await working.close();
  }
});
