import { randomUUID } from 'node:crypto';
import { DAY } from '@coinwarden/domain';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type Economy, startEconomy } from '../../support/economy.js';
import { expectSoundLedger } from '../../support/ledger.js';
import { bookedOf } from '../../support/money-back.js';
import { buy, expectPaidOnce, request, workOff } from './refund-desk.js';
import { RefundProvider } from './refund-provider.js';

let economy: Economy;
let provider: RefundProvider;
beforeAll(async () => {
  economy = await startEconomy({ jobs: false });
  provider = new RefundProvider(economy);
});
afterAll(() => economy.close());
afterEach(() => expectSoundLedger(economy));

const REASON = { reason: 'accidental_purchase' };
const bought = async (which?: Parameters<typeof buy>[2]) => buy(economy, await economy.account(), which);

describe('POST /v1/refunds', () => {
  test('a small unspent purchase is approved at once, with all that is left', async () => {
    const { purchaseId, accountId } = await bought();
    const answer = await request(economy, { purchaseId, ...REASON });
    expect(answer).toMatchObject({
      httpStatus: 200,
      purchaseId,
      accountId,
      money: { amountMinor: 999, currency: 'USD' },
      status: 'approved',
      origin: 'platform',
      nextStep: null,
      failure: null,
      replayed: false,
    });
    await workOff(economy);
    const read = await economy.asPlatform.get(`/v1/refunds/${answer.refundId}`).expect(200);
    expect(read.body).toMatchObject({ refundId: answer.refundId, status: 'succeeded' });
  });

  test('a spent one waits for a person, and nothing moves until then', async () => {
    const { purchaseId, accountId } = await bought();
    await economy.gift(accountId, await economy.account({ creator: true }), { quantity: 100 });
    const answer = await request(economy, { purchaseId, ...REASON });
    expect(answer.status).toBe('pending_approval');
    expect(await bookedOf(economy, { accountId, purchaseId })).toBeUndefined();
  });

  test('the same key and body is answered as it was then, whatever has happened since', async () => {
    const { purchaseId, accountId } = await bought();
    const key = randomUUID();
    const first = await request(economy, { purchaseId, ...REASON }, key);
    await workOff(economy);
    const second = await request(economy, { purchaseId, ...REASON }, key);
    expect(second).toEqual({ ...first, replayed: true });
    expect(second.status).toBe('approved');
    const other = await request(economy, { purchaseId, ...REASON, note: 'again' }, key);
    expect(other).toMatchObject({ httpStatus: 409, code: 'idempotency.conflict' });
    expect(await bookedOf(economy, { accountId, purchaseId })).toMatchObject({ refunded: 999 });
  });

  test('the same key is another account’s own', async () => {
    const key = randomUUID();
    for (const { purchaseId } of [await bought(), await bought()])
      expect((await request(economy, { purchaseId, ...REASON }, key)).replayed).toBe(false);
  });

  test('of many at once with one key one opens a refund', async () => {
    const { purchaseId } = await bought();
    const key = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => request(economy, { purchaseId, ...REASON }, key)),
    );
    expect(new Set(answers.map((answer) => answer.refundId)).size).toBe(1);
    expect(answers.filter((answer) => !answer.replayed)).toHaveLength(1);
  });

  test('of many at once with keys of their own no more goes back than was paid', async () => {
    const purchase = await bought();
    const body = { purchaseId: purchase.purchaseId, amountMinor: 400, ...REASON };
    const answers = await Promise.all(Array.from({ length: 6 }, () => request(economy, body)));
    expect(answers.filter(({ httpStatus }) => httpStatus === 200)).toHaveLength(2);
    for (const refused of answers.filter(({ httpStatus }) => httpStatus !== 200))
      expect(refused).toMatchObject({ httpStatus: 409, code: 'refund.exceeds_captured' });
    await workOff(economy);
    expect(provider.paid(purchase.reference)).toBe(800n);
    expect(await expectPaidOnce(economy, purchase)).toMatchObject({ refunded: 800 });
  });

  test('parts sum to the whole, down to the last coin', async () => {
    const purchase = await bought();
    const { purchaseId, accountId } = purchase;
    for (const amountMinor of [333, 1, 332, 332])
      expect((await request(economy, { purchaseId, amountMinor, ...REASON })).status).toBe('approved');
    const last = await request(economy, { purchaseId, ...REASON });
    expect(last.money.amountMinor).toBe(1);
    await workOff(economy);
    expect(await expectPaidOnce(economy, purchase)).toMatchObject({ refunded: 999, reserved: 0, taken: 700 });
    expect(provider.paid(purchase.reference)).toBe(999n);
    expect((await economy.wallet(accountId)).coins.available).toBe(0);
  });

  test.each([
    ['a missing key', {}, undefined, 400, 'idempotency.missing'],
    ['an unknown reason', { reason: 'because' }, 'k', 422, 'request.invalid'],
    ['a reason for people only', { reason: 'goodwill', note: 'kind' }, 'k', 422, 'request.invalid'],
    ['a reason without the note it needs', { reason: 'other' }, 'k', 422, 'request.invalid'],
    ['nothing', { amountMinor: 0 }, 'k', 422, 'request.invalid'],
    ['more than was paid', { amountMinor: 1_000 }, 'k', 409, 'refund.exceeds_captured'],
    ['an unknown purchase', { purchaseId: randomUUID() }, 'k', 404, 'record.unknown'],
    ['a purchase id that is none', { purchaseId: 'x' }, 'k', 404, 'record.unknown'],
    ['a field nobody knows', { colour: 'red' }, 'k', 422, 'request.invalid'],
  ])('refuses %s', async (_, changes, key, status, code) => {
    const { purchaseId } = await bought();
    const call = economy.asPlatform.post('/v1/refunds');
    if (key) call.set('Idempotency-Key', randomUUID());
    const answer = await call.send({ purchaseId, ...REASON, ...changes });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  test('says that only Apple refunds its purchases', async () => {
    const { purchaseId } = await bought('apple');
    const answer = await request(economy, { purchaseId, ...REASON });
    expect(answer).toMatchObject({ httpStatus: 409, code: 'refund.not_refundable' });
    expect(answer.detail).toContain('reportaproblem.apple.com');
  });

  test('never pays a payment back that belongs to another purchase', async () => {
    const first = await bought();
    const again = await economy.buy(first.accountId, {
      payment: { provider: 'stripe', reference: first.reference, captured: true },
    });
    expect(again.outcome).toBe('decline');
    const answer = await request(economy, { purchaseId: again.transactionId, ...REASON });
    expect(answer).toMatchObject({ httpStatus: 409, code: 'refund.not_refundable' });
  });

  test('a purchase of long ago is refused with the row that decided', async () => {
    const { purchaseId } = await bought();
    await economy.db.query('UPDATE transactions SET decided_at = $2 WHERE transaction_id = $1', [
      purchaseId,
      new Date(Date.now() - 200 * DAY),
    ]);
    const answer = await request(economy, { purchaseId, ...REASON });
    expect(answer).toMatchObject({ status: 'rejected', failure: { code: 'policy' } });
  });
});
