import { randomUUID } from 'node:crypto';
import { MINUTE, type Notice, type RefundFact } from '@coinwarden/domain';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { ApplyRefundNotice } from '../../../api/src/refunds/refunds.public.js';
import type { TestStaff } from '../../support/app.js';
import { type Economy, judgeBy, startEconomy } from '../../support/economy.js';
import { expectSoundLedger } from '../../support/ledger.js';
import { bookedOf } from '../../support/money-back.js';
import { ask, type Bought, buy, callAgain, expectPaidOnce, page, workOff } from './refund-desk.js';
import { RefundProvider } from './refund-provider.js';

let economy: Economy;
let provider: RefundProvider;
let agent: TestStaff;
beforeAll(async () => {
  economy = await startEconomy({ jobs: false });
  provider = new RefundProvider(economy, ['stripe']);
  agent = await economy.signIn('support_agent');
});
afterAll(() => economy.close());
afterEach(() => expectSoundLedger(economy));

const NOW = Date.now();
const REASON = { reason: 'accidental_purchase' };

const noticeOf = (
  reference: string,
  fact: Partial<RefundFact>,
  minute = 0,
  from: Notice['provider'] = 'stripe',
): Notice => ({
  provider: from,
  noticeId: randomUUID(),
  occurredAt: NOW + minute * MINUTE,
  fact: {
    type: 'refund',
    reference,
    providerRefundId: `re_${reference}`,
    refundId: null,
    status: 'succeeded',
    money: null,
    detail: null,
    ...fact,
  },
});

const apply = (notice: Notice) => economy.app.get(ApplyRefundNotice, { strict: false }).run(notice);

const refundsOf = async ({ purchaseId }: Bought) =>
  (
    await agent.request
      .get('/staff/refunds')
      .query({ filter: JSON.stringify({ purchaseId }) })
      .expect(200)
  ).body;

async function asked() {
  const purchase = await buy(economy, await economy.account());
  const { refundId } = await ask(agent, { purchaseId: purchase.purchaseId, ...REASON });
  return { purchase, refundId };
}

describe('a refund of ours', () => {
  test('that failed after it went through gives the coins back, in any order of the news', async () => {
    for (const order of ['told', 'backwards']) {
      const { purchase, refundId } = await asked();
      provider.next('pend');
      await workOff(economy);
      const { providerRefundId } = provider.made(purchase.reference)[0]!;
      const told = (status: RefundFact['status'], minute: number) =>
        noticeOf(purchase.reference, { providerRefundId, refundId, status, detail: 'expired_card' }, minute);
      const news = [told('pending', 0), told('succeeded', 1), told('failed', 2), told('succeeded', 1)];
      for (const notice of order === 'told' ? news : news.reverse()) {
        expect(await apply(notice)).toBe('applied');
        await expectPaidOnce(economy, purchase);
      }
      expect(await page(agent, refundId)).toMatchObject({
        status: 'failed',
        failure: { code: 'provider.failed', message: 'expired_card' },
        allowedActions: ['retry'],
      });
      expect(await bookedOf(economy, purchase)).toMatchObject({ refunded: 0, reserved: 0, taken: 0 });
      expect((await economy.wallet(purchase.accountId)).coins.available).toBe(700);
    }
  });

  test('told while its answer is on the way is the same refund', async () => {
    const { purchase, refundId } = await asked();
    provider.during = async () => {
      provider.during = async () => undefined;
      const providerRefundId = `re_refund-${refundId}-1`;
      expect(await apply(noticeOf(purchase.reference, { refundId, providerRefundId }))).toBe('applied');
    };
    await workOff(economy);
    expect(await refundsOf(purchase)).toMatchObject([{ id: refundId, status: 'succeeded' }]);
    expect(await expectPaidOnce(economy, purchase)).toMatchObject({ refunded: 999, excess: 0 });
  });

  test('that may be the one a provider tells of without a name is waited for', async () => {
    const { purchase, refundId } = await asked();
    provider.next('lose_answer');
    await workOff(economy);
    const unnamed = noticeOf(purchase.reference, { providerRefundId: `re_refund-${refundId}-1` });
    expect(await apply(unnamed)).toBe('waiting');
    await callAgain(economy, refundId);
    expect(await apply(unnamed)).toBe('applied');
    expect(await refundsOf(purchase)).toHaveLength(1);
    expect(await expectPaidOnce(economy, purchase)).toMatchObject({ refunded: 999, excess: 0 });
  });

  test('whose notices get lost is asked about', async () => {
    const { purchase, refundId } = await asked();
    provider.next('pend');
    await workOff(economy);
    await callAgain(economy, refundId);
    expect((await page(agent, refundId)).status).toBe('processing');
    provider.settle(purchase.reference, 'succeeded');
    await callAgain(economy, refundId);
    expect((await page(agent, refundId)).status).toBe('succeeded');
    expect(provider.made(purchase.reference)).toHaveLength(1);
    await expectPaidOnce(economy, purchase);
  });
});

