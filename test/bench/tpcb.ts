import { execFile, execFileSync } from 'node:child_process';
import { promisify } from 'node:util';
import pg from 'pg';

/**
 * The yardstick: TPC-B as pgbench runs it, on the same server with the same settings. A transaction is three updates of
 * one row each, one read and one insert: about what recording a payment costs a database when nothing is batched.
 */
export interface Tpcb {
  /** Transactions a second over `seconds`, 8 clients, prepared statements. */
  measure(seconds: number): Promise<number>;
  close(): Promise<void>;
}

const CLIENTS = 8;
const SCALE = 10;
const TELLERS_PER_BRANCH = 10;
const ACCOUNTS_PER_BRANCH = 100_000;

export async function prepareTpcb(serverUrl: string): Promise<Tpcb> {
  const url = new URL(serverUrl);
  url.pathname = '/tpcb';
  const admin = new pg.Client({ connectionString: serverUrl });
  await admin.connect();
  await admin.query('CREATE DATABASE tpcb');
  await admin.end();
  return hasPgbench() ? viaPgbench(url.href) : viaDriver(url.href);
}

function hasPgbench(): boolean {
  try {
    execFileSync('pgbench', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

async function viaPgbench(url: string): Promise<Tpcb> {
  const run = promisify(execFile);
  await run('pgbench', ['-i', '-q', '-s', String(SCALE), url]);
  return {
    measure: async (seconds) => {
      const clients = ['-c', String(CLIENTS), '-j', '2', '-M', 'prepared'];
      const { stdout } = await run('pgbench', [...clients, '-T', String(seconds), '-n', url]);
      const tps = /tps = ([\d.]+)/.exec(stdout)?.[1];
      if (!tps) throw new Error(`pgbench did not report a rate:\n${stdout}`);
      return Number(tps);
    },
    close: async () => undefined,
  };
}

/** The same tables and statements, sent one by one by eight clients of the driver. */
async function viaDriver(url: string): Promise<Tpcb> {
  const clients = await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      return client;
    }),
  );
  await clients[0]!.query(TABLES);
  return {
    measure: async (seconds) => {
      const started = performance.now();
      const deadline = started + seconds * 1_000;
      const counts = await Promise.all(clients.map((client) => runUntil(client, deadline)));
      return (counts.reduce((sum, n) => sum + n, 0) * 1_000) / (performance.now() - started);
    },
    close: async () => {
      await Promise.all(clients.map((client) => client.end()));
    },
  };
}

const TABLES = `
  CREATE TABLE pgbench_branches (bid int PRIMARY KEY, bbalance int, filler char(88)) WITH (fillfactor = 100);
  CREATE TABLE pgbench_tellers (tid int PRIMARY KEY, bid int, tbalance int, filler char(84));
  CREATE TABLE pgbench_accounts (aid int PRIMARY KEY, bid int, abalance int, filler char(84));
  CREATE TABLE pgbench_history (tid int, bid int, aid int, delta int, mtime timestamp, filler char(22));
  INSERT INTO pgbench_branches SELECT i, 0, '' FROM generate_series(1, ${SCALE}) i;
  INSERT INTO pgbench_tellers SELECT i, (i - 1) / ${TELLERS_PER_BRANCH} + 1, 0, ''
    FROM generate_series(1, ${SCALE * TELLERS_PER_BRANCH}) i;
  INSERT INTO pgbench_accounts SELECT i, (i - 1) / ${ACCOUNTS_PER_BRANCH} + 1, 0, ''
    FROM generate_series(1, ${SCALE * ACCOUNTS_PER_BRANCH}) i;
  ANALYZE;`;

const STATEMENTS = {
  account: 'UPDATE pgbench_accounts SET abalance = abalance + $1 WHERE aid = $2',
  read: 'SELECT abalance FROM pgbench_accounts WHERE aid = $1',
  teller: 'UPDATE pgbench_tellers SET tbalance = tbalance + $1 WHERE tid = $2',
  branch: 'UPDATE pgbench_branches SET bbalance = bbalance + $1 WHERE bid = $2',
  history:
    'INSERT INTO pgbench_history (tid, bid, aid, delta, mtime) VALUES ($1, $2, $3, $4, CURRENT_TIMESTAMP)',
} as const;

async function runUntil(client: pg.Client, deadline: number): Promise<number> {
  const run = (name: keyof typeof STATEMENTS, values: number[]) =>
    client.query({ name, text: STATEMENTS[name], values });
  const upTo = (n: number) => 1 + Math.floor(Math.random() * n);
  let done = 0;
  for (; performance.now() < deadline; done++) {
    const aid = upTo(SCALE * ACCOUNTS_PER_BRANCH);
    const tid = upTo(SCALE * TELLERS_PER_BRANCH);
    const bid = upTo(SCALE);
    const delta = upTo(10_001) - 5_001;
    await client.query('BEGIN');
    await run('account', [delta, aid]);
    await run('read', [aid]);
    await run('teller', [delta, tid]);
    await run('branch', [delta, bid]);
    await run('history', [tid, bid, aid, delta]);
    await client.query('COMMIT');
  }
  return done;
}
