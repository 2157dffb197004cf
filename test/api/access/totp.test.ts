import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import { totpStep } from '../../../api/src/staff/totp.js';
import { startTestApp, type TestApp, type TestStaff } from '../../support/app.js';

const VECTORS = '../shared/conformance/totp-rfc6238.json';
const ALGORITHMS = ['SHA1', 'SHA256', 'SHA512'] as const;

interface Rfc6238 {
  seeds: Record<string, string>;
  vectors: ({ t: number } & Record<string, string>)[];
}

const withVectors = existsSync(VECTORS) ? test : test.skip;
withVectors('the codes are those of RFC 6238 (skipped where its vectors are not at hand)', () => {
  const { seeds, vectors } = JSON.parse(readFileSync(VECTORS, 'utf8')) as Rfc6238;
  expect(vectors.length).toBeGreaterThan(0);
  for (const vector of vectors) {
    for (const algorithm of ALGORITHMS) {
      const secret = Secret.fromLatin1(seeds[algorithm]!);
      const code = TOTP.generate({ secret, algorithm, digits: 8, timestamp: vector.t * 1_000 });
      expect(code).toBe(vector[algorithm]);
    }
    // What staff use: six digits of SHA-1, the tail of the published eight.
    const secret = Secret.fromLatin1(seeds['SHA1']!).base32;
    expect(totpStep(secret, vector['SHA1']!.slice(-6), vector.t * 1_000)).toBe(Math.floor(vector.t / 30));
  }
});

test('a code is good one step early or late, and not two', () => {
  const secret = new Secret({ size: 20 });
  const now = 1_700_000_000_000;
  const at = (steps: number) => TOTP.generate({ secret, timestamp: now + steps * 30_000 });
  const step = Math.floor(now / 30_000);
  for (const steps of [-1, 0, 1]) expect(totpStep(secret.base32, at(steps), now)).toBe(step + steps);
  for (const steps of [-3, -2, 2, 3]) {
    const code = at(steps);
    // Six digits collide once in a while; then the code is rightly good.
    if ([-1, 0, 1].some((near) => at(near) === code)) continue;
    expect(totpStep(secret.base32, code, now)).toBeNull();
  }
  for (const odd of ['', 'abcdef', '12345', '1234567', '-12345', ' '])
    expect(totpStep(secret.base32, odd, now)).toBeNull();
});

/** The code of the current time step, or of one beside it. */
const codeOf = (secret: string, steps = 0) =>
  TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: Date.now() + steps * 30_000 });

async function enrol(person: TestStaff): Promise<{ secret: string; recoveryCodes: string[] }> {
  const started = await person.request
    .post('/staff/session/totp')
    .send({ password: person.password })
    .expect(200);
  const { secret } = started.body;
  // A step behind, so that the present code stays unused.
  const confirmed = await person.request
    .post('/staff/session/totp/confirm')
    .send({ code: codeOf(secret, -1) })
    .expect(200);
  return { secret, recoveryCodes: confirmed.body.recoveryCodes };
}

