import type { AccountTimeline, TimelineEvent } from '@coinwarden/contracts';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TestStaff } from '../../support/app.js';
import { type Economy, judgeBy, startEconomy } from '../../support/economy.js';
import { openCase } from '../cases/case-desk.js';

let economy: Economy;
let admin: TestStaff;
let support: TestStaff;
let accountId: string;
let held: string;

beforeAll(async () => {
  economy = await startEconomy({ jobs: false });
  admin = await economy.signIn('admin');
  support = await economy.signIn('support_agent');
  accountId = await economy.account();
  const { request } = admin;
  const bought = await economy.buy(accountId);
  const device = { id: 'phone', ip: '198.51.100.9' };
  await economy.asPlatform.post('/v1/events').send({ type: 'sign_in', accountId, device }).expect(201);
  await economy.asPlatform
    .post('/v1/events')
    .send({ type: 'report', accountId, reason: 'spam', note: 'Sells coins.' })
    .expect(201);
  await openCase(economy, accountId);
  await economy.asPlatform
    .put(`/v1/accounts/${accountId}/limits/self`)
    .send({ limits: [{ measure: 'coins_spent', window: 'day', limit: 5_000 }] })
    .expect(200);
  await request.post('/staff/account-notes').send({ accountId, text: 'Called twice.' }).expect(201);
  await request
    .post('/staff/refunds')
    .send({ purchaseId: bought.transactionId, amountMinor: 100, reason: 'duplicate' })
    .expect(201);
  await request
    .post(`/staff/accounts/${accountId}/actions/restrict`)
    .send({ reason: 'Looks stolen' })
    .expect(200);
  await request
    .post(`/staff/accounts/${accountId}/actions/release`)
    .send({ reason: 'Is the owner' })
    .expect(200);
  await request
    .post('/staff/lists')
    .send({ list: 'watch', type: 'account', value: accountId, reason: 'Watch it', expiresAt: null })
    .expect(201);
  await judgeBy(economy, [{ kind: 'unlock', effect: 'review' }]);
  held = (await economy.submit({ kind: 'unlock', accountId, contentId: 'video', coins: 5 })).transactionId;
  await request.post(`/staff/transactions/${held}/actions/release`).send({ reason: 'Fine' }).expect(200);
});
afterAll(() => economy?.close());

const read = async (who: TestStaff, query: object = {}, id = accountId): Promise<AccountTimeline> =>
  (await who.request.get(`/staff/accounts/${id}/timeline`).query(query).expect(200)).body;
const all = (who = admin) => read(who, { limit: 100 });
const ofKind = <Kind extends TimelineEvent['kind']>({ items }: AccountTimeline, kind: Kind) =>
  items.filter((one): one is Extract<TimelineEvent, { kind: Kind }> => one.kind === kind);

async function inPagesOf(limit: number, kinds?: string) {
  const items: TimelineEvent[] = [];
  let before: string | undefined;
  do {
    const page = await read(admin, { limit, ...(before && { before }), ...(kinds && { kinds }) });
    items.push(...page.items);
    before = page.nextCursor ?? undefined;
  } while (before !== undefined);
  return items;
}

