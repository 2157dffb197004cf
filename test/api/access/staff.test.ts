import { ROLE_KEYS } from '@coinwarden/domain';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import supertest from 'supertest';
import { startTestApp, type TestApp, type TestStaff } from '../../support/app.js';

describe('managing staff', () => {
  let app: TestApp;
  let admin: TestStaff;
  beforeAll(async () => {
    app = await startTestApp();
    admin = await app.signIn('admin');
  });
  afterAll(() => app?.close());

  const act = (by: TestStaff, id: string, action: string, body: object = {}) =>
    by.request.post(`/staff/staff/${id}/actions/${action}`).send(body);
  let serial = 0;
  const hire = async (role = 'support_agent') => {
    const email = `Hired-${++serial}@Staff.Example`;
    const answer = await admin.request
      .post('/staff/staff')
      .send({ email, displayName: 'Hired', role })
      .expect(201);
    return answer.body as { id: string; email: string; oneTimePassword: string; allowedActions: string[] };
  };
  const canSignIn = async (email: string, password: string) =>
    (await app.request.post('/staff/session').send({ email, password })).status === 204;

  test('a new member gets a one-time password, shown once and stored nowhere', async () => {
    const member = await hire();
    expect(member).toMatchObject({
      email: member.email.toLowerCase(),
      role: 'support_agent',
      status: 'active',
      passwordChangeDue: true,
      lastSignInAt: null,
    });
    expect(await canSignIn(member.email, member.oneTimePassword)).toBe(true);
    const read = await admin.request.get(`/staff/staff/${member.id}`).expect(200);
    expect(read.body.oneTimePassword).toBeUndefined();
    const [row] = await app.db.query<{ row: string }>(
      'SELECT s::text AS row FROM staff s WHERE staff_id = $1',
      [member.id],
    );
    expect(row?.row).not.toContain(member.oneTimePassword);
    expect(row?.row).toContain('$argon2id$');
    const audit = await app.db.query<{ row: string }>('SELECT a::text AS row FROM audit_log a');
    expect(audit.some((entry) => entry.row.includes(member.oneTimePassword))).toBe(false);
  });

  test('one e-mail is one person, in any case', async () => {
    const member = await hire();
    const again = await admin.request
      .post('/staff/staff')
      .send({ email: member.email.toUpperCase(), displayName: 'Again', role: 'auditor' })
      .expect(409);
    expect(again.body).toMatchObject({ code: 'record.conflict', errors: [{ pointer: '/email' }] });
  });

  test('is listed, filtered and read in the dialect of the console', async () => {
    const member = await hire('auditor');
    const list = await admin.request
      .get('/staff/staff')
      .query({ filter: JSON.stringify({ role: 'auditor' }), range: '[0,0]', sort: '["createdAt","DESC"]' })
      .expect(200);
    expect(list.body.map((r: { id: string }) => r.id)).toEqual([member.id]);
    expect(list.headers['content-range']).toMatch(/^staff 0-0\/\d+$/);
    const many = await admin.request
      .get('/staff/staff')
      .query({ filter: JSON.stringify({ id: [member.id, admin.id] }) })
      .expect(200);
    expect(many.body).toHaveLength(2);
    await admin.request.get('/staff/staff/not-an-id').expect(404);
    const refused = await admin.request
      .get('/staff/staff')
      .query({ filter: '{"password_hash":"x"}' })
      .expect(422);
    expect(refused.body.code).toBe('request.invalid');
  });

  test('disabling ends sessions at once and sign-in with them; enabling brings sign-in back', async () => {
    const person = await app.signIn('ts_reviewer');
    const disabled = await act(admin, person.id, 'disable', { reason: 'left' }).expect(200);
    expect(disabled.body).toMatchObject({ status: 'disabled', allowedActions: ['enable'] });
    await person.request.get('/staff/session').expect(401);
    expect(await canSignIn(person.email, person.password)).toBe(false);
    expect((await act(admin, person.id, 'disable').expect(409)).body.code).toBe('action.not_allowed');
    await act(admin, person.id, 'enable').expect(200);
    expect(await canSignIn(person.email, person.password)).toBe(true);
  });

  test('a reset password replaces the old one', async () => {
    const person = await app.signIn('ts_reviewer');
    const reset = await act(admin, person.id, 'reset_password').expect(200);
    await person.request.get('/staff/session').expect(401);
    expect(await canSignIn(person.email, person.password)).toBe(false);
    expect(await canSignIn(person.email, reset.body.oneTimePassword)).toBe(true);
  });

  test('a changed role takes effect on the very next request', async () => {
    const person = await app.signIn('ts_reviewer');
    await act(admin, person.id, 'change_role', { role: 'product_manager' }).expect(200);
    await person.request.get('/staff/session').expect(401);
    await person.request
      .post('/staff/session')
      .send({ email: person.email, password: person.password })
      .expect(204);
    expect((await person.request.get('/staff/session')).body.role).toBe('product_manager');
    const missing = await act(admin, person.id, 'change_role').expect(422);
    expect(missing.body.errors).toEqual([{ pointer: '/role', detail: 'is required' }]);
  });

  test('nobody acts on themselves, beyond signing out', async () => {
    for (const action of ['change_role', 'disable', 'reset_password', 'reset_totp']) {
      const answer = await act(admin, admin.id, action, { role: 'auditor' }).expect(409);
      expect(answer.body.code).toBe('staff.own_account');
    }
    const me = await admin.request.get(`/staff/staff/${admin.id}`).expect(200);
    expect(me.body.allowedActions).toEqual(['sign_out']);
  });

  test('only the name is taken from a record that is sent back', async () => {
    const member = await hire();
    const answer = await admin.request
      .put(`/staff/staff/${member.id}`)
      .send({
        ...member,
        displayName: 'Renamed',
        role: 'admin',
        status: 'disabled',
        email: 'other@staff.example',
      })
      .expect(200);
    expect(answer.body).toMatchObject({
      displayName: 'Renamed',
      role: 'support_agent',
      status: 'active',
      email: member.email,
    });
  });

  test('unknown people and actions', async () => {
    const nobody = '01890000-0000-7000-8000-000000000000';
    expect((await act(admin, nobody, 'disable').expect(404)).body.code).toBe('record.unknown');
    expect((await act(admin, admin.id, 'promote').expect(422)).body.code).toBe('request.invalid');
  });

  test('everything done to a person is in the audit log, with who and why', async () => {
    const person = await app.signIn('ts_reviewer');
    await act(admin, person.id, 'change_role', { role: 'auditor', reason: 'moved team' }).expect(200);
    const log = await admin.request
      .get('/staff/audit')
      .query({ filter: JSON.stringify({ subjectId: person.id, action: 'staff.change_role' }) })
      .expect(200);
    expect(log.body[0]).toMatchObject({
      actor: { type: 'staff', id: admin.id, name: 'admin' },
      reason: 'moved team',
      details: { from: 'ts_reviewer', to: 'auditor' },
    });
    await admin.request.get(`/staff/audit/${log.body[0].id}`).expect(200);
    await admin.request.get('/staff/audit/999999999').expect(404);
    await admin.request.get('/staff/audit/x').expect(404);
  });

  test('roles are listed with what each may do', async () => {
    const roles = await admin.request.get('/staff/roles').expect(200);
    expect(roles.body.map((role: { id: string }) => role.id)).toEqual(ROLE_KEYS);
    const auditor = await admin.request.get('/staff/roles/auditor').expect(200);
    expect(auditor.body.permissions.every((p: { sensitivity: string }) => p.sensitivity === 'read')).toBe(
      true,
    );
    await admin.request.get('/staff/roles/toString').expect(404);
  });

  test.each(ROLE_KEYS.filter((role) => role !== 'admin'))('%s cannot touch staff or keys', async (role) => {
    const person = await app.signIn(role);
    const member = await hire();
    for (const answer of [
      await person.request
        .post('/staff/staff')
        .send({ email: 'x@y.example', displayName: 'x', role: 'admin' }),
      await act(person, member.id, 'change_role', { role: 'admin' }),
      await person.request.put(`/staff/staff/${member.id}`).send({ displayName: 'x' }),
      await person.request.post('/staff/api-keys').send({ name: 'x', scopes: ['content.scan'] }),
    ]) {
      expect(answer.status).toBe(403);
      expect(answer.body.code).toBe('auth.forbidden');
    }
  });
});

