import { Redis } from 'ioredis';
import pg from 'pg';
import { StartUpError } from './start-up-error.js';

const PATIENCE_MS = 5_000;

/** Both are asked once, before anything starts: a wrong address is a mistake to be told, not a failure to be retried. */
export async function assertDatabaseReachable(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: PATIENCE_MS });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    const { host, pathname } = new URL(url);
    throw new StartUpError(
      `Cannot reach the PostgreSQL of DATABASE_URL at ${host}${pathname} (${reasonOf(error)}): ` +
        'start it or correct DATABASE_URL, or unset DATABASE_URL to use the embedded PostgreSQL.',
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}

export async function assertRedisReachable(url: string): Promise<void> {
  const redis = new Redis(url, { lazyConnect: true, retryStrategy: () => null, connectTimeout: PATIENCE_MS });
  let failure: unknown;
  // What went wrong is reported here; the rejected promise only says that the connection is closed.
  redis.on('error', (error) => {
    failure = error;
  });
  try {
    await redis.connect();
    await redis.ping();
  } catch (error) {
    throw new StartUpError(
      `Cannot reach the Redis of REDIS_URL at ${new URL(url).host} (${reasonOf(failure ?? error)}): ` +
        'start it or correct REDIS_URL, or unset REDIS_URL to keep the queue in PostgreSQL.',
    );
  } finally {
    redis.disconnect();
  }
}

/** Happy-eyeballs failures carry their reasons inside and no message of their own. */
function reasonOf(error: unknown): string {
  const inner = error instanceof AggregateError ? error.errors[0] : error;
  return inner instanceof Error ? inner.message : String(inner);
}
