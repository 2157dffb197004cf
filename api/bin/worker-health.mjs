// Exits with 0 while a worker could do its work: its database answers, and Redis where the queue lives there.
import { Redis } from 'ioredis';
import pg from 'pg';

const PATIENCE_MS = 5_000;
const { DATABASE_URL, REDIS_URL } = process.env;

setTimeout(() => process.exit(1), PATIENCE_MS).unref();
try {
  const client = new pg.Client({ connectionString: DATABASE_URL });
  await client.connect();
  await client.query('SELECT 1');
  await client.end();
  if (REDIS_URL) {
    const redis = new Redis(REDIS_URL, { lazyConnect: true, retryStrategy: () => null });
    await redis.connect();
    await redis.ping();
    redis.disconnect();
  }
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
