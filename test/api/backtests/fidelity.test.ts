import type { BacktestResultView, StaffBacktest } from '@coinwarden/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { workOffBacktests } from '../../../api/src/backtests/backtests.public.js';
import type { TestApp, TestStaff } from '../../support/app.js';
import { startDemoEconomy } from '../../support/demo-economy.js';

const DAY_MS = 86_400_000;
let app: TestApp;
let lead: TestStaff;
beforeAll(async () => {
  app = await startDemoEconomy({ accounts: 400, transactions: 4_000, days: 20 });
  lead = await app.signIn('ts_lead');
});
afterAll(() => app.close());

const slice = () => ({
  from: new Date(Date.now() - 21 * DAY_MS).toISOString(),
  to: new Date().toISOString(),
});

async function backtest(body: object): Promise<{ record: StaffBacktest; result: BacktestResultView }> {
  const asked = await lead.request.post('/staff/backtests').send({ name: 'Test', slice: slice(), ...body });
  if (asked.status !== 201) throw new Error(JSON.stringify(asked.body));
  await workOffBacktests({ databaseUrl: app.databaseUrl, stop: new AbortController().signal });
  const { id } = asked.body as StaffBacktest;
  const record = (await lead.request.get(`/staff/backtests/${id}`).expect(200)).body as StaffBacktest;
  if (record.failure) throw new Error(record.failure.message);
  const result = (await lead.request.get(`/staff/backtests/${id}/result`).expect(200)).body;
  return { record, result };
}

const transactionsOf = (labels: Record<string, { transactions: number }>) =>
  Object.values(labels).reduce((sum, { transactions }) => sum + transactions, 0);

describe('a replay of what was decided', () => {
  it('says what was said: outcome, score and rules of 99 % and more', async () => {
    const { record, result } = await backtest({ target: { type: 'version', version: 1 } });
    expect(record).toMatchObject({
      status: 'done',
      liveVersion: 1,
      figures: { evaluated: result.evaluated },
    });
    const [row] = await app.db.query<{ n: number }>('SELECT count(*)::int AS n FROM transactions');
    expect(result.evaluated + result.refusedBefore).toBe(row!.n);
    const { compared, same } = result.fidelity;
    expect(compared).toBe(result.evaluated);
    expect(same / compared).toBeGreaterThanOrEqual(0.99);
    expect(result.rules.some(({ fired }) => transactionsOf(fired) > 0)).toBe(true);
    expect(result.rules.every(({ failed }) => failed === 0)).toBe(true);
  });

  it('says the same when most of what it remembers has to leave memory meanwhile', async () => {
    const inMemory = await backtest({ target: { type: 'version', version: 1 } });
    const asked = await lead.request
      .post('/staff/backtests')
      .send({ name: 'Shelved', slice: slice(), target: { type: 'version', version: 1 } })
      .expect(201);
    const { signal } = new AbortController();
    await workOffBacktests({ databaseUrl: app.databaseUrl, stop: signal, generationSize: 50 });
    const { body } = await lead.request.get(`/staff/backtests/${asked.body.id}/result`).expect(200);
    expect(body.rules).toEqual(inMemory.result.rules);
    expect(body.fidelity).toEqual(inMemory.result.fidelity);
  });

  it('finds labels, and adds up in every direction', async () => {
    const { result } = await backtest({ target: { type: 'version', version: 1 }, maturityDays: 5 });
    expect(result.labels['fraud']!.transactions).toBeGreaterThan(0);
    expect(result.labels['good']!.transactions).toBeGreaterThan(0);
    expect(result.labels['presumed_good']!.transactions).toBeGreaterThan(0);
    const { silence } = result;
    expect(silence.immature + silence.stopped + silence.unheard).toBe(result.labels['unknown']!.transactions);
    for (const breakdown of [
      Object.values(result.before).map(transactionsOf),
      Object.values(result.after).map(transactionsOf),
      result.days.map((day) => day.evaluated),
    ]) {
      expect(breakdown.reduce((a, b) => a + b, 0)).toBe(result.evaluated);
    }
  });

  it('shows what one rule would change, and only that, against the live version', async () => {
    const rule = {
      key: 'no-gifts',
      condition: 'tx.coins >= 100',
      kinds: ['gift'],
      effect: 'decline',
      score: 0,
    };
    const { record, result } = await backtest({ target: { type: 'rule', rule }, baseline: 'live' });
    expect(record.target).toMatchObject({ type: 'rule', ruleKey: 'no-gifts' });
    const own = result.rules.find(({ key }) => key === 'no-gifts')!;
    const fired = transactionsOf(own.fired);
    expect(fired).toBeGreaterThan(0);
    const changed = result.changes.reduce((sum, { labels }) => sum + transactionsOf(labels), 0);
    expect(changed).toBe(transactionsOf(own.decisive));
    expect(result.changes.every(({ to }) => to === 'decline')).toBe(true);
    expect(result.examples.every(({ rules, kind }) => rules.includes('no-gifts') && kind === 'gift')).toBe(
      true,
    );
    const [knob] = result.knobs;
    expect(knob).toMatchObject({ ruleKey: 'no-gifts', expression: 'tx.coins' });
    const now = knob!.curve.points.find(({ threshold }) => threshold === 100)!;
    expect(now.fraud.transactions + now.good.transactions + now.unknown.transactions).toBe(fired);
  });

  it('looks at the slice it was asked about and nothing else', async () => {
    const { result } = await backtest({
      target: { type: 'version', version: 1 },
      slice: { ...slice(), from: new Date(Date.now() - 5 * DAY_MS).toISOString(), kinds: ['gift', 'unlock'] },
    });
    const [row] = await app.db.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM transactions WHERE kind IN ('gift', 'unlock') AND decided_at >= $1`,
      [new Date(Date.now() - 5 * DAY_MS)],
    );
    expect(result.warmedUp).toBeGreaterThan(0);
    expect(Math.abs(result.evaluated + result.refusedBefore - row!.n)).toBeLessThanOrEqual(2);
    expect(result.fidelity.same / result.fidelity.compared).toBeGreaterThanOrEqual(0.99);
  });
});
