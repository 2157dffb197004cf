import { setTimeout as sleep } from 'node:timers/promises';
import { API_KEY_SCOPES } from '@coinwarden/domain';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { KEY_CACHE_MS } from '../../../api/src/platform/access/api-keys.js';
import { startTestApp, type TestApp, type TestStaff } from '../../support/app.js';

/** Answers 404 to a key that may read accounts. */
const PROBE = '/v1/accounts/nobody';

describe('API keys', () => {
  let app: TestApp;
  let admin: TestStaff;
  beforeAll(async () => {
    app = await startTestApp();
    admin = await app.signIn('admin');
  });
  afterAll(() => app?.close());

  const withKey = (key: string, at = app) => at.request.get(PROBE).set('Authorization', `Bearer ${key}`);
  const create = async (body: object) =>
    (await admin.request.post('/staff/api-keys').send(body).expect(201)).body;

  test('are shown once and kept as a hash', async () => {
    const made = await create({ name: 'Backend', scopes: ['account.read', 'account.read'] });
    expect(made.apiKey).toMatch(/^cw_[\w-]{43}$/);
    expect(made).toMatchObject({
      name: 'Backend',
      scopes: ['account.read'],
      status: 'active',
      allowedActions: ['revoke'],
    });
    expect(made.apiKey.startsWith(made.prefix)).toBe(true);
    expect(made.createdBy).toBe(admin.email);
    await withKey(made.apiKey).expect(404);
    const read = await admin.request.get(`/staff/api-keys/${made.id}`).expect(200);
    expect(read.body.apiKey).toBeUndefined();
    const rows = await app.db.query<{ row: string }>('SELECT k::text AS row FROM api_keys k');
    expect(rows.some(({ row }) => row.includes(made.apiKey.slice(12)))).toBe(false);
  });

  test('open what their scopes say and nothing else', async () => {
    const made = await create({ name: 'Scanner', scopes: ['content.scan'] });
    const refused = await withKey(made.apiKey).expect(403);
    expect(refused.body).toMatchObject({
      code: 'auth.forbidden',
      detail: 'This needs the permission account.read.',
    });
  });

  test.each([
    ['a staff permission', ['staff.write']],
    ['an unknown scope', ['everything']],
    ['no scope', []],
  ])('cannot be made with %s', async (_, scopes) => {
    const answer = await admin.request.post('/staff/api-keys').send({ name: 'x', scopes }).expect(422);
    expect(answer.body.errors[0].pointer).toMatch(/^\/scopes/);
  });

  test.each([
    ['nothing', {}],
    ['another scheme', { Authorization: 'Basic YTpi' }],
    ['an empty key', { Authorization: 'Bearer ' }],
    ['a made-up key', { Authorization: `Bearer cw_${'a'.repeat(43)}` }],
    ['a very long key', { Authorization: `Bearer ${'a'.repeat(4_000)}` }],
  ])('%s opens nothing', async (_, headers) => {
    const answer = await app.request.get(PROBE).set(headers).expect(401);
    expect(answer.body.code).toBe('auth.missing');
  });

  test('revoking stops a key at once here, and within seconds in every other process', async () => {
    const other = await startTestApp({ databaseUrl: app.databaseUrl });
    try {
      const made = await create({ name: 'Leaked', scopes: ['account.read'] });
      await withKey(made.apiKey).expect(404);
      await withKey(made.apiKey, other).expect(404);
      const revoked = await admin.request
        .post(`/staff/api-keys/${made.id}/actions/revoke`)
        .send({ reason: 'leaked' })
        .expect(200);
      expect(revoked.body).toMatchObject({ status: 'revoked', allowedActions: [] });
      await withKey(made.apiKey).expect(401);
      await sleep(KEY_CACHE_MS + 100);
      await withKey(made.apiKey, other).expect(401);
      const again = await admin.request
        .post(`/staff/api-keys/${made.id}/actions/revoke`)
        .send({})
        .expect(409);
      expect(again.body.code).toBe('action.not_allowed');
    } finally {
      await other.close();
    }
  });

  test('a key that is revoked while it is being looked up is not remembered', async () => {
    const made = await create({ name: 'Raced', scopes: ['account.read'] });
    const racing = Array.from({ length: 20 }, () => withKey(made.apiKey));
    const revoking = admin.request.post(`/staff/api-keys/${made.id}/actions/revoke`).send({});
    await Promise.all([...racing, revoking]);
    await withKey(made.apiKey).expect(401);
  });

  test('are held to their rate, and told when to come back', async () => {
    const made = await create({ name: 'Slow', scopes: ['account.read'], requestsPerSecond: 5 });
    const answers = await Promise.all(Array.from({ length: 25 }, () => withKey(made.apiKey)));
    const limited = answers.filter((answer) => answer.status === 429);
    expect(limited.length).toBeGreaterThan(5);
    expect(limited[0]?.body.code).toBe('request.rate_limited');
    expect(Number(limited[0]?.headers['retry-after'])).toBeGreaterThanOrEqual(1);
    // One key's rate is not another's.
    await app.asPlatform.get(PROBE).expect(404);
    await sleep(1_100);
    await withKey(made.apiKey).expect(404);
  });

  test('wrong keys from one address are slowed down', async () => {
    const answers = await Promise.all(
      Array.from({ length: 80 }, (_, i) => withKey(`cw_${String(i).padStart(43, 'x')}`)),
    );
    expect(answers.some((answer) => answer.status === 429)).toBe(true);
    await app.asPlatform.get(PROBE).expect(404);
  });

  test('their last use is noted, to the minute', async () => {
    const made = await create({ name: 'Used', scopes: [...API_KEY_SCOPES] });
    await withKey(made.apiKey).expect(404);
    for (let tries = 0; tries < 50; tries++) {
      const read = await admin.request.get(`/staff/api-keys/${made.id}`).expect(200);
      if (read.body.lastUsedAt !== null) return;
      await sleep(50);
    }
    throw new Error('the use was never noted');
  });
});
