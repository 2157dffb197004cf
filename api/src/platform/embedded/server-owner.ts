import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { SUPERUSER } from './cluster-home.js';
import type { ServerSecret } from './server-secret.js';

export const DATABASE = 'coinwarden';
/** Any number of our own: whoever holds this advisory lock owns the server and is the one to stop it. */
const OWNER_LOCK = 1_129_272_142;

export const urlOf = ({ port, password }: ServerSecret, database: string): string =>
  `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`;

export async function connect(secret: ServerSecret): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: urlOf(secret, 'postgres'),
    application_name: `coinwarden (process ${process.pid})`,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** A process that was just killed may hold the lock for a moment longer. */
export async function ownsServer(client: pg.Client, patienceMs: number): Promise<boolean> {
  for (const deadline = Date.now() + patienceMs; ; await sleep(100)) {
    const { rows } = await client.query<{ mine: boolean }>('SELECT pg_try_advisory_lock($1) AS mine', [
      OWNER_LOCK,
    ]);
    if (rows[0]?.mine) return true;
    if (Date.now() > deadline) return false;
  }
}

export async function inUse(client: pg.Client, dir: string): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT a.application_name AS name FROM pg_locks l JOIN pg_stat_activity a USING (pid)
     WHERE l.locktype = 'advisory' AND l.granted AND l.classid = 0 AND l.objid = $1`,
    [OWNER_LOCK],
  );
  return (
    `The database in ${dir} is in use by ${rows[0]?.name ?? 'another coinwarden process'}: ` +
    'stop that process first, or set DATA_DIR to another directory.'
  );
}

export async function ensureDatabase(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
  if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
}
