import { execFile } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestApp, type TestApp } from '../../support/app.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

describe('the command line', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app?.close());

  const run = (program: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> =>
    new Promise((resolve) => {
      const file = join(ROOT, 'api/dist/src', program);
      const environment = { PATH: process.env['PATH'], DATABASE_URL: app.databaseUrl, ...env };
      execFile(process.execPath, [file, ...args], { env: environment }, (error, out, err) =>
        resolve({ code: error ? Number(error.code) : 0, out, err }),
      );
    });
  const signIn = async (email: string, password: string) =>
    (await app.request.post('/staff/session').send({ email, password })).status;

  test('makes a member of staff, and gives a lost password back', async () => {
    const made = await run('cli/staff.js', ['create', '--email', 'First@Example.com', '--role', 'admin']);
    expect(made).toMatchObject({ code: 0, err: '' });
    const password = /^One-time password for First@Example\.com: (\S+)$/m.exec(made.out)![1]!;
    expect(await signIn('first@example.com', password)).toBe(204);
    const reset = await run('cli/staff.js', ['reset', '--email', 'first@example.com']);
    expect(await signIn('first@example.com', password)).toBe(401);
    expect(await signIn('first@example.com', /: (\S+)$/m.exec(reset.out)![1]!)).toBe(204);
  });

  test.each([
    ['nothing', [], 'Usage: npm run staff'],
    ['an unknown role', ['create', '--email', 'a@b.example', '--role', 'boss'], '--role: '],
    [
      'an unknown option',
      ['create', '--email', 'a@b.example', '--role', 'admin', '--force'],
      'Usage: npm run staff',
    ],
    [
      'a stranger to reset',
      ['reset', '--email', 'x@y.example'],
      'Nobody on the staff has the e-mail x@y.example.',
    ],
  ])('says what it needs when staff is given %s', async (_, args, line) => {
    const { code, err } = await run('cli/staff.js', args);
    expect(code).toBe(1);
    expect(err).toContain(line);
    expect(err).not.toMatch(/\n\s+at /);
  });

  test('makes, lists and revokes an API key', async () => {
    const made = await run('cli/api-key.js', [
      'create',
      '--name',
      'Shop',
      '--scopes',
      'account.read,content.scan',
    ]);
    const [, id, key] = /^API key (\S+): (cw_\S+)$/m.exec(made.out)!;
    const call = () => app.request.get('/v1/accounts/nobody').set('Authorization', `Bearer ${key}`);
    await call().expect(404);
    const listed = await run('cli/api-key.js', ['list']);
    expect(listed.out).toMatch(new RegExp(`^${id}  cw_.*Shop  active.*account\\.read,content\\.scan$`, 'm'));
    expect(listed.out).not.toContain(key);
    expect((await run('cli/api-key.js', ['revoke', '--id', id!])).code).toBe(0);
    expect((await run('cli/api-key.js', ['list'])).out).toMatch(new RegExp(`^${id} .*revoked`, 'm'));
    const refused = await run('cli/api-key.js', ['create', '--name', 'x', '--scopes', 'staff.write']);
    expect(refused).toMatchObject({ code: 1, out: '' });
  });

  test('a taken port, a bad setting and an unreachable database are each told in one line', async () => {
    const squatter = createServer();
    const port = await new Promise<number>((resolve) => {
      squatter.listen(0, '127.0.0.1', () => resolve((squatter.address() as { port: number }).port));
    });
    try {
      const taken = await run('main.js', [], { PORT: String(port) });
      expect(taken).toEqual({
        code: 1,
        out: '',
        err: `Port ${port} on 127.0.0.1 is taken: stop what uses it, or choose another with PORT.\n`,
      });
    } finally {
      squatter.close();
    }
    const bad = await run('main.js', [], { PORT: 'x' });
    expect(bad).toEqual({ code: 1, out: '', err: 'PORT must be a whole number from 0 to 65535, not "x"\n' });
    const unreachable = await run('main.js', [], {
      PORT: '0',
      DATABASE_URL: 'postgres://u:pw@127.0.0.1:1/x',
    });
    expect(unreachable.code).toBe(1);
    expect(unreachable.err).toMatch(
      /^Cannot reach the PostgreSQL of DATABASE_URL at 127\.0\.0\.1:1\/x .*\n$/,
    );
    expect(unreachable.err).not.toContain('pw');
  });
});
