import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { type Judged, judgePatterns } from './judge-patterns.js';
import { type EconomySize, playEconomy } from './play-economy.js';
import { startEmbeddedPostgres } from './product.js';
import { printReport, printSignals, together } from './report.js';
import { reportSecurity } from './report-security.js';

const HELP = `npm run evaluate-patterns -- [--seeds a,b,c] [--transactions N] [--accounts N] [--days N] [--fraud SHARE] [--signals] [--security]

  --seeds a,b,c     the simulated economies to play, one after the other, each on a database of its own
  --signals         also say, for each rule and alert, whom it points at
  --security        only the scores of takeover and card testing, in memory and so in a minute`;

/** Never the seeds that rules were tuned on (tune-1, tune-2). */
const REPORTED_SEEDS = 'report-1,report-2,report-3';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: REPORTED_SEEDS },
    transactions: { type: 'string', default: '24000' },
    accounts: { type: 'string', default: '2400' },
    days: { type: 'string', default: '45' },
    fraud: { type: 'string', default: '0.05' },
    signals: { type: 'boolean', default: false },
    security: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

/** Nobody's data: lost with the machine, and so not waited for. */
const SETTINGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  shared_buffers: '128MB',
};

async function main(): Promise<void> {
  if (values.help) {
    console.log(HELP);
    return;
  }
  if (values.security) {
    reportSecurity(values.seeds.split(',').map(sizeOf));
    return;
  }
  const dir = mkdtempSync(join(tmpdir(), 'coinwarden-evaluate-'));
  chmodSync(dir, 0o711);
  const server = await startEmbeddedPostgres({ dir: join(dir, 'postgres'), settings: SETTINGS });
  try {
    const judged: Judged[] = [];
    for (const [index, seed] of values.seeds.split(',').entries()) {
      const started = performance.now();
      const observed = await playEconomy(await newDatabase(server.url, `economy_${index}`), sizeOf(seed));
      const seconds = Math.round((performance.now() - started) / 1_000);
      console.log(`economy ${seed}: ${observed.transactions.length} transactions, played in ${seconds} s`);
      if (values.signals) printSignals(observed);
      judged.push(judgePatterns(observed));
    }
    printReport(together(judged));
  } finally {
    await server.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

const sizeOf = (seed: string): EconomySize => ({
  seed,
  accounts: Number(values.accounts),
  transactions: Number(values.transactions),
  days: Number(values.days),
  fraudShare: Number(values.fraud),
});

async function newDatabase(serverUrl: string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${name}`);
  } finally {
    await client.end();
  }
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

await main();
