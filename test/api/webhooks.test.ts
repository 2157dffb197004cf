import { hostname } from 'node:os';
import { type WebhookEvent, webhookEvent } from '@coinwarden/contracts';
import type { Outcome, TransactionStatus } from '@coinwarden/domain';
import { Webhook } from 'standardwebhooks';
import { v7 as uuidv7 } from 'uuid';
import { UnitOfWork } from '../../api/src/platform/database/unit-of-work.js';
import { Outbox } from '../../api/src/platform/outbox/outbox.js';
import { WebhookSender } from '../../api/src/webhooks/delivery/webhook-sender.js';
import { startTestApp, type TestApp, type TestStaff } from '../support/app.js';
import { eventually } from '../support/eventually.js';
import { type ReceivedMessage, startReceiver, type WebhookReceiver } from '../support/webhook-receiver.js';

let app: TestApp;
let receiver: WebhookReceiver;
let admin: TestStaff;
let hanging: { id: string };

beforeAll(async () => {
  app = await startTestApp({ jobs: true, allowPrivateWebhooks: true });
  receiver = await startReceiver();
  admin = await app.signIn('admin');
  receiver.answer('/hanging', () => undefined);
  hanging = await endpoint('/hanging', ['endpoint.test']);
  await act(hanging.id, 'test').expect(200);
});
afterAll(async () => {
  await receiver?.close();
  await app?.close();
});

interface Endpoint {
  readonly id: string;
  readonly secret: string;
}

async function endpoint(path: string, eventTypes: readonly string[] = []): Promise<Endpoint> {
  const answer = await admin.request
    .post('/staff/webhooks')
    .send({ url: `${receiver.url}${path}`, eventTypes })
    .expect(201);
  return answer.body as Endpoint;
}

const act = (id: string, action: string, body: object = {}) =>
  admin.request.post(`/staff/webhooks/${id}/actions/${action}`).send(body);

async function retire({ id }: { id: string }): Promise<void> {
  await act(id, 'disable', { reason: 'done' }).expect(200);
}

/** A transaction as the decision path leaves it, with its announcement in the same database transaction. */
async function decide(
  outcome: Outcome,
  options: { status?: TransactionStatus; decidedAt?: number; announcements?: number } = {},
): Promise<string> {
  const decidedAt = options.decidedAt ?? Date.now();
  const id = uuidv7({ msecs: decidedAt });
  const status =
    options.status ?? ({ approve: 'posted', review: 'held', decline: 'declined' } as const)[outcome];
  const reasons =
    outcome === 'approve'
      ? []
      : [{ code: 'limit.exceeded', message: 'The limit would be passed.', values: { limit: 5 } }];
  await app.app.get(UnitOfWork).run(async (tx) => {
    await tx.query(
      `INSERT INTO transactions (account_id, transaction_id, idempotency_key, request_hash, kind, outcome, status, score,
         coins, diamonds, counterparty_id, ruleset_version, occurred_at, decided_at, request, decision)
       VALUES ('ann', $1::uuid, $1::uuid::text, '', 'gift', $2, $3, 7, 25, 0, 'bea', 1, $4, $4, '{}', $5)`,
      [id, outcome, status, new Date(decidedAt), JSON.stringify({ reasons })],
    );
    for (let i = options.announcements ?? 1; i > 0; i--) {
      await app.app.get(Outbox).append(tx, 'transactions.decided', { items: [['ann', id]] });
    }
  });
  return id;
}

const messagesOf = (path: string): WebhookEvent[] =>
  receiver.at(path).map((message) => webhookEvent.parse(JSON.parse(message.body)));

const verify = (secret: string, message: ReceivedMessage | undefined): unknown =>
  new Webhook(secret).verify(message!.body, message!.headers as Record<string, string>);

const deliveriesOf = async (id: string) =>
  (
    await admin.request
      .get('/staff/webhook-deliveries')
      .query({ filter: JSON.stringify({ endpointId: id }), sort: '["createdAt","ASC"]' })
      .expect(200)
  ).body as {
    id: string;
    status: string;
    attempts: number;
    lastError: string;
    lastResponseStatus: number;
    type: string;
  }[];

