import { type ChildProcess, spawn } from 'node:child_process';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { freePort, MAIN } from './product.js';
import type { Catalogue } from './workload.js';

const READY_PATIENCE_MS = 120_000;

export interface BenchServer {
  readonly url: string;
  readonly apiKey: string;
  readonly catalogue: Catalogue;
  stop(): Promise<void>;
}

/** The compiled product as it runs in production: its own process, jobs and outbox on, commits durable. */
export async function startBenchServer(
  databaseUrl: string,
  settings: NodeJS.ProcessEnv,
): Promise<BenchServer> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [MAIN], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATABASE_URL: databaseUrl,
      REDIS_URL: '',
      HOST: '127.0.0.1',
      PORT: String(port),
      COINWARDEN_LOG_LEVEL: 'warn',
      COINWARDEN_KEY_REQUESTS_PER_SECOND: '1000000',
      ...settings,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let stopping = false;
  child.once('exit', (code, signal) => {
    if (!stopping)
      console.error(`The server ended by itself (${signal ?? code}): this run measures nothing more.`);
  });
  await ready(url, child);
  const apiKey = await createApiKey(databaseUrl);
  return {
    url,
    apiKey,
    catalogue: await readCatalogue(url, apiKey),
    stop: async () => {
      stopping = true;
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise((done) => child.once('exit', done));
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function ready(url: string, child: ChildProcess): Promise<void> {
  for (const deadline = Date.now() + READY_PATIENCE_MS; Date.now() < deadline; await sleep(100)) {
    if (child.exitCode !== null)
      throw new Error(`the server ended with ${child.exitCode} before it was ready`);
    const answer = await fetch(`${url}/health/ready`).catch(() => null);
    if (answer?.status === 200) return;
  }
  throw new Error('the server did not become ready');
}

async function createApiKey(databaseUrl: string): Promise<string> {
  const key = randomBytes(32).toString('base64url');
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(
    `INSERT INTO api_keys (api_key_id, name, prefix, key_hash, scopes, created_at, created_by)
     VALUES ($1, 'benchmark', $2, $3, $4, now(), 'benchmark')`,
    [
      randomUUID(),
      key.slice(0, 8),
      createHash('sha256').update(key).digest(),
      ['transaction.create', 'transaction.read', 'catalogue.read'],
    ],
  );
  await client.end();
  return key;
}

/** The cheapest package and gift on sale, so that an account can buy and give often and stay within its limits. */
async function readCatalogue(url: string, apiKey: string): Promise<Catalogue> {
  const get = async <T>(path: string): Promise<T[]> => {
    const answer = await fetch(`${url}${path}`, { headers: { authorization: `Bearer ${apiKey}` } });
    if (!answer.ok) throw new Error(`GET ${path}: ${answer.status} ${await answer.text()}`);
    return ((await answer.json()) as { items: T[] }).items;
  };
  type Package = { packageId: string; coins: number; price: Catalogue['money'] };
  const packages = (await get<Package>('/v1/packages?country=US&currency=USD')).sort(
    (a, b) => a.price.amountMinor - b.price.amountMinor,
  );
  const cheapest = packages[0];
  const largest = packages.at(-1);
  const [gift] = (await get<{ giftId: string; coins: number }>('/v1/gifts')).sort(
    (a, b) => a.coins - b.coins,
  );
  if (!cheapest || !largest || !gift)
    throw new Error('the catalogue is empty: no package or no gift is on sale');
  return {
    packageId: cheapest.packageId,
    money: cheapest.price,
    giftId: gift.giftId,
    giftCoins: gift.coins,
    largest: { packageId: largest.packageId, money: largest.price, coins: largest.coins },
  };
}
