import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Economy, purchaseOf, startEconomy } from '../support/economy.js';
import { expectSoundLedger } from '../support/ledger.js';

let economy: Economy;
beforeAll(async () => {
  economy = await startEconomy();
});
afterAll(async () => {
  await expectSoundLedger(economy);
  await economy.close();
});

const codes = (answer: { reasons: { code: string }[] }) => answer.reasons.map((r) => r.code);

describe('each kind of transaction', () => {
  it('credits a captured purchase at once, with the room left under the limits', async () => {
    const answer = await economy.buy(await economy.account());
    expect(answer).toMatchObject({ outcome: 'approve', reasons: [], replayed: false, promotion: null });
    expect(answer.wallet).toEqual({
      coins: { paid: 700, bonus: 0, earned: 0, held: 0, available: 700 },
      diamonds: { available: 0, held: 0 },
      debtCoins: 0,
    });
    const day = answer.limits.find((l) => l.window === 'day');
    expect(day).toMatchObject({ measure: 'purchase_money', used: 999 });
    expect(day!.remaining).toBe(day!.limit - 999);
  });

  it('turns a gift into diamonds that the creator cannot withdraw yet', async () => {
    const [fan, creator] = [await economy.account(), await economy.account({ creator: true })];
    await economy.buy(fan);
    const answer = await economy.gift(fan, creator, { giftId: 'perfume', quantity: 3 });
    expect(answer).toMatchObject({ outcome: 'approve', wallet: { coins: { paid: 553, available: 553 } } });
    expect((await economy.wallet(creator)).diamonds).toEqual({ available: 0, held: 147 });
  });

  it('spends on video promotions and unlocks, and credits rewards as earned coins', async () => {
    const account = await economy.account();
    const reward = await economy.submit({
      kind: 'reward',
      accountId: account,
      coins: 40,
      reason: 'daily check-in',
    });
    expect(reward.wallet.coins).toMatchObject({ earned: 40, available: 40 });
    await economy.submit({ kind: 'unlock', accountId: account, contentId: 'video-1', coins: 15 });
    const last = await economy.submit({
      kind: 'video_promotion',
      accountId: account,
      contentId: 'video-2',
      coins: 25,
    });
    expect(last).toMatchObject({ outcome: 'approve', wallet: { coins: { earned: 0, available: 0 } } });
  });

  it('converts and withdraws matured diamonds, each traced to its gift', async () => {
    const [fan, creator] = [await economy.account(), await economy.account({ creator: true })];
    await economy.buy(fan);
    const gift = await economy.gift(fan, creator, { giftId: 'confetti', quantity: 2 });
    await matureDiamonds(creator);
    const converted = await economy.submit({ kind: 'conversion', accountId: creator, diamonds: 100 });
    expect(converted.wallet).toMatchObject({ coins: { earned: 50 }, diamonds: { available: 200, held: 0 } });
    const destination = 'creator@pay.example';
    const paid = await economy.submit({
      kind: 'withdrawal',
      accountId: creator,
      diamonds: 200,
      payout: { method: 'paypal', destination },
    });
    expect(paid.wallet.diamonds).toEqual({ available: 0, held: paid.outcome === 'review' ? 200 : 0 });
    const page = await economy.asPlatform.get(`/v1/transactions/${converted.transactionId}`).expect(200);
    expect(page.body.provenance).toContainEqual(
      expect.objectContaining({
        kind: 'diamond',
        amount: 100,
        sourceTransactionId: gift.transactionId,
        sourceAccountId: fan,
      }),
    );
  });

  it('holds the coins of an uncaptured purchase until capture, once', async () => {
    const account = await economy.account();
    const payment = { ...purchaseOf(account).payment, captured: false };
    const asked = await economy.buy(account, { payment });
    expect(asked).toMatchObject({
      outcome: 'approve',
      wallet: { coins: { paid: 700, held: 700, available: 0 } },
    });
    const captures = await Promise.all(
      [1, 2, 3].map(() => economy.asPlatform.post(`/v1/transactions/${asked.transactionId}/capture`)),
    );
    expect(captures.map((c) => c.status).sort()).toEqual([200, 409, 409]);
    expect((await economy.wallet(account)).coins).toMatchObject({ held: 0, available: 700 });
  });

  it('takes back the coins of an uncaptured purchase that is voided, and frees its limit', async () => {
    const account = await economy.account();
    const payment = { ...purchaseOf(account).payment, captured: false };
    const asked = await economy.buy(account, { payment });
    const voided = await economy.asPlatform.post(`/v1/transactions/${asked.transactionId}/void`).expect(200);
    expect(voided.body).toMatchObject({ status: 'voided', hold: { endedBy: 'voided' } });
    const next = await economy.buy(account);
    expect(next.limits.find((l) => l.window === 'day')!.used).toBe(999);
    expect((await economy.wallet(account)).coins.available).toBe(700);
  });
});