describe('a second factor', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app?.close());

  const signIn = (person: TestStaff, totp?: string) =>
    app.request
      .post('/staff/session')
      .send({ email: person.email, password: person.password, ...(totp !== undefined && { totp }) });

  test('is offered with a secret for any authenticator, and asked for once it is confirmed', async () => {
    const person = await app.signIn('ts_lead');
    const started = await person.request
      .post('/staff/session/totp')
      .send({ password: person.password })
      .expect(200);
    expect(started.body.secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(started.body.uri).toContain('otpauth://totp/Coinwarden:');
    expect(started.body.uri).toContain(`secret=${started.body.secret}`);
    await signIn(person).expect(204);

    const wrong = await person.request.post('/staff/session/totp/confirm').send({ code: '000000' });
    expect(wrong.body.errors[0].pointer).toBe('/code');
    await signIn(person).expect(204);

    const { secret } = await enrol(person);
    expect((await person.request.get('/staff/session')).body.staff.totpEnrolled).toBe(true);
    const asked = await signIn(person).expect(401);
    expect(asked.body.code).toBe('session.totp_required');
    expect((await signIn(person, '123').expect(401)).body.code).toBe('session.invalid');
    await signIn(person, codeOf(secret)).expect(204);
  });

  test('a code works once, however many try it at once', async () => {
    const person = await app.signIn('ts_lead');
    const { secret } = await enrol(person);
    const code = codeOf(secret);
    const answers = await Promise.all(Array.from({ length: 6 }, () => signIn(person, code)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([204, 401, 401, 401, 401, 401]);
    // A code from before the one that was used is as dead as it.
    await signIn(person, codeOf(secret, -1)).expect(401);
  });

  test('recovery codes work once each, however they are typed', async () => {
    const person = await app.signIn('ts_lead');
    const { recoveryCodes } = await enrol(person);
    expect(new Set(recoveryCodes).size).toBe(10);
    await signIn(person, recoveryCodes[0]!.toUpperCase().replaceAll('-', ' ')).expect(204);
    await signIn(person, recoveryCodes[0]).expect(401);
    await signIn(person, recoveryCodes[1]).expect(204);
    const other = await app.signIn('ts_lead');
    await enrol(other);
    await signIn(other, recoveryCodes[2]).expect(401);

    const renewed = await person.request
      .post('/staff/session/totp/recovery-codes')
      .send({ password: person.password })
      .expect(200);
    await signIn(person, recoveryCodes[2]).expect(401);
    await signIn(person, renewed.body.recoveryCodes[0]).expect(204);
  });

  test('needs the password to be started, renewed or removed; a stolen session is not enough', async () => {
    const person = await app.signIn('ts_lead');
    await enrol(person);
    for (const step of ['', '/recovery-codes', '/remove']) {
      const answer = await person.request
        .post(`/staff/session/totp${step}`)
        .send({ password: 'guess' })
        .expect(422);
      expect(answer.body.errors[0].pointer).toBe('/password');
    }
    await person.request.post('/staff/session/totp/remove').send({ password: person.password }).expect(204);
    await signIn(person).expect(204);
  });

  test('an abandoned replacement leaves the old one in force', async () => {
    const person = await app.signIn('ts_lead');
    const { secret } = await enrol(person);
    await person.request.post('/staff/session/totp').send({ password: person.password }).expect(200);
    await signIn(person).expect(401);
    await signIn(person, codeOf(secret)).expect(204);
  });

  test('confirming ends the sessions that were opened without it', async () => {
    const person = await app.signIn('ts_lead');
    const old = (await signIn(person).expect(204)).headers['set-cookie']![0]!.split(';')[0]!;
    await enrol(person);
    await app.request.get('/staff/session').set('Cookie', old).expect(401);
    await person.request.get('/staff/session').expect(200);
  });

  test('nothing can be confirmed that was not started', async () => {
    const person = await app.signIn('ts_lead');
    const answer = await person.request
      .post('/staff/session/totp/confirm')
      .send({ code: '123456' })
      .expect(409);
    expect(answer.body.code).toBe('action.not_allowed');
  });
});

describe('where roles must have a second factor', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ demo: false });
  });
  afterAll(() => app?.close());

  test('their sessions open nothing until it is enrolled, and it cannot be removed', async () => {
    const admin = await app.signIn('admin');
    const barred = await admin.request.get('/staff/staff').expect(403);
    expect(barred.body.code).toBe('session.totp_enrolment_required');
    expect((await admin.request.get('/staff/session').expect(200)).body.totpRequired).toBe(true);
    await enrol(admin);
    await admin.request.get('/staff/staff').expect(200);
    expect((await admin.request.get('/staff/session')).body.totpRequired).toBe(false);
    const kept = await admin.request
      .post('/staff/session/totp/remove')
      .send({ password: admin.password })
      .expect(409);
    expect(kept.body.code).toBe('action.not_allowed');
  });

  test('other roles work without', async () => {
    const agent = await app.signIn('support_agent');
    await agent.request.get('/staff/accounts').expect(200);
  });
});
