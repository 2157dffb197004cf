import { randomUUID } from 'node:crypto';
import type { AccountPurchases, AccountSummary } from '@coinwarden/contracts';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TestStaff } from '../../support/app.js';
import { type Economy, startEconomy } from '../../support/economy.js';
import { bought, claimOf, settle } from '../../support/money-back.js';
import { act, openCase, page } from '../cases/case-desk.js';

let economy: Economy;
let support: TestStaff;
let analyst: TestStaff;
let auditor: TestStaff;
beforeAll(async () => {
  economy = await startEconomy({ jobs: false });
  support = await economy.signIn('support_agent');
  analyst = await economy.signIn('dispute_analyst');
  auditor = await economy.signIn('auditor');
});
afterAll(() => economy?.close());

const get = async (who: TestStaff, accountId: string, part: string, query: object = {}) =>
  (await who.request.get(`/staff/accounts/${accountId}/${part}`).query(query).expect(200)).body;
const summaryOf = (who: TestStaff, accountId: string): Promise<AccountSummary> =>
  get(who, accountId, 'summary');

describe('the first view', () => {
  test('tells what an account has spent, what of it went back, and what is open', async () => {
    const accountId = await economy.account({ email: 'ada@example.com' });
    const purchase = await bought(economy, accountId);
    await bought(economy, accountId);
    await settle(economy, purchase, claimOf({ paidMinor: 999n }));
    await openCase(economy, accountId);
    const summary = await summaryOf(support, accountId);
    expect(summary.lifetime).toMatchObject({
      money: [{ currency: 'USD', purchases: 2, spentMinor: 1_998, backMinor: 999 }],
      netUsdMinor: 999,
    });
    expect(summary.open).toEqual({ cases: 1, disputes: 0, refunds: 0 });
    expect(summary.wallet.coins.available).toBe(700);
    expect(summary.limits.length).toBeGreaterThan(0);
    expect(summary.allowedActions).toEqual(['note', 'report', 'refund']);
  });

  test('masks the e-mail address for everybody, and names what may be revealed', async () => {
    const accountId = await economy.account({ email: 'ada@example.com' });
    for (const who of [support, analyst, auditor]) {
      const answer = await who.request.get(`/staff/accounts/${accountId}/summary`).expect(200);
      expect(answer.text).not.toContain('ada@example.com');
      expect(answer.body.email).toBe('a•••@example.com');
    }
    expect((await summaryOf(support, accountId)).reveals).toEqual(['email']);
    expect((await summaryOf(auditor, accountId)).reveals).toEqual([]);
    expect((await summaryOf(auditor, accountId)).allowedActions).toEqual([]);
  });

  test('names guardians, wards, lists and why it is restricted', async () => {
    const guardian = await economy.account();
    const child = await economy.account({ ageBand: '13-15', guardianAccountId: guardian });
    const admin = await economy.signIn('admin');
    await admin.request
      .post('/staff/lists')
      .send({ list: 'block', type: 'account', value: child, reason: 'x', expiresAt: null })
      .expect(201);
    await admin.request
      .post(`/staff/accounts/${child}/actions/restrict`)
      .send({ reason: 'Overspends' })
      .expect(200);
    expect((await summaryOf(support, guardian)).wards).toEqual([child]);
    const summary = await summaryOf(admin, child);
    expect(summary).toMatchObject({ guardianAccountId: guardian, statusBecause: { by: 'staff' } });
    expect(summary.listed).toEqual([{ entryId: expect.any(String), list: 'block' }]);
    expect((await summaryOf(support, child)).listed).toBeNull();
  });

  test('there is none of an account that nobody knows', async () => {
    for (const part of ['summary', 'lots', 'purchases', 'gifts'])
      expect((await support.request.get(`/staff/accounts/nobody/${part}`)).status).toBe(404);
  });
});

