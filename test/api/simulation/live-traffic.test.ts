import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simulate } from '@coinwarden/simulator';
import {
  LiveMoneyBack,
  openLabelSink,
  playLive,
  type SecondOfTraffic,
  ServiceClient,
  seedDemo,
} from '../../../api/src/simulation/simulation.public.js';
import { startTestApp, type TestApp } from '../../support/app.js';

const output = { isTTY: false, write: () => true } as unknown as NodeJS.WriteStream;
let app: TestApp;
let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'coinwarden-live-'));
  app = await startTestApp({ jobs: false, dataDir });
});
afterAll(async () => {
  await app.close();
  await rm(dataDir, { recursive: true });
});

describe('live traffic', () => {
  it('plays at the asked rate over HTTP, is decided, and keeps its labels to itself', async () => {
    const size = { accounts: 20, transactions: 20, days: 1 };
    const demo = await seedDemo(app.app, { url: app.url, output, size });
    const client = new ServiceClient(demo.url, demo.apiKey);
    const labels = await openLabelSink({ databaseUrl: app.databaseUrl, dataDir, source: 'live test' });
    expect(labels.description).toContain('simulation.labels');
    const simulation = simulate({
      seed: 7,
      prefix: 'live-',
      catalogue: await client.catalogue('WELCOME'),
      startAt: Date.now(),
      days: 1,
      accounts: 300,
      transactions: 100 * 86_400,
      fraudShare: 0.6,
      introduce: 'on_first_use',
      uncapturedShare: 0.5,
      // Weeks go by in seconds, faster than some purchases are answered; whether anybody asks in this time is chance.
      moneyBackPace: 1 / 1_000_000,
      texts: true,
    });
    const neverPaid = new Set<string>();
    const noting = function* (items: typeof simulation.items): typeof simulation.items {
      for (const item of items) {
        if (item.kind === 'transaction' && item.neverPaid) neverPaid.add(item.idempotencyKey);
        yield item;
      }
    };
    const seconds: SecondOfTraffic[] = [];
    await playLive({
      client,
      moneyBack: new LiveMoneyBack(client, null),
      simulation: { ...simulation, items: noting(simulation.items) },
      ratePerSecond: 100,
      durationSeconds: 4,
      signal: new AbortController().signal,
      onSecond: (second) => seconds.push(second),
      onLabels: (taken) => labels.write(taken),
    });
    await labels.close();
    await client.close();

    expect(seconds.flatMap((second) => Object.keys(second.failures))).toEqual([]);
    const sent = seconds.reduce((sum, second) => sum + second.sent, 0);
    // A slow machine may send less than asked; none may ever send more.
    expect(sent).toBeGreaterThan(0);
    expect(sent).toBeLessThanOrEqual(401);
    const answered = seconds
      .flatMap(({ outcomes }) => Object.values(outcomes))
      .reduce((sum, n) => sum + n, 0);
    expect(answered).toBe(sent);

    const one = async (sql: string) =>
      Number((await app.db.query<{ n: bigint }>(`SELECT count(*) AS n FROM ${sql}`))[0]?.n);
    expect(await one(`transactions WHERE account_id LIKE 'live-%'`)).toBe(sent);
    // Nothing approved is left waiting for its payment but what is never paid.
    const waiting = await app.db.query<{ key: string }>(
      `SELECT idempotency_key AS key FROM transactions
       WHERE account_id LIKE 'live-%' AND outcome = 'approve' AND status = 'held'`,
    );
    expect(waiting.filter(({ key }) => !neverPaid.has(key))).toEqual([]);
    const labelled = await one(`simulation.labels WHERE source = 'live test' AND idempotency_key <> ''`);
    expect(labelled).toBeGreaterThan(0);
    expect(
      await one(
        `simulation.labels l JOIN transactions t USING (account_id, idempotency_key) WHERE l.source = 'live test'`,
      ),
    ).toBe(labelled);
  });
});
