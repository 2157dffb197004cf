import { randomUUID } from 'node:crypto';
import {
  type Dispute,
  type DisputeBoard,
  type DisputeReport,
  dispute as disputeSchema,
  type StaffDispute,
  staffDisputeDetail,
} from '@coinwarden/contracts';
import { DAY } from '@coinwarden/domain';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestStaff } from '../../support/app.js';
import { type Economy, startEconomy } from '../../support/economy.js';
import { expectSoundLedger } from '../../support/ledger.js';
import { noticeSettings } from '../../support/notice-senders.js';
import { type Bought, buy, idOf, pageOf, StripeDispute, tell } from './dispute-desk.js';

let economy: Economy;
let analyst: TestStaff;
let bought: Bought;
/** Due in an hour, in three days, won, and lost. */
let urgent: StripeDispute;
let calm: StripeDispute;
let won: StripeDispute;
let lost: StripeDispute;

beforeAll(async () => {
  economy = await startEconomy({ jobs: false, ...noticeSettings() });
  analyst = await economy.signIn('dispute_analyst');
  bought = await buy(economy);
  urgent = new StripeDispute(bought.reference, {}, Date.now() - 8 * DAY + 3_600_000);
  calm = new StripeDispute((await buy(economy)).reference, { reason: 'duplicate' }, Date.now() - 5 * DAY);
  won = new StripeDispute((await buy(economy)).reference);
  lost = new StripeDispute((await buy(economy)).reference);
  await tell(economy, urgent.event('created'), urgent.withdrawn(), calm.event('created'));
  await tell(economy, won.withdrawn(), won.reinstated(), won.event('closed', { status: 'won' }));
  await tell(economy, lost.withdrawn(), lost.event('closed', { status: 'lost' }));
});
afterAll(async () => {
  await expectSoundLedger(economy);
  await economy.close();
});

const list = async (filter: object, sort?: string): Promise<StaffDispute[]> =>
  (
    await analyst.request
      .get('/staff/disputes')
      .query({ filter: JSON.stringify(filter), ...(sort && { sort }) })
      .expect(200)
  ).body;
const providerIds = (disputes: readonly StaffDispute[]) => disputes.map((one) => one.providerDisputeId);

