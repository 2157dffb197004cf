import type { WebhookEvent } from '@coinwarden/contracts';
import { webhookEvent } from '@coinwarden/contracts';
import { DAY, HOUR, periodOf } from '@coinwarden/domain';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { NoticeLimitsJob } from '../../../api/src/limits/jobs/notice-limits.job.js';
import { SweepLimitNoticesJob } from '../../../api/src/limits/jobs/sweep-limit-notices.job.js';
import { Clock } from '../../../api/src/platform/clock/clock.js';
import type { OutboxEvent } from '../../../api/src/platform/outbox/subscriber.js';
import { type Economy, startEconomy } from '../../support/economy.js';
import { eventually } from '../../support/eventually.js';
import { startReceiver, type WebhookReceiver } from '../../support/webhook-receiver.js';

let economy: Economy;
let receiver: WebhookReceiver;
/** A noon far from the end of any day, so that no window ends while the test runs. */
let ahead = periodOf('day', Date.now(), 'UTC').end + 12 * HOUR - Date.now();
const now = () => Date.now() + ahead;

beforeAll(async () => {
  economy = await startEconomy({ jobs: true, allowPrivateWebhooks: true });
  economy.app.get(Clock).now = now;
  receiver = await startReceiver();
  const admin = await economy.signIn('admin');
  await admin.request
    .post('/staff/webhooks')
    .send({
      url: `${receiver.url}/told`,
      eventTypes: ['limit.near', 'limit.reached', 'account.guardian_changed'],
    })
    .expect(201);
});
afterAll(async () => {
  await receiver?.close();
  await economy?.close();
});

const toldOf = (accountId: string): WebhookEvent[] =>
  receiver
    .at('/told')
    .map((message) => webhookEvent.parse(JSON.parse(message.body)))
    .filter((event) => (event.data as { accountId?: string }).accountId === accountId);
const typesOf = (accountId: string) =>
  toldOf(accountId)
    .map((event) => event.type)
    .sort();
const spender = async (daily: number, layer = 'self'): Promise<string> => {
  const account = await economy.account({ timeZone: 'UTC' });
  await economy.buy(account);
  await economy.asPlatform
    .put(`/v1/accounts/${account}/limits/${layer}`)
    .send({ limits: [{ measure: 'coins_spent', window: 'day', limit: daily }] })
    .expect(200);
  return account;
};
const spend = (accountId: string, coins: number) =>
  economy.submit({ kind: 'unlock', accountId, contentId: 'v', coins });

describe('a limit', () => {
  it('is told of when four fifths are used and when nothing is left, each once', async () => {
    const account = await spender(100, 'guardian');
    await spend(account, 79);
    const nearing = await spend(account, 1);
    await spend(account, 5);
    await eventually(() => expect(typesOf(account)).toEqual(['limit.near']));
    expect(toldOf(account)[0]!.data).toEqual({
      accountId: account,
      transactionId: nearing.transactionId,
      layer: 'guardian',
      measure: 'coins_spent',
      window: 'day',
      currency: null,
      limit: 100,
      used: 80,
      remaining: 20,
      resetsAt: new Date(periodOf('day', now(), 'UTC').end).toISOString(),
    });
    await spend(account, 15);
    await spend(account, 1);
    await eventually(() => expect(typesOf(account)).toEqual(['limit.near', 'limit.reached']));
  });

  it('that refuses is reached, and is not near any more afterwards', async () => {
    const account = await spender(100);
    await spend(account, 50);
    const refused = await spend(account, 51);
    await eventually(() => expect(typesOf(account)).toEqual(['limit.reached']));
    expect(toldOf(account)[0]!.data).toMatchObject({
      transactionId: refused.transactionId,
      used: 50,
      remaining: 50,
    });
    await spend(account, 35);
    await spend(account, 100);
    const other = await spender(10);
    await spend(other, 9);
    await eventually(() => expect(typesOf(other)).toEqual(['limit.near']));
    expect(typesOf(account)).toEqual(['limit.reached']);
  });

  it('per transaction says nothing about later and is told of by the decision alone', async () => {
    const account = await economy.account({ timeZone: 'UTC', ageBand: 'under13' });
    expect((await economy.buy(account)).outcome).toBe('decline');
    const rows = await economy.db.query(
      "SELECT FROM outbox WHERE topic = 'limits.neared' AND payload::text LIKE $1",
      [`%${account}%`],
    );
    expect(rows).toEqual([]);
  });
});

