import { DAY, HOUR, MINUTE } from '@coinwarden/domain';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { SendAnswers } from '../../../api/src/disputes/disputes.public.js';
import type { TestStaff } from '../../support/app.js';
import { type Economy, startEconomy } from '../../support/economy.js';
import { expectSoundLedger } from '../../support/ledger.js';
import { bookedOf, passTime } from '../../support/money-back.js';
import { noticeSettings, sendStandard } from '../../support/notice-senders.js';
import {
  act,
  buy,
  DisputeProvider,
  hashOf,
  idOf,
  pageOf,
  StripeDispute,
  tell,
  work,
} from './dispute-desk.js';

let economy: Economy;
let analyst: TestStaff;
let lead: TestStaff;
let provider: DisputeProvider;
beforeAll(async () => {
  economy = await startEconomy({ jobs: false, ...noticeSettings() });
  analyst = await economy.signIn('dispute_analyst');
  lead = await economy.signIn('ts_lead');
});
afterAll(() => economy.close());
afterEach(() => expectSoundLedger(economy));

async function disputed(openedAt = Date.now() - DAY) {
  provider = new DisputeProvider(economy);
  const purchase = await buy(economy);
  const dispute = new StripeDispute(purchase.reference, {}, openedAt);
  await tell(economy, dispute.event('created'), dispute.withdrawn());
  const disputeId = await idOf(economy, dispute);
  return { purchase, dispute, disputeId, read: () => pageOf(economy, analyst, dispute) };
}
const sendAgain = async (disputeId: string) => {
  const due =
    "UPDATE dispute_answers SET try_at = now() - interval '1 second' WHERE dispute_id = $1 AND try_at IS NOT NULL";
  await economy.db.query(due, [disputeId]);
  await economy.app.get(SendAnswers, { strict: false }).run();
};

