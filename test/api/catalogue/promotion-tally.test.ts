import { randomUUID } from 'node:crypto';
import { applyPromotion, type Promotion, selectPromotion } from '@coinwarden/domain';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { createDataSource } from '../../../api/src/platform/database/data-source.js';
import { UnitOfWork } from '../../../api/src/platform/database/unit-of-work.js';
import { lockTally, readTally, writeTally } from '../../../api/src/promotions/promotions.public.js';
import { aBuyer, aPackage, aPromotion, NOON } from '../../support/catalogue-builders.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';

let database: TestDatabase;
let dataSource: ReturnType<typeof createDataSource>;
let uow: UnitOfWork;
beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource({ url: database.url, poolSize: 8 }).initialize();
  uow = new UnitOfWork(dataSource);
  for (const id of ['budgeted', 'capped'])
    await uow.query(
      `INSERT INTO promotions (promotion_id, name, effect, value, package_ids, starts_at, ends_at, time_zone, status)
       VALUES ($1, $1, 'bonus_percent', 10, '{}', now(), now() + interval '1 day', 'UTC', 'active')`,
      [id],
    );
});
afterAll(async () => {
  await dataSource?.destroy();
  await database?.drop();
});
beforeEach(() => uow.query('TRUNCATE promotion_counters, promotion_uses, promotion_redemptions'));

const budgeted = aPromotion({ promotionId: 'budgeted', effect: 'bonus_coins', value: 7n, budgetCoins: 100n });
const capped = aPromotion({
  promotionId: 'capped',
  effect: 'bonus_coins',
  value: 1n,
  usesPerAccount: 2,
  priority: 1,
});

/** One batch: everybody buys once, in one transaction. */
const buy = (promotions: Promotion[], accountIds: string[]) =>
  uow.run(async (tx) => {
    const tally = await lockTally(tx, { promotions, accountIds, codes: [] });
    const pack = aPackage();
    const got = accountIds.map((accountId) => {
      const { counters, usesByAccount, codes } = tally;
      const question = { promotions, package: pack, buyer: aBuyer({ accountId }), at: NOON, code: null };
      const choice = selectPromotion({ ...question, counters, usesByAccount, codes });
      const { promotion } = applyPromotion({
        choice,
        package: pack,
        price: { amountMinor: 1n, currency: 'USD' },
      });
      if (promotion) tally.record({ accountId, transactionId: randomUUID(), at: NOON }, promotion);
      return promotion?.promotionId ?? choice.fallback?.code;
    });
    await Promise.all(writeTally(tx, tally.changes()));
    return got;
  });

const counters = () =>
  uow.query('SELECT promotion_id, granted_coins, uses FROM promotion_counters ORDER BY 1');

test('batches at the same time never pass the budget together', async () => {
  const batches = await Promise.all(
    Array.from({ length: 12 }, (_, i) => buy([budgeted], [`a${i}`, `b${i}`])),
  );
  const got = batches.flat();
  expect(got.filter((g) => g === 'budgeted')).toHaveLength(14);
  expect(got.filter((g) => g === 'promotion.budget_exhausted')).toHaveLength(10);
  expect(await counters()).toEqual([{ promotion_id: 'budgeted', granted_coins: 98n, uses: 14n }]);
});

test('an account uses a promotion as often as it may, over batches and within one', async () => {
  expect(await buy([capped, budgeted], ['ada', 'ada', 'ada', 'bob'])).toEqual([
    'capped',
    'capped',
    'budgeted',
    'capped',
  ]);
  expect(await buy([capped, budgeted], ['ada', 'bob', 'bob'])).toEqual(['budgeted', 'capped', 'budgeted']);
  expect(await buy([capped], ['ada'])).toEqual(['promotion.account_cap_reached']);
  expect(await counters()).toEqual([
    { promotion_id: 'budgeted', granted_coins: 21n, uses: 3n },
    { promotion_id: 'capped', granted_coins: 4n, uses: 4n },
  ]);
  const uses = await uow.query('SELECT account_id, promotion_id, uses FROM promotion_uses ORDER BY 1, 2');
  expect(uses).toContainEqual({ account_id: 'ada', promotion_id: 'capped', uses: 2 });
  const { usesByAccount } = await readTally(uow, {
    promotions: [capped],
    accountIds: ['ada', "o'hara"],
    codes: [],
  });
  expect(usesByAccount).toEqual(new Map([['ada', new Map([['capped', 2]])]]));
});

const redemption = {
  accountId: 'ada',
  transactionId: randomUUID(),
  promotionId: 'budgeted',
  at: NOON,
  costCoins: 7n,
  bonusCoins: 7n,
  singleUseCode: null,
};

test('what a batch gave is gone when it fails', async () => {
  await expect(
    uow.run(async (tx) => {
      await Promise.all(
        writeTally(tx, {
          counters: [{ promotionId: 'budgeted', grantedCoins: 7n, uses: 1n }],
          uses: [{ accountId: 'ada', promotionId: 'budgeted', uses: 1 }],
          redemptions: [redemption],
        }),
      );
      throw new Error('the batch fails');
    }),
  ).rejects.toThrow('the batch fails');
  expect(await counters()).toEqual([]);
});

test('showing prices locks nothing', async () => {
  await uow.run(async (tx) => {
    await lockTally(tx, { promotions: [budgeted], accountIds: [], codes: [] });
    const seen = await readTally(uow, { promotions: [budgeted], accountIds: [], codes: [] });
    expect(seen.counters.get('budgeted')).toEqual({ grantedCoins: 0n, uses: 0n });
  });
});