describe('the desk', () => {
  it('finds disputes by what they are about, where they stand and how soon they are due', async () => {
    expect(providerIds(await list({ deadline: 'at_risk' }))).toEqual([urgent.id]);
    expect(providerIds(await list({ deadline: ['this_week'] }))).toEqual([calm.id]);
    expect(providerIds(await list({ status: 'lost', scheme: 'visa' }))).toEqual([lost.id]);
    expect(providerIds(await list({ reason: 'duplicate', open: true }))).toEqual([calm.id]);
    expect(
      providerIds(await list({ category: 'fraudulent', open: false }, '["openedAt","ASC"]')).sort(),
    ).toEqual([won.id, lost.id].sort());
    for (const q of [urgent.id, bought.reference, bought.purchaseId, bought.accountId])
      expect(providerIds(await list({ q }))).toEqual([urgent.id]);
    expect(providerIds(await list({ open: true }, '["dueAt","ASC"]'))).toEqual([urgent.id, calm.id]);
    await analyst.request.get('/staff/disputes').query({ filter: '{"fields":"x"}' }).expect(422);
  });

  it('counts what is open by deadline, with what is at stake', async () => {
    const board: DisputeBoard = (await analyst.request.get('/staff/disputes/board').expect(200)).body;
    const stake = [{ amountMinor: 999, currency: 'USD' }];
    expect(board).toEqual({
      atRiskHours: 48,
      columns: [
        { deadline: 'overdue', count: 0, amounts: [] },
        { deadline: 'at_risk', count: 1, amounts: stake },
        { deadline: 'this_week', count: 1, amounts: stake },
        { deadline: 'later', count: 0, amounts: [] },
        { deadline: 'waiting', count: 0, amounts: [] },
      ],
    });
  });

  it('gives a dispute to somebody who answers disputes, and keeps notes', async () => {
    const id = await idOf(economy, urgent);
    const other = await economy.signIn('dispute_analyst');
    const agent = await economy.signIn('support_agent');
    const assign = (staffId: string | null) =>
      analyst.request.put(`/staff/disputes/${id}/assignee`).send({ staffId });
    expect((await assign(other.id).expect(200)).body.assignee).toMatchObject({ id: other.id });
    expect(providerIds(await list({ assigneeId: other.id }))).toEqual([urgent.id]);
    await assign(agent.id).expect(422);
    await assign(randomUUID()).expect(422);
    await assign(null).expect(200);
    const noted = await analyst.request
      .post(`/staff/disputes/${id}/notes`)
      .send({ text: 'Called them.' })
      .expect(201);
    expect(noted.body.timeline.at(-1)).toMatchObject({ kind: 'note', text: 'Called them.' });
    expect(noted.body.timeline.map(({ kind }: { kind: string }) => kind)).toEqual([
      ...['opened', 'matched', 'money_withdrawn'],
      ...['assigned', 'assigned', 'note'],
    ]);
    expect(noted.body.timeline[2].details).toMatchObject({ amountMinor: 999, currency: 'USD' });
    await agent.request.post(`/staff/disputes/${id}/notes`).send({ text: 'x' }).expect(403);
    await agent.request.get(`/staff/disputes/${id}`).expect(200);
  });

  it('shows everything about one, as the contract says', async () => {
    const page = await pageOf(economy, analyst, urgent);
    expect(staffDisputeDetail.parse(page)).toEqual(page);
    expect(page).toMatchObject({
      packageId: 'coins-700',
      moneyBack: { capturedMinor: 999, lostMinor: 999, refundableMinor: 0 },
      moneyEvents: [{ kind: 'withdrawn', amountMinor: 999, feeMinor: 1_500, currency: 'USD' }],
      liability: { party: 'platform', lostMinor: 999, feeMinor: 1_500, takenCoins: 700 },
    });
    await analyst.request.get(`/staff/disputes/${randomUUID()}`).expect(404);
    await analyst.request.get('/staff/disputes/none').expect(404);
  });

  it('reports what was won and lost, by reason, method and package, with amounts and fees', async () => {
    const read = async (by: string): Promise<DisputeReport> => {
      const period = { from: new Date(Date.now() - 30 * DAY).toISOString(), to: new Date().toISOString() };
      return (
        await analyst.request
          .get('/staff/reports/disputes')
          .query({ ...period, by })
          .expect(200)
      ).body;
    };
    const { total, groups } = await read('reason');
    expect(total).toMatchObject({
      disputes: 4,
      open: 2,
      won: 1,
      lost: 1,
      wonPermille: 500,
      disputedUsdMinor: 3_996,
      lostUsdMinor: 1_998,
      feesUsdMinor: 4_500,
    });
    expect(groups.map(({ key, disputes }) => [key, disputes])).toEqual([
      ['fraudulent', 3],
      ['duplicate', 1],
    ]);
    expect((await read('method')).groups).toMatchObject([{ key: 'visa', disputes: 4 }]);
    expect((await read('package')).groups).toMatchObject([{ key: 'coins-700', disputes: 4 }]);
    await analyst.request.get('/staff/reports/disputes').query({ from: 'x', to: 'y' }).expect(422);
  });
});

describe('the platform', () => {
  it('reads a dispute, with a key that may', async () => {
    const disputeId = await idOf(economy, lost);
    const { body } = await economy.asPlatform.get(`/v1/disputes/${disputeId}`).expect(200);
    expect(disputeSchema.parse(body) satisfies Dispute).toEqual(body);
    expect(body).toMatchObject({
      disputeId,
      status: 'lost',
      withdrawnMinor: 999,
      feeMinor: 1_500,
      dueAt: null,
    });
    await economy.asPlatform.get(`/v1/disputes/${randomUUID()}`).expect(404);
    const { apiKey } = await economy.newApiKey(['account.read']);
    await economy.request
      .get(`/v1/disputes/${disputeId}`)
      .set('Authorization', `Bearer ${apiKey}`)
      .expect(403);
  });

  it('is told of what becomes of it, and the audit log keeps it', async () => {
    const newsOf = async (dispute: StripeDispute) => {
      const rows = await economy.db.query<{ payload: { disputeId: string; news: string } }>(
        "SELECT payload FROM outbox WHERE topic = 'dispute.changed' ORDER BY outbox_id",
      );
      const disputeId = await idOf(economy, dispute);
      return rows.filter(({ payload }) => payload.disputeId === disputeId).map(({ payload }) => payload.news);
    };
    expect(await newsOf(urgent)).toEqual(['opened', 'updated']);
    expect(await newsOf(won)).toEqual(['opened', 'updated', 'won']);
    expect(await newsOf(lost)).toEqual(['opened', 'lost']);
    const audit = await economy.db.query<{ action: string }>(
      "SELECT action FROM audit_log WHERE subject_type = 'dispute' AND subject_id = $1 ORDER BY seq",
      [await idOf(economy, lost)],
    );
    expect(audit.map(({ action }) => action)).toEqual(['dispute.opened', 'dispute.restated']);
  });
});
