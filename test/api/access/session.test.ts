import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import supertest from 'supertest';
import { CreateStaff, ResetStaff } from '../../../api/src/staff/staff.public.js';
import { startTestApp, TEST_PASSWORD, type TestApp, type TestStaff } from '../../support/app.js';

const cookieOf = (answer: { headers: Record<string, unknown> }) =>
  String((answer.headers['set-cookie'] as string[])[0]);

describe('a staff session', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app?.close());

  const signIn = (email: string, password = TEST_PASSWORD) =>
    app.request.post('/staff/session').send({ email, password });

  test('opens with a cookie scripts and other sites cannot use, and says who it is', async () => {
    const reviewer = await app.signIn('ts_reviewer');
    const answer = await signIn(reviewer.email.toUpperCase()).expect(204);
    expect(answer.text).toBe('');
    expect(cookieOf(answer)).toMatch(
      /^coinwarden_session=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Strict$/,
    );
    const me = await reviewer.request.get('/staff/session').expect(200);
    expect(me.body).toMatchObject({
      staff: { id: reviewer.id, email: reviewer.email, displayName: 'ts_reviewer', totpEnrolled: false },
      role: 'ts_reviewer',
      totpRequired: false,
      passwordChangeDue: false,
    });
    expect(me.body.permissions).toContain('transaction.review');
    expect(me.body.permissions).not.toContain('staff.write');
    expect(me.headers['cache-control']).toBe('no-store');
  });

  test('in production its cookie is Secure and bound to the host', async () => {
    const strict = await startTestApp({ production: true, demo: false });
    try {
      await strict.app
        .get(CreateStaff)
        .run(
          { email: 'a@staff.example', displayName: 'A', role: 'support_agent', password: TEST_PASSWORD },
          { audit: { type: 'system', id: 'test' }, acting: null },
        );
      const answer = await strict.request
        .post('/staff/session')
        .send({ email: 'a@staff.example', password: TEST_PASSWORD })
        .expect(204);
      expect(cookieOf(answer)).toMatch(/^__Host-coinwarden_session=.*; Path=\/; .*Secure; SameSite=Strict$/);
      expect(answer.headers['strict-transport-security']).toContain('max-age=31536000');
    } finally {
      await strict.close();
    }
  });

  test('ends everywhere when signed out, and only its own', async () => {
    const person = await app.signIn('auditor');
    const elsewhere = supertest.agent(app.url).set('X-Requested-With', 'coinwarden');
    await elsewhere
      .post('/staff/session')
      .send({ email: person.email, password: person.password })
      .expect(204);
    const cookie = cookieOf(await signIn(person.email)).split(';')[0]!;
    await app.request
      .delete('/staff/session')
      .set('Cookie', cookie)
      .set('X-Requested-With', 'coinwarden')
      .expect(204);
    const ended = await app.request.get('/staff/session').set('Cookie', cookie).expect(401);
    expect(ended.body.code).toBe('session.invalid');
    await elsewhere.get('/staff/session').expect(200);
  });

  test('writes need the header that other sites cannot send', async () => {
    const person = await app.signIn('admin');
    const answer = await person.request
      .delete('/staff/session')
      .set('X-Requested-With', 'XMLHttpRequest')
      .expect(403);
    expect(answer.body.code).toBe('request.csrf');
    await person.request.get('/staff/session').set('X-Requested-With', '').expect(200);
  });

  test('is no API key, and an API key is no session', async () => {
    const person = await app.signIn('admin');
    const asStaff = await app.asPlatform.get('/staff/session').expect(401);
    expect(asStaff.body.code).toBe('session.invalid');
    const asPlatform = await person.request.get('/v1/accounts/a').expect(401);
    expect(asPlatform.body.code).toBe('auth.missing');
    expect(asPlatform.headers['www-authenticate']).toBe('Bearer');
  });

  test.each(['', 'x', 'a'.repeat(43), '../..', '%00'])('the token %j opens nothing', async (token) => {
    await app.request.get('/staff/session').set('Cookie', `coinwarden_session=${token}`).expect(401);
  });

  test('only a hash of its token is kept', async () => {
    const person = await app.signIn('admin');
    const token = cookieOf(await signIn(person.email)).split(/[=;]/)[1]!;
    const rows = await app.db.query<{ row: string }>('SELECT s::text AS row FROM staff_sessions s');
    expect(rows.length).toBeGreaterThan(0);
    expect(
      rows.some(({ row }) => row.includes(token) || row.includes(Buffer.from(token).toString('hex'))),
    ).toBe(false);
  });

  test('ends when idle, and in any case after a working day', async () => {
    for (const aged of [
      `last_seen_at = last_seen_at - interval '61 minutes'`,
      `expires_at = expires_at - interval '12 hours'`,
    ]) {
      const person = await app.signIn('support_agent');
      await app.db.query(`UPDATE staff_sessions SET ${aged} WHERE staff_id = $1`, [person.id]);
      await person.request.get('/staff/session').expect(401);
    }
  });

  test('stays alive while it is used', async () => {
    const person = await app.signIn('support_agent');
    await app.db.query(
      `UPDATE staff_sessions SET last_seen_at = last_seen_at - interval '59 minutes' WHERE staff_id = $1`,
      [person.id],
    );
    await person.request.get('/staff/session').expect(200);
    const [row] = await app.db.query<{ idle_s: number }>(
      'SELECT extract(epoch FROM now() - last_seen_at)::int AS idle_s FROM staff_sessions WHERE staff_id = $1',
      [person.id],
    );
    expect(row?.idle_s).toBeLessThan(30);
  });

  test('refusals do not tell an unknown e-mail from a wrong password or a disabled person', async () => {
    const person = await app.signIn('auditor');
    const disabled = await app.signIn('auditor');
    await app.db.query(`UPDATE staff SET status = 'disabled' WHERE staff_id = $1`, [disabled.id]);
    const answers = [
      await signIn('nobody@staff.example'),
      await signIn(person.email, 'not the password'),
      await signIn(disabled.email),
    ];
    const told = answers.map(({ status, body }) => ({
      status,
      code: body.code,
      detail: body.detail,
      title: body.title,
    }));
    expect(told[0]).toMatchObject({ status: 401, code: 'session.invalid' });
    expect(told[1]).toEqual(told[0]);
    expect(told[2]).toEqual(told[0]);
    await disabled.request.get('/staff/session').expect(401);
  });

  test('an unknown e-mail costs the work of a password check', async () => {
    const person = await app.signIn('auditor');
    await signIn('warm-up@staff.example');
    const time = async (email: string) => {
      const startedAt = performance.now();
      await signIn(email, 'wrong password');
      return performance.now() - startedAt;
    };
    const unknown: number[] = [];
    const known: number[] = [];
    for (let i = 0; i < 5; i++) {
      unknown.push(await time(`unknown-${i}@staff.example`));
      known.push(await time(person.email));
    }
    // Hashing takes tens of milliseconds, everything else a few: without the decoy this is far below.
    expect(Math.min(...unknown)).toBeGreaterThan(Math.min(...known) * 0.5);
  });
});