describe('what an account owns and bought', () => {
  test('its lots say where they came from', async () => {
    const accountId = await economy.account();
    const purchase = await bought(economy, accountId);
    await economy.submit({ kind: 'unlock', accountId, contentId: 'video', coins: 200 });
    await economy.submit({ kind: 'reward', accountId, coins: 30, reason: 'birthday' });
    const { lots, more } = await get(support, accountId, 'lots');
    expect(more).toBe(0);
    const paid = lots.find((lot: { kind: string }) => lot.kind === 'paid');
    expect(paid).toMatchObject({
      granted: 700,
      remaining: 500,
      held: 0,
      expiresAt: null,
      source: {
        transactionId: purchase.purchaseId,
        kind: 'purchase',
        package: { id: 'coins-700' },
        promotion: null,
      },
    });
    const given = lots.find((lot: { source: { kind: string } }) => lot.source.kind === 'reward');
    expect(given).toMatchObject({ granted: 30, remaining: 30, expiresAt: expect.any(String) });
  });

  test('diamonds that wait say until when', async () => {
    const fan = await economy.account();
    const creator = await economy.account({ creator: true });
    await economy.buy(fan);
    await economy.gift(fan, creator);
    const { maturing } = await get(support, creator, 'lots');
    expect(maturing).toHaveLength(1);
    expect(Date.parse(maturing[0].at)).toBeGreaterThan(Date.now());
  });

  test('purchases come in pages, with what went back and nothing of the payment in clear', async () => {
    const accountId = await economy.account();
    const purchases = [];
    for (let i = 0; i < 5; i++) purchases.push(await bought(economy, accountId));
    await economy.submit({ kind: 'unlock', accountId, contentId: 'video', coins: 1 });
    await settle(economy, purchases[0]!, claimOf({ paidMinor: 999n }));
    const first: AccountPurchases = await get(support, accountId, 'purchases', { limit: 3 });
    const second: AccountPurchases = await get(support, accountId, 'purchases', {
      limit: 3,
      cursor: first.nextCursor,
    });
    expect([...first.items, ...second.items].map(({ purchaseId }) => purchaseId)).toEqual(
      purchases.map(({ purchaseId }) => purchaseId).reverse(),
    );
    expect(second.nextCursor).toBeNull();
    const oldest = second.items.at(-1)!;
    expect(oldest.back).toEqual({ refundedMinor: 999, reservedMinor: 0, lostMinor: 0 });
    expect(oldest.allowedActions).toEqual([]);
    expect(first.items[0]).toMatchObject({ allowedActions: ['refund'], money: { amountMinor: 999 } });
    for (const { reference, instrument } of first.items)
      expect(`${reference}${instrument}`).toMatch(/^•••.*•••/);
    const [denied, bad] = [
      await (await economy.signIn('product_manager')).request.get(`/staff/accounts/${accountId}/purchases`),
      await support.request.get(`/staff/accounts/${accountId}/purchases`).query({ cursor: 'x' }),
    ];
    expect([denied.status, bad.status]).toEqual([200, 422]);
  });

  test('gifts name the other side, both ways', async () => {
    const fan = await economy.account();
    const creator = await economy.account({ creator: true });
    await economy.buy(fan);
    for (let i = 0; i < 3; i++) await economy.gift(fan, creator);
    await economy.submit({ kind: 'unlock', accountId: fan, contentId: 'video', coins: 1 });
    const sent = await get(support, fan, 'gifts', { limit: 2 });
    expect(sent.items.map((gift: { counterpartyId: string }) => gift.counterpartyId)).toEqual([
      creator,
      creator,
    ]);
    const rest = await get(support, fan, 'gifts', { limit: 2, cursor: sent.nextCursor });
    expect(rest.items).toHaveLength(1);
    const received = await get(support, creator, 'gifts', { direction: 'received' });
    expect(received.items.map((gift: { accountId: string }) => gift.accountId)).toEqual([fan, fan, fan]);
  });
});

