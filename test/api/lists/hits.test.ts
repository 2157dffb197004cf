import type { StaffListHit } from '@coinwarden/contracts';
import { HOUR } from '@coinwarden/domain';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CountListHitsJob } from '../../../api/src/lists/jobs/count-list-hits.job.js';
import { AddListEntry } from '../../../api/src/lists/lists.public.js';
import type { StaffActor } from '../../../api/src/platform/access/actor.js';
import { Clock } from '../../../api/src/platform/clock/clock.js';
import type { OutboxEvent } from '../../../api/src/platform/outbox/subscriber.js';
import type { Topics } from '../../../api/src/platform/outbox/topics.js';
import type { TestStaff } from '../../support/app.js';
import { type Economy, startEconomy } from '../../support/economy.js';

let economy: Economy;
let lead: TestStaff;
beforeAll(async () => {
  economy = await startEconomy({ jobs: false });
  lead = await economy.signIn('ts_lead');
});
afterAll(() => economy?.close());

const list = async (entry: object) => {
  const { body } = await lead.request
    .post('/staff/lists')
    .send({ list: 'watch', reason: 'Seen in a ring', ...entry })
    .expect(201);
  return body.id as string;
};
const told = async () => {
  const rows = await economy.db.query<{ outbox_id: string; payload: Topics['lists.matched'] }>(
    `SELECT outbox_id, payload FROM outbox WHERE topic = 'lists.matched' ORDER BY outbox_id`,
  );
  return rows.map(
    ({ outbox_id, payload }) =>
      ({ id: outbox_id, topic: 'lists.matched', payload }) as OutboxEvent<'lists.matched'>,
  );
};
const entry = async (id: string) => (await lead.request.get(`/staff/lists/${id}`).expect(200)).body;

describe('what list entries matched', () => {
  it('is announced with the decision, counted once however often it is told, and can be looked at', async () => {
    const network = await list({ type: 'network', value: '203.0.113.0/24' });
    const unused = await list({ type: 'device', value: 'never-seen' });
    const buyer = await economy.account();
    const creator = await economy.account({ creator: true });
    const recipient = await list({ type: 'account', value: creator });
    await economy.buy(buyer, { device: { id: 'plain', ip: '198.51.100.9' } });
    expect(await told()).toEqual([]);

    const listed = await economy.buy(buyer, { device: { id: 'plain', ip: '203.0.113.77' } });
    const gift = await economy.gift(buyer, creator);
    const events = await told();
    expect(events.flatMap(({ payload }) => payload.items)).toEqual([
      [network, buyer, listed.transactionId, listed.outcome],
      [recipient, buyer, gift.transactionId, gift.outcome],
    ]);

    const job = economy.app.get(CountListHitsJob);
    await job.handle(events);
    await Promise.all([job.handle(events), job.handle(events.toReversed())]);
    expect((await entry(network)).hits).toMatchObject({ days7: 1, days30: 1 });
    expect((await entry(network)).hits.lastAt).not.toBeNull();
    expect((await entry(unused)).hits).toEqual({ days7: 0, days30: 0, lastAt: null });

    const hits = await lead.request
      .get('/staff/list-hits')
      .query({ filter: JSON.stringify({ entryId: network }) })
      .expect(200);
    expect(hits.body).toEqual([
      expect.objectContaining({
        kind: 'transaction',
        sourceId: listed.transactionId,
        accountId: buyer,
        outcome: listed.outcome,
      }),
    ]);
    const found = await lead.request
      .get('/staff/lists')
      .query({ filter: JSON.stringify({ hit: true }) })
      .expect(200);
    expect(found.body.map(({ id }: { id: string }) => id).sort()).toEqual([network, recipient].sort());
  });

  it('ends with the entry', async () => {
    const buyer = await economy.account();
    const id = await list({ type: 'account', value: buyer });
    await economy.buy(buyer);
    await lead.request.post(`/staff/lists/${id}/actions/remove`).send({ reason: 'A mistake' }).expect(200);
    await economy.app.get(CountListHitsJob).handle(await told());
    const left = await economy.db.query('SELECT FROM list_hits WHERE entry_id = $1', [id]);
    expect(left).toEqual([]);
  });

  it('counts nothing for an entry that has expired', async () => {
    const buyer = await economy.account();
    const { app } = economy;
    const id = await app.get(Clock).telling(Date.now() - 2 * HOUR, () =>
      app.get(AddListEntry).execute({ id: lead.id } as StaffActor, {
        list: 'watch',
        type: 'account',
        value: buyer,
        reason: 'For an hour',
        expiresAt: new Date(Date.now() - HOUR).toISOString(),
      }),
    );
    await economy.buy(buyer);
    const items = (await told()).flatMap(({ payload }) => payload.items);
    expect(items.filter(([entryId]) => entryId === id)).toEqual([]);
  });

  it('counts the scans of texts, once for a text however often it is written', async () => {
    const author = await economy.account();
    const blocked = await list({ list: 'block', type: 'web_domain', value: 'free-coins.net' });
    const allowed = await list({ list: 'allow', type: 'web_domain', value: 'help.free-coins.net' });
    const phrase = await list({ type: 'phrase', value: 'coins for nothing' });
    const scan = async (text: string) =>
      (
        await economy.asPlatform
          .post('/v1/content/scan')
          .send({ kind: 'comment', accountId: author, text })
          .expect(200)
      ).body as { scanId: string; verdict: string; reasons: { code: string }[] };

    const scam = await scan('Get yours at www.free-coins.net, c0ins for n0thing!');
    await scan('Get yours at www.free-coins.net, c0ins for n0thing!');
    expect(scam.verdict).toBe('scam');
    // A narrower allowance is an exception to what is blocked around it, as for transactions.
    const fine = await scan('The rules are explained at https://help.free-coins.net/rules');
    expect(fine.reasons.map(({ code }) => code)).not.toContain('content.blocked_domain');

    const hitsOf = async (id: string) =>
      (
        await lead.request
          .get('/staff/list-hits')
          .query({ filter: JSON.stringify({ entryId: id }) })
          .expect(200)
      ).body.map(({ kind, sourceId, outcome }: StaffListHit) => [kind, sourceId, outcome]);
    expect(await hitsOf(blocked)).toEqual([['scan', scam.scanId, 'scam']]);
    expect(await hitsOf(phrase)).toEqual([['scan', scam.scanId, 'scam']]);
    expect(await hitsOf(allowed)).toEqual([['scan', fine.scanId, fine.verdict]]);
    expect((await entry(blocked)).hits.days7).toBe(1);

    await lead.request.post(`/staff/lists/${blocked}/actions/remove`).send({ reason: 'Sold' }).expect(200);
    const after = await scan('Look at www.free-coins.net');
    expect(after.reasons.map(({ code }) => code)).not.toContain('content.blocked_domain');
  });
});