describe('one-time passwords', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ demo: false });
  });
  afterAll(() => app?.close());

  const newPerson = async (role: 'support_agent' | 'admin' = 'support_agent') => {
    const email = `${role}-${Math.random().toString(36).slice(2)}@staff.example`;
    const made = await app.app
      .get(CreateStaff)
      .run({ email, displayName: 'New', role }, { audit: { type: 'system', id: 'test' }, acting: null });
    const request = supertest.agent(app.url).set('X-Requested-With', 'coinwarden');
    return { email, request, ...made };
  };

  test('open nothing but the change of the password, which ends other sessions', async () => {
    const { email, password, request } = await newPerson();
    await request.post('/staff/session').send({ email, password }).expect(204);
    const elsewhere = supertest.agent(app.url);
    await elsewhere.post('/staff/session').send({ email, password }).expect(204);
    const barred = await request.get('/staff/accounts').expect(403);
    expect(barred.body.code).toBe('session.password_change_required');
    expect((await request.get('/staff/session').expect(200)).body.passwordChangeDue).toBe(true);

    const change = (currentPassword: string, newPassword: string) =>
      request.post('/staff/session/password').send({ currentPassword, newPassword });
    expect((await change('wrong', TEST_PASSWORD).expect(422)).body.errors[0].pointer).toBe(
      '/currentPassword',
    );
    expect((await change(password, 'short').expect(422)).body.errors[0].pointer).toBe('/newPassword');
    expect((await change(password, password).expect(422)).body.errors[0].pointer).toBe('/newPassword');
    await change(password, TEST_PASSWORD).expect(204);

    await request.get('/staff/accounts').expect(200);
    await elsewhere.get('/staff/session').expect(401);
    await app.request.post('/staff/session').send({ email, password }).expect(401);
    await app.request.post('/staff/session').send({ email, password: TEST_PASSWORD }).expect(204);
  });

  test('stop working after a week', async () => {
    const { email, password, staffId } = await newPerson();
    await app.db.query(
      `UPDATE staff SET one_time_until = one_time_until - interval '7 days' WHERE staff_id = $1`,
      [staffId],
    );
    await app.request.post('/staff/session').send({ email, password }).expect(401);
  });

  test('from the command line they bring a locked-out administrator back', async () => {
    const { email, password, request, staffId } = await newPerson('admin');
    await request.post('/staff/session').send({ email, password }).expect(204);
    await app.db.query(`UPDATE staff SET status = 'disabled', totp_secret = 'ABC' WHERE staff_id = $1`, [
      staffId,
    ]);
    const reset = await app.app.get(ResetStaff).run(email);
    await request.get('/staff/session').expect(401);
    await request.post('/staff/session').send({ email, password: reset.password }).expect(204);
    await expect(app.app.get(ResetStaff).run('nobody@staff.example')).rejects.toThrow('Nobody on the staff');
  });
});

