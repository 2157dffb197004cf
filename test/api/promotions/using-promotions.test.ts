import type { DecisionAnswer } from '@coinwarden/contracts';
import { isHeldOut } from '@coinwarden/domain';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Economy, judgeBy, purchaseOf, startEconomy } from '../../support/economy.js';
import { PromotionDesk } from '../../support/promotions.js';

let economy: Economy;
let desk: PromotionDesk;
beforeAll(async () => {
  economy = await startEconomy({ jobs: false, promotionFreeCoins: 1_000_000n });
  desk = new PromotionDesk(await economy.signIn('product_manager'));
});
afterAll(() => economy?.close());

const codesOf = (answer: DecisionAnswer) => answer.reasons.map(({ code }) => code);
const promotionOf = (answer: DecisionAnswer) => answer.promotion?.id ?? null;
const many = <T>(count: number, make: (i: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, i) => make(i)));
const addCodes = async (id: string, count: number): Promise<string[]> =>
  (await desk.act(id, 'add_codes', { count, prefix: 'gift-' }).expect(200)).body.codes;
const given = async (promotionId: string) => {
  const [row] = await economy.db.query<{ granted: bigint; redeemed: bigint; counted: bigint; uses: bigint }>(
    `SELECT c.granted_coins AS granted, c.uses AS counted,
            coalesce(sum(r.cost_coins) FILTER (WHERE r.returned_at IS NULL), 0)::bigint AS redeemed,
            count(*) FILTER (WHERE r.account_id IS NOT NULL AND r.returned_at IS NULL) AS uses
     FROM promotion_counters c LEFT JOIN promotion_redemptions r USING (promotion_id)
     WHERE c.promotion_id = $1 GROUP BY c.granted_coins, c.uses`,
    [promotionId],
  );
  expect(row!.redeemed).toBe(row!.granted);
  expect(row!.uses).toBe(row!.counted);
  return row!;
};

test('of 500 purchases at once the last coin of a budget goes to one, and the others are told', async () => {
  const accounts = await many(500, () => economy.account());
  // 70 coins a purchase: enough for seven, and 69 coins that nobody can get.
  await desk.release('rush', { budgetCoins: 7 * 70 + 69, packageIds: ['coins-700'], priority: 1 });
  const answers = await many(500, (i) => economy.buy(accounts[i]!));
  expect(answers.filter((answer) => promotionOf(answer) === 'rush')).toHaveLength(7);
  const others = answers.filter((answer) => promotionOf(answer) !== 'rush');
  expect(others.every((answer) => codesOf(answer).includes('promotion.budget_exhausted'))).toBe(true);
  expect(others.every((answer) => answer.outcome === 'approve')).toBe(true);
  expect(await given('rush')).toMatchObject({ granted: 490n, uses: 7n });
  const coins = await Promise.all(accounts.map((id) => economy.wallet(id)));
  expect(coins.reduce((sum, { coins: { bonus } }) => sum + bonus, 0)).toBe(490);
  await desk.act('rush', 'end', { reason: 'Test' }).expect(200);
});

test('one that is paused while purchases are in flight gives nothing after the answer', async () => {
  const accounts = await many(120, () => economy.account());
  await desk.release('halted', { budgetCoins: 900_000, priority: 2 });
  const flight = many(100, (i) => economy.buy(accounts[i]!));
  const paused = desk.act('halted', 'pause', { reason: 'At once' }).expect(200);
  await paused;
  const after = await many(20, (i) => economy.buy(accounts[100 + i]!));
  expect(after.map(promotionOf)).toEqual(after.map(() => null));
  const before = await flight;
  const { uses } = await given('halted');
  expect(uses).toBe(BigInt(before.filter((answer) => promotionOf(answer) === 'halted').length));
  // Every purchase went through, with the bonus or without it.
  expect(before.every(({ outcome }) => outcome === 'approve')).toBe(true);
  await desk.act('halted', 'resume', { reason: 'Again' }).expect(200);
  expect(promotionOf(await economy.buy(accounts[0]!))).toBe('halted');
  await desk.act('halted', 'end', { reason: 'Test' }).expect(200);
});

test('a code that works once works for one of many who have it, whatever they type', async () => {
  await desk.draft('single', { singleUseCodes: true, packageIds: ['coins-700'] }).expect(201);
  const [code] = await addCodes('single', 3);
  await desk.submit('single');
  const accounts = await many(12, () => economy.account());
  const answers = await many(12, (i) =>
    economy.buy(accounts[i]!, { promotionCode: i % 2 === 0 ? code! : ` ${code!.toLowerCase()}` }),
  );
  expect(answers.filter((answer) => promotionOf(answer) === 'single')).toHaveLength(1);
  expect(answers.filter((answer) => codesOf(answer).includes('promotion.code_used'))).toHaveLength(11);
  expect(promotionOf(await economy.buy(accounts[0]!))).toBeNull();

  const { body } = await desk.staff.request
    .get('/staff/promotion-codes')
    .query({ filter: JSON.stringify({ promotionId: 'single', status: 'used' }) })
    .expect(200);
  expect(body).toMatchObject([{ id: code, accountId: expect.any(String), status: 'used' }]);
  const { body: answer } = await desk.act('single', 'revoke_codes', { reason: 'Leaked' }).expect(200);
  expect(answer).toEqual({ revoked: 2 });
  const late = await economy.buy(accounts[1]!, { promotionCode: code! });
  expect(codesOf(late)).toContain('promotion.code_used');
});