describe('revealing', () => {
  const reveal = (who: TestStaff, accountId: string, body: object) =>
    who.request.post(`/staff/accounts/${accountId}/reveals`).send(body);
  const entries = (accountId: string) =>
    economy.db.query<{ actor_id: string; reason: string | null; details: object }>(
      "SELECT actor_id, reason, details FROM audit_log WHERE action = 'pii.revealed' AND subject_id = $1 ORDER BY seq",
      [accountId],
    );

  test('an e-mail address is told to those who work with addresses, and the audit log keeps who it was', async () => {
    const accountId = await economy.account({ email: 'ada@example.com' });
    const answer = await reveal(support, accountId, { detail: 'email', reason: 'Caller asks' }).expect(200);
    expect(answer.body).toEqual({ detail: 'email', value: 'ada@example.com' });
    const logged = await entries(accountId);
    expect(logged).toEqual([{ actor_id: support.id, reason: 'Caller asks', details: { detail: 'email' } }]);
    expect(JSON.stringify(logged)).not.toContain('ada@');
  });

  test('details of payments and sign-ins are named by where they stand', async () => {
    const accountId = await economy.account();
    const { purchaseId } = await bought(economy, accountId);
    const told = await economy.asPlatform
      .post('/v1/events')
      .send({ type: 'sign_in', accountId, device: { id: 'phone-of-ada-1', ip: '198.51.100.9' } })
      .expect(201);
    const { eventId } = told.body;
    const values = [];
    for (const body of [
      { detail: 'paymentInstrument', transactionId: purchaseId },
      { detail: 'ip', eventId },
      { detail: 'device', eventId },
    ])
      values.push((await reveal(analyst, accountId, body).expect(200)).body.value);
    expect(values).toEqual([`card-${accountId}`, '198.51.100.9', 'phone-of-ada-1']);
    expect((await entries(accountId)).map(({ details }) => details)).toEqual([
      { detail: 'paymentInstrument', transactionId: purchaseId },
      { detail: 'ip', eventId },
      { detail: 'device', eventId },
    ]);
    const masked = await analyst.request.get(`/staff/accounts/${accountId}/security?masked=true`).expect(200);
    expect(masked.text).not.toMatch(/198\.51\.100\.9|phone-of-ada-1/);
    expect(masked.body.devices[0]).toMatchObject({ id: '•••da-1', eventId });
  });

  test('is refused without the permission of the detail, of another account, and writes nothing then', async () => {
    const accountId = await economy.account({ email: 'ada@example.com' });
    const { purchaseId } = await bought(economy, accountId);
    const stranger = await economy.account();
    const tried = [
      [await reveal(auditor, accountId, { detail: 'email' }), 403],
      [await reveal(support, accountId, { detail: 'paymentReference', transactionId: purchaseId }), 403],
      [await reveal(analyst, stranger, { detail: 'paymentReference', transactionId: purchaseId }), 404],
      [await reveal(analyst, stranger, { detail: 'email' }), 404],
      [await reveal(analyst, accountId, { detail: 'ip', eventId: randomUUID() }), 404],
      [await reveal(analyst, accountId, { detail: 'ip' }), 422],
      [await reveal(analyst, accountId, { detail: 'shoe size' }), 422],
    ] as const;
    expect(tried.map(([answer]) => answer.status)).toEqual(tried.map(([, status]) => status));
    expect(await entries(accountId)).toEqual([]);
    expect(await entries(stranger)).toEqual([]);
  });
});

describe('what an agent begins from here', () => {
  test('a report comes before reviewers once, whoever else reports', async () => {
    const accountId = await economy.account();
    const report = (who: TestStaff, reason: string) =>
      who.request.post(`/staff/accounts/${accountId}/actions/report`).send({ reason });
    const twice = await Promise.all([1, 2].map(() => report(support, 'Sells coins on the phone')));
    const { caseId } = twice[0]!.body;
    expect(twice.map(({ status, body }) => [status, body.caseId])).toEqual([
      [200, caseId],
      [200, caseId],
    ]);
    expect((await report(analyst, 'Same card as others').expect(200)).body.caseId).toBe(caseId);
    const reviewer = await economy.signIn('ts_reviewer');
    const { alertList } = await page(reviewer, caseId);
    expect(alertList.map(({ reason }) => reason.values['text']).sort()).toEqual([
      'Same card as others',
      'Sells coins on the phone',
    ]);
    expect((await report(auditor, 'x')).status).toBe(403);
    expect((await report(support, ' ')).status).toBe(422);
    expect(
      (await support.request.post('/staff/accounts/nobody/actions/report').send({ reason: 'x' })).status,
    ).toBe(404);
  });

  test('an agent who decides no cases appeals for a customer', async () => {
    const accountId = await economy.account();
    const caseId = await openCase(economy, accountId);
    const lead = await economy.signIn('ts_lead');
    await act(lead, caseId, 'claim').expect(200);
    const { policies } = await page(lead, caseId);
    await act(lead, caseId, 'decide', {
      verdict: 'confirmed',
      policy: policies.find(({ verdicts }) => verdicts.includes('confirmed'))!.code,
      measures: [{ type: 'restrict_account' }],
    }).expect(200);
    const appealed = await act(support, caseId, 'appeal', { reason: 'It was my brother.' }).expect(200);
    expect(appealed.body).toMatchObject({ status: 'appealed', appeal: { statement: 'It was my brother.' } });
    expect((await act(auditor, caseId, 'appeal', { reason: 'x' })).status).toBe(403);
  });
});
