import type { MoneyBackReport, SettlementView } from '@coinwarden/contracts';
import { DAY } from '@coinwarden/domain';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { idAt } from '../../api/src/platform/database/ids.js';
import { RollUpReports } from '../../api/src/reports/commands/roll-up-reports.js';
import type { TestStaff } from '../support/app.js';
import { type Economy, startEconomy } from '../support/economy.js';
import { expectSoundLedger } from '../support/ledger.js';
import { act, approve, ask, type Bought, buy, workOff } from './refunds/refund-desk.js';

let economy: Economy;
let agent: TestStaff;
let lead: TestStaff;
let admin: TestStaff;

beforeAll(async () => {
  economy = await startEconomy();
  agent = await economy.signIn('support_agent');
  lead = await economy.signIn('ts_lead');
  admin = await economy.signIn('admin');
});
afterAll(() => economy?.close());

const read = async (): Promise<MoneyBackReport> => {
  const from = new Date(Date.now() - 7 * DAY).toISOString();
  const to = new Date(Date.now() + 1_000).toISOString();
  const answer = await lead.request.get('/staff/reports/money-back').query({ from, to });
  expect([answer.status, answer.body]).toEqual([200, expect.anything()]);
  return answer.body;
};

/** Paid outside by hand, so that a refund is done when two people say so. */
const refunded = async (purchase: Bought, reason = 'duplicate') => {
  const refund = await ask(agent, { purchaseId: purchase.purchaseId, reason });
  await workOff(economy);
  if (refund.status === 'pending_approval') expect((await approve(lead, refund.id)).status).toBe(200);
  const paid = await act(lead, refund.id, 'confirm_paid', { paymentReference: `transfer ${refund.id}` });
  expect([paid.status, paid.body.status]).toEqual([200, 'succeeded']);
  return refund.id;
};

const dispute = (purchase: Bought, status: string, dueInDays: number, stage = 'dispute') =>
  economy.db.query(
    `INSERT INTO disputes (dispute_id, provider, provider_dispute_id, reference, account_id, purchase_id, stage,
       status, reason, category, amount_minor, currency, opened_at, due_at, withdrawn_minor, fee_minor, refundable,
       updated_at)
     VALUES (gen_random_uuid(), 'stripe', gen_random_uuid()::text, $1, $2, $3, $4, $5, 'fraudulent', 'fraud', 999,
       'USD', now(), now() + make_interval(days => $6), 999, 1500, false, now())`,
    [purchase.reference, purchase.accountId, purchase.purchaseId, stage, status, dueInDays],
  );

const warning = (purchase: Bought, status: string) =>
  economy.db.query(
    `INSERT INTO fraud_warnings (warning_id, provider, provider_warning_id, reference, account_id, purchase_id,
       fraud_type, actionable, occurred_at, status, updated_at)
     VALUES (gen_random_uuid(), 'stripe', gen_random_uuid()::text, $1, $2, $3, 'misc', true, now(), $4, now())`,
    [purchase.reference, purchase.accountId, purchase.purchaseId, status],
  );

it('is all zeros where nothing went back', async () => {
  const report = await read();
  expect(report.refunds).toEqual({ count: 0, money: [] });
  expect(report.series).toHaveLength(8);
  expect(report.cohorts).toHaveLength(6);
  expect(report.timeToRefund).toEqual({ count: 0, medianSeconds: null, p95Seconds: null });
  expect(report.unknownOutcomes).toEqual({ count: 0, money: [], oldestAt: null });
  const { atRiskHours, ...waiting } = report.deadlines;
  expect(Object.values(waiting)).toEqual(Array(11).fill(0));
  expect(atRiskHours).toBeGreaterThan(0);
});

it('counts what went back, why, to whom, and what the purchases of the month came to', async () => {
  const creator = await economy.account({ creator: true });
  const asker = await economy.account();
  const first = await buy(economy, asker, 'other');
  await refunded(first);
  const second = await buy(economy, asker, 'other');
  for (let i = 0; i < 3; i++) await economy.gift(asker, creator, { giftId: 'perfume', quantity: 10 });
  await refunded(second, 'minor');
  const waiting = await buy(economy, await economy.account());
  await economy.db.query('UPDATE accounts SET created_at = now() WHERE account_id = $1', [waiting.accountId]);
  await economy.gift(waiting.accountId, creator, { giftId: 'perfume', quantity: 5 });
  const open = await ask(agent, { purchaseId: waiting.purchaseId, reason: 'duplicate' });
  expect(open.status).toBe('pending_approval');
  await dispute(await buy(economy, await economy.account()), 'needs_response', 1);
  await dispute(await buy(economy, await economy.account()), 'lost', -1);
  await warning(first, 'open');
  await warning(second, 'kept');
  await dispute(await buy(economy, await economy.account()), 'needs_response', 20, 'inquiry');
  await economy.app.get(RollUpReports, { strict: false }).rebuild();

  const report = await read();
  expect(report.refunds).toEqual({ count: 2, money: [{ currency: 'USD', amountMinor: 1_998 }] });
  expect(report.reasons.map(({ reason, count }) => [reason, count])).toEqual([
    ['duplicate', 1],
    ['minor', 1],
  ]);
  expect(report.disputes).toEqual({
    count: 2,
    money: [{ currency: 'USD', amountMinor: 1_998 }],
    fees: [{ currency: 'USD', amountMinor: 3_000 }],
  });
  const today = report.series.at(-1)!;
  expect([today.refunds, today.refundedUsdMinor, today.disputes]).toEqual([2, 1_998, 2]);
  expect(report.cohorts.at(-1)).toMatchObject({ refunded: 2, disputed: 2 });
  expect(report.decided.undecided).toBe(1);
  expect(report.decided.automatic + report.decided.secondPerson).toBe(2);
  expect(report.abuse).toEqual([
    {
      accountId: asker,
      refunds: 2,
      afterSpending: 1,
      disputes: 0,
      money: [{ currency: 'USD', amountMinor: 1_998 }],
    },
  ]);
  expect(report.deadlines).toMatchObject({
    approvals: 1,
    disputes: 2,
    disputesAtRisk: 1,
    atRiskHours: 48,
    disputesOverdue: 0,
    fraudWarnings: 1,
  });
  expect(report.timeToRefund.count).toBe(2);
});

