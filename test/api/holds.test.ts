import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ExpireHolds } from '../../api/src/decisions/commands/expire-holds.js';
import type { TestStaff } from '../support/app.js';
import { type Economy, judgeBy, purchaseOf, startEconomy } from '../support/economy.js';
import { expectSoundLedger } from '../support/ledger.js';

const KINDS = ['purchase', 'gift', 'unlock', 'video_promotion', 'reward'] as const;

let economy: Economy;
let reviewer: TestStaff;
beforeAll(async () => {
  economy = await startEconomy();
  reviewer = await economy.signIn('ts_reviewer');
});
beforeEach(() => judgeBy(economy, []));
afterAll(async () => {
  await expectSoundLedger(economy);
  await economy.close();
});

const act = (transactionId: string, action: 'release' | 'decline', reason?: string) =>
  reviewer.request.post(`/staff/transactions/${transactionId}/actions/${action}`).send({ reason });

const reviewAll = () =>
  judgeBy(
    economy,
    KINDS.map((kind) => ({ kind, effect: 'review' })),
  );

async function lapse(transactionId: string): Promise<void> {
  await economy.db.query(
    "UPDATE holds SET expires_at = now() - interval '1 minute' WHERE transaction_id = $1",
    [transactionId],
  );
}

describe('a purchase under review', () => {
  it('credits coins that cannot be spent until staff release it', async () => {
    const buyer = await economy.account();
    await reviewAll();
    const held = await economy.buy(buyer);
    expect(held).toMatchObject({
      outcome: 'review',
      wallet: { coins: { paid: 700, held: 700, available: 0 } },
    });
    const queue = await reviewer.request
      .get('/staff/transactions')
      .query({ filter: '{"status":"held"}' })
      .expect(200);
    expect(queue.body).toContainEqual(
      expect.objectContaining({ id: held.transactionId, allowedActions: ['release', 'decline'] }),
    );
    const released = await act(held.transactionId, 'release').expect(200);
    expect(released.body).toMatchObject({
      status: 'posted',
      allowedActions: [],
      hold: { endedBy: 'released' },
    });
    expect((await economy.wallet(buyer)).coins).toMatchObject({ held: 0, available: 700 });
  });

  it('takes the coins back and opens the refund when declined, with a reason', async () => {
    const buyer = await economy.account();
    await reviewAll();
    const held = await economy.buy(buyer);
    expect((await act(held.transactionId, 'decline')).body.code).toBe('action.reason_required');
    await act(held.transactionId, 'decline', 'stolen card').expect(200);
    expect((await economy.wallet(buyer)).coins).toMatchObject({ paid: 0, held: 0 });
    const refunds = await economy.db.query('SELECT reason, amount_minor FROM refunds WHERE account_id = $1', [
      buyer,
    ]);
    expect(refunds).toEqual([{ reason: 'review_declined', amount_minor: 999n }]);
    const [audit] = await economy.db.query<{ reason: string }>(
      "SELECT reason FROM audit_log WHERE action = 'transaction.declined' AND subject_id = $1",
      [held.transactionId],
    );
    expect(audit?.reason).toBe('stolen card');
  });

  it('waits for its payment after the release when that was not captured yet', async () => {
    const buyer = await economy.account();
    await reviewAll();
    const payment = { ...purchaseOf(buyer).payment, captured: false };
    const held = await economy.buy(buyer, { payment });
    const released = await act(held.transactionId, 'release').expect(200);
    expect(released.body).toMatchObject({
      status: 'held',
      hold: { purpose: 'capture', endedBy: null },
      allowedActions: [],
    });
    await economy.asPlatform.post(`/v1/transactions/${held.transactionId}/capture`).expect(200);
    expect((await economy.wallet(buyer)).coins.available).toBe(700);
  });
});

describe('a spend under review', () => {
  it('reserves the coins, and gives them to the creator on release', async () => {
    const [fan, creator] = [await economy.account(), await economy.account({ creator: true })];
    await economy.buy(fan);
    await reviewAll();
    const held = await economy.gift(fan, creator, { giftId: 'perfume' });
    expect(held.wallet.coins).toMatchObject({ paid: 700, held: 49, available: 651 });
    await act(held.transactionId, 'release').expect(200);
    expect((await economy.wallet(fan)).coins).toMatchObject({ paid: 651, held: 0 });
    expect((await economy.wallet(creator)).diamonds.held).toBe(49);
  });

  it('gives coins and limit room back when its time runs out, exactly once', async () => {
    const fan = await economy.account();
    await economy.buy(fan);
    await reviewAll();
    const held = await economy.submit({ kind: 'unlock', accountId: fan, contentId: 'film', coins: 300 });
    await lapse(held.transactionId);
    const expire = economy.app.get(ExpireHolds);
    const ended = await Promise.all([expire.run(), expire.run(), act(held.transactionId, 'release')]);
    const [first, second, release] = ended;
    expect(first + second + (release.status === 200 ? 1 : 0)).toBe(1);
    const row = await economy.asPlatform.get(`/v1/transactions/${held.transactionId}`).expect(200);
    if (release.status !== 200) {
      expect(row.body).toMatchObject({ status: 'expired', hold: { endedBy: 'expired' } });
      expect((await economy.wallet(fan)).coins).toMatchObject({ held: 0, available: 700 });
      const limits = await economy.asPlatform.get(`/v1/accounts/${fan}/limits`).expect(200);
      const day = limits.body.active.find(
        (l: { measure: string; window: string }) => l.measure === 'coins_spent' && l.window === 'day',
      );
      expect(day.used).toBe(0);
    }
  });

  it('takes a held reward back when declined', async () => {
    const account = await economy.account();
    await reviewAll();
    const held = await economy.submit({ kind: 'reward', accountId: account, coins: 30, reason: 'contest' });
    expect(held.wallet.coins).toMatchObject({ earned: 30, available: 0 });
    await act(held.transactionId, 'decline', 'farmed').expect(200);
    expect((await economy.wallet(account)).coins).toMatchObject({ earned: 0, held: 0 });
  });

  it('is not for those who may only read', async () => {
    const account = await economy.account();
    await reviewAll();
    const held = await economy.submit({ kind: 'reward', accountId: account, coins: 30, reason: 'contest' });
    const auditor = await economy.signIn('auditor');
    const refused = await auditor.request
      .post(`/staff/transactions/${held.transactionId}/actions/release`)
      .send({});
    expect([refused.status, refused.body.code]).toEqual([403, 'auth.forbidden']);
  });
});