it('tells each outcome, signed so that the platform can verify it, with the transaction and its reasons', async () => {
  const told = await endpoint('/told');
  const [approved, held, declined] = [
    await decide('approve'),
    await decide('review'),
    await decide('decline'),
  ];
  await eventually(() => expect(receiver.at('/told')).toHaveLength(3));
  const byId = new Map(
    messagesOf('/told').map((e) => [(e.data as { transactionId: string }).transactionId, e]),
  );
  expect(byId.get(approved)).toMatchObject({
    type: 'transaction.approved',
    data: { accountId: 'ann', coins: 25, reasons: [] },
  });
  expect(byId.get(held)).toMatchObject({
    type: 'transaction.held',
    data: { status: 'held', counterpartyId: 'bea' },
  });
  expect(byId.get(declined)).toMatchObject({
    type: 'transaction.declined',
    data: { outcome: 'decline', reasons: [{ code: 'limit.exceeded', values: { limit: 5 } }] },
  });
  for (const message of receiver.at('/told')) {
    expect(verify(told.secret, message)).toEqual(JSON.parse(message.body));
    expect(() => verify(`whsec_${Buffer.alloc(32, 1).toString('base64')}`, message)).toThrow();
  }
  await eventually(async () =>
    expect((await deliveriesOf(told.id)).map((d) => d.status)).toEqual([
      'delivered',
      'delivered',
      'delivered',
    ]),
  );
  await retire(told);
});

it('tells what else happens: holds that end, accounts enforced, limits changed', async () => {
  const told = await endpoint('/else');
  const id = await decide('review', { status: 'posted' });
  const announce = app.app.get(Outbox);
  await app.app.get(UnitOfWork).run(async (tx) => {
    await announce.append(tx, 'hold.ended', { accountId: 'ann', transactionId: id, end: 'released' });
    await announce.append(tx, 'account.status_changed', {
      accountId: 'ann',
      status: 'restricted',
      reason: 'card testing',
    });
    await announce.append(tx, 'limits.changed', { accountId: 'ann', layer: 'guardian', reason: null });
  });
  await eventually(() =>
    expect(
      messagesOf('/else')
        .map((event) => event.type)
        .sort(),
    ).toEqual(['account.restricted', 'limit.changed', 'transaction.held', 'transaction.released']),
  );
  expect(messagesOf('/else').find((event) => event.type === 'account.restricted')?.data).toEqual({
    accountId: 'ann',
    status: 'restricted',
    reason: 'card testing',
  });
  await retire(told);
});

it('tells an endpoint only what it asked for, and everybody once however often it was announced', async () => {
  const some = await endpoint('/some', ['transaction.declined']);
  const all = await endpoint('/all');
  await decide('approve', { announcements: 3 });
  await decide('decline', { announcements: 2 });
  await eventually(() => expect(receiver.at('/all')).toHaveLength(2));
  await eventually(() => expect(receiver.at('/some')).toHaveLength(1));
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(receiver.at('/all')).toHaveLength(2);
  expect(messagesOf('/some')[0]?.type).toBe('transaction.declined');
  await Promise.all([retire(some), retire(all)]);
});

it('does not tell as news what an import brought in', async () => {
  const told = await endpoint('/news');
  await decide('approve', { decidedAt: Date.now() - 40 * 86_400_000 });
  await decide('approve');
  await eventually(() => expect(receiver.at('/news')).toHaveLength(1));
  expect(await deliveriesOf(told.id)).toHaveLength(1);
  await retire(told);
});

it('tries again after a failure under the same id, and says how it stands', async () => {
  receiver.answer('/flaky', (response, nth) => response.writeHead(nth === 1 ? 500 : 200).end());
  const flaky = await endpoint('/flaky');
  await decide('approve');
  await eventually(async () =>
    expect((await deliveriesOf(flaky.id))[0]).toMatchObject({
      status: 'pending',
      attempts: 1,
      lastResponseStatus: 500,
    }),
  );
  const failing = await admin.request.get(`/staff/webhooks/${flaky.id}`).expect(200);
  expect(failing.body.failingSince).not.toBeNull();
  await eventually(() => expect(receiver.at('/flaky')).toHaveLength(2));
  const [first, second] = receiver.at('/flaky');
  expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
  expect(second?.body).toBe(first?.body);
  await eventually(async () =>
    expect((await deliveriesOf(flaky.id))[0]).toMatchObject({
      status: 'delivered',
      attempts: 2,
      lastError: null,
    }),
  );
  expect((await admin.request.get(`/staff/webhooks/${flaky.id}`)).body.failingSince).toBeNull();
  await retire(flaky);
});

