import { encodeLots, MINUTE } from '@coinwarden/domain';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestApp, type TestApp } from '../../support/app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ jobs: false });
});
afterAll(() => app?.close());

const BODY = {
  createdAt: '2025-03-01T10:00:00Z',
  country: 'DE',
  timeZone: 'Europe/Berlin',
  ageBand: 'adult',
  creator: false,
} as const;

const put = (accountId: string, body: object = BODY) =>
  app.asPlatform.put(`/v1/accounts/${encodeURIComponent(accountId)}`).send(body);
const get = (path: string) => app.asPlatform.get(`/v1/accounts/${path}`);

describe('an account', () => {
  test('is registered with an empty wallet', async () => {
    const { body } = await put('ada', { ...BODY, displayName: 'Ada', email: 'ada@example.com' }).expect(200);
    expect(body).toEqual({
      accountId: 'ada',
      ...BODY,
      createdAt: '2025-03-01T10:00:00.000Z',
      displayName: 'Ada',
      email: 'ada@example.com',
      guardianAccountId: null,
      status: 'active',
      excludedUntil: null,
      updatedAt: expect.any(String),
    });
    expect((await get('ada').expect(200)).body).toEqual(body);
    expect((await get('ada/wallet').expect(200)).body).toEqual({
      coins: { paid: 0, bonus: 0, earned: 0, held: 0, available: 0 },
      diamonds: { available: 0, held: 0 },
      debtCoins: 0,
    });
    expect((await get('ada/transactions').expect(200)).body).toEqual({ items: [], nextCursor: null });
  });

  test('stays as it is when the same is said again, and changes when something else is', async () => {
    const first = await put('bob', { ...BODY, displayName: 'Bob' });
    expect((await put('bob', { ...BODY, displayName: 'Bob' })).body).toEqual(first.body);
    const changed = await put('bob', { ...BODY, country: 'FR' }).expect(200);
    expect(changed.body).toMatchObject({ country: 'FR', displayName: null });
    expect(Date.parse(changed.body.updatedAt)).toBeGreaterThan(Date.parse(first.body.updatedAt));
  });

  test('may name a guardian who is registered later', async () => {
    await put('child', { ...BODY, ageBand: '13-15', guardianAccountId: 'parent-to-be' }).expect(200);
    await put('parent-to-be').expect(200);
  });

  test('keeps an id of whatever letters', async () => {
    for (const id of [
      '日本',
      'a/b c?d',
      "o'hara; DROP TABLE accounts",
      '%00x'.replace('%00', '％'),
      '{"a"}\\,',
    ]) {
      expect((await put(id).expect(200)).body.accountId).toBe(id);
      expect((await get(encodeURIComponent(id)).expect(200)).body.accountId).toBe(id);
    }
  });

  test('registered many times at once is registered once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => put('crowd')));
    expect(new Set(answers.map((a) => a.status))).toEqual(new Set([200]));
    expect(new Set(answers.map((a) => JSON.stringify(a.body))).size).toBe(1);
    const rows = await app.db.query<{ n: bigint }>(
      "SELECT count(*) AS n FROM wallets WHERE account_id = 'crowd'",
    );
    expect(rows[0]?.n).toBe(1n);
  });

  test('that is closed cannot be brought back', async () => {
    await put('gone', { ...BODY, displayName: 'Gone' });
    await app.db.query("UPDATE accounts SET status = 'closed' WHERE account_id = 'gone'");
    const { body } = await put('gone', { ...BODY, displayName: 'Back' }).expect(409);
    expect(body.code).toBe('account.closed');
    expect((await get('gone').expect(200)).body).toMatchObject({ displayName: 'Gone', status: 'closed' });
  });

  test('that nobody registered is unknown', async () => {
    for (const path of ['nobody', 'nobody/wallet', 'nobody/transactions'])
      expect((await get(path).expect(404)).body.code).toBe('account.unknown');
  });

  const future = () => new Date(Date.now() + 10 * MINUTE).toISOString();
  test.each([
    ['/createdAt', () => ({ createdAt: future() })],
    ['/createdAt', () => ({ createdAt: 'yesterday' })],
    ['/createdAt', () => ({ createdAt: '2025-03-01' })],
    ['/country', () => ({ country: 'ZZ' })],
    ['/timeZone', () => ({ timeZone: 'Mars/Olympus' })],
    ['/timeZone', () => ({ timeZone: '+02:00' })],
    ['/ageBand', () => ({ ageBand: '18+' })],
    ['/creator', () => ({ creator: 'yes' })],
    ['/email', () => ({ email: 'not an address' })],
    ['/displayName', () => ({ displayName: 'a\u0000b' })],
    ['/displayName', () => ({ displayName: 'x'.repeat(201) })],
    ['/guardianAccountId', () => ({ guardianAccountId: 'refused' })],
    ['', () => ({ status: 'active' })],
  ])('is refused with a pointer to %s', async (pointer, change) => {
    const { body } = await put('refused', { ...BODY, ...change() }).expect(422);
    expect(body.code).toBe('request.invalid');
    expect(body.errors.map((e: { pointer: string }) => e.pointer)).toContain(pointer);
    await get('refused').expect(404);
  });
});

