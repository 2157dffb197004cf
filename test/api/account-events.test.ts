import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app?.close());

const ACCOUNT = {
  createdAt: '2025-01-01T00:00:00Z',
  country: 'DE',
  timeZone: 'Europe/Berlin',
  ageBand: 'adult',
  creator: false,
};

describe('account events', () => {
  const security = async (accountId: string) => {
    const [row] = await app.db.query<{ credential_changed_at: Date | null; sign_in_failures: number }>(
      'SELECT credential_changed_at, sign_in_failures FROM accounts WHERE account_id = $1',
      [accountId],
    );
    return row!;
  };
  const send = (event: object) => app.asPlatform.post('/v1/events').send(event);

  it('count failed sign-ins until one succeeds and keep the latest change of credentials', async () => {
    await app.asPlatform.put('/v1/accounts/eve').send(ACCOUNT).expect(200);
    const failed = { type: 'sign_in_failed', accountId: 'eve', device: { id: 'd', ip: '198.18.0.9' } };
    await Promise.all(Array.from({ length: 5 }, () => send(failed).expect(201)));
    expect((await security('eve')).sign_in_failures).toBe(5);
    const answer = await send({ type: 'sign_in', accountId: 'eve' }).expect(201);
    expect(answer.body).toEqual({ eventId: expect.any(String), receivedAt: expect.any(String) });
    expect((await security('eve')).sign_in_failures).toBe(0);

    const changed = (occurredAt: string) =>
      send({ type: 'credential_change', accountId: 'eve', credential: 'password', occurredAt }).expect(201);
    await changed('2026-01-02T00:00:00Z');
    await changed('2026-01-01T00:00:00+01:00');
    expect((await security('eve')).credential_changed_at).toEqual(new Date('2026-01-02T00:00:00Z'));
    await changed('2999-01-01T00:00:00Z');
    expect((await security('eve')).credential_changed_at!.getTime()).toBeLessThanOrEqual(Date.now());

    await send({ type: 'report', accountId: 'eve', reporterId: 'bob', reason: 'scam' }).expect(201);
    const stored = await app.db.query<{ type: string; count: number }>(
      `SELECT type, count(*)::int AS count FROM account_events WHERE account_id = 'eve' GROUP BY type ORDER BY type`,
    );
    expect(stored).toEqual([
      { type: 'credential_change', count: 3 },
      { type: 'report', count: 1 },
      { type: 'sign_in', count: 1 },
      { type: 'sign_in_failed', count: 5 },
    ]);
    const [report] = await app.db.query(`SELECT details FROM account_events WHERE type = 'report'`);
    expect(report).toEqual({ details: { reporterId: 'bob', reason: 'scam' } });
  });

  it('are refused for an unknown account, an unknown type, and without the scope', async () => {
    const unknown = await send({ type: 'sign_in', accountId: 'nobody' }).expect(404);
    expect(unknown.body.code).toBe('account.unknown');
    await send({ type: 'sneeze', accountId: 'eve' }).expect(422);
    await send({ type: 'sign_in', accountId: 'eve', credential: 'password' }).expect(422);
    await send({ type: 'sign_in', accountId: 'eve', device: { id: 'd', ip: 'here' } }).expect(422);
    const { apiKey } = await app.newApiKey(['account.read']);
    const event = { type: 'sign_in', accountId: 'eve' };
    await app.request.post('/v1/events').set('Authorization', `Bearer ${apiKey}`).send(event).expect(403);
    await app.request.post('/v1/events').send(event).expect(401);
  });
});
