import type { SearchAnswer, SearchKind } from '@coinwarden/contracts';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { GatherTransfers } from '../../../api/src/links/links.public.js';
import type { TestStaff } from '../../support/app.js';
import { type Economy, startEconomy } from '../../support/economy.js';

let economy: Economy;
let lead: TestStaff;
let support: TestStaff;
let manager: TestStaff;
let ada: string;
let purchaseId: string;
let decisionId: string;

const REFERENCE = 'pi_3OqA2eLkdIwHu7ix0Z2b';

beforeAll(async () => {
  economy = await startEconomy({ jobs: false });
  lead = await economy.signIn('ts_lead');
  support = await economy.signIn('support_agent');
  manager = await economy.signIn('product_manager');
  ada = await economy.account({ displayName: 'Ada Lovelace', email: 'Ada.L@Example.com' });
  const bought = await economy.buy(ada, {
    payment: {
      provider: 'stripe',
      reference: REFERENCE,
      instrument: 'card_of_ada',
      country: 'US',
      captured: true,
    },
    device: { id: 'phone-of-ada', ip: '203.0.113.77' },
  });
  purchaseId = bought.transactionId;
  decisionId = bought.decisionId;
  await economy.app.get(GatherTransfers).run([[ada, purchaseId]]);
});
afterAll(() => economy?.close());

async function search(who: TestStaff, q: string): Promise<SearchAnswer> {
  return (await who.request.get('/staff/search').query({ q }).expect(200)).body as SearchAnswer;
}

const found = (answer: SearchAnswer, kind: SearchKind) =>
  answer.groups.find((group) => group.kind === kind)?.hits.map(({ id }) => id) ?? [];

describe('pasting something into the search', () => {
  test.each([
    ['its id', () => purchaseId, 'record_id'],
    ['its id as it is quoted', () => ` "${purchaseId.toUpperCase()}",\n`, 'record_id'],
    ['the id of its decision', () => decisionId, 'decision_id'],
    ['the reference of its payment', () => REFERENCE, 'stripe_payment'],
    ['an address of the console', () => `https://x.example/#/transactions/${purchaseId}/show`, 'record_id'],
  ])('finds a transaction by %s', async (_, text, meaning) => {
    const answer = await search(support, text());
    expect(answer).toMatchObject({ meaning, unanswered: [] });
    const [group] = answer.groups;
    expect(group).toMatchObject({
      kind: 'transaction',
      more: false,
      hits: [
        {
          id: purchaseId,
          detail: ada,
          status: 'posted',
          type: 'purchase',
          money: { amountMinor: 999, currency: 'USD' },
        },
      ],
    });
  });

  test('finds an account by its id, by how the id, the name or the e-mail address starts', async () => {
    for (const text of [ada, ada.slice(0, 12), 'ada love', 'ADA.L@exam', 'Ada <ada.l@example.com>']) {
      expect(found(await search(support, text), 'account')).toEqual([ada]);
    }
    expect(found(await search(support, 'lovelace'), 'account')).toEqual([]);
  });

  test('puts the account that is meant before those that begin alike, and says when there are more', async () => {
    for (let i = 0; i < 7; i++)
      await economy.asPlatform
        .put(`/v1/accounts/twin${i === 0 ? '' : `-${i}`}`)
        .send({
          createdAt: '2026-01-01T00:00:00Z',
          country: 'US',
          timeZone: 'UTC',
          ageBand: 'adult',
          creator: false,
        })
        .expect(200);
    const answer = await search(support, 'twin');
    expect(found(answer, 'account')).toEqual(['twin', 'twin-1', 'twin-2', 'twin-3', 'twin-4']);
    expect(answer.groups[0]?.more).toBe(true);
  });

  test('does not let a wildcard match everything', async () => {
    for (const text of ['%', '_', 'a%', '\\']) expect((await search(lead, text)).groups).toEqual([]);
  });

  test('finds whose device, address and card something is', async () => {
    expect(found(await search(lead, 'phone-of-ada'), 'device')).toEqual([ada]);
    expect(found(await search(lead, '203.0.113.77:443'), 'ip')).toEqual([ada]);
    expect(found(await search(lead, 'card_of_ada'), 'instrument')).toEqual([ada]);
    expect(found(await search(lead, 'phone-of'), 'device')).toEqual([]);
  });

  test('finds the domain somebody registered by any address below it', async () => {
    await economy.asPlatform
      .post('/v1/content/scan')
      .send({
        kind: 'comment',
        accountId: ada,
        text: 'Get free coins at https://win.free-coins-now.com today',
      })
      .expect(200);
    const answer = await search(lead, 'https://other.free-coins-now.com/offer?x=1');
    expect(answer.meaning).toBe('domain');
    expect(found(answer, 'domain')).toEqual(['free-coins-now.com']);
  });

  test('finds a refund and what is on a list', async () => {
    const refund = await support.request
      .post('/staff/refunds')
      .set('Idempotency-Key', 'search-refund')
      .send({ purchaseId, reason: 'accidental_purchase' });
    expect([refund.status, refund.body]).toEqual([201, expect.anything()]);
    expect(found(await search(support, purchaseId), 'refund')).toEqual([refund.body.id]);
    expect(found(await search(support, refund.body.id), 'refund')).toEqual([refund.body.id]);

    const entry = await lead.request.post('/staff/lists').send({
      list: 'block',
      type: 'email_domain',
      value: 'free-coins-now.com',
      reason: 'Promises coins for nothing',
    });
    expect([entry.status, entry.body]).toEqual([201, expect.anything()]);
    expect(found(await search(lead, 'https://free-coins-now.com/a'), 'list_entry')).toEqual([entry.body.id]);
    expect(found(await search(lead, 'free-coi'), 'list_entry')).toEqual([entry.body.id]);
  });

  test('finds packages, gifts, promotions, rulesets and colleagues', async () => {
    expect(found(await search(manager, 'coins-7'), 'package')).toEqual([
      'coins-70',
      'coins-700',
      'coins-7000',
    ]);
    expect(found(await search(manager, 'rose'), 'gift')).toEqual(['rose']);
    expect(found(await search(lead, '#1'), 'ruleset')).toEqual(['1']);
    expect(found(await search(lead, 'support_agent-'), 'staff')).toEqual([support.id]);
  });

  test('finds nothing in nothing, and refuses what is no text', async () => {
    expect(await search(lead, ' "" ')).toEqual({ query: '', meaning: null, groups: [], unanswered: [] });
    await lead.request.get('/staff/search').expect(422);
    await lead.request
      .get('/staff/search')
      .query({ q: 'x'.repeat(2_001) })
      .expect(422);
    expect((await search(lead, `\0${'é'.repeat(1_000)}`)).groups).toEqual([]);
  });
});