test('a code that is free is shown whole only to those who may hand it out', async () => {
  await desk.draft('secret', { singleUseCodes: true }).expect(201);
  const [code] = await addCodes('secret', 1);
  const auditor = await economy.signIn('auditor');
  const query = { filter: JSON.stringify({ promotionId: 'secret' }) };
  const { body } = await auditor.request.get('/staff/promotion-codes').query(query).expect(200);
  expect(body).toHaveLength(1);
  expect(JSON.stringify(body)).not.toContain(code);
  await auditor.request.post('/staff/promotions/secret/actions/add_codes').send({ count: 1 }).expect(403);
});

test('many codes are drawn, none twice', async () => {
  await desk.draft('bulk', { singleUseCodes: true }).expect(201);
  const codes = await addCodes('bulk', 25_000);
  expect(new Set(codes).size).toBe(25_000);
});

test('an audience gets it, and nobody else', async () => {
  await desk.release('germans', {
    audience: 'account.country == "DE" && account.purchases30d < 2',
    priority: 3,
  });
  const [german, french] = [
    await economy.account({ country: 'DE' }),
    await economy.account({ country: 'FR' }),
  ];
  const price = async (accountId: string) => {
    const { body } = await economy.asPlatform.get('/v1/packages').query({ accountId }).expect(200);
    return body.items.find((item: { packageId: string }) => item.packageId === 'coins-700');
  };
  const buyAt = async (accountId: string) =>
    economy.buy(accountId, { money: (await price(accountId)).price });
  expect((await price(german)).promotion?.id).toBe('germans');
  expect((await price(french)).promotion).toBeNull();
  expect(promotionOf(await buyAt(french))).toBeNull();
  // In one batch each purchase sees the one before: the third is one too many.
  const { price: money } = await price(german);
  const results = await economy.batch(
    [1, 2, 3].map((n) => ({ idempotencyKey: `${german}-${n}`, ...purchaseOf(german), money })),
  );
  expect(results.map((result) => promotionOf(result as DecisionAnswer))).toEqual([
    'germans',
    'germans',
    null,
  ]);
  await desk.act('germans', 'end', { reason: 'Test' }).expect(200);
});

test('of a group an account uses one only, and the control group none', async () => {
  await desk.release('eve', { exclusiveGroup: 'holiday', packageIds: ['coins-700'], priority: 4 });
  await desk.release('night', { exclusiveGroup: 'holiday', code: 'NIGHT', packageIds: ['coins-700'] });
  const ada = await economy.account();
  expect(promotionOf(await economy.buy(ada))).toBe('eve');
  const second = await economy.buy(ada, { promotionCode: 'night' });
  expect(codesOf(second)).toContain('promotion.group_used');
  await desk.act('eve', 'end', { reason: 'Test' }).expect(200);
  // What was used of one that is over counts on.
  expect(codesOf(await economy.buy(ada, { promotionCode: 'night' }))).toContain('promotion.group_used');
  await desk.act('night', 'end', { reason: 'Test' }).expect(200);

  await desk.release('measured', { holdoutPercent: 50, priority: 4 });
  const accounts = await many(40, () => economy.account());
  const answers = await many(40, (i) => economy.buy(accounts[i]!));
  const heldOut = (i: number) => isHeldOut({ promotionId: 'measured', holdoutPercent: 50 }, accounts[i]!);
  expect(answers.map((answer) => promotionOf(answer) === 'measured')).toEqual(
    accounts.map((_, i) => !heldOut(i)),
  );
  await desk.act('measured', 'end', { reason: 'Test' }).expect(200);
});

test('a purchase that never comes about gives back budget, use and code, once', async () => {
  await desk.draft('returned', { singleUseCodes: true, usesPerAccount: 1, budgetCoins: 70 }).expect(201);
  const [code] = await addCodes('returned', 1);
  await desk.submit('returned');
  const ada = await economy.account();
  const purchase = purchaseOf(ada);
  const asked = await economy.submit({
    ...purchase,
    payment: { ...purchase.payment, captured: false },
    promotionCode: code!,
  });
  expect(promotionOf(asked)).toBe('returned');
  expect(await given('returned')).toMatchObject({ granted: 70n, uses: 1n });
  const voided = () => economy.asPlatform.post(`/v1/transactions/${asked.transactionId}/void`).send({});
  const answers = await Promise.all([voided(), voided()]);
  expect(answers.some(({ status }) => status === 200)).toBe(true);
  expect(await given('returned')).toMatchObject({ granted: 0n, uses: 0n });
  expect(promotionOf(await economy.buy(ada, { promotionCode: code! }))).toBe('returned');
  expect(await given('returned')).toMatchObject({ granted: 70n, uses: 1n });
  await desk.act('returned', 'end', { reason: 'Test' }).expect(200);
});

test('one that staff decline on review is given back, and one they release stays used', async () => {
  await judgeBy(economy, [{ kind: 'purchase', effect: 'review' }]);
  await desk.release('reviewed', { priority: 9, usesPerAccount: 1 });
  const [ada, bob] = [await economy.account(), await economy.account()];
  const [hers, his] = [await economy.buy(ada), await economy.buy(bob)];
  expect([promotionOf(hers), promotionOf(his)]).toEqual(['reviewed', 'reviewed']);
  const reviewer = await economy.signIn('ts_reviewer');
  const end = ({ transactionId }: DecisionAnswer, action: string) =>
    reviewer.request.post(`/staff/transactions/${transactionId}/actions/${action}`).send({ reason: 'Test' });
  await end(hers, 'decline').expect(200);
  await end(his, 'release').expect(200);
  expect(await given('reviewed')).toMatchObject({ granted: 70n, uses: 1n });
});
