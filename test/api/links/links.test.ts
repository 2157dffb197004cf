import { randomUUID } from 'node:crypto';
import type { AccountLinks, StaffRing, StaffRingDetail } from '@coinwarden/contracts';
import { decodeLinks, type LinkFacts } from '@coinwarden/domain';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { AccountStatusJob } from '../../../api/src/links/jobs/account-status.job.js';
import { FoldTransfers } from '../../../api/src/links/links.public.js';
import type { TestStaff } from '../../support/app.js';
import type { Economy } from '../../support/economy.js';
import { buyAndGive, farm, foldAll, phone, startLinkedEconomy } from './link-desk.js';

let economy: Economy;
let reviewer: TestStaff;
beforeAll(async () => {
  economy = await startLinkedEconomy();
  reviewer = await economy.signIn('ts_reviewer');
});
afterAll(() => economy.close());

async function factsOf(accountId: string): Promise<LinkFacts> {
  const [row] = await economy.db.query<{ links: string }>(
    'SELECT links FROM accounts WHERE account_id = $1',
    [accountId],
  );
  return decodeLinks(row!.links);
}

const ringsOf = async (accountId: string): Promise<StaffRing[]> =>
  (
    await reviewer.request
      .get('/staff/rings')
      .query({ filter: JSON.stringify({ accountId }) })
      .expect(200)
  ).body;

const ring = async (id: string): Promise<StaffRingDetail> =>
  (await reviewer.request.get(`/staff/rings/${id}`).expect(200)).body;

const links = async (accountId: string, query = {}): Promise<AccountLinks> =>
  (await reviewer.request.get(`/staff/accounts/${accountId}/links`).query(query).expect(200)).body;

const nodes = () =>
  economy.db.query('SELECT account_id, state, score, community FROM link_nodes ORDER BY account_id');

describe('a farm on one phone', () => {
  let owner: string;
  let bots: string[];
  let found: StaffRing;
  beforeAll(async () => {
    ({ owner, bots } = await farm(economy));
    await foldAll(economy);
    found = (await ringsOf(owner))[0]!;
  });

  test('becomes one ring with its accounts, transfers and what they share', async () => {
    expect(found).toMatchObject({ status: 'open', centerId: owner, members: 6, coins: 5 * 699 });
    const detail = await ring(found.id);
    expect(detail.accounts.map((a) => a.accountId).sort()).toEqual([owner, ...bots].sort());
    const funnel = detail.findings.find((finding) => finding.kind === 'funnel')!;
    expect(funnel.values).toMatchObject({ sign: 'shared', sharedType: 'device', accounts: 5 });
    expect(funnel.transfers.map((t) => [t.from, t.to, t.coins])).toEqual(
      expect.arrayContaining(bots.map((bot) => [bot, owner, 699])),
    );
    expect(detail.shared).toEqual([
      expect.objectContaining({ type: 'device', accountIds: [...bots].sort() }),
      expect.objectContaining({ type: 'ip' }),
    ]);
  });

  test('is told to the reviewers once, on the account it is about', async () => {
    await foldAll(economy);
    const alerts = await economy.db.query(
      "SELECT account_id, score FROM case_alerts WHERE kind = 'ring' AND key = $1",
      [found.id],
    );
    expect(alerts).toEqual([{ account_id: owner, score: expect.any(Number) }]);
  });

  test('is what rules read of its members', async () => {
    const facts = await factsOf(bots[2]!);
    expect(facts).toMatchObject({ ringScore: found.score, ringConfirmed: false, communitySize: 6 });
  });

  test('is gone from what rules read once a person dismissed it, and back when it is confirmed', async () => {
    const act = (action: string, body: object) =>
      reviewer.request.post(`/staff/rings/${found.id}/actions/${action}`).send(body);
    expect((await act('dismiss', {})).status).toBe(422);
    const dismissed = await act('dismiss', { reason: 'A family with one phone' }).expect(200);
    expect(dismissed.body).toMatchObject({ status: 'dismissed', judgedReason: 'A family with one phone' });
    expect((await factsOf(owner)).ringScore).toBe(0);
    expect((await act('dismiss', { reason: 'again' })).body.code).toBe('action.not_allowed');
    await act('confirm', { reason: 'They share a card as well' }).expect(200);
    expect(await factsOf(owner)).toMatchObject({ ringScore: found.score, ringConfirmed: true });
  });

  test('makes the suspension of one known to the others', async () => {
    await economy.db.query("UPDATE accounts SET status = 'suspended' WHERE account_id = $1", [bots[0]]);
    const payload = { accountId: bots[0]!, status: 'suspended' as const, reason: null };
    await economy.app
      .get(AccountStatusJob, { strict: false })
      .handle([{ id: randomUUID(), topic: 'account.status_changed', payload }]);
    expect((await factsOf(bots[1]!)).linkedToSuspended).toBe(1);
    expect((await factsOf(bots[0]!)).linkedToSuspended).toBe(0);
  });
});