it('follows no redirect', async () => {
  receiver.answer('/moved', (response) =>
    response.writeHead(302, { location: `${receiver.url}/elsewhere` }).end(),
  );
  const moved = await endpoint('/moved', ['endpoint.test']);
  await act(moved.id, 'test').expect(200);
  await eventually(async () =>
    expect((await deliveriesOf(moved.id))[0]).toMatchObject({ status: 'pending', lastResponseStatus: 302 }),
  );
  expect(receiver.at('/elsewhere')).toEqual([]);
  await retire(moved);
});

it('reads no endless answer', async () => {
  let written = 0;
  receiver.answer('/endless', (response) => {
    response.writeHead(200);
    const chunk = Buffer.alloc(64 * 1_024);
    const write = () => {
      while (!response.destroyed && response.write(chunk)) written += chunk.length;
      if (!response.destroyed) response.once('drain', write);
    };
    write();
  });
  const endless = await endpoint('/endless', ['endpoint.test']);
  await act(endless.id, 'test').expect(200);
  await eventually(async () => expect((await deliveriesOf(endless.id))[0]?.status).toBe('delivered'));
  const stopped = written;
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(written).toBe(stopped);
  await retire(endless);
});

it('gives up an endpoint that is gone, keeps what it misses, and makes up for it by a replay', async () => {
  receiver.answer('/gone', (response) => response.writeHead(410).end());
  const gone = await endpoint('/gone');
  const since = new Date(Date.now() - 1_000).toISOString();
  await decide('approve');
  await eventually(async () =>
    expect((await admin.request.get(`/staff/webhooks/${gone.id}`)).body).toMatchObject({
      status: 'disabled',
      disabledReason: expect.stringContaining('410'),
      allowedActions: ['enable'],
    }),
  );
  await decide('decline');
  await eventually(async () =>
    expect((await deliveriesOf(gone.id)).map((d) => d.status)).toEqual(['failed', 'failed']),
  );
  expect(receiver.at('/gone')).toHaveLength(1);
  const range = { from: since, to: new Date(Date.now() + 60_000).toISOString() };
  await act(gone.id, 'replay', range).expect(409);

  receiver.answer('/gone', (response) => response.writeHead(200).end());
  await act(gone.id, 'enable').expect(200);
  const replay = await act(gone.id, 'replay', range).expect(200);
  expect(replay.body.replayed).toBe(2);
  await eventually(() => expect(receiver.at('/gone')).toHaveLength(3));
  await eventually(async () =>
    expect((await deliveriesOf(gone.id)).map((d) => d.status)).toEqual(['delivered', 'delivered']),
  );

  const [delivery] = await deliveriesOf(gone.id);
  await admin.request.post(`/staff/webhook-deliveries/${delivery!.id}/actions/replay`).send({}).expect(200);
  await eventually(() => expect(receiver.at('/gone')).toHaveLength(4));

  const audit = await app.db.query<{ action: string; actor_type: string }>(
    'SELECT action, actor_type FROM audit_log WHERE subject_id = $1 ORDER BY seq',
    [gone.id],
  );
  expect(audit).toEqual([
    { action: 'webhook.created', actor_type: 'staff' },
    { action: 'webhook.disabled', actor_type: 'system' },
    { action: 'webhook.enabled', actor_type: 'staff' },
    { action: 'webhook.replayed', actor_type: 'staff' },
  ]);
  await retire(gone);
});

