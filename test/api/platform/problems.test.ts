import http from 'node:http';
import net from 'node:net';
import { PROBLEMS, problem } from '@coinwarden/contracts';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestApp, type TestApp, type TestStaff } from '../../support/app.js';
import { HOSTILE_CORE } from '../../support/hostile-strings.js';

interface Answer {
  status: number;
  headers: Record<string, string>;
  body: unknown;
  text: string;
}

/** What every refusal must be, whatever it refuses. */
function expectProblem(answer: Answer, code: string): void {
  const parsed = problem.parse(JSON.parse(answer.text));
  expect(parsed.code).toBe(code);
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(answer.status).toBe(PROBLEMS[code as keyof typeof PROBLEMS].status);
  expect(parsed.status).toBe(answer.status);
  expect(answer.headers['x-request-id']).toBe(parsed.requestId);
  expect(answer.text).not.toMatch(/node_modules|at \w+ \(|select |relation |column |ECONN|typeorm/i);
}

describe('refusals', () => {
  let app: TestApp;
  let admin: TestStaff;
  beforeAll(async () => {
    app = await startTestApp();
    admin = await app.signIn('admin');
  });
  afterAll(() => app?.close());

  const put = (body: string | Buffer, type = 'application/json') =>
    app.asPlatform
      .put('/v1/accounts/a-1')
      .set('Content-Type', type)
      .serialize((raw: unknown) => raw as string)
      .send(body as string);

  test('an unknown address', async () => {
    expectProblem(await app.request.get('/nowhere'), 'route.unknown');
    expectProblem(await app.request.get('/v1/nowhere').set('Accept', 'text/html'), 'route.unknown');
  });

  test('a method the address does not take, with those it does', async () => {
    const answer = await app.request.post('/health/live').send({});
    expectProblem(answer, 'method.not_allowed');
    expect(answer.headers['allow']).toBe('GET, HEAD');
  });

  test.each([
    ['not JSON', '{"country":'],
    ['two values', '{} {}'],
    ['a prototype key', '{"__proto__":{"admin":true}}'],
    ['a constructor key', '{"constructor":{"prototype":{"admin":true}}}'],
    ['depth in objects', `${'{"a":'.repeat(100)}1${'}'.repeat(100)}`],
    ['depth in arrays', '['.repeat(100_000)],
    ['depth behind a string with brackets', `{"s":"]}\\"]","a":${'['.repeat(65)}${']'.repeat(65)}}`],
    ['a lone comma', ','],
  ])('a body with %s', async (_, body) => {
    expectProblem(await put(body), 'request.malformed');
  });

  test('a body that is not UTF-8', async () => {
    const bytes = Buffer.concat([
      Buffer.from('{"displayName":"'),
      Buffer.from([0xc3, 0x28]),
      Buffer.from('"}'),
    ]);
    const answer = await raw(app, 'PUT', '/v1/accounts/a-1', bytes, { 'Content-Type': 'application/json' });
    expectProblem(answer, 'request.malformed');
  });

  test('brackets inside strings are no depth', async () => {
    expectProblem(await put(JSON.stringify({ note: '['.repeat(1_000) })), 'request.invalid');
  });

  test.each([
    'text/plain',
    'application/xml',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
  ])('a body of type %s', async (type) => {
    expectProblem(await put('a=1', type), 'request.unsupported_media_type');
  });

  test('a body that is too large, announced or not', async () => {
    const body = JSON.stringify({ displayName: 'x'.repeat(2_000_000) });
    const announced = await raw(app, 'PUT', '/v1/accounts/a-1', Buffer.from(body), {
      'Content-Type': 'application/json',
    });
    expectProblem(announced, 'request.too_large');
    const chunked = await raw(app, 'PUT', '/v1/accounts/a-1', Buffer.from(body), {
      'Content-Type': 'application/json',
      'Transfer-Encoding': 'chunked',
    });
    expectProblem(chunked, 'request.too_large');
  });

  test('an empty body points at what is missing', async () => {
    const answer = await app.request.post('/staff/session').set('Content-Type', 'application/json');
    expectProblem(answer, 'request.invalid');
    expect((answer.body as { errors: { pointer: string }[] }).errors.map((e) => e.pointer).sort()).toEqual([
      '/email',
      '/password',
    ]);
  });

  test.each([['[]'], ['null'], ['1'], ['"text"'], ['true']])(
    'the body %s instead of an object',
    async (body) => {
      expectProblem(await put(body), 'request.invalid');
    },
  );

  test('unknown fields are pointed at, with odd names escaped', async () => {
    const answer = await app.request
      .post('/staff/session')
      .send({ email: 'a@b.example', password: 'x', 'a/b~c': 1 });
    expectProblem(answer, 'request.invalid');
  });

  test('an address that cannot be decoded', async () => {
    expectProblem(await raw(app, 'GET', '/v1/accounts/%E0%A4%A', null), 'request.malformed');
  });

  test('something that is not HTTP', async () => {
    const text = await new Promise<string>((resolve, reject) => {
      const socket = net.connect(Number(new URL(app.url).port), '127.0.0.1', () =>
        socket.end('GARBAGE\r\n\r\n'),
      );
      let received = '';
      socket.on('data', (chunk) => {
        received += chunk;
      });
      socket.on('error', reject).on('close', () => resolve(received));
    });
    expect(text).toMatch(/^HTTP\/1\.1 400 /);
    expect(problem.parse(JSON.parse(text.slice(text.indexOf('{')))).code).toBe('request.malformed');
  });

  test('a request id of the caller comes back, unless it could be an injection', async () => {
    expect((await app.request.get('/nowhere').set('X-Request-Id', 'trace-1')).headers['x-request-id']).toBe(
      'trace-1',
    );
    const odd = await app.request.get('/nowhere').set('X-Request-Id', '<script>');
    expect(odd.headers['x-request-id']).not.toBe('<script>');
  });

  test('hostile strings anywhere are refused or taken whole, never a failure of ours', async () => {
    const statuses = new Set<number>();
    const attack = async (text: string) => {
      const inPath = encodeURIComponent(text.toWellFormed());
      const answers = await Promise.all([
        app.request.post('/staff/session').send({ email: text, password: text, totp: text.slice(0, 40) }),
        admin.request.post('/staff/staff').send({ email: text, displayName: text, role: text }),
        admin.request.get(`/staff/staff/${inPath}`),
        admin.request.get('/staff/audit').query({ filter: JSON.stringify({ actorId: text, id: [text] }) }),
        admin.request.get('/staff/staff').query({ filter: text, sort: text, range: text }),
        app.asPlatform.put(`/v1/accounts/${inPath}`).send({ [text]: text }),
      ]);
      for (const answer of answers) {
        statuses.add(answer.status);
        if (answer.status >= 400) problem.parse(JSON.parse(answer.text));
        if (answer.status >= 500)
          throw new Error(`${answer.status} for ${JSON.stringify(text)}: ${answer.text}`);
      }
    };
    // Longer than an address may be is another test's matter.
    for (const text of HOSTILE_CORE.filter((s) => s.length < 2_000)) await attack(text);
    expect(statuses).toContain(422);
  });

  test('hostile names that are allowed are stored as they were sent', async () => {
    const names = HOSTILE_CORE.filter(
      (s) => s.trim() !== '' && s.length <= 200 && s.isWellFormed() && !s.includes('\0'),
    );
    for (const name of names) {
      const created = await admin.request
        .post('/staff/api-keys')
        .send({ name, scopes: ['content.scan'] })
        .expect(201);
      const read = await admin.request.get(`/staff/api-keys/${created.body.id}`).expect(200);
      expect(read.body.name).toBe(name.trim());
    }
  });
});

test('a database that is gone answers 503 and says to try again', async () => {
  const app = await startTestApp();
  const admin = await app.signIn('admin');
  const name = new URL(app.databaseUrl).pathname.slice(1);
  const elsewhere = await startTestApp();
  try {
    await elsewhere.db.query(`ALTER DATABASE ${name} WITH ALLOW_CONNECTIONS false`);
    await elsewhere.db.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1`, [
      name,
    ]);
    const answer = await admin.request.get('/staff/staff');
    expectProblem(answer, 'service.unavailable');
    expect(answer.headers['retry-after']).toBe('1');
    expectProblem(await app.request.get('/health/ready'), 'service.unavailable');
    await app.request.get('/health/live').expect(200);

    await elsewhere.db.query(`ALTER DATABASE ${name} WITH ALLOW_CONNECTIONS true`);
    await admin.request.get('/staff/staff').expect(200);
    await app.request.get('/health/ready').expect(200);
  } finally {
    await elsewhere.db.query(`ALTER DATABASE ${name} WITH ALLOW_CONNECTIONS true`);
    await app.close();
    await elsewhere.close();
  }
});

/** For requests that a proper client would not send. */
function raw(
  app: TestApp,
  method: string,
  path: string,
  body: Buffer | null,
  headers: Record<string, string> = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(app.url);
    const sized = body && !headers['Transfer-Encoding'] ? { 'Content-Length': String(body.length) } : {};
    const authorization = { Authorization: `Bearer ${app.apiKey}` };
    const request = http.request({
      hostname,
      port,
      method,
      path,
      headers: { ...authorization, ...sized, ...headers },
    });
    let answered = false;
    request.on('response', (response) => {
      answered = true;
      let text = '';
      response.setEncoding('utf8').on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () =>
        resolve({
          status: response.statusCode!,
          headers: response.headers as Record<string, string>,
          body: null,
          text,
        }),
      );
    });
    // A server that has answered early may stop reading what is still being sent.
    request.on('error', (error) => !answered && reject(error));
    request.end(body ?? undefined);
  });
}