test('a wallet shows what can be spent now: lapsed coins are gone, held coins are not available', async () => {
  await put('wallet');
  const lot = (n: number, kind: 'paid' | 'bonus', coins: bigint, held: bigint, expiresAt: number | null) => ({
    lotId: `00000000-0000-7000-8000-00000000000${n}`,
    kind,
    remaining: coins,
    held,
    grantedAt: 0,
    expiresAt,
    riskUntil: null,
  });
  const lots = [lot(1, 'bonus', 30n, 0n, 1), lot(2, 'bonus', 20n, 0n, 4e12), lot(3, 'paid', 100n, 40n, null)];
  await app.db.query(
    `UPDATE wallets SET lots = $1, paid = 100, bonus = 50, held = 40, diamonds = 7, debt_coins = 3,
            maturing = '[[4000000000000,5]]' WHERE account_id = 'wallet'`,
    [encodeLots(lots)],
  );
  expect((await get('wallet/wallet').expect(200)).body).toEqual({
    coins: { paid: 100, bonus: 20, earned: 0, held: 40, available: 80 },
    diamonds: { available: 2, held: 5 },
    debtCoins: 3,
  });
});

describe('the transactions of an account', () => {
  const uuid = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;

  beforeAll(async () => {
    await put('sender');
    await put('creator', { ...BODY, creator: true });
    await app.db.query(
      `INSERT INTO transactions (account_id, transaction_id, idempotency_key, request_hash, kind, outcome, status, score,
                                 coins, diamonds, counterparty_id, ruleset_version, occurred_at, decided_at, request,
                                 decision)
       SELECT 'sender', ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, n::text, '',
              CASE WHEN n % 5 = 0 THEN 'unlock' ELSE 'gift' END, 'approve', 'posted', 0, n, n,
              CASE WHEN n % 5 = 0 THEN NULL ELSE 'creator' END, 1, now(), now(), '{}', '{}'
       FROM generate_series(1, 25) AS n`,
    );
    await app.db.query(
      `INSERT INTO diamond_lots (account_id, matures_at, lot_id, source_account_id, granted, remaining)
       SELECT 'creator', date_trunc('hour', now()) + (n / 10) * interval '1 hour',
              ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'sender', n, n
       FROM generate_series(1, 25) AS n WHERE n % 5 <> 0`,
    );
  });

  const walk = async (path: string) => {
    const seen: string[] = [];
    for (let cursor: string | null = '', pages = 0; cursor !== null && pages < 50; pages++) {
      const page: { body: { items: { transactionId: string }[]; nextCursor: string | null } } = await get(
        `${path}${cursor === '' ? '' : `&cursor=${cursor}`}`,
      ).expect(200);
      seen.push(...page.body.items.map((t) => t.transactionId));
      cursor = page.body.nextCursor;
    }
    return seen;
  };
  const expected = (keep: (n: number) => boolean) =>
    Array.from({ length: 25 }, (_, i) => 25 - i)
      .filter(keep)
      .map(uuid);

  test('come newest first, each once, whatever the page', async () => {
    for (const limit of [1, 7, 25, 200])
      expect(await walk(`sender/transactions?limit=${limit}`)).toEqual(expected(() => true));
  });

  test('can be of one kind', async () => {
    expect(await walk('sender/transactions?limit=2&kind=unlock')).toEqual(expected((n) => n % 5 === 0));
  });

  test('can be the gifts it received', async () => {
    for (const limit of [3, 200])
      expect(await walk(`creator/transactions?direction=received&limit=${limit}`)).toEqual(
        expected((n) => n % 5 !== 0),
      );
    expect(await walk('sender/transactions?direction=received')).toEqual([]);
  });

  test.each(['cursor=x', `cursor=1.${uuid(1)}`, 'limit=0', 'limit=201', 'kind=theft', 'page=2'])(
    'cannot be asked for with %s',
    async (query) => {
      expect((await get(`sender/transactions?${query}`).expect(422)).body.code).toBe('request.invalid');
    },
  );
});

test('a key without the scope sees and registers nothing', async () => {
  const { apiKey } = await app.newApiKey(['catalogue.read']);
  const auth = `Bearer ${apiKey}`;
  await app.request.get('/v1/accounts/ada').set('Authorization', auth).expect(403);
  await app.request.put('/v1/accounts/eve').set('Authorization', auth).send(BODY).expect(403);
  await app.request.get('/v1/accounts/ada').expect(401);
});
