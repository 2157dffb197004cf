import { PROBLEMS, problem } from '@coinwarden/contracts';
import { installCatalogue } from '../../api/src/packages/packages.public.js';
import { startTestApp, type TestApp, type TestStaff } from '../support/app.js';
import { HOSTILE_CORE, hostileStrings } from '../support/hostile-strings.js';
import {
  examplesOf,
  type JsonSchema,
  type Path,
  pathsOf,
  valueAt,
  withValueAt,
} from '../support/schema-examples.js';

/**
 * Every write the application describes, against input made to break it. The bodies come from the application's own
 * description, so a new route is tried without a word here.
 */

interface Route {
  readonly method: string;
  readonly path: string;
  readonly schema: JsonSchema | undefined;
  readonly queries: readonly string[];
}

interface Sent {
  readonly status: number;
  readonly text: string;
  readonly what: string;
  readonly type: string | null;
}

const ACCOUNT = 'hostile-target';
/** Each of these costs a password hash per call; the core strings reach all there is. */
const COSTLY = /^\/staff\/(session|staff)/;
const CONCURRENCY = 16;

let app: TestApp;
let admin: TestStaff;
let cookie: string;
let writes: Route[];
let reads: Route[];
let definitions: Record<string, JsonSchema>;
let ids: Readonly<Record<string, string>>;
const strings = hostileStrings();

beforeAll(async () => {
  app = await startTestApp({ jobs: false, keyRequestsPerSecond: 1_000_000 });
  await app.db.run(installCatalogue);
  admin = await app.signIn('admin');
  const session = await app.request
    .post('/staff/session')
    .set('X-Requested-With', 'coinwarden')
    .send({ email: admin.email, password: admin.password });
  cookie = session.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
  for (const id of [ACCOUNT, 'recipient']) {
    await app.asPlatform
      .put(`/v1/accounts/${id}`)
      .send({
        createdAt: '2025-01-01T00:00:00Z',
        country: 'DE',
        timeZone: 'Europe/Berlin',
        ageBand: 'adult',
        creator: true,
      })
      .expect(200);
  }
  await describeRoutes();
  ids = await knownIds();
});
afterAll(() => app?.close());

async function describeRoutes(): Promise<void> {
  const { body: document } = await app.request.get('/openapi.json').expect(200);
  definitions = document.components.schemas;
  const all = Object.entries<Record<string, never>>(document.paths).flatMap(([path, item]) =>
    Object.entries<{
      requestBody?: { content: Record<string, { schema: JsonSchema }> };
      parameters?: { in: string; name: string }[];
    }>(item).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      schema: operation.requestBody?.content['application/json']?.schema,
      queries: (operation.parameters ?? []).filter((p) => p.in === 'query').map((p) => p.name),
    })),
  );
  const ours = all.filter(({ path }) => path.startsWith('/v1/') || path.startsWith('/staff/'));
  reads = ours.filter(({ method }) => method === 'GET');
  // Signing out would end the session that everything else here needs.
  writes = ours.filter((r) => r.method !== 'GET' && !(r.method === 'DELETE' && r.path === '/staff/session'));
}

/** A real record per staff resource, so that what is sent gets past "no such record". None is what this test runs on. */
async function knownIds(): Promise<Record<string, string>> {
  const colleague = await app.signIn('auditor');
  const key = await app.newApiKey();
  const found: Record<string, string> = { staff: colleague.id, 'api-keys': key.id, accounts: ACCOUNT };
  await admin.request.post('/staff/webhooks').send({ url: 'https://example.com/' }).expect(201);
  for (const { path } of reads) {
    const resource = /^\/staff\/([a-z-]+)$/.exec(path)?.[1];
    if (!resource || found[resource]) continue;
    const { body } = await admin.request.get(path);
    if (Array.isArray(body) && body[0]?.id) found[resource] = String(body[0].id);
  }
  return found;
}

const KNOWN = {
  accountId: ACCOUNT,
  recipientId: 'recipient',
  country: 'DE',
  currency: 'EUR',
  timeZone: 'Europe/Berlin',
  ip: '93.184.216.34',
  packageId: 'coins_70',
  giftId: 'rose',
};

const examples = (route: Route): unknown[] =>
  route.schema ? examplesOf(route.schema, definitions, KNOWN) : [{}];

function addressOf(route: Route, param?: string): string {
  const resource = route.path.split('/')[2] ?? '';
  return route.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (param !== undefined) return param;
    if (name === 'accountId') return ACCOUNT;
    if (name === 'layer') return 'self';
    if (name === 'action') return 'restrict';
    return encodeURIComponent(ids[resource] ?? '0198a1b2-0000-7000-8000-000000000001');
  });
}

