import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { StaffBacktest } from '@coinwarden/contracts';
import { MAX_BACKTEST_ATTEMPTS } from '@coinwarden/domain';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { TestStaff } from '../support/app.js';
import { type Economy, judgeBy, startEconomy } from '../support/economy.js';
import { eventually } from '../support/eventually.js';
import { startServerProcess } from '../support/server-process.js';

const PROGRAM = fileURLToPath(
  new URL('../../api/dist/src/backtests/engine/backtest-process.js', import.meta.url),
);
const DAY_MS = 86_400_000;
const PATIENCE_MS = 60_000;

let economy: Economy;
let lead: TestStaff;
let gate: pg.Client;
beforeAll(async () => {
  economy = await startEconomy({ jobs: false });
  await judgeBy(economy, [{ kind: 'purchase', effect: 'review' }]);
  lead = await economy.signIn('ts_lead');
  await economy.buy(await economy.account());
  gate = new pg.Client({ connectionString: economy.databaseUrl });
  await gate.connect();
});
afterAll(async () => {
  await gate?.end();
  await economy?.close();
});

async function ask(): Promise<string> {
  const body = {
    name: 'Killed',
    target: { type: 'version', version: 1 },
    slice: {
      from: new Date(Date.now() - DAY_MS).toISOString(),
      to: new Date(Date.now() + DAY_MS).toISOString(),
    },
  };
  return (await lead.request.post('/staff/backtests').send(body).expect(201)).body.id;
}
const read = async (id: string): Promise<StaffBacktest> =>
  (await lead.request.get(`/staff/backtests/${id}`).expect(200)).body;
const attemptOf = (id: string, attempt: number) =>
  eventually(async () => expect(await read(id)).toMatchObject({ status: 'running', attempt }), PATIENCE_MS);

/** While it is shut nobody reads a transaction: whoever has begun a backtest stands in the middle of it. */
const shut = async () => {
  await gate.query('BEGIN');
  await gate.query('LOCK TABLE transactions IN ACCESS EXCLUSIVE MODE');
};
const open = () => gate.query('ROLLBACK');

function startRunner(): ChildProcess {
  const child = fork(PROGRAM, { execArgv: [], env: { ...process.env, NODE_OPTIONS: '' }, stdio: 'ignore' });
  child.send({ databaseUrl: economy.databaseUrl });
  return child;
}

async function killed(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

/** Runners one after the other, as the job starts them, until the backtest has ended. */
const runUntil = (id: string, status: StaffBacktest['status']) =>
  eventually(async () => {
    await once(startRunner(), 'exit');
    expect((await read(id)).status).toBe(status);
  }, PATIENCE_MS);

describe('a backtest whose process is killed in the middle', () => {
  it('is taken up by the next one and done', async () => {
    const id = await ask();
    await shut();
    const child = startRunner();
    await attemptOf(id, 1);
    await killed(child);
    await open();
    expect((await read(id)).status).toBe('running');
    await runUntil(id, 'done');
    expect(await read(id)).toMatchObject({ attempt: 2, figures: { evaluated: 1 } });
  });

  it('fails with its reason when that happens again and again', async () => {
    const id = await ask();
    for (let attempt = 1; attempt <= MAX_BACKTEST_ATTEMPTS; attempt++) {
      await shut();
      let child = startRunner();
      // A runner leaves at once while the database has not noticed the end of the one before.
      child.on('exit', (code) => {
        if (code === 0) child = startRunner();
      });
      await attemptOf(id, attempt);
      await killed(child);
      await open();
    }
    await runUntil(id, 'failed');
    expect(await read(id)).toMatchObject({ failure: { code: 'backtest.died' }, allowedActions: [] });
  });

  it('goes back in line when it was the server that was killed', async () => {
    const id = await ask();
    await shut();
    const server = await startServerProcess(economy.databaseUrl);
    await attemptOf(id, 1);
    await server.kill();
    await open();
    await eventually(async () => expect((await read(id)).status).toBe('queued'), PATIENCE_MS);
    await runUntil(id, 'done');
    expect(await read(id)).toMatchObject({ attempt: 1 });
  });
});