it('counts what was given up of late, and what stores still wait for', async () => {
  const notice = (ageDays: number, state: string) =>
    economy.db.query<{ notice_id: string }>(
      `INSERT INTO provider_notices (notice_id, source, provider, provider_notice_id, kind, occurred_at, received_at, body,
         headers_sha256, state)
       VALUES ($1, 'google', 'google', gen_random_uuid()::text, 'odd', now(), now(), '', '', $2)
       RETURNING notice_id`,
      [idAt(Date.now() - ageDays * DAY), state],
    );
  const owed = async (inHours: number) => {
    const [{ notice_id: noticeId } = { notice_id: '' }] = await notice(0, 'processed');
    await economy.db.query(
      `INSERT INTO consumption_answers (notice_id, provider, transaction_ref, due_at, state, next_attempt_at, created_at)
       VALUES ($1, 'google', 'GPA.1', now() + make_interval(hours => $2), 'pending', now() + make_interval(hours => $2), now())`,
      [noticeId, inHours],
    );
  };
  await notice(1, 'dead_letter');
  await notice(31, 'dead_letter');
  await owed(1);
  await owed(10);
  expect((await read()).deadlines).toMatchObject({
    noticesGivenUp: 1,
    storeAnswers: 2,
    storeAnswersAtRisk: 1,
  });
});

it('names who owes and what was written off, as the ledger has it', async () => {
  const report = await read();
  const owing = await economy.db.query<{ account_id: string; debt: number }>(
    'SELECT account_id, debt_coins::int AS debt FROM wallets WHERE debt_coins > 0 ORDER BY debt_coins DESC',
  );
  expect(report.debts.largest).toEqual(owing.map((row) => ({ accountId: row.account_id, coins: row.debt })));
  expect(report.debts.coins).toBe(owing.reduce((sum, row) => sum + row.debt, 0));
});

it('counts a refund whose answer never came among the unknown', async () => {
  await economy.db.query(
    `UPDATE refunds SET status = 'processing', tries = 2, changed_at = now() WHERE status = 'pending_approval'`,
  );
  const report = await read();
  expect(report.unknownOutcomes).toEqual({
    count: 1,
    money: [{ currency: 'USD', amountMinor: 999 }],
    oldestAt: expect.any(String),
  });
  await economy.db.query(`UPDATE refunds SET status = 'pending_approval', tries = 0 WHERE tries = 2`);
});

it('says of a purchase what was booked on it, and by which refund', async () => {
  const buyer = await economy.account();
  const purchase = await buy(economy, buyer, 'other');
  const refundId = await refunded(purchase);
  const answer = await agent.request.get(`/staff/purchases/${purchase.purchaseId}/settlements`).expect(200);
  const settlements = answer.body as SettlementView[];
  const took = settlements.filter(({ steps }) => steps.length > 0);
  expect(took).toMatchObject([
    {
      claimId: refundId,
      steps: [{ step: 'unspent', coins: 700 }],
      holders: [{ accountId: buyer, role: 'buyer', coins: 700, debtCoins: 0 }],
      moreHolders: 0,
    },
  ]);
  await agent.request.get('/staff/purchases/nothing/settlements').expect(422);
});

it('is for those who may read reports, and for a bounded time', async () => {
  const range = { from: '2026-01-01T00:00:00Z', to: '2026-02-01T00:00:00Z' };
  await agent.request.get('/staff/reports/money-back').query(range).expect(403);
  const refused = await admin.request
    .get('/staff/reports/money-back')
    .query({ from: '2020-01-01T00:00:00Z', to: '2026-02-01T00:00:00Z' });
  expect([refused.status, refused.body.code]).toEqual([422, 'request.invalid']);
});

it('leaves the ledger sound', async () => {
  await expectSoundLedger(economy);
});