let keys = 0;
async function send(method: string, address: string, body?: string | Buffer): Promise<Sent> {
  const answer = await fetch(`${app.url}${address}`, {
    method,
    redirect: 'manual',
    headers: {
      ...(address.startsWith('/v1')
        ? { authorization: `Bearer ${app.apiKey}` }
        : { cookie, 'x-requested-with': 'coinwarden' }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(address.startsWith('/v1/transactions') && { 'idempotency-key': `hostile-${keys++}` }),
    },
    ...(body !== undefined && { body }),
  });
  const what = `${method} ${address.slice(0, 200)} ${body?.toString().slice(0, 400) ?? ''}`;
  return { status: answer.status, text: await answer.text(), what, type: answer.headers.get('content-type') };
}

/** Runs `work` over everything, a few at a time. */
async function each<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < items.length) await work(items[next++]!);
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, worker));
}

/** A refusal is a problem document of ours, with a known code and nothing of the inside in it. */
function expectRefused({ status, text, what, type }: Sent): void {
  if (status < 400 || status >= 500) throw new Error(`answered ${status}, not a refusal: ${what}\n${text}`);
  expect(type).toMatch(/^application\/problem\+json/);
  const document = problem.parse(JSON.parse(text));
  expect(Object.keys(PROBLEMS)).toContain(document.code);
  expect(document.status).toBe(status);
}

/** Some hostile strings are fine text: then the answer is a proper one. Never a failure of ours. */
function expectHandled(sent: Sent): void {
  if (sent.status >= 400) expectRefused(sent);
  else if (sent.status >= 300) throw new Error(`answered ${sent.status}: ${sent.what}`);
}