describe('a refund made without us', () => {
  test('of a purchase nobody knows yet waits', async () => {
    expect(await apply(noticeOf(`pi_${randomUUID()}`, {}))).toBe('waiting');
  });

  test('gets one record, however often and at once it is told', async () => {
    const purchase = await buy(economy, await economy.account());
    const notice = noticeOf(purchase.reference, { money: { amountMinor: 333n, currency: 'USD' } });
    const answers = await Promise.all(Array.from({ length: 5 }, () => apply(notice)));
    expect(new Set(answers)).toEqual(new Set(['applied']));
    expect(await refundsOf(purchase)).toMatchObject([
      { origin: 'external', status: 'succeeded', money: { amountMinor: 333 }, allowedActions: [] },
    ]);
    expect(await expectPaidOnce(economy, purchase)).toMatchObject({ refunded: 333 });
    const rest = await ask(agent, { purchaseId: purchase.purchaseId, ...REASON });
    expect(rest.money.amountMinor).toBe(666);
  });

  test('by a store that takes it back and grants it again ends as the store left it, in any order', async () => {
    const steps = (reference: string) => [
      noticeOf(reference, { status: 'succeeded' }, 1, 'apple'),
      noticeOf(reference, { status: 'reversed' }, 2, 'apple'),
      noticeOf(reference, { status: 'succeeded' }, 3, 'apple'),
    ];
    for (const order of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 2, 0, 1],
      [1, 0, 2, 2, 0],
    ]) {
      const purchase = await buy(economy, await economy.account(), 'apple');
      const notices = steps(purchase.reference);
      for (const i of order) await apply(notices[i]!);
      expect(await refundsOf(purchase)).toMatchObject([{ status: 'succeeded', provider: 'apple' }]);
      expect(await expectPaidOnce(economy, purchase)).toMatchObject({ refunded: 999, taken: 700 });
    }
  });

  test('finds the refund that waits for the store', async () => {
    await judgeBy(economy, [{ kind: 'purchase', effect: 'decline' }]);
    const purchase = await buy(economy, await economy.account(), 'apple');
    await judgeBy(economy, []);
    await workOff(economy);
    const [waiting] = await refundsOf(purchase);
    expect(waiting).toMatchObject({
      status: 'approved',
      channel: 'store',
      nextStep: { code: 'buyer_asks_apple', message: expect.stringContaining('reportaproblem.apple.com') },
    });
    expect(await apply(noticeOf(purchase.reference, {}, 5, 'apple'))).toBe('applied');
    expect(await refundsOf(purchase)).toMatchObject([{ id: waiting.id, status: 'succeeded' }]);
    expect(await expectPaidOnce(economy, purchase)).toMatchObject({ refunded: 999, excess: 0 });
  });

  test('of more than was paid is booked as excess, and charged to nobody', async () => {
    const { purchase, refundId } = await asked();
    await workOff(economy);
    const twice = noticeOf(purchase.reference, { providerRefundId: `re_other_${refundId}` });
    expect(await apply(twice)).toBe('applied');
    expect(await expectPaidOnce(economy, purchase)).toMatchObject({ refunded: 999, excess: 999, taken: 700 });
  });
});

describe('what providers told', () => {
  test('is kept as it was told and never rewritten', async () => {
    const { purchase, refundId } = await asked();
    await workOff(economy);
    const rows = await economy.db.query('SELECT status, source FROM refund_facts WHERE refund_id = $1', [
      refundId,
    ]);
    expect(rows).toEqual([{ status: 'succeeded', source: 'answer' }]);
    const change = economy.db.query('DELETE FROM refund_facts WHERE refund_id = $1', [refundId]);
    await expect(change).rejects.toThrow('append-only');
    await expectPaidOnce(economy, purchase);
  });
});
