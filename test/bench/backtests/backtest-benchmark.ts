import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { calm } from '../calm.js';
import { type Goal, type Measurement, measurement } from '../report.js';
import { backtestProcessorTime } from './processor-time.js';
import { startShadow, stopShadow } from './shadow.js';

const DAY_MS = 86_400_000;
const POLL_MS = 250;
/** A transaction that is only remembered costs less than one that is judged; both are read. */
const GOAL_PER_SECOND = 20_000;
/** What two cores have for each transaction at that pace. */
const GOAL_MICROSECONDS = 2_000_000 / GOAL_PER_SECOND;

interface Finished {
  readonly transactions: number;
  readonly seconds: number;
  /** Of processors; null where nobody tells. */
  readonly processorSeconds: number | null;
}

/**
 * How fast history is judged by the live ruleset, and what a backtest under way and a version in shadow take from the
 * decisions. Rates of decisions are measured in turns, because machines change their speed meanwhile.
 */
export class BacktestBenchmark {
  readonly results: Record<string, Measurement> = {};
  readonly goals: Readonly<Record<string, Goal>> = {
    backtest: { atLeast: 1 },
    backtest_processor_time: { atMost: 1 },
    batch_decisions_beside_a_backtest: { atLeast: 0.7 },
    batch_decisions_with_a_shadow: { atLeast: 0.9 },
  };

  constructor(
    private readonly options: {
      readonly databaseUrl: string;
      /** Measures decisions a second in batches. */
      readonly rate: () => Promise<number>;
    },
  ) {}

  async run(): Promise<void> {
    const client = new pg.Client({ connectionString: this.options.databaseUrl });
    await client.connect();
    try {
      await calm(this.options.databaseUrl);
      await this.pace(client);
      const before = await this.options.rate();
      await startShadow(client);
      const shadowed = await this.options.rate();
      await stopShadow(client);
      const between = await this.options.rate();
      const beside = await this.besideBacktest(client);
      const after = await this.options.rate();
      const mean = (a: number, b: number) => (a + b) / 2;
      this.results['batch_decisions_with_a_shadow'] = measurement(
        shadowed,
        'decisions/s',
        mean(before, between),
      );
      this.results['batch_decisions_beside_a_backtest'] = measurement(
        beside,
        'decisions/s',
        mean(between, after),
      );
    } finally {
      await client.end();
    }
  }

  private async pace(client: pg.Client): Promise<void> {
    const { transactions, seconds, processorSeconds } = await this.finished(client, await ask(client));
    const perSecond = transactions / seconds;
    this.results['backtest'] = measurement(perSecond, 'transactions/s', GOAL_PER_SECOND);
    let spent = '';
    if (processorSeconds !== null) {
      const each = (processorSeconds * 1_000_000) / transactions;
      this.results['backtest_processor_time'] = measurement(each, 'µs/transaction', GOAL_MICROSECONDS);
      spent = `, ${each.toFixed(1)} µs of processor time each`;
    }
    console.log(
      `backtest of ${transactions.toLocaleString('en')} transactions: ${perSecond.toFixed(0)} a second${spent}`,
    );
  }

  private async besideBacktest(client: pg.Client): Promise<number> {
    const id = await ask(client);
    await this.until(client, id, 'running');
    const beside = await this.options.rate();
    await client.query(
      `UPDATE backtests SET status = 'cancelled', finished_at = now()
       WHERE backtest_id = $1 AND status IN ('queued', 'running')`,
      [id],
    );
    return beside;
  }

  private async finished(client: pg.Client, id: string): Promise<Finished> {
    let processorSeconds: number | null = null;
    const spent = backtestProcessorTime(client);
    await this.until(client, id, 'done', async () => {
      processorSeconds = (await spent()) ?? processorSeconds;
    });
    const { rows } = await client.query<{ transactions: number; seconds: number }>(
      `SELECT ((result ->> 'evaluated')::int + (result ->> 'refusedBefore')::int + (result ->> 'warmedUp')::int)
                AS transactions,
              extract(epoch FROM finished_at - started_at)::float8 AS seconds
       FROM backtests WHERE backtest_id = $1`,
      [id],
    );
    return { ...rows[0]!, processorSeconds };
  }

  private async until(
    client: pg.Client,
    id: string,
    status: string,
    meanwhile: () => Promise<void> = async () => undefined,
  ): Promise<void> {
    for (;;) {
      const { rows } = await client.query<{ status: string }>(
        'SELECT status FROM backtests WHERE backtest_id = $1',
        [id],
      );
      if (rows[0]!.status === status) return;
      if (rows[0]!.status === 'failed') throw new Error('the backtest failed; the server says why');
      await meanwhile();
      await sleep(POLL_MS);
    }
  }
}

/** All of history, as far back as one backtest looks, by the version that is live; a server with jobs takes it up. */
async function ask(client: pg.Client): Promise<string> {
  const id = randomUUID();
  const { rows } = await client.query<{ ruleset: object }>(`
    SELECT json_build_object('version', s.version, 'reviewScore', s.review_score, 'declineScore', s.decline_score,
      'rules', (SELECT json_agg(json_build_object('key', r.key, 'group', r.rule_group, 'description', r.description,
          'condition', r.condition, 'effect', json_build_object('type', r.effect, 'score', r.score), 'mode', r.mode,
          'reasonCode', r.reason_code, 'message', r.message,
          'kinds', coalesce(r.kinds, ARRAY['purchase', 'gift', 'video_promotion', 'unlock', 'reward', 'conversion',
                                           'withdrawal'])) ORDER BY r.position)
        FROM rules r WHERE r.version = s.version)) AS ruleset
    FROM rulesets s WHERE s.status = 'live'`);
  const ruleset = JSON.stringify(rows[0]!.ruleset);
  await client.query(
    `INSERT INTO backtests (backtest_id, name, status, target, candidate, live, from_at, to_at, sample_percent, baseline,
                            maturity_days, tune_rules, created_at, created_by)
     VALUES ($1, 'bench', 'queued', '{"type":"version","version":1,"ruleKey":null,"ruleCount":0}', $2, $2, $3, $4, 100,
             'decided', 30, '{}', now(), '{"id":"bench","name":"bench"}')`,
    [id, ruleset, new Date(Date.now() - 390 * DAY_MS), new Date()],
  );
  return id;
}
