import { Logger } from '@nestjs/common';
import {
  type BackendFactory,
  type ConnectionOptions,
  createPostgresBackend,
  createRedisBackend,
  type IQueueBackend,
  type Processor,
  Queue,
  type QueueOptions,
  runMigrations,
  Worker,
  type WorkerOptions,
} from 'bullmq';
import pg from 'pg';

/** The queue's own namespace in PostgreSQL, apart from the product's tables. */
export const QUEUE_SCHEMA = 'queue';

/** The braces keep all keys of a queue in one slot of a Redis Cluster. */
const REDIS_PREFIX = '{coinwarden}';

const CONNECTIONS_PER_QUEUE = 3;

/**
 * Where jobs live: in Redis when it is configured, else in PostgreSQL itself. The options name a connection; each queue
 * and worker opens its own with the driver's default types, which BullMQ expects.
 */
export function queueOptions(source: { redisUrl: string | null; databaseUrl: string }): QueueOptions {
  if (source.redisUrl !== null) {
    // A worker waits for Redis as long as it takes; the retry limit of ioredis would end it.
    return { connection: { url: source.redisUrl, maxRetriesPerRequest: null }, prefix: REDIS_PREFIX };
  }
  const connection = {
    connectionString: source.databaseUrl,
    schema: QUEUE_SCHEMA,
    max: CONNECTIONS_PER_QUEUE,
    connectionTimeoutMillis: 5_000,
    application_name: 'coinwarden-queue',
  };
  return { connection: connection as unknown as ConnectionOptions };
}

/** Brings the queue's schema up to date; a worker on an older one would spin in an error loop. Safe to run at once. */
export async function migrateQueue(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    await runMigrations(client as unknown as Parameters<typeof runMigrations>[0], QUEUE_SCHEMA);
  } finally {
    await client.end();
  }
}

function backendOf(connection: ConnectionOptions): BackendFactory<IQueueBackend> {
  const onPostgres = 'schema' in connection && connection.schema === QUEUE_SCHEMA;
  return (onPostgres ? createPostgresBackend : createRedisBackend) as BackendFactory<IQueueBackend>;
}

const logger = new Logger('Queue');
const QUIET_MS = 10_000;

/** Lost connections are rebuilt by the backend; while it tries, one line now and then says so instead of thousands. */
function reportErrors(name: string): (error: Error) => void {
  let quietUntil = 0;
  return ({ message }) => {
    if (Date.now() < quietUntil) return;
    quietUntil = Date.now() + QUIET_MS;
    logger.warn(`${name}: ${message}`);
  };
}

/** The classes Nest builds queues and workers from: the connection decides the backend, per instance. */
export class BackendQueue extends Queue {
  constructor(name: string, options: QueueOptions) {
    super(name, options, backendOf(options.connection) as never);
    this.on('error', reportErrors(name));
  }
}

export class BackendWorker extends Worker {
  constructor(name: string, processor: Processor, options: WorkerOptions) {
    super(name, processor, options, backendOf(options.connection) as never);
    this.on('error', reportErrors(name));
  }
}
