import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BacktestBenchmark } from './backtests/backtest-benchmark.js';
import { startBenchServer } from './bench-server.js';
import { Benchmark } from './benchmark.js';
import { ContentBenchmark } from './content-benchmark.js';
import { MoneyBackBenchmark } from './money-back/money-back-benchmark.js';
import { startPaymentProvider } from './money-back/payment-provider.js';
import { createAccounts } from './population.js';
import { createDataSource, installCatalogue, ROOT, startEmbeddedPostgres, UnitOfWork } from './product.js';
import { printTable, writeResults } from './report.js';
import { prepareTpcb } from './tpcb.js';

const HELP = `npm run bench -- [--quick] [--history N] [--accounts N] [--seconds N] [--only decisions|money-back|backtests|content]

  --quick       a look in a minute or two: short measurements, few accounts, 200,000 transactions of history,
                a fifth of the notices and refunds
  --history N   transactions of history to compare with an empty one (default 5,000,000; 0 leaves that row out)
  --accounts N  accounts that take part (default 40,000)
  --seconds N   length of each measurement (default 20)
  --only PART   measure the decisions alone, or what gives money back, or backtests, or content scans (and the decision
                rate they are compared with)`;

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    history: { type: 'string' },
    accounts: { type: 'string' },
    seconds: { type: 'string' },
    only: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

const wholeNumber = (name: 'history' | 'accounts' | 'seconds', otherwise: number): number => {
  const given = values[name];
  if (given === undefined) return otherwise;
  if (!/^\d+$/.test(given)) throw new Error(`--${name} must be a whole number, not "${given}"`);
  return Number(given);
};

const PARTS = ['decisions', 'money-back', 'backtests', 'content'];

async function main(): Promise<void> {
  if (values.help) {
    console.log(HELP);
    return;
  }
  const { only } = values;
  if (only !== undefined && !PARTS.includes(only))
    throw new Error(`--only must be one of ${PARTS.join(', ')}, not "${only}"`);
  const history = wholeNumber('history', values.quick ? 200_000 : 5_000_000);
  const accounts = wholeNumber('accounts', values.quick ? 10_000 : 40_000);
  const seconds = wholeNumber('seconds', values.quick ? 5 : 20);

  const dir = mkdtempSync(join(tmpdir(), 'coinwarden-bench-'));
  chmodSync(dir, 0o711);
  const database = await startEmbeddedPostgres({ dir: join(dir, 'postgres') });
  try {
    const dataSource = await createDataSource({ url: database.url }).initialize();
    await dataSource.runMigrations();
    await new UnitOfWork(dataSource).run((tx) => installCatalogue(tx));
    await dataSource.destroy();
    const tpcb = await prepareTpcb(database.url);
    const provider = await startPaymentProvider(database.url);
    const server = await startBenchServer(database.url, provider.settings);
    try {
      await createAccounts(database.url, accounts);
      const common = { server, databaseUrl: database.url, accounts };
      const decisions = new Benchmark({ ...common, tpcb, seconds });
      const rate = await (only !== undefined && only !== 'decisions'
        ? decisions.yardstick(history)
        : decisions.run(history));
      const moneyBack = new MoneyBackBenchmark({
        ...common,
        provider,
        notices: values.quick ? 2_000 : 10_000,
        refunds: values.quick ? 200 : 1_000,
      });
      const backtests = new BacktestBenchmark({
        databaseUrl: database.url,
        rate: () => decisions.batches('batches of 100'),
      });
      const content = new ContentBenchmark({ server, accounts, seconds });
      if (only === undefined || only === 'content') await content.run(rate);
      if (only === undefined || only === 'backtests') await backtests.run();
      if (only === undefined || only === 'money-back') await moneyBack.run(rate);
      const results = {
        ...decisions.results,
        ...content.results,
        ...backtests.results,
        ...moneyBack.results,
      };
      writeResults(join(ROOT, 'bench-results.json'), results);
      console.log();
      printTable(results, { ...decisions.goals, ...backtests.goals, ...moneyBack.goals });
      console.log('\nWritten to bench-results.json');
    } finally {
      await server.stop();
      await provider.stop();
      await tpcb.close();
    }
  } finally {
    await database.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

await main();