describe('taking transfers up', () => {
  test('twice, or by two at once, changes nothing', async () => {
    await farm(economy, 3);
    await foldAll(economy);
    const before = await nodes();
    const edges = await economy.db.query('SELECT * FROM link_edges ORDER BY account_id, to_id');
    await Promise.all([foldAll(economy), foldAll(economy)]);
    expect(await nodes()).toEqual(before);
    expect(await economy.db.query('SELECT * FROM link_edges ORDER BY account_id, to_id')).toEqual(edges);
  });

  test('by several at once takes up each transfer once', async () => {
    const [giver, creator] = [await economy.account(), await economy.account({ creator: true })];
    await buyAndGive(economy, giver, creator, { id: `own-${giver}`, ip: '198.51.100.98' });
    await Promise.all([foldAll(economy), foldAll(economy), foldAll(economy)]);
    await foldAll(economy);
    const { gifts } = await links(creator);
    expect(gifts).toEqual([expect.objectContaining({ from: giver, to: creator, transfers: 1, coins: 699 })]);
  });

  test('waits for nobody who is writing a sighting down, and takes that one up the next time', async () => {
    const [giver, creator] = [await economy.account(), await economy.account({ creator: true })];
    await buyAndGive(economy, giver, creator, { id: `own-${giver}`, ip: '198.51.100.97' });
    await foldAll(economy);
    await economy.db.query('UPDATE link_entities SET tied_at = NULL WHERE account_id = $1', [giver]);
    const waiting = () => economy.db.query('SELECT entity FROM link_entities WHERE tied_at IS NULL');
    const fold = economy.app.get(FoldTransfers, { strict: false });
    await economy.db.run(async (tx) => {
      await tx.query(`SELECT FROM link_entities WHERE account_id = $1 AND entity LIKE 'ip:%' FOR UPDATE`, [
        giver,
      ]);
      await fold.run();
    });
    expect(await waiting()).toEqual([{ entity: 'ip:198.51.100.97' }]);
    await fold.run();
    expect(await waiting()).toEqual([]);
  });

  test('leaves out what was declined', async () => {
    const [giver, creator] = [await economy.account(), await economy.account({ creator: true })];
    const answer = await economy.gift(giver, creator);
    expect(answer.outcome).toBe('decline');
    await foldAll(economy);
    expect((await links(creator)).gifts).toEqual([]);
  });
});

describe('the neighbourhood of an account', () => {
  let creator: string;
  let fans: string[];
  beforeAll(async () => {
    creator = await economy.account({ creator: true, displayName: 'Cleo' });
    fans = [];
    for (let i = 0; i < 4; i++) {
      const fan = await economy.account();
      fans.push(fan);
      await buyAndGive(economy, fan, creator, { id: `own-${fan}`, ip: `198.51.100.${20 + i}` });
    }
    const friend = await economy.account();
    await buyAndGive(economy, friend, fans[0]!, { id: `own-${friend}`, ip: '198.51.100.77' });
    fans.push(friend);
    await foldAll(economy);
  });

  test('has those it deals with at one step, and theirs at two', async () => {
    const one = await links(creator);
    expect(one.accounts.map((a) => a.accountId).sort()).toEqual([creator, ...fans.slice(0, 4)].sort());
    expect(one).toMatchObject({ accountId: creator, truncated: false });
    const two = await links(creator, { hops: 2 });
    expect(two.accounts.find((a) => a.accountId === fans[4])?.hops).toBe(2);
  });

  test('keeps to what is asked for', async () => {
    expect((await links(creator, { kinds: 'device,ip' })).accounts).toHaveLength(1);
    expect((await links(creator, { minCoins: 700 })).gifts).toEqual([]);
    expect((await links(creator, { to: '2020-01-01T00:00:00Z' })).gifts).toEqual([]);
    const few = await links(creator, { limit: 3 });
    expect(few.accounts).toHaveLength(3);
    expect(few.truncated).toBe(true);
  });

  test('is no business of who may not see links, and nobody’s of an unknown account', async () => {
    const support = await economy.signIn('support_agent');
    await support.request.get(`/staff/accounts/${creator}/links`).expect(403);
    await support.request.get('/staff/rings').expect(403);
    await reviewer.request.get('/staff/accounts/nobody/links').expect(404);
    await reviewer.request.get(`/staff/rings/${randomUUID()}`).expect(404);
    const bad = await reviewer.request.get(`/staff/accounts/${creator}/links`).query({ hops: 9 });
    expect([bad.status, bad.body.errors[0].pointer]).toEqual([422, '/query/hops']);
  });

  test('shows masked what the one who asks may not see in clear', async () => {
    const pair = [await economy.account(), await economy.account({ creator: true })] as const;
    const device = { ...phone('shared-by-both'), ip: '198.51.100.99' };
    await buyAndGive(economy, pair[0], pair[1], device);
    await buyAndGive(economy, pair[1], pair[0], device);
    await foldAll(economy);
    const label = async (by: TestStaff) =>
      (
        (await by.request.get(`/staff/accounts/${pair[0]}/links`).expect(200)).body as AccountLinks
      ).shared.find((shared) => shared.type === 'device')!.label;
    expect(await label(reviewer)).toBe(device.id);
    expect(await label(await economy.signIn('auditor'))).not.toContain('shared-by');
  });
});
