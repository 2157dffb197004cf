import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestApp, type TestApp, type TestStaff } from '../../support/app.js';

let app: TestApp;
let reviewer: TestStaff;
let support: TestStaff;
beforeAll(async () => {
  app = await startTestApp({ jobs: false });
  reviewer = await app.signIn('ts_reviewer');
  support = await app.signIn('support_agent');
  await app.db.query(
    `INSERT INTO accounts (account_id, created_at, country, time_zone, age_band, creator, display_name, email, status)
     SELECT 'acct-' || lpad(n::text, 5, '0'), timestamptz '2025-01-01' + n * interval '1 minute',
            CASE WHEN n % 50 = 0 THEN 'FR' ELSE 'DE' END, 'UTC', 'adult', n % 100 = 0, 'Name ' || n,
            'user' || n || '@Example.com', CASE WHEN n % 1000 = 0 THEN 'suspended' ELSE 'active' END
     FROM generate_series(1, 12000) AS n`,
  );
  await app.db.query('INSERT INTO wallets (account_id) SELECT account_id FROM accounts');
  await app.db.query('ANALYZE accounts');
});
afterAll(() => app?.close());

const list = (who: TestStaff, query: Record<string, unknown>) =>
  who.request
    .get('/staff/accounts')
    .query(
      Object.fromEntries(
        Object.entries(query).map(([k, v]) => [k, typeof v === 'string' ? v : JSON.stringify(v)]),
      ),
    );
const ids = (response: { body: { id: string }[] }) => response.body.map((a) => a.id);
const acct = (n: number) => `acct-${String(n).padStart(5, '0')}`;

