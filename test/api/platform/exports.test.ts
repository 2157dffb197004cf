import { get, type IncomingMessage } from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { MAX_EXPORT_ROWS } from '@coinwarden/contracts';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { startTestApp, type TestApp, type TestStaff } from '../../support/app.js';
import { eventually } from '../../support/eventually.js';

/** Fat rows, so that a list in memory would weigh more than everything else together. */
const NAME = 'n'.repeat(190);

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ jobs: false });
  await app.db.query(
    `INSERT INTO accounts (account_id, created_at, country, time_zone, age_band, creator, display_name, email)
     SELECT 'acct-' || lpad(n::text, 6, '0'), timestamptz '2025-01-01' + (n / 10) * interval '1 minute',
            CASE WHEN n <= 3 THEN 'FR' ELSE 'DE' END, 'UTC', 'adult', false,
            CASE n WHEN 1 THEN '=cmd|'' /C calc''!A0' WHEN 2 THEN 'a,"b"' ELSE '${NAME}' END, 'user' || n || '@example.com'
     FROM generate_series(1, ${MAX_EXPORT_ROWS + 1}) AS n`,
  );
  await app.db.query('INSERT INTO wallets (account_id) SELECT account_id FROM accounts');
  await app.db.query('ANALYZE accounts');
});
afterAll(() => app?.close());

const file = (who: TestStaff, query: Record<string, unknown>, path = '/staff/accounts') =>
  who.request
    .get(path)
    .set('Accept', 'text/csv')
    .query(Object.fromEntries(Object.entries(query).map(([k, v]) => [k, JSON.stringify(v)])))
    .buffer(true);

const FRENCH = { filter: { country: 'FR' }, sort: ['createdAt', 'ASC'] };

describe('a list as a file', () => {
  test('holds the rows of the filter in the order asked for, and cells that no spreadsheet runs', async () => {
    const support = await app.signIn('support_agent');
    const answer = await file(support, FRENCH).expect(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'cache-control': 'no-store',
      'content-range': 'accounts 0-2/3',
      'content-disposition': expect.stringMatching(/^attachment; filename="accounts-\d{4}-\d\d-\d\d\.csv"$/),
    });
    expect(answer.text.startsWith('\uFEFF')).toBe(true);
    const rows: Record<string, string>[] = parse(answer.text, { bom: true, columns: true });
    expect(rows.map(({ id, displayName }) => [id, displayName])).toEqual([
      ['acct-000001', "'=cmd|' /C calc'!A0"],
      ['acct-000002', 'a,"b"'],
      ['acct-000003', NAME],
    ]);
    expect(rows[0]).toMatchObject({ country: 'FR', creator: 'false', createdAt: '2025-01-01T00:00:00.000Z' });
    expect(rows[0]).not.toHaveProperty('allowedActions');
  });

  test('masks what the role sees masked, and is noted before it is sent', async () => {
    const reviewer = await app.signIn('ts_reviewer');
    const { text } = await file(reviewer, FRENCH).expect(200);
    expect(text).toContain('u•••@example.com');
    expect(text).not.toContain('user1@example.com');
    const [noted] = await app.db.query(
      `SELECT action, subject_id, details FROM audit_log WHERE actor_id = $1 AND action = 'list.exported'`,
      [reviewer.id],
    );
    expect(noted).toEqual({
      action: 'list.exported',
      subject_id: 'accounts',
      details: { rows: 3, ...FRENCH },
    });
  });

  test('is refused as its list is, whole and with a reason', async () => {
    const manager = await app.signIn('product_manager');
    await file(manager, FRENCH).expect(403);
    const support = await app.signIn('support_agent');
    await file(support, { filter: { colour: 'red' } }).expect(422);
    const paged = await file(support, { range: [0, 9] }).expect(422);
    expect(JSON.parse(paged.text).errors).toEqual([expect.objectContaining({ pointer: '/query/range' })]);
    const linked = await file(support, FRENCH).unset('X-Requested-With').expect(403);
    expect(JSON.parse(linked.text).code).toBe('request.csrf');
    const large = await file(support, {}).expect(422);
    expect(JSON.parse(large.text).code).toBe('export.too_large');
  });

  test('is had a few at a time, and so many in a row', async () => {
    const support = await app.signIn('support_agent');
    for (let i = 0; i < 10; i++) await file(support, FRENCH).expect(200);
    const refused = await file(support, FRENCH).expect(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    await file(await app.signIn('support_agent'), FRENCH).expect(200);
  });

  test('comes whole, each row once, and never stands in memory as a whole', async () => {
    const whole = { filter: { country: 'DE' } };
    const response = await stream(await app.signIn('support_agent'), whole);
    setFlagsFromString('--expose_gc');
    const gc = runInNewContext('gc') as () => void;
    gc();
    const before = process.memoryUsage().heapUsed;
    let [bytes, lines, most, chunks] = [0, 0, 0, 0];
    for await (const chunk of response as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      for (const byte of chunk) if (byte === 10) lines++;
      if (chunks++ % 500 !== 0) continue;
      gc();
      most = Math.max(most, process.memoryUsage().heapUsed - before);
    }
    expect(lines).toBe(1 + MAX_EXPORT_ROWS - 2);
    expect(bytes).toBeGreaterThan(25_000_000);
    expect(most).toBeLessThan(bytes / 2);
  });

  test('is not read on when nobody takes it, and leaves room again when they are gone', async () => {
    const support = await app.signIn('support_agent');
    const whole = { filter: { country: 'DE' } };
    const [one, two] = [await stream(support, whole), await stream(support, whole)];
    await file(support, FRENCH).expect(429);
    one.destroy();
    await eventually(() => file(support, FRENCH).expect(200));
    two.destroy();
  });
});

/** The answer of which nothing was read yet. */
async function stream(who: TestStaff, query: Record<string, unknown>): Promise<IncomingMessage> {
  const session = await app.request
    .post('/staff/session')
    .set('X-Requested-With', 'coinwarden')
    .send({ email: who.email, password: who.password })
    .expect(204);
  const [cookie = ''] = String(session.headers['set-cookie']).split(';');
  const parts = Object.entries(query).map(([k, v]) => [k, JSON.stringify(v)]);
  const address = `${app.url}/staff/accounts?${new URLSearchParams(Object.fromEntries(parts))}`;
  const headers = { Accept: 'text/csv', Cookie: cookie, 'X-Requested-With': 'coinwarden' };
  return new Promise((resolve, reject) => get(address, { headers }, resolve).on('error', reject));
}