describe('submitting evidence', () => {
  it('sends the pack that was looked at, once', async () => {
    const { disputeId, dispute, read } = await disputed();
    expect((await read()).allowedActions).toEqual(['submit', 'accept']);
    const hash = await hashOf(analyst, disputeId);
    const answer = await act(analyst, disputeId, 'submit', { hash }).expect(200);
    expect(answer.body).toMatchObject({
      status: 'under_review',
      dueAt: null,
      answeredAt: expect.any(String),
      deadline: 'waiting',
      answering: false,
      allowedActions: [],
      answers: [{ stage: 'dispute', kind: 'evidence', hash, sentAt: expect.any(String), refusal: null }],
    });
    expect(provider.submitted).toHaveLength(1);
    const [sent] = provider.submitted;
    expect(sent).toMatchObject({ providerDisputeId: dispute.id, submit: true });
    expect(sent!.file!.subarray(0, 5).toString()).toBe('%PDF-');
    expect(sent!.fields['product_description']).toEqual(expect.any(String));
    const again = await act(analyst, disputeId, 'submit', { hash }).expect(409);
    expect(again.body.code).toBe('dispute.submitted');
    expect(provider.calls).toBe(1);
  });

  it('refuses a pack that is not the one looked at, and says which it is now', async () => {
    const { disputeId } = await disputed();
    const hash = await hashOf(analyst, disputeId);
    const edit = { version: 0, statement: 'The customer used what they bought.', exhibits: {} };
    await analyst.request.put(`/staff/disputes/${disputeId}/evidence`).send(edit).expect(200);
    const refused = await act(analyst, disputeId, 'submit', { hash }).expect(409);
    expect(refused.body).toMatchObject({
      code: 'record.conflict',
      errors: [{ pointer: '/hash', detail: await hashOf(analyst, disputeId) }],
    });
    expect((await act(analyst, disputeId, 'submit').expect(422)).body.code).toBe('request.invalid');
    expect(provider.calls).toBe(0);
  });

  it('of two people at once sends one answer', async () => {
    const { disputeId, read } = await disputed();
    const hash = await hashOf(analyst, disputeId);
    const answers = await Promise.all([
      act(analyst, disputeId, 'submit', { hash }),
      act(analyst, disputeId, 'submit', { hash }),
      act(analyst, disputeId, 'accept', { reason: 'not worth it' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(provider.submitted.length + provider.accepted.length).toBe(1);
    expect((await read()).answers).toHaveLength(1);
  });

  it('asks again for an answer that got lost and never sends another', async () => {
    const { disputeId, read } = await disputed();
    const hash = await hashOf(analyst, disputeId);
    provider.next('lose_answer', 'lose_answer', 'take');
    const lost = await act(analyst, disputeId, 'submit', { hash }).expect(200);
    expect(lost.body).toMatchObject({ status: 'needs_response', answering: true, allowedActions: [] });
    expect((await act(analyst, disputeId, 'submit', { hash }).expect(409)).body.code).toBe(
      'dispute.submitted',
    );
    await sendAgain(disputeId);
    expect((await read()).answering).toBe(true);
    await sendAgain(disputeId);
    await sendAgain(disputeId);
    expect(await read()).toMatchObject({ status: 'under_review', answering: false });
    expect(provider.submitted).toHaveLength(1);
    expect(provider.calls).toBe(3);
  });

  it('that was written down by a process that died then is sent by the next, once', async () => {
    const { disputeId, read } = await disputed();
    const hash = await hashOf(analyst, disputeId);
    const sender = economy.app.get(SendAnswers, { strict: false });
    const alive = sender.one.bind(sender);
    sender.one = () => Promise.reject(new Error('killed'));
    await act(analyst, disputeId, 'submit', { hash }).expect(500);
    sender.one = alive;
    expect(provider.calls).toBe(0);
    expect(await read()).toMatchObject({ status: 'needs_response', answering: true });
    await sendAgain(disputeId);
    await sendAgain(disputeId);
    expect(await read()).toMatchObject({ status: 'under_review', answers: [{ hash }] });
    expect(provider.submitted).toHaveLength(1);
    expect(provider.calls).toBe(1);
  });

  it('believes the provider’s notice that it arrived, and asks nothing past the life of its key', async () => {
    const { disputeId, dispute, read } = await disputed();
    const hash = await hashOf(analyst, disputeId);
    provider.next('lose_answer');
    await act(analyst, disputeId, 'submit', { hash }).expect(200);
    await economy.db.query(
      "UPDATE dispute_answers SET asked_at = asked_at - interval '24 hours' WHERE dispute_id = $1",
      [disputeId],
    );
    await sendAgain(disputeId);
    expect(provider.calls).toBe(1);
    const taken = { status: 'under_review', evidence_details: { due_by: null, submission_count: 1 } };
    await tell(economy, dispute.event('updated', taken));
    await sendAgain(disputeId);
    expect(provider.calls).toBe(1);
    expect((await read()).answers).toMatchObject([{ sentAt: expect.any(String), refusal: null }]);
  });

  it('tells a plain no, after which it may be tried anew', async () => {
    const { disputeId, read } = await disputed();
    const hash = await hashOf(analyst, disputeId);
    provider.next('refuse');
    const refused = await act(analyst, disputeId, 'submit', { hash }).expect(409);
    expect(refused.body).toMatchObject({ code: 'provider.refused', detail: 'The dispute is closed.' });
    expect(await read()).toMatchObject({
      status: 'needs_response',
      answering: false,
      answers: [{ refusal: 'The dispute is closed.' }],
    });
    await act(analyst, disputeId, 'submit', { hash: await hashOf(analyst, disputeId) }).expect(200);
    expect(provider.submitted).toHaveLength(1);
  });

  it('is too late once the deadline has passed', async () => {
    const { disputeId } = await disputed(Date.now() - 8 * DAY + 2 * MINUTE);
    const hash = await hashOf(analyst, disputeId);
    passTime(economy, 3 * MINUTE);
    const late = await act(analyst, disputeId, 'submit', { hash }).expect(409);
    passTime(economy, -3 * MINUTE);
    expect(late.body.code).toBe('dispute.deadline_passed');
    expect(provider.calls).toBe(0);
  });

  it('is for those who answer disputes', async () => {
    const { disputeId } = await disputed();
    const page = await lead.request.get(`/staff/disputes/${disputeId}`).expect(200);
    expect(page.body.allowedActions).toEqual([]);
    await act(lead, disputeId, 'submit', { hash: 'x' }).expect(403);
  });
});

describe('giving a dispute up', () => {
  it('says why, is final, and books nothing that the bank has not booked', async () => {
    const { disputeId, dispute, purchase, read } = await disputed();
    await act(analyst, disputeId, 'accept').expect(422);
    const { body } = await act(analyst, disputeId, 'accept', { reason: 'The card was stolen.' }).expect(200);
    expect(body).toMatchObject({ status: 'accepted', allowedActions: [], closedAt: expect.any(String) });
    expect(provider.accepted).toHaveLength(1);
    await tell(economy, dispute.event('closed', { status: 'lost' }));
    expect((await read()).status).toBe('accepted');
    expect(await bookedOf(economy, purchase)).toMatchObject({ lost: 999, fee: 1_500 });
  });
});

describe('a provider without an interface for it', () => {
  it('is answered by hand: submitting writes down what was sent', async () => {
    provider = new DisputeProvider(economy);
    const purchase = await buy(economy, 'other');
    const opened = new Date(Date.now() - HOUR).toISOString();
    await sendStandard(economy, {
      type: 'dispute.updated',
      occurredAt: opened,
      data: {
        reference: purchase.reference,
        disputeId: `CB-${purchase.purchaseId}`,
        stage: 'dispute',
        status: 'needs_response',
        reason: 'goods not received',
        networkReasonCode: '13.1',
        scheme: 'VISA',
        money: { amountMinor: 999, currency: 'USD' },
        openedAt: opened,
      },
    }).expect(200);
    await work(economy);
    const dispute = { id: `CB-${purchase.purchaseId}` };
    const page = await pageOf(economy, analyst, dispute);
    // Visa gives thirty days, and the provider named none.
    expect(page).toMatchObject({
      category: 'product_not_received',
      dueFrom: 'scheme',
      dueAt: new Date(Date.parse(opened) + 30 * DAY).toISOString(),
    });
    const hash = await hashOf(analyst, page.id);
    const { body } = await act(analyst, page.id, 'submit', { hash }).expect(200);
    expect(body.status).toBe('under_review');
    expect(provider.calls).toBe(0);
  });
});