describe('the list of accounts', () => {
  test('is newest first, in pages, with an estimate for a total beyond ten thousand', async () => {
    const first = await list(support, {}).expect(200);
    expect(ids(first)).toEqual(Array.from({ length: 25 }, (_, i) => acct(12_000 - i)));
    const [, range, total] = /^accounts (\d+-\d+)\/(\d+)$/.exec(first.headers['content-range'] ?? '') ?? [];
    expect(range).toBe('0-24');
    expect(Number(total)).toBeGreaterThan(10_000);
    const next = await list(support, { range: [25, 49] }).expect(200);
    expect(ids(next)[0]).toBe(acct(11_975));
  });

  test('counts exactly up to ten thousand', async () => {
    const french = await list(support, { filter: { country: 'FR' }, range: [0, 9] }).expect(200);
    expect(french.headers['content-range']).toBe('accounts 0-9/240');
    expect(french.body).toHaveLength(10);
    const none = await list(support, { filter: { country: 'JP' } }).expect(200);
    expect(none.headers['content-range']).toBe('accounts 0-0/0');
    const past = await list(support, { filter: { country: 'FR' }, range: [500, 509] }).expect(200);
    expect(past.body).toEqual([]);
    expect(past.headers['content-range']).toMatch(/\/240$/);
  });

  test('goes deeper than any offset from the last record seen', async () => {
    const seen = new Set<string>();
    let after: string | undefined;
    for (let start = 0; start < 12_000; start += 200) {
      const page = await list(support, { range: [start, start + 199], ...(after && { after }) }).expect(200);
      for (const id of ids(page)) seen.add(id);
      expect(page.headers['content-range']).toMatch(new RegExp(`^accounts ${start}-${start + 199}/`));
      after = ids(page).at(-1);
    }
    expect(seen.size).toBe(12_000);
    const ascending = await list(support, { sort: ['id', 'ASC'], after: acct(10), range: [10_001, 10_002] });
    expect(ids(ascending)).toEqual([acct(11), acct(12)]);
  });

  test('carries two hundred records at most', async () => {
    const page = await list(support, { range: [0, 999] }).expect(200);
    expect(page.body).toHaveLength(200);
    expect(page.headers['content-range']).toMatch(/^accounts 0-199\//);
  });

  test('answers many by id, and those that refer to one', async () => {
    const many = await list(support, { filter: { id: [acct(3), acct(1), 'nobody'] } }).expect(200);
    expect(ids(many).sort()).toEqual([acct(1), acct(3)]);
    const hundred = Array.from({ length: 150 }, (_, i) => acct(i + 1));
    expect((await list(support, { filter: { id: hundred } }).expect(200)).body).toHaveLength(150);
    await app.db.query('UPDATE accounts SET guardian_account_id = $1 WHERE account_id = ANY($2)', [
      acct(9),
      [acct(7), acct(8)],
    ]);
    const wards = await list(support, { filter: { guardianAccountId: acct(9) }, range: [0, 24] }).expect(200);
    expect(ids(wards).sort()).toEqual([acct(7), acct(8)]);
  });

  test.each([
    [{ status: 'suspended' }, 12],
    [{ status: ['suspended', 'closed'] }, 12],
    [{ creator: true, country: ['FR', 'DE'] }, 120],
    [{ from: '2025-01-01T00:01:00Z', to: '2025-01-01T00:04:00Z' }, 3],
    [{ name: 'name 1199' }, 11],
    [{ q: 'acct-00042' }, 1],
    [{ q: 'NAME 42' }, 111],
    [{ q: 'user11999' }, 1],
    [{ q: '%' }, 0],
    [{ q: "' OR 1=1 --" }, 0],
    [{ email: 'user1199' }, 11],
  ])('filtered by %j has %i', async (filter, total) => {
    const { headers } = await list(support, { filter }).expect(200);
    expect(headers['content-range']?.split('/')[1]).toBe(String(total));
  });

  test.each([
    [{ filter: '{' }, '/query/filter'],
    [{ filter: [] }, '/query/filter'],
    [{ filter: { password: 'x' } }, '/query/filter/password'],
    [{ filter: '{"__proto__":{"a":1}}' }, '/query/filter/__proto__'],
    [{ filter: { 'a/b': 1 } }, '/query/filter/a~1b'],
    [{ filter: { status: 'asleep' } }, '/query/filter/status'],
    [{ filter: { id: [] } }, '/query/filter/id'],
    [{ filter: { id: ['a\u0000b'] } }, '/query/filter/id'],
    [{ filter: { q: 'a\u0000b' } }, '/query/filter/q'],
    [{ filter: { from: 'yesterday' } }, '/query/filter/from'],
    [{ range: [0] }, '/query/range'],
    [{ range: [-1, 5] }, '/query/range/0'],
    [{ range: [5, 1] }, '/query/range'],
    [{ range: [0.5, 3] }, '/query/range/0'],
    [{ range: [10_001, 10_010] }, '/query/range/0'],
    [{ sort: ['email', 'ASC'] }, '/query/sort/0'],
    [{ sort: ['id; DROP TABLE accounts', 'ASC'] }, '/query/sort/0'],
    [{ sort: ['id', 'sideways'] }, '/query/sort/1'],
    [{ page: 2 }, '/query'],
  ])('asked for as %j is refused with a pointer', async (query, pointer) => {
    const { body } = await list(support, query).expect(422);
    expect(body.code).toBe('request.invalid');
    const pointers = body.errors.map((e: { pointer: string }) => e.pointer);
    expect(pointers.some((p: string) => p === pointer || p.startsWith(`${pointer}/`))).toBe(true);
  });
});

test('addresses are masked for those who do not work with them, and no search spells them out', async () => {
  const clear = await support.request.get(`/staff/accounts/${acct(5)}`).expect(200);
  expect(clear.body.email).toBe('user5@Example.com');
  const hidden = await reviewer.request.get(`/staff/accounts/${acct(5)}`).expect(200);
  expect(hidden.body.email).toBe('u•••@Example.com');
  expect((await list(reviewer, { filter: { q: 'user1199' } })).body).toEqual([]);
  expect((await list(reviewer, { filter: { email: 'user1199' } })).body).toEqual([]);
  const whole = await list(reviewer, { filter: { email: 'USER11999@example.com' } });
  expect(ids(whole)).toEqual([acct(11_999)]);
  expect(whole.body[0].email).toBe('u•••@Example.com');
});

describe('acting on an account', () => {
  const act = (
    who: TestStaff,
    n: number,
    action: string,
    body: object = { reason: 'seen with stolen cards' },
  ) => who.request.post(`/staff/accounts/${acct(n)}/actions/${action}`).send(body);

  test('restricts, suspends and releases, each on the record', async () => {
    const { body } = await act(reviewer, 20, 'restrict').expect(200);
    expect(body).toMatchObject({
      id: acct(20),
      status: 'restricted',
      allowedActions: ['suspend', 'release'],
    });
    expect(body.wallet.coins.available).toBe(0);
    await act(reviewer, 20, 'suspend').expect(200);
    const released = await act(reviewer, 20, 'release', { reason: 'appeal upheld' }).expect(200);
    expect(released.body).toMatchObject({ status: 'active', allowedActions: ['restrict', 'suspend'] });
    const audit = await app.db.query(
      `SELECT action, actor_id, reason, details FROM audit_log
       WHERE subject_type = 'account' AND subject_id = $1 ORDER BY seq`,
      [acct(20)],
    );
    expect(audit).toEqual([
      {
        action: 'account.restrict',
        actor_id: reviewer.id,
        reason: 'seen with stolen cards',
        details: { from: 'active', to: 'restricted' },
      },
      expect.objectContaining({ action: 'account.suspend' }),
      expect.objectContaining({ action: 'account.release', reason: 'appeal upheld' }),
    ]);
    const announced = await app.db.query(
      `SELECT payload FROM outbox WHERE topic = 'account.status_changed' AND payload->>'accountId' = $1
       ORDER BY outbox_id`,
      [acct(20)],
    );
    expect(announced.map((o) => (o as { payload: { status: string } }).payload.status)).toEqual([
      'restricted',
      'suspended',
      'active',
    ]);
  });

  test('can close what is suspended, for good', async () => {
    await act(reviewer, 21, 'close').expect(409);
    await act(reviewer, 21, 'suspend').expect(200);
    const closed = await act(reviewer, 21, 'close').expect(200);
    expect(closed.body).toMatchObject({ status: 'closed', allowedActions: [] });
    expect((await act(reviewer, 21, 'release').expect(409)).body.code).toBe('action.not_allowed');
  });

  test.each([
    [{}, 'action.reason_required', 422],
    [{ reason: '   ' }, 'request.invalid', 422],
    [{ reason: 'x', status: 'closed' }, 'request.invalid', 422],
  ])('with %j is refused and changes nothing', async (body, code, status) => {
    expect((await act(reviewer, 22, 'restrict', body).expect(status)).body.code).toBe(code);
    const { body: account } = await reviewer.request.get(`/staff/accounts/${acct(22)}`);
    expect(account.status).toBe('active');
  });

  test('is refused for what is not open, not there or not theirs', async () => {
    expect((await act(reviewer, 23, 'release').expect(409)).body.code).toBe('action.not_allowed');
    await act(reviewer, 23, 'promote').expect(422);
    const nobody = await reviewer.request
      .post('/staff/accounts/nobody/actions/restrict')
      .send({ reason: 'x' })
      .expect(404);
    expect(nobody.body.code).toBe('account.unknown');
    await act(support, 23, 'restrict').expect(403);
    const { body } = await support.request.get(`/staff/accounts/${acct(23)}`).expect(200);
    expect(body.allowedActions).toEqual([]);
  });

  test('by two people at once has one effect', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => act(reviewer, 24, 'suspend')));
    expect(answers.map((a) => a.status).sort()).toEqual([200, 409, 409, 409, 409, 409]);
    const audit = await app.db.query('SELECT 1 FROM audit_log WHERE subject_id = $1', [acct(24)]);
    expect(audit).toHaveLength(1);
  });

  test('waits for whoever holds the wallet, as a decision does', async () => {
    let acted = false;
    const action = await app.db.run(async (tx) => {
      await tx.query('SELECT 1 FROM wallets WHERE account_id = $1 FOR UPDATE', [acct(25)]);
      const pending = act(reviewer, 25, 'restrict').then((response) => {
        acted = true;
        return response;
      });
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(acted).toBe(false);
      return { pending };
    });
    expect((await action.pending).status).toBe(200);
  });
});

test('a product manager, who has nothing to do with accounts, sees none', async () => {
  const manager = await app.signIn('product_manager');
  await manager.request.get('/staff/accounts').expect(403);
  await manager.request.get(`/staff/accounts/${acct(1)}`).expect(403);
});
