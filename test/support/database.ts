import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { createDataSource } from '../../api/src/platform/database/data-source.js';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../api/src/platform/embedded/embedded-postgres.js';
import type { PostgresSettings } from '../../api/src/platform/embedded/postgres-settings.js';

export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** A migrated database of one's own, cloned from the run's template in a few milliseconds. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = process.env['COINWARDEN_TEST_SERVER'];
  const template = process.env['COINWARDEN_TEST_TEMPLATE'];
  if (!server || !template) throw new Error('no test server: the jest global setup did not run');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(server, async (client) => {
    // Two clones of one template at a time are refused, so the workers take turns.
    await client.query('SELECT pg_advisory_lock(1)');
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy`);
  });
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: () => onServer(server, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)),
  };
}

async function onServer(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

export interface ScratchPostgres {
  /** Stays the same over stop and start. */
  readonly url: string;
  readonly pid: number;
  /** Fast shutdown; the data stays. */
  stop(): Promise<void>;
  start(): Promise<void>;
  /** Stops the server and deletes its data. */
  drop(): Promise<void>;
}

/**
 * A PostgreSQL of one's own, for tests that take it away and bring it back. Migrated unless told otherwise; commits are
 * durable unless `settings` say otherwise.
 */
export async function startScratchPostgres(
  options: { settings?: PostgresSettings; migrate?: boolean } = {},
): Promise<ScratchPostgres> {
  const dir = await mkdtemp(join(tmpdir(), 'coinwarden-scratch-'));
  await chmod(dir, 0o711);
  const settings = { shared_buffers: '64MB', ...options.settings };
  const start = () => startEmbeddedPostgres({ dir: join(dir, 'postgres'), settings });
  let server: EmbeddedPostgres = await start();
  if (options.migrate ?? true) {
    const dataSource = await createDataSource({ url: server.url }).initialize();
    await dataSource.runMigrations();
    await dataSource.destroy();
  }
  return {
    get url() {
      return server.url;
    },
    get pid() {
      return server.pid;
    },
    stop: () => server.stop(),
    start: async () => {
      server = await start();
    },
    drop: async () => {
      await server.stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}
