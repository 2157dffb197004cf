import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { simulate } from '@coinwarden/simulator';
import { loadConfig } from '../platform/config/config.js';
import { runningServerUrl } from '../platform/embedded/embedded-postgres.js';
import { runProgram } from '../platform/embedded/run-program.js';
import { StartUpError } from '../platform/embedded/start-up-error.js';
import {
  LiveMoneyBack,
  openLabelSink,
  playLive,
  readDemoFile,
  SandboxClient,
  type SecondOfTraffic,
  ServiceClient,
} from '../simulation/simulation.public.js';

const USAGE =
  'Usage: npm run simulate -- --rate <per second> [--seed <number>] [--duration <seconds>] [--fraud <share>] [--url <url>] [--api-key <key>]';
const DAYS = 30;
/** A day of life in a minute and a half: whoever watches wants to see what becomes of the money. */
const MONEY_BACK_PACE = 1 / 960;

await runProgram(async () => {
  const args = readArguments();
  const config = loadConfig();
  const demo = await readDemoFile(config.dataDir);
  const url = args.url ?? demo?.url;
  const apiKey = args.apiKey ?? demo?.apiKey;
  if (!url || !apiKey)
    throw new StartUpError(
      `There is no demo.json in ${config.dataDir}: start the demo with npm start, or give --url and --api-key.`,
    );

  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  process.once('SIGTERM', () => stop.abort());
  const startAt = Date.now();
  const run = `${args.seed}-${startAt.toString(36)}`;
  const client = new ServiceClient(url, apiKey);
  const sandbox = demo?.sandbox && url === demo.url ? new SandboxClient(demo.sandbox) : null;
  const catalogue = await client.catalogue(args.promotionCode);
  const databaseUrl = config.databaseUrl ?? runningServerUrl(join(config.dataDir, 'postgres'));
  const labels = await openLabelSink({ databaseUrl, dataDir: config.dataDir, source: `live ${run}` });
  print(
    `Playing ${args.rate}/s against ${url} with seed ${args.seed}; labels go to ${labels.description}. Ctrl-C stops.`,
  );
  const simulation = simulate({
    seed: args.seed,
    prefix: `${run}-`,
    catalogue,
    startAt,
    days: DAYS,
    // Busy, but no busier than people are: a few transactions an hour each.
    accounts: Math.min(60_000, Math.max(500, Math.round(args.rate * 400))),
    transactions: Math.round(args.rate * DAYS * 86_400),
    fraudShare: args.fraud,
    introduce: 'on_first_use',
    uncapturedShare: 0.1,
    moneyBackPace: MONEY_BACK_PACE,
    texts: true,
    places: true,
  });
  try {
    await playLive({
      client,
      moneyBack: new LiveMoneyBack(client, sandbox),
      simulation,
      ratePerSecond: args.rate,
      durationSeconds: args.duration,
      signal: stop.signal,
      onSecond: (second) => print(secondLine(second)),
      onLabels: (taken) => labels.write(taken),
    });
  } finally {
    await labels.close();
    await client.close();
  }
  return 0;
});

function secondLine({ sent, outcomes, failures, latenciesMs, unanswered }: SecondOfTraffic): string {
  const sorted = [...latenciesMs].sort((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(0);
  const failed = Object.entries(failures).map(([reason, count]) => `${count} × ${reason}`);
  return [
    new Date().toISOString().slice(11, 19),
    `${sent} sent`,
    `approve ${outcomes.approve} · review ${outcomes.review} · decline ${outcomes.decline}`,
    `p50 ${at(0.5)} ms p99 ${at(0.99)} ms`,
    ...(unanswered > 0 ? [`${unanswered} unanswered`] : []),
    ...(failed.length > 0 ? [`failed: ${failed.join(', ')}`] : []),
  ].join('  ');
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        rate: { type: 'string', default: '50' },
        seed: { type: 'string' },
        duration: { type: 'string' },
        fraud: { type: 'string', default: '0.05' },
        url: { type: 'string' },
        'api-key': { type: 'string' },
        'promotion-code': { type: 'string' },
      },
    });
    return {
      rate: numberOf('--rate', values.rate, 0.1, 10_000),
      fraud: numberOf('--fraud', values.fraud, 0, 1),
      duration: values.duration === undefined ? null : numberOf('--duration', values.duration, 1, 1e9),
      seed: values.seed ?? String(randomInt(1, 1_000_000_000)),
      url: values.url,
      apiKey: values['api-key'],
      promotionCode: values['promotion-code'],
    };
  } catch (error) {
    throw new StartUpError(`${(error as Error).message}. ${USAGE}`);
  }
}

function numberOf(name: string, text: string, min: number, max: number): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= min && value <= max))
    throw new Error(`${name} must be a number from ${min} to ${max}, not "${text}"`);
  return value;
}