describe('the job that tells', () => {
  const neared = (accountId: string, items: object[]): OutboxEvent<'limits.neared'>[] =>
    items.map((change) => ({
      id: uuidv7(),
      topic: 'limits.neared',
      payload: {
        items: [
          {
            notice: 'near',
            accountId,
            transactionId: uuidv7(),
            layer: 'self',
            measure: 'coins_spent',
            window: 'day',
            currency: null,
            limit: 100,
            used: 85,
            remaining: 15,
            resetsAt: new Date(now() + HOUR).toISOString(),
            ...change,
          },
        ],
      },
    }));
  const handle = (events: OutboxEvent<'limits.neared'>[]) => economy.app.get(NoticeLimitsJob).handle(events);

  /** Whatever was announced before has been told by the time this is. */
  const allTold = async () => {
    const marker = await economy.account();
    await handle(neared(marker, [{}]));
    await eventually(() => expect(typesOf(marker)).toEqual(['limit.near']));
  };

  it('tells once, repeated, beside itself, and in whatever order', async () => {
    const account = await economy.account();
    const resetsAt = new Date(now() + HOUR).toISOString();
    const near = () => neared(account, [{ resetsAt }, { resetsAt }]);
    await Promise.all(Array.from({ length: 12 }, () => handle(near())));
    await allTold();
    expect(typesOf(account)).toEqual(['limit.near']);
    const reached = () => neared(account, [{ notice: 'reached', resetsAt }, { resetsAt }]);
    await Promise.all([...Array.from({ length: 6 }, () => handle(reached())), handle(near())]);
    await handle(near());
    await allTold();
    expect(typesOf(account)).toEqual(['limit.near', 'limit.reached']);
  });

  it('tells again of another limit, another window and another day, and of none that is over', async () => {
    const account = await economy.account();
    const resetsAt = new Date(now() + HOUR).toISOString();
    await handle(
      neared(account, [
        { resetsAt },
        { resetsAt, limit: 200 },
        { resetsAt, window: 'week' },
        { resetsAt: new Date(now() + 25 * HOUR).toISOString() },
        { resetsAt: new Date(now() - HOUR).toISOString() },
      ]),
    );
    await allTold();
    expect(typesOf(account)).toHaveLength(4);
  });

  it('forgets what was told of windows long over', async () => {
    const account = await economy.account();
    await handle(neared(account, [{}]));
    const kept = () => economy.db.query('SELECT FROM limit_notices WHERE account_id = $1', [account]);
    await economy.app.get(SweepLimitNoticesJob).run();
    expect(await kept()).toHaveLength(1);
    ahead += 2 * DAY;
    await economy.app.get(SweepLimitNoticesJob).run();
    expect(await kept()).toHaveLength(0);
  });
});

it('a guardian that staff name is told to the platform', async () => {
  const [child, guardian] = [await economy.account({ ageBand: '13-15' }), await economy.account()];
  const lead = await economy.signIn('ts_lead');
  await lead.request
    .post(`/staff/accounts/${child}/actions/link_guardian`)
    .send({ guardianAccountId: guardian, follows: null, reason: 'Shown the papers' })
    .expect(200);
  await eventually(() =>
    expect(toldOf(child)).toMatchObject([
      { type: 'account.guardian_changed', data: { accountId: child, guardianAccountId: guardian } },
    ]),
  );
});