async function rowCounts(): Promise<Record<string, number>> {
  const tables = await app.db.query<{ name: string }>(
    `SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind = 'r' AND n.nspname = 'public' ORDER BY 1`,
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const [row] = await app.db.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${name}`);
    counts[name] = row!.n;
  }
  return counts;
}

/** Whatever `work` sends is refused, and leaves nothing behind. */
async function storesNothing(work: () => Promise<void>): Promise<void> {
  const before = await rowCounts();
  await work();
  expect(await rowCounts()).toEqual(before);
}

const parsing = (route: Route) => !COSTLY.test(route.path);

it('knows the routes it is to try', () => {
  const known = writes.map((r) => `${r.method} ${r.path}`);
  expect(known).toEqual(
    expect.arrayContaining([
      'POST /v1/transactions',
      'POST /v1/transactions/batch',
      'PUT /v1/accounts/{accountId}',
    ]),
  );
  expect(writes.length).toBeGreaterThan(25);
});

describe('what can never be right', () => {
  it('values of the wrong type, anywhere in any body', () =>
    storesNothing(async () => {
      const wrong: Record<string, readonly unknown[]> = {
        string: [0, true, [], {}, ['x']],
        number: ['1', true, [], {}],
        boolean: ['true', 1, null, [], {}],
        array: ['x', 1, null, {}],
        object: ['x', 1, [], true],
      };
      const bodies = writes
        .filter((r) => r.schema && parsing(r))
        .flatMap((route) =>
          examples(route).flatMap((example) =>
            pathsOf(example).flatMap((path) => {
              const value = valueAt(example, path);
              const type = Array.isArray(value) ? 'array' : typeof value;
              return (wrong[type] ?? []).map((bad) => ({ route, body: withValueAt(example, path, bad) }));
            }),
          ),
        )
        .filter(({ route, body }) => !isBatchOf(route, body));
      await each(bodies, async ({ route, body }) =>
        expectRefused(await send(route.method, addressOf(route), JSON.stringify(body))),
      );
    }));

  const isCoordinate = (path: readonly (string | number)[]) => /^l\w+itude$/.test(String(path.at(-1)));
  it('numbers that are negative, fractional, too large or no numbers', () =>
    storesNothing(async () => {
      const MARK = '"#number#"';
      const raw = [
        '-1',
        '-0.5',
        '1.5',
        '1e-7',
        '9007199254740993',
        '1e22',
        '1e400',
        '-1e400',
        '123456789012345678901234567890',
      ];
      const bodies = writes
        .filter((r) => r.schema && parsing(r))
        .flatMap((route) =>
          examples(route).flatMap((example) =>
            pathsOf(example)
              .filter((path) => typeof valueAt(example, path) === 'number')
              .flatMap((path) => {
                const marked = JSON.stringify(withValueAt(example, path, '#number#'));
                const wrong = raw.filter((number) => !isCoordinate(path) || Math.abs(Number(number)) > 180);
                return wrong.map((number) => ({ route, body: marked.replace(MARK, number) }));
              }),
          ),
        );
      expect(bodies.length).toBeGreaterThan(50);
      await each(bodies, async ({ route, body }) =>
        expectRefused(await send(route.method, addressOf(route), body)),
      );
    }));

  it('unknown fields, currencies, countries and time zones', () =>
    storesNothing(async () => {
      const fields = ['currency', 'country', 'timeZone'];
      const bodies = writes
        .filter((r) => r.schema && parsing(r))
        .flatMap((route) =>
          examples(route).flatMap((example) => [
            { route, body: { ...(example as object), unexpected: 1 } as unknown },
            ...pathsOf(example)
              .filter((path) => fields.includes(String(path.at(-1))))
              .flatMap((path) =>
                ['XXX', 'eur', 'ZZ', 'Mars/Base', ''].map((bad) => ({
                  route,
                  body: withValueAt(example, path, bad),
                })),
              ),
          ]),
        );
      await each(bodies, async ({ route, body }) =>
        expectRefused(await send(route.method, addressOf(route), JSON.stringify(body))),
      );
    }));

  it('bodies that are no JSON, no UTF-8, too deep or too large', () =>
    storesNothing(async () => {
      const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
      const bodies: (string | Buffer)[] = [
        '{',
        'nul',
        '{"a":01}',
        '{"a":1}{"b":2}',
        '\ufeff{"a":1}',
        '{"a":"\u0001"}',
        '{"a":"\\ud8"}',
        '{"__proto__":{"admin":true}}',
        '{"constructor":{"prototype":{"admin":true}}}',
        deep,
        `{"a":${deep}}`,
        '{"a":'.repeat(5_000),
        Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
        Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22]),
        Buffer.from([0x22, 0xc0, 0x80, 0x22]),
        Buffer.alloc(64),
        `{"a":"${'x'.repeat(20 * 1_024 * 1_024)}"}`,
      ];
      for (const route of writes.filter((r) => r.schema)) {
        for (const body of bodies) expectRefused(await send(route.method, addressOf(route), body));
      }
    }));

  it('text with NUL or half a surrogate pair, whose storage would not be what was sent', () =>
    storesNothing(async () => {
      const bodies = writes
        .filter((r) => r.schema && parsing(r))
        .flatMap((route) =>
          examples(route).flatMap((example) =>
            pathsOf(example)
              .filter((path) => typeof valueAt(example, path) === 'string' && !isScanned(route, path))
              .flatMap((path) =>
                ['a\u0000b', '\ud800', 'x\udfffy'].map((bad) => ({
                  route,
                  body: withValueAt(example, path, bad),
                })),
              ),
          ),
        );
      await each(bodies, async ({ route, body }) =>
        expectRefused(await send(route.method, addressOf(route), JSON.stringify(body))),
      );
    }));
});

/** What users wrote is scanned as it comes: a scam must not be writable so that it is refused instead of read. */
const isScanned = (route: Route, path: Path): boolean =>
  (route.path.startsWith('/v1/content/') && path.at(-1) === 'text') || path.at(-1) === 'reportedText';

/** A batch takes anything as an item and answers each alone. */
const isBatchOf = (route: Route, body: unknown): boolean =>
  route.path.endsWith('/batch') &&
  Array.isArray((body as { items?: unknown }).items) &&
  (body as { items: [] }).items.length > 0;

/** Every one of `everywhere` at every place, and the whole list once around `listed`. */
function spread<T>(
  places: readonly T[],
  {
    listed = places,
    everywhere = HOSTILE_CORE,
  }: { listed?: readonly T[]; everywhere?: readonly string[] } = {},
): (readonly [T, string])[] {
  return [
    ...places.flatMap((place) => everywhere.map((text) => [place, text] as const)),
    ...strings.map((text, i) => [listed[i % listed.length]!, text] as const),
  ];
}

/** What the parsers of queries and filters trip over. */
const QUERY_CORE = [
  '',
  '{',
  '[]',
  '{"id":{"$gt":""}}',
  '["id","ASC; DROP TABLE accounts"]',
  '[0,1e9]',
  'a\u0000b',
  '-1',
  'NaN',
];

describe('hostile strings', () => {
  it('in every field of every body', async () => {
    const places = writes.flatMap((route) =>
      (route.schema ? examples(route) : []).flatMap((example) =>
        pathsOf(example)
          .filter((path) => typeof valueAt(example, path) === 'string')
          .map((path) => ({ route, example, path })),
      ),
    );
    const cheap = places.filter(({ route }) => parsing(route));
    await each(spread(places, { listed: cheap }), async ([{ route, example, path }, text]) =>
      expectHandled(
        await send(route.method, addressOf(route), JSON.stringify(withValueAt(example, path, text))),
      ),
    );
  });

  it('in every field of every transaction of a batch, where each item is answered for itself', async () => {
    const single = writes.find((r) => r.path === '/v1/transactions')!;
    const places = examples(single).flatMap((example) =>
      pathsOf(example)
        .filter((path) => typeof valueAt(example, path) === 'string')
        .map((path) => ({ example, path })),
    );
    const items = spread(places).map(
      ([{ example, path }, text]) => withValueAt(example, path, text) as object,
    );
    for (let i = 0; i < items.length; i += 1_000) {
      const batch = items
        .slice(i, i + 1_000)
        .map((item, n) => ({ ...item, idempotencyKey: `batch-${i + n}` }));
      // The longest strings are beyond what any body may hold; the fields' own limits are tried above.
      const body = JSON.stringify({ items: batch.filter((item) => JSON.stringify(item).length < 10_000) });
      const sent = await send('POST', '/v1/transactions/batch', body);
      expect(sent.status).toBe(200);
      for (const result of (JSON.parse(sent.text) as { results: { status?: number; outcome?: string }[] })
        .results) {
        if (result.outcome === undefined) expect(result.status).toBeLessThan(500);
      }
    }
  });

  it('in every address', async () => {
    const routes = [...reads, ...writes].filter((route) => route.path.includes('{') && parsing(route));
    const raw = ['%00', '%ff', '%ed%a0%80', '%', '..%2f'].flatMap((param) =>
      routes.map((route) => [route, param] as const),
    );
    const encoded = spread(routes).map(
      ([route, text]) => [route, encodeURIComponent(text.toWellFormed())] as const,
    );
    await each(
      [...raw, ...encoded.filter(([, p]) => p !== '' && p.length < 8_000)],
      async ([route, param]) => {
        const body = route.schema ? JSON.stringify(examples(route)[0]) : undefined;
        expectHandled(await send(route.method, addressOf(route, param), body));
      },
    );
  });

  it('in every query', async () => {
    const names = [
      'filter',
      'sort',
      'range',
      'after',
      'cursor',
      'limit',
      'country',
      'currency',
      'from',
      'to',
      'bucket',
    ];
    const queries = reads.flatMap((route) =>
      [...new Set([...route.queries, ...names])].map((name) => `${addressOf(route)}?${name}=`),
    );
    await each(spread(queries, { everywhere: QUERY_CORE }), async ([query, text]) =>
      expectHandled(await send('GET', query + encodeURIComponent(text.slice(0, 2_000).toWellFormed()))),
    );
  });

  it('in the filters of every list', async () => {
    const fields = ['id', 'q', 'status', 'email', 'accountId', 'from', 'before', 'kind', 'url', 'name'];
    const lists = reads.filter(({ path }) => /^\/staff\/[a-z-]+$/.test(path));
    const filters = lists.flatMap(({ path }) =>
      fields.flatMap((field) => [
        { path, field, many: true },
        { path, field, many: false },
      ]),
    );
    await each(spread(filters, { everywhere: QUERY_CORE }), async ([{ path, field, many }, text]) => {
      const value = text.slice(0, 2_000);
      const filter = JSON.stringify({ [field]: many ? [value] : value });
      expectHandled(await send('GET', `${path}?filter=${encodeURIComponent(filter)}`));
    });
  });

  it('are kept exactly as they were sent, or not at all', async () => {
    let kept = 0;
    await each(
      strings.map((text, i) => ({ text, id: `kept-${i}` })),
      async ({ text, id }) => {
        const body = {
          createdAt: '2025-01-01T00:00:00Z',
          country: 'DE',
          timeZone: 'Europe/Berlin',
          ageBand: 'adult',
          creator: false,
          displayName: text,
        };
        const sent = await send('PUT', `/v1/accounts/${id}`, JSON.stringify(body));
        expectHandled(sent);
        const read = await send('GET', `/v1/accounts/${id}`);
        if (sent.status === 200) {
          kept++;
          expect((JSON.parse(read.text) as { displayName: string }).displayName).toBe(text);
        } else expect(read.status).toBe(404);
      },
    );
    expect(kept).toBeGreaterThan(10);
  });
});