describe('the timeline of an account', () => {
  test('holds what happened, newest first, with who did it and why', async () => {
    const timeline = await all();
    expect(timeline.withheld).toEqual([]);
    const times = timeline.items.map(({ at }) => Date.parse(at));
    expect(times).toEqual([...times].sort((a, b) => b - a));
    expect(timeline.items.at(-1)?.kind).toBe('registered');
    const [review] = ofKind(timeline, 'review');
    expect(review).toMatchObject({
      transactionId: held,
      end: 'released',
      text: 'Fine',
      actor: { id: admin.id },
    });
    expect(ofKind(timeline, 'enforcement').map(({ action, text }) => [action, text])).toEqual([
      ['release', 'Is the owner'],
      ['restrict', 'Looks stolen'],
    ]);
    expect(ofKind(timeline, 'limit')[0]).toMatchObject({
      layer: 'self',
      actor: { type: 'api_key', name: 'test' },
    });
    expect(ofKind(timeline, 'note')[0]).toMatchObject({ text: 'Called twice.', actor: { name: 'admin' } });
    expect(ofKind(timeline, 'report')[0]).toMatchObject({ reason: 'spam', text: 'Sells coins.' });
    expect(ofKind(timeline, 'list_entry')[0]).toMatchObject({ list: 'watch', text: 'Watch it' });
    expect(ofKind(timeline, 'security')[0]).toMatchObject({ type: 'sign_in' });
    expect(ofKind(timeline, 'case').map(({ event }) => event)).toContain('opened');
    const refund = ofKind(timeline, 'refund').at(-1);
    expect(refund).toMatchObject({ event: 'requested', money: { amountMinor: 100, currency: 'USD' } });
    expect(ofKind(timeline, 'transaction').map(({ transactionKind }) => transactionKind)).toEqual([
      'unlock',
      'purchase',
    ]);
  });

  test.each([1, 2, 3, 7])('is the same in pages of %i', async (limit) => {
    expect(await inPagesOf(limit)).toEqual((await all()).items);
  });

  test('shows the kinds that were asked for, and goes on within them', async () => {
    const kinds = 'refund,enforcement,note';
    const events = await inPagesOf(1, kinds);
    expect(events).toEqual((await all()).items.filter(({ kind }) => kinds.split(',').includes(kind)));
    expect(events.length).toBeGreaterThan(3);
  });

  test('loses and repeats nothing when everything has the same moment', async () => {
    const twin = await economy.account();
    const at = '2026-01-02T03:04:05.678Z';
    await economy.db.query(
      `INSERT INTO account_events (account_id, event_id, type, occurred_at, received_at, details)
       SELECT $1, gen_random_uuid(), t, $2, $2, '{}' FROM unnest('{sign_in,report}'::text[]) t, generate_series(1, 6)`,
      [twin, at],
    );
    await economy.db.query(
      `INSERT INTO account_notes (account_id, note_id, text, author_id, created_at, pinned)
       SELECT $1, gen_random_uuid(), 'x', $2, $3, false FROM generate_series(1, 6)`,
      [twin, admin.id, at],
    );
    const whole = await read(admin, { limit: 100 }, twin);
    expect(whole.items.map(({ kind }) => kind)).toEqual([
      ...Array.from({ length: 6 }, () => 'note'),
      ...Array.from({ length: 6 }, () => 'report'),
      ...Array.from({ length: 6 }, () => 'security'),
      'registered',
    ]);
    const paged: TimelineEvent[] = [];
    for (let before: string | undefined; ; ) {
      const page = await read(admin, { limit: 4, ...(before && { before }) }, twin);
      paged.push(...page.items);
      if (page.nextCursor === null) break;
      before = page.nextCursor;
    }
    expect(paged).toEqual(whole.items);
    const earlier = await read(admin, { before: at }, twin);
    expect(earlier.items.map(({ kind }) => kind)).toEqual(['registered']);
  });

  test('leaves out what the reader may not read, and says so', async () => {
    const timeline = await all(support);
    expect(timeline.withheld.sort()).toEqual(['content', 'list_entry', 'reveal']);
    expect(timeline.items.filter(({ kind }) => timeline.withheld.includes(kind))).toEqual([]);
    expect(ofKind(timeline, 'enforcement')).toHaveLength(2);
    const asked = await read(support, { kinds: 'reveal' });
    expect(asked).toEqual({ items: [], nextCursor: null, withheld: ['reveal'] });
    const auditor = await all(await economy.signIn('auditor'));
    expect(auditor.withheld).toEqual([]);
  });

  test.each([
    [{ kinds: 'gossip' }, '/query/kinds'],
    [{ kinds: '' }, '/query/kinds'],
    [{ limit: 101 }, '/query/limit'],
    [{ before: 'yesterday' }, '/query/before'],
    [{ before: '1700000000000.note.not-an-id' }, '/query/before'],
    [{ before: '1700000000000.gossip.00' }, '/query/before'],
    [{ before: '1700000000000.audit.9999999999999999999' }, '/query/before'],
    [{ before: `1700000000000.refund.${'0'.repeat(40)}` }, '/query/before'],
  ])('asked for %j is refused with a pointer', async (query, pointer) => {
    const { body } = await admin.request
      .get(`/staff/accounts/${accountId}/timeline`)
      .query(query)
      .expect(422);
    expect(body.errors[0].pointer.startsWith(pointer)).toBe(true);
  });

  test('there is none of an account that nobody knows', async () => {
    const { body } = await admin.request.get('/staff/accounts/nobody/timeline').expect(404);
    expect(body.code).toBe('account.unknown');
  });
});