describe('guessing', () => {
  let app: TestApp;
  let victim: TestStaff;
  beforeAll(async () => {
    app = await startTestApp({ trustProxy: 'loopback' });
    victim = await app.signIn('admin');
  });
  afterAll(() => app?.close());

  const guess = (email: string, password: string, ip: string) =>
    app.request.post('/staff/session').set('X-Forwarded-For', ip).send({ email, password });
  const age = (seconds: number) =>
    app.db.query(
      `UPDATE sign_in_failures SET locked_until = locked_until - make_interval(secs => $1),
              last_failed_at = last_failed_at - make_interval(secs => $1)`,
      [seconds],
    );

  test('locks the account with growing delays, from any address, the right password included', async () => {
    for (let i = 0; i < 9; i++) {
      const answer = await guess(victim.email, `guess ${i}`, `198.51.100.${i}`);
      expect(answer.body.code).toBe('session.invalid');
    }
    const locked = await guess(victim.email, victim.password, '198.51.100.99').expect(429);
    expect(locked.body.code).toBe('session.locked');
    const first = Number(locked.headers['retry-after']);
    expect(first).toBeGreaterThan(0);
    expect(first).toBeLessThanOrEqual(15);

    await age(15);
    expect((await guess(victim.email, 'guess again', '198.51.100.1')).body.code).toBe('session.invalid');
    const longer = await guess(victim.email, victim.password, '198.51.100.2').expect(429);
    expect(Number(longer.headers['retry-after'])).toBeGreaterThan(15);

    await age(30);
    await guess(victim.email, victim.password, '198.51.100.3').expect(204);
    // A success forgets what was before it.
    expect((await guess(victim.email, 'guess', '198.51.100.4')).body.code).toBe('session.invalid');
  });

  test('many guesses at once gain nothing over guesses in turn', async () => {
    const target = await app.signIn('auditor');
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, i) => guess(target.email, `guess ${i}`, `203.0.113.${i}`)),
    );
    const judged = answers.filter((answer) => answer.body.code === 'session.invalid');
    expect(judged.length).toBeLessThanOrEqual(9);
    expect(answers.filter((answer) => answer.body.code === 'session.locked').length).toBe(30 - judged.length);
  });

  test('locks an unknown e-mail alike, so that the lock tells nothing', async () => {
    const codes = [];
    for (let i = 0; i < 10; i++)
      codes.push((await guess('ghost@staff.example', 'x', `192.0.2.${i}`)).body.code);
    expect(codes).toEqual([...Array(9).fill('session.invalid'), 'session.locked']);
  });

  test('from one address is slowed down whatever the account; a whole IPv6 network is one address', async () => {
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, i) => guess(`spray-${i}@staff.example`, 'x', '192.0.2.200')),
    );
    const codes = answers.map((answer) => answer.body.code);
    expect(codes).toContain('request.rate_limited');
    await guess('v6@staff.example', 'x', '2001:db8:1:2::1');
    await guess('v6@staff.example', 'x', '2001:db8:1:2:ffff::2');
    const counts = await app.db.query<{ failures: number }>(
      'SELECT failures FROM sign_in_failures WHERE failures = 2',
    );
    expect(counts.length).toBeGreaterThanOrEqual(2);
  });

  test('leaves no e-mail address behind, and every refusal in the audit log', async () => {
    const rows = await app.db.query<{ row: string }>('SELECT s::text AS row FROM sign_in_failures s');
    expect(rows.some(({ row }) => row.includes('@'))).toBe(false);
    const [refusals] = await app.db.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM audit_log WHERE action = 'session.refuse' AND subject_id = $1`,
      [victim.id],
    );
    expect(refusals?.count).toBe(11);
  });
});
