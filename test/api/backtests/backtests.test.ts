import { randomUUID } from 'node:crypto';
import type { StaffBacktest } from '@coinwarden/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { workOffBacktests } from '../../../api/src/backtests/backtests.public.js';
import type { TestStaff } from '../../support/app.js';
import { type Economy, judgeBy, startEconomy } from '../../support/economy.js';
import { eventually } from '../../support/eventually.js';

const DAY_MS = 86_400_000;
let economy: Economy;
let lead: TestStaff;
beforeAll(async () => {
  economy = await startEconomy({ jobs: false });
  await judgeBy(economy, [{ kind: 'purchase', effect: 'review' }]);
  lead = await economy.signIn('ts_lead');
  const accounts = await Promise.all(Array.from({ length: 5 }, () => economy.account({ country: 'US' })));
  for (const account of accounts) await economy.buy(account);
});
afterAll(() => economy.close());

const RULE = { key: 'dear', condition: 'tx.amountUsdMinor >= 500', effect: 'decline', score: 50 };
const question = (changes: object = {}) => ({
  name: 'Dear purchases',
  target: { type: 'rule', rule: RULE },
  slice: {
    from: new Date(Date.now() - DAY_MS).toISOString(),
    to: new Date(Date.now() + DAY_MS).toISOString(),
  },
  ...changes,
});
const ask = async (changes: object = {}): Promise<StaffBacktest> =>
  (await lead.request.post('/staff/backtests').send(question(changes)).expect(201)).body;
const read = async (id: string): Promise<StaffBacktest> =>
  (await lead.request.get(`/staff/backtests/${id}`).expect(200)).body;
const workOff = () =>
  workOffBacktests({ databaseUrl: economy.databaseUrl, stop: new AbortController().signal });

describe('asking for a backtest', () => {
  it('names what is wrong with a rule and where', async () => {
    const broken = { ...RULE, condition: 'tx.coin > 3' };
    const { body } = await lead.request
      .post('/staff/backtests')
      .send(question({ target: { type: 'rule', rule: broken } }))
      .expect(422);
    expect(body.errors).toEqual([
      { pointer: '/target/rule/condition', detail: expect.stringContaining('(at 3–7)') },
    ]);
    const draft = { type: 'draft', reviewScore: 60, declineScore: 50, rules: [{ ...RULE, score: 5_000 }] };
    const answer = await lead.request
      .post('/staff/backtests')
      .send(question({ target: draft }))
      .expect(422);
    expect(answer.body.errors.map((e: { pointer: string }) => e.pointer)).toEqual([
      '/target/reviewScore',
      '/target/rules/0/effect',
    ]);
  });

  it.each([
    ['an unknown version', { target: { type: 'version', version: 9_999 } }, '/target/version'],
    [
      'a slice that ends before it begins',
      { slice: { ...question().slice, to: '2020-01-01T00:00:00Z' } },
      '/slice/to',
    ],
    [
      'more than a year and a bit',
      { slice: { ...question().slice, from: '2020-01-01T00:00:00Z' } },
      '/slice/to',
    ],
    [
      'a slice of the future',
      { slice: { from: '2099-01-01T00:00:00Z', to: '2099-02-01T00:00:00Z' } },
      '/slice/from',
    ],
    ['an unknown field', { surprise: true }, ''],
  ])('refuses %s', async (_, changes, pointer) => {
    const { body } = await lead.request.post('/staff/backtests').send(question(changes)).expect(422);
    expect(body.errors[0].pointer).toContain(pointer);
  });

  it('is for those who write rules; those who read them see it', async () => {
    const auditor = await economy.signIn('auditor');
    await auditor.request.post('/staff/backtests').send(question()).expect(403);
    const asked = await ask();
    const { body } = await auditor.request.get(`/staff/backtests/${asked.id}`).expect(200);
    expect(body).toMatchObject({ status: 'queued', allowedActions: [] });
    await auditor.request.post(`/staff/backtests/${asked.id}/actions/cancel`).send({}).expect(403);
    const agent = await economy.signIn('support_agent');
    await agent.request.get('/staff/backtests').expect(403);
    await workOff();
  });
});