describe('a role', () => {
  test('finds only kinds it may read', async () => {
    const answer = await search(manager, ada);
    expect(answer.groups).toEqual([]);
    expect(found(await search(support, 'phone-of-ada'), 'device')).toEqual([]);
    expect(found(await search(support, '#1'), 'ruleset')).toEqual([]);
  });

  test('that sees an address masked finds by all of it, and sees it masked', async () => {
    const reviewer = await economy.signIn('ts_reviewer');
    expect(found(await search(reviewer, 'ada.l@exam'), 'account')).toEqual([]);
    const [group] = (await search(reviewer, 'ada.l@example.com')).groups;
    expect(group).toMatchObject({ kind: 'account', hits: [{ id: ada, detail: 'A•••@Example.com' }] });
  });

  test('that sees devices and cards masked is shown neither', async () => {
    const auditor = await economy.signIn('auditor');
    const answer = await search(auditor, 'card_of_ada');
    expect(found(answer, 'instrument')).toEqual([ada]);
    expect(JSON.stringify(answer.groups)).not.toContain('card_of_ada');
  });
});

describe('a kind that does not answer', () => {
  test('is named, and the others answer all the same', async () => {
    await economy.db.query('ALTER TABLE refunds RENAME TO refunds_elsewhere');
    try {
      const answer = await search(lead, purchaseId);
      expect(answer.unanswered).toEqual(['refund']);
      expect(found(answer, 'transaction')).toEqual([purchaseId]);
    } finally {
      await economy.db.query('ALTER TABLE refunds_elsewhere RENAME TO refunds');
    }
  });

  test('is not waited for when it is slow', async () => {
    let answer: SearchAnswer | undefined;
    await economy.db.run(async (tx) => {
      await tx.query('LOCK TABLE disputes IN ACCESS EXCLUSIVE MODE');
      // Answers while the table is still locked.
      answer = await search(lead, purchaseId);
    });
    expect(answer?.unanswered).toEqual(['dispute']);
    expect(found(answer!, 'transaction')).toEqual([purchaseId]);
  });
});
