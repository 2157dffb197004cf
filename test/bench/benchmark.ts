import pg from 'pg';
import type { BenchServer } from './bench-server.js';
import { growHistory } from './history.js';
import type { LoadOptions, LoadResult } from './load-generator.js';
import { generateLoadApart } from './load-process.js';
import { type Goal, type Measurement, measurement, quantile } from './report.js';
import type { Tpcb } from './tpcb.js';
import type { Mix } from './workload.js';

export interface BenchmarkOptions {
  readonly server: BenchServer;
  readonly databaseUrl: string;
  readonly tpcb: Tpcb;
  readonly accounts: number;
  /** Length of each measurement. */
  readonly seconds: number;
}

const BATCH = { batch: 100, connections: 8 };
const SINGLE = { batch: 1, connections: 64 };
/** Decisions that refuse are cheaper than those that move coins: fewer than this and the numbers would flatter. */
const APPROVED_SHARE = 0.95;

/** The five measurements, in an order that gives each its own ground: empty history first, grown history last. */
export class Benchmark {
  readonly results: Record<string, Measurement> = {};
  readonly goals: Readonly<Record<string, Goal>> = {
    batch_decisions: { atLeast: 1 },
    single_decisions: { atLeast: 0.6 },
    batch_decisions_with_history: { atLeast: 0.9 },
    single_decisions_with_history: { atLeast: 0.9 },
    hot_creator_gifts: { atLeast: 0.8 },
    p99_latency_at_half_load: { atMost: 5 },
  };
  private runs = 0;

  constructor(private readonly options: BenchmarkOptions) {}

  /** Answers how many decisions a second it makes in batches, with the history it has by then. */
  async run(history: number): Promise<number> {
    await this.fund();
    const before = await this.tpcb();
    const batch = await this.rate('batches of 100', 'everyday', BATCH);
    const single = await this.rate('single requests', 'everyday', SINGLE);
    // The yardstick once before and once after: machines change their speed in between.
    const tpcb = (before + (await this.tpcb())) / 2;
    this.record('batch_decisions', batch, 'decisions/s', tpcb);
    this.record('single_decisions', single, 'decisions/s', tpcb);

    await this.latency(single / 2);
    const spread = await this.rate('gifts to many creators', 'gifts-spread', BATCH);
    const hot = await this.rate('gifts to one creator', 'gifts-hot', BATCH);
    this.record('hot_creator_gifts', hot, 'decisions/s', spread);
    return history > 0 ? this.history(history, { batch, single }) : batch;
  }

  /** Nothing but that rate, for what is measured against it. */
  async yardstick(history: number): Promise<number> {
    await this.fund();
    const label = history > 0 ? await this.grow(history) : '';
    return this.rate(`batches of 100${label}`, 'everyday', BATCH);
  }

  /** Decisions a second in batches, as things stand. */
  batches(label: string): Promise<number> {
    return this.rate(label, 'everyday', BATCH);
  }

  private async fund(): Promise<void> {
    await this.load('funding', { ...BATCH, until: { transactions: this.options.accounts } });
    await this.settle();
  }

  private async latency(rate: number): Promise<void> {
    const { seconds } = this.options;
    const half = await this.load('everyday', { ...SINGLE, rate, until: { seconds } });
    const at = (share: number) => quantile(half.latencies, share);
    this.say(`half load: p50 ${at(0.5).toFixed(2)} ms, p99 ${at(0.99).toFixed(2)} ms`);
    this.record('p99_latency_at_half_load', at(0.99), 'ms', at(0.5));
  }

  private async history(target: number, empty: { batch: number; single: number }): Promise<number> {
    const label = await this.grow(target);
    const batch = await this.rate(`batches of 100${label}`, 'everyday', BATCH);
    const single = await this.rate(`single requests${label}`, 'everyday', SINGLE);
    this.record('batch_decisions_with_history', batch, 'decisions/s', empty.batch);
    this.record('single_decisions_with_history', single, 'decisions/s', empty.single);
    return batch;
  }

  private async grow(target: number): Promise<string> {
    const grown = await growHistory(this.options.databaseUrl, target, (n) =>
      process.stdout.write(`\rgrowing the history: ${n.toLocaleString('en')} transactions `),
    );
    console.log();
    await this.settle();
    return ` with ${grown.toLocaleString('en')} transactions of history`;
  }

  /**
   * Every comparison starts from the same point: what was written before is on disk, and the first change of each page,
   * which logs the whole page, is behind us for the pages in use.
   */
  private async settle(): Promise<void> {
    const client = new pg.Client({ connectionString: this.options.databaseUrl });
    await client.connect();
    await client.query('CHECKPOINT');
    await client.end();
    const { seconds } = this.options;
    await this.load('everyday', { ...SINGLE, until: { seconds: seconds / 2 } });
    await this.load('everyday', { ...BATCH, until: { seconds: seconds / 2 } });
  }

  private async rate(label: string, mix: Mix, shape: typeof BATCH): Promise<number> {
    const result = await this.load(mix, { ...shape, until: { seconds: this.options.seconds } });
    const rate = result.transactions / result.seconds;
    const approved = result.outcomes.approve / result.transactions;
    this.say(`${label}: ${rate.toFixed(0)} decisions/s, ${(approved * 100).toFixed(1)} % approved`);
    if (approved < APPROVED_SHARE) {
      throw new Error(
        `${label}: too few approvals to be a fair measurement: ${JSON.stringify(result.outcomes)}`,
      );
    }
    return rate;
  }

  private load(
    mix: Mix,
    shape: Pick<LoadOptions, 'batch' | 'connections' | 'until' | 'rate'>,
  ): Promise<LoadResult> {
    const { server, accounts } = this.options;
    this.runs += 1;
    const run = `${process.pid}-${this.runs}`;
    const workload = { mix, accounts, catalogue: server.catalogue, run };
    return generateLoadApart({ url: server.url, apiKey: server.apiKey, workload, ...shape });
  }

  private async tpcb(): Promise<number> {
    const tps = await this.options.tpcb.measure(this.options.seconds);
    this.say(`TPC-B, 8 clients: ${tps.toFixed(0)} transactions/s`);
    return tps;
  }

  private record(name: string, value: number, unit: string, baseline: number): void {
    this.results[name] = measurement(value, unit, baseline);
  }

  private say(line: string): void {
    console.log(line);
  }
}