describe('a backtest', () => {
  it('waits, runs, and keeps what it found', async () => {
    const asked = await ask();
    expect(asked).toMatchObject({
      status: 'queued',
      progress: null,
      figures: null,
      allowedActions: ['cancel'],
    });
    await lead.request.get(`/staff/backtests/${asked.id}/result`).expect(409);
    await workOff();
    const done = await read(asked.id);
    expect(done).toMatchObject({ status: 'done', attempt: 1, allowedActions: [] });
    const { body: result } = await lead.request.get(`/staff/backtests/${asked.id}/result`).expect(200);
    expect(result).toMatchObject({ evaluated: 5, refusedBefore: 0 });
    expect(result.changes).toEqual([
      {
        from: 'review',
        to: 'decline',
        labels: expect.objectContaining({ unknown: { transactions: 5, usdMinor: 4_995, coins: 3_500 } }),
      },
    ]);
    expect(result.overlap).toContainEqual({ rule: 'dear', live: 'test-purchase', both: 5 });
    expect(result.examples).toHaveLength(5);
  });

  it('learns from what people decided since', async () => {
    const account = await economy.account({ country: 'DE' });
    const [good, bad] = [await economy.buy(account), await economy.buy(account)];
    const act = (id: string, action: string) =>
      lead.request
        .post(`/staff/transactions/${id}/actions/${action}`)
        .send({ reason: 'looked at it' })
        .expect(200);
    await act(good.transactionId, 'release');
    await act(bad.transactionId, 'decline');
    const asked = await ask({ slice: { ...question().slice, countries: ['DE'] } });
    await workOff();
    const { body: result } = await lead.request.get(`/staff/backtests/${asked.id}/result`).expect(200);
    expect(result.evaluated).toBe(2);
    expect(result.labels).toMatchObject({
      fraud: { transactions: 1, usdMinor: 999 },
      good: { transactions: 1, usdMinor: 999 },
    });
    expect(result.quality.after).toMatchObject({ precision: 0.5, recall: 1 });
  });

  it('is compared with another, rule by rule', async () => {
    const first = await ask();
    const second = await ask({
      target: { type: 'rule', rule: { ...RULE, condition: 'tx.amountUsdMinor >= 5000' } },
    });
    const early = `/staff/backtests/compare?first=${first.id}&second=${second.id}`;
    expect((await lead.request.get(early).expect(409)).body.code).toBe('backtest.not_done');
    await workOff();
    const { body } = await lead.request.get(early).expect(200);
    expect(body.sameSlice).toBe(false);
    expect(body.first.declined).toBeGreaterThan(0);
    expect(body.second.declined).toBe(0);
    expect(body.rules[0].key).toBe('dear');
    await lead.request.get(`/staff/backtests/compare?first=${first.id}&second=${randomUUID()}`).expect(404);
  });

  it('is listed, the latest first, and found by its status', async () => {
    const { body, headers } = await lead.request
      .get(`/staff/backtests?filter=${JSON.stringify({ status: 'done' })}&range=[0,2]`)
      .expect(200);
    expect(headers['content-range']).toMatch(/^backtests 0-2\//);
    expect(body.map((b: StaffBacktest) => b.status)).toEqual(['done', 'done', 'done']);
    expect(body[0].createdAt >= body[1].createdAt).toBe(true);
  });
});

describe('ending and dying', () => {
  it('is cancelled once, and never runs again', async () => {
    const asked = await ask();
    const cancel = () => lead.request.post(`/staff/backtests/${asked.id}/actions/cancel`).send({});
    const answers = await Promise.all([cancel(), cancel(), cancel()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    await workOff();
    expect(await read(asked.id)).toMatchObject({ status: 'cancelled', startedAt: null, allowedActions: [] });
    const { body } = await lead.request
      .get(`/staff/audit?filter=${JSON.stringify({ subjectId: asked.id })}`)
      .expect(200);
    expect(body.map((e: { action: string }) => e.action)).toEqual(['backtest.cancelled', 'backtest.started']);
  });

  it('stops where it is when it is cancelled while it runs', async () => {
    const asked = await ask();
    // A runner that has taken it and is on its way.
    await economy.db.query(`UPDATE backtests SET status = 'running', attempt = 1 WHERE backtest_id = $1`, [
      asked.id,
    ]);
    await lead.request
      .post(`/staff/backtests/${asked.id}/actions/cancel`)
      .send({ reason: 'wrong rule' })
      .expect(200);
    await workOff();
    expect(await read(asked.id)).toMatchObject({ status: 'cancelled', figures: null });
  });

  it('begins anew after its process died, and gives up after the third', async () => {
    const asked = await ask();
    const die = () =>
      economy.db.query(
        `UPDATE backtests SET status = 'running', attempt = attempt + 1 WHERE backtest_id = $1`,
        [asked.id],
      );
    await die();
    await workOff();
    expect(await read(asked.id)).toMatchObject({ status: 'done', attempt: 2 });

    const doomed = await ask();
    await economy.db.query(`UPDATE backtests SET status = 'running', attempt = 3 WHERE backtest_id = $1`, [
      doomed.id,
    ]);
    await workOff();
    expect(await read(doomed.id)).toMatchObject({ status: 'failed', failure: { code: 'backtest.died' } });
  });

  it('goes back in line when its process is asked to stop', async () => {
    const asked = await ask();
    const stop = new AbortController();
    stop.abort();
    await workOffBacktests({ databaseUrl: economy.databaseUrl, stop: stop.signal });
    expect(await read(asked.id)).toMatchObject({ status: 'queued', attempt: 0 });
    await workOff();
    expect((await read(asked.id)).status).toBe('done');
  });

  it('runs each of two once, one after the other, however many processes try', async () => {
    const asked = [await ask(), await ask()];
    await Promise.all([workOff(), workOff(), workOff()]);
    await workOff();
    const [first, second] = await Promise.all(asked.map(({ id }) => read(id)));
    expect([first!.attempt, second!.attempt]).toEqual([1, 1]);
    expect(second!.startedAt! >= first!.finishedAt!).toBe(true);
  });

  it('starts by itself where jobs are on', async () => {
    const withJobs = await startEconomy({ databaseUrl: economy.databaseUrl, jobs: true });
    try {
      const asked = await ask();
      await eventually(async () => expect((await read(asked.id)).status).toBe('done'), 30_000);
    } finally {
      await withJobs.close();
    }
  });
});
