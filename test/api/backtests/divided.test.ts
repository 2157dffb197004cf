import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { BacktestResultView } from '@coinwarden/contracts';
import { velocityFactsOf } from '@coinwarden/domain';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { workOffBacktests } from '../../../api/src/backtests/backtests.public.js';
import {
  PAST_DECISION_COLUMNS,
  type PastDecisionRow,
  pastDecisionOf,
  REMEMBERED_COLUMNS,
  type RememberedRow,
  rememberedDecisionOf,
} from '../../../api/src/decisions/decisions.history.public.js';
import type { TestApp, TestStaff } from '../../support/app.js';
import { startDemoEconomy } from '../../support/demo-economy.js';

const DAY_MS = 86_400_000;
const PROGRAM = fileURLToPath(
  new URL('../../../api/dist/src/backtests/engine/backtest-process.js', import.meta.url),
);
const DIVIDED = { most: 3, fewest: 100 };

let app: TestApp;
let lead: TestStaff;
beforeAll(async () => {
  app = await startDemoEconomy({ accounts: 200, transactions: 3_000, days: 150 });
  lead = await app.signIn('ts_lead');
});
afterAll(() => app.close());

/** Asks for the same backtest once more, and has it worked off that way. */
async function resultBy(workOff: () => Promise<unknown>): Promise<BacktestResultView> {
  const slice = { from: new Date(Date.now() - 120 * DAY_MS).toISOString(), to: new Date().toISOString() };
  const rule = { key: 'dear', condition: 'tx.amountUsdMinor >= 500', effect: 'decline', score: 50 };
  const asked = await lead.request
    .post('/staff/backtests')
    .send({ name: 'Test', slice, target: { type: 'rule', rule } })
    .expect(201);
  await workOff();
  const { id } = asked.body;
  const { body } = await lead.request.get(`/staff/backtests/${id}`).expect(200);
  expect(body).toMatchObject({ status: 'done', failure: null });
  return (await lead.request.get(`/staff/backtests/${id}/result`).expect(200)).body;
}

const inTurn = (division: { most: number; fewest: number }) =>
  workOffBacktests({ databaseUrl: app.databaseUrl, stop: new AbortController().signal, division });

async function inThreads(): Promise<void> {
  const program = fork(PROGRAM);
  program.send({ databaseUrl: app.databaseUrl, division: DIVIDED });
  const [code] = await once(program, 'exit');
  expect(code).toBe(0);
}

it('finds the same in stretches, one after the other or side by side, as in one piece', async () => {
  const whole = await resultBy(() => inTurn({ most: 1, fewest: 0 }));
  expect(whole.evaluated).toBeGreaterThan(1_000);
  expect(whole.warmedUp).toBeGreaterThan(0);
  expect(whole.examples.length).toBeGreaterThan(0);
  expect(await resultBy(() => inTurn(DIVIDED))).toEqual(whole);
  expect(await resultBy(inThreads)).toEqual(whole);
});

it('remembers the same of the columns it warms up with as of whole decisions', async () => {
  const read = <Row extends object>(columns: string) =>
    app.db.query<Row>(`SELECT ${columns} FROM transactions ORDER BY transaction_id`);
  const whole = await read<PastDecisionRow>(PAST_DECISION_COLUMNS);
  const remembered = await read<RememberedRow>(REMEMBERED_COLUMNS);
  const facts = whole.map((row) => velocityFactsOf(pastDecisionOf(row)));
  expect(remembered.map((row) => velocityFactsOf(rememberedDecisionOf(row)))).toEqual(facts);
  expect(facts.filter(({ bonusCoins }) => bonusCoins > 0)).not.toHaveLength(0);
  expect(facts.filter(({ paymentRefused }) => paymentRefused)).not.toHaveLength(0);
  expect(remembered.filter(({ decision }) => decision === null)).not.toHaveLength(0);
});