it('shows a secret once, and lets the former one sign along after a rotation', async () => {
  const rotating = await endpoint('/rotating', ['endpoint.test']);
  expect(rotating.secret).toMatch(/^whsec_/);
  const shown = await admin.request.get(`/staff/webhooks/${rotating.id}`).expect(200);
  expect(JSON.stringify(shown.body)).not.toContain('whsec_');
  const list = await admin.request.get('/staff/webhooks').expect(200);
  expect(JSON.stringify(list.body)).not.toContain('whsec_');

  const rotated = (await act(rotating.id, 'rotate-secret').expect(200)).body as Endpoint;
  expect(rotated.secret).not.toBe(rotating.secret);
  await act(rotating.id, 'test').expect(200);
  await eventually(() => expect(receiver.at('/rotating')).toHaveLength(1));
  const [message] = receiver.at('/rotating');
  expect(verify(rotated.secret, message)).toEqual(verify(rotating.secret, message));
  const trail = await app.db.query<{ details: object }>(
    'SELECT details FROM audit_log WHERE subject_id = $1',
    [rotating.id],
  );
  expect(JSON.stringify(trail)).not.toContain('whsec_');
  await retire(rotating);
});

it('tells a disabled endpoint nothing, and disables only with a reason', async () => {
  const off = await endpoint('/off');
  const refused = await act(off.id, 'disable').expect(422);
  expect(refused.body.code).toBe('action.reason_required');
  await retire(off);
  await act(off.id, 'disable', { reason: 'again' }).expect(409);
  await decide('approve');
  await new Promise((resolve) => setTimeout(resolve, 800));
  expect(receiver.at('/off')).toEqual([]);
  expect(await deliveriesOf(off.id)).toEqual([]);
});

it('lets those who may only read look, and nobody else', async () => {
  const auditor = await app.signIn('auditor');
  const reviewer = await app.signIn('ts_reviewer');
  const list = await auditor.request.get('/staff/webhooks').expect(200);
  expect(list.body[0].allowedActions).toEqual([]);
  await auditor.request.post('/staff/webhooks').send({ url: 'https://example.com/' }).expect(403);
  await auditor.request.post(`/staff/webhooks/${list.body[0].id}/actions/test`).send({}).expect(403);
  await reviewer.request.get('/staff/webhooks').expect(403);
  await admin.request.get(`/staff/webhooks/${uuidv7()}`).expect(404);
  await act('nonsense', 'test').expect(404);
});

it('ends an attempt that is not answered, and makes another', async () => {
  // Since the first test; how many attempts that makes by now is a matter of how fast the others were.
  await eventually(async () => {
    const [delivery] = await deliveriesOf(hanging.id);
    expect(delivery).toMatchObject({
      status: 'pending',
      attempts: expect.any(Number),
      lastError: 'The receiver did not answer in time.',
    });
    expect(delivery!.attempts).toBeGreaterThan(0);
  }, 30_000);
});

describe('unless private addresses are allowed', () => {
  let strict: TestApp;
  beforeAll(async () => {
    strict = await startTestApp({ jobs: false, allowPrivateWebhooks: false });
  });
  afterAll(() => strict?.close());

  it.each([
    'http://example.com/',
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://10.1.2.3/',
    'https://localhost/',
  ])('refuses an endpoint at %s', async (url) => {
    const staff = await strict.signIn('admin');
    const answer = await staff.request.post('/staff/webhooks').send({ url }).expect(422);
    expect(answer.body).toMatchObject({ code: 'request.invalid', errors: [{ pointer: '/url' }] });
    expect(await strict.db.query('SELECT 1 FROM webhook_endpoints')).toEqual([]);
  });

  /** A machine may not know its own name; then there is nothing to connect to either. */
  const REFUSED = /private or local|https:|cannot be resolved/;

  it('connects to no private address, whatever name or number leads there', async () => {
    const before = receiver.connections();
    for (const host of ['127.0.0.1', '2130706433', '[::ffff:127.0.0.1]', 'localhost', hostname()]) {
      const result = await strict.app.get(WebhookSender).send({
        url: `https://${host}:${receiver.port}/`,
        eventId: 'evt_1',
        body: '{}',
        secrets: [`whsec_${Buffer.alloc(32).toString('base64')}`],
        sentAt: Date.now(),
      });
      expect(result).toMatchObject({ acknowledged: false, error: expect.stringMatching(REFUSED) });
    }
    expect(receiver.connections()).toBe(before);
  });
});
