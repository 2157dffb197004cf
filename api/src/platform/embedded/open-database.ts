import { join } from 'node:path';
import { runningServerUrl, startEmbeddedPostgres } from './embedded-postgres.js';
import { assertDatabaseReachable } from './reachable.js';

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
    await assertDatabaseReachable(options.databaseUrl);
    return { url: options.databaseUrl, close: async () => undefined };
  }
  const dir = join(options.dataDir, 'postgres');
  const running = options.share ? runningServerUrl(dir) : null;
  if (running !== null) return { url: running, close: async () => undefined };
  const server = await startEmbeddedPostgres({ dir, ...(options.notice && { notice: options.notice }) });
  return { url: server.url, close: () => server.stop() };
}