describe('refusals', () => {
  it('declines a wrong price and opens the refund of the captured money', async () => {
    const answer = await economy.buy(await economy.account(), {
      money: { amountMinor: 99, currency: 'USD' },
    });
    expect(answer).toMatchObject({ outcome: 'decline', refundDue: true, wallet: { coins: { paid: 0 } } });
    expect(codes(answer)).toEqual(['purchase.price_mismatch']);
    const refund = await economy.asPlatform.get(`/v1/refunds/${answer.refundId}`).expect(200);
    expect(refund.body).toMatchObject({
      purchaseId: answer.transactionId,
      money: { amountMinor: 99, currency: 'USD' },
      reason: 'purchase_declined',
      status: 'requested',
    });
  });

  it('lets one payment buy once, whoever tries again, and refunds nothing that stands', async () => {
    const [ada, ben] = [await economy.account(), await economy.account()];
    const { payment } = purchaseOf(ada);
    await economy.buy(ada, { payment });
    for (const account of [ada, ben]) {
      const again = await economy.buy(account, { payment });
      expect(codes(again)).toEqual(['purchase.reference_used']);
      expect(again.refundDue).toBeUndefined();
    }
  });

  it('declines what the catalogue does not know', async () => {
    const account = await economy.account();
    expect(codes(await economy.buy(account, { packageId: 'coins-none' }))).toEqual(['package.unknown']);
    const creator = await economy.account({ creator: true });
    expect(codes(await economy.gift(account, creator, { giftId: 'none' }))).toEqual(['gift.unknown']);
    expect(codes(await economy.gift(account, account))).toEqual(['gift.to_self']);
  });

  it('answers 404 for accounts nobody registered, 400 without a key, 422 with pointers', async () => {
    const account = await economy.account();
    const unknown = await economy.asPlatform
      .post('/v1/transactions')
      .set('Idempotency-Key', randomUUID())
      .send(purchaseOf('nobody'));
    expect([unknown.status, unknown.body.code]).toEqual([404, 'account.unknown']);
    const keyless = await economy.asPlatform.post('/v1/transactions').send(purchaseOf(account));
    expect([keyless.status, keyless.body.code]).toEqual([400, 'idempotency.missing']);
    const wrong = await economy.asPlatform
      .post('/v1/transactions')
      .set('Idempotency-Key', randomUUID())
      .send({ ...purchaseOf(account), money: { amountMinor: 9.5, currency: 'USD' }, surprise: 1 });
    expect([wrong.status, wrong.body.code]).toEqual([422, 'request.invalid']);
    expect(wrong.body.errors.map((e: { pointer: string }) => e.pointer)).toContain('/money/amountMinor');
  });

  it('lets a bad item of a batch fail alone, each answer in its place', async () => {
    const account = await economy.account();
    const good = { ...purchaseOf(account), idempotencyKey: 'good' };
    const results = await economy.batch([
      good,
      { ...good, idempotencyKey: 'odd', money: { amountMinor: -1, currency: 'USD' } },
      { ...purchaseOf('nobody'), idempotencyKey: 'nobody' },
      { ...good },
      { ...good, packageId: 'coins-70' },
    ]);
    expect(results.map((r) => ('code' in r ? r.code : r.outcome))).toEqual([
      'approve',
      'request.invalid',
      'account.unknown',
      'approve',
      'idempotency.conflict',
    ]);
    expect(results[3]).toEqual({ ...results[0], replayed: true });
  });
});

/** Lets the hold period of a creator's diamonds pass. */
async function matureDiamonds(accountId: string): Promise<void> {
  const past = new Date(Date.now() - 3_600_000);
  await economy.db.query('UPDATE diamond_lots SET matures_at = $2 WHERE account_id = $1', [accountId, past]);
  await economy.db.query("UPDATE wallets SET maturing = '[]' WHERE account_id = $1", [accountId]);
}