describe('the last administrator', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await startTestApp();
  });
  const finish = () => app?.close();

  test('stays, even when two administrators remove each other at once', async () => {
    try {
      for (const [action, body] of [
        ['disable', {}],
        ['change_role', { role: 'auditor' }],
      ] as const) {
        await app.db.query(`UPDATE staff SET status = 'disabled'`);
        const [one, two] = [await app.signIn('admin'), await app.signIn('admin')];
        const answers = await Promise.all([
          one.request.post(`/staff/staff/${two.id}/actions/${action}`).send(body),
          two.request.post(`/staff/staff/${one.id}/actions/${action}`).send(body),
        ]);
        const [row] = await app.db.query<{ admins: number }>(
          `SELECT count(*)::int AS admins FROM staff WHERE role = 'admin' AND status = 'active'`,
        );
        expect(row?.admins).toBe(1);
        expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
      }
    } finally {
      await finish();
    }
  });
});

test('a route under /staff never takes an API key, whatever its scopes', async () => {
  const app = await startTestApp();
  try {
    for (const path of ['/staff/staff', '/staff/api-keys', '/staff/audit', '/staff/roles']) {
      await app.asPlatform.get(path).expect(401);
      await supertest(app.url).get(path).expect(401);
    }
  } finally {
    await app.close();
  }
});
