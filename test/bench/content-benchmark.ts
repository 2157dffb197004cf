import type { BenchServer } from './bench-server.js';
import { HttpConnection } from './http-connection.js';
import { type Goal, type Measurement, measurement } from './report.js';
import { accountId } from './workload.js';

const CONNECTIONS = 4;
const TEXTS_PER_BATCH = 500;

/** Of a hundred texts so many are scams; the others differ from each other, as people's do. */
const SCAMS_PER_HUNDRED = 2;

/** How many texts a second are scanned and kept over HTTP, with their alerts and what rules read of them. */
export class ContentBenchmark {
  readonly results: Record<string, Measurement> = {};
  readonly goals: Readonly<Record<string, Goal>> = {};
  private written = 0;

  constructor(
    private readonly options: {
      readonly server: BenchServer;
      readonly accounts: number;
      readonly seconds: number;
    },
  ) {}

  /** `decisions` a second in batches is what the same two cores do with transactions. */
  async run(decisions: number): Promise<void> {
    const { server, seconds } = this.options;
    const until = performance.now() + seconds * 1_000;
    const startedAt = performance.now();
    const headers = { Authorization: `Bearer ${server.apiKey}` };
    const scanned = await Promise.all(
      Array.from({ length: CONNECTIONS }, async () => {
        const connection = await HttpConnection.open(new URL(server.url), headers);
        let count = 0;
        while (performance.now() < until) {
          const { status, body } = await connection.post('/v1/content/scan/batch', this.batch());
          if (status !== 200) throw new Error(`scanning answered ${status}: ${body.slice(0, 200)}`);
          count += TEXTS_PER_BATCH;
        }
        connection.close();
        return count;
      }),
    );
    const total = scanned.reduce((sum, count) => sum + count, 0);
    const perSecond = total / ((performance.now() - startedAt) / 1_000);
    console.log(`content scans over HTTP, kept: ${perSecond.toFixed(0)} a second`);
    this.results['content_scans'] = measurement(perSecond, 'scans/s', decisions);
  }

  private batch(): string {
    const items = Array.from({ length: TEXTS_PER_BATCH }, () => {
      const n = this.written++;
      const scam = n % 100 < SCAMS_PER_HUNDRED;
      return {
        kind: 'comment',
        accountId: accountId(n % this.options.accounts),
        contentId: `video-${n % 1_000}`,
        text: scam
          ? `Free coins number ${n}: https://telegrarn.org/coins`
          : `Lovely song, take ${n}! ${CHATTER[n % CHATTER.length]}`,
      };
    });
    return JSON.stringify({ items });
  }
}

const CHATTER = [
  'Which camera do you use? The light is beautiful today',
  'See you all on Friday, same time, bring your friends',
  'I have been listening to this the whole week and I cannot stop',
  'Greetings from Jakarta, it is the middle of the night here',
];
