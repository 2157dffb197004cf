import { join } from 'node:path';
import pg from 'pg';
import { runningServerUrl, startEmbeddedPostgres } from './embedded-postgres.js';
import { StartUpError } from './start-up-error.js';

export interface OpenDatabase {
  readonly url: string;
  /** Stops the embedded server if this process started it. */
  close(): Promise<void>;
}

export interface OpenDatabaseOptions {
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  /** Commands use the embedded server of a running `npm start`; a server of our own is started when there is none. */
  readonly share?: boolean;
  readonly notice?: (line: string) => void;
}

/** The database this process works on: the one of DATABASE_URL, else the embedded one under DATA_DIR. */
export async function openDatabase(options: OpenDatabaseOptions): Promise<OpenDatabase> {
  if (options.databaseUrl !== null) {
    await assertReachable(options.databaseUrl);
    return { url: options.databaseUrl, close: async () => undefined };
  }
  const dir = join(options.dataDir, 'postgres');
  const running = options.share ? runningServerUrl(dir) : null;
  if (running !== null) return { url: running, close: async () => undefined };
  const server = await startEmbeddedPostgres({ dir, ...(options.notice && { notice: options.notice }) });
  return { url: server.url, close: () => server.stop() };
}

async function assertReachable(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
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

/** Happy-eyeballs failures carry their reasons inside and no message of their own. */
function reasonOf(error: unknown): string {
  const inner = error instanceof AggregateError ? error.errors[0] : error;
  return inner instanceof Error ? inner.message : String(inner);
}
