import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import {
  type ClusterHome,
  createCluster,
  openHome,
  readSecret,
  type ServerSecret,
  SUPERUSER,
  writeSecret,
} from './cluster-home.js';
import { defaultSettings, type PostgresSettings } from './postgres-settings.js';
import { pidFile, readPostmaster, servesCluster, signal, stopFast } from './postmaster.js';
import { StartUpError } from './start-up-error.js';

export const DATABASE = 'coinwarden';
/** Any number of our own: whoever holds this advisory lock owns the server and is the one to stop it. */
const OWNER_LOCK = 1_129_272_142;
const LOG_LIMIT_BYTES = 16 * 1024 * 1024;
const RECOVERY_PATIENCE_MS = 10 * 60_000;
const STOP_PATIENCE_MS = 60_000;

export interface EmbeddedPostgresOptions {
  /** Directory of the server; its port and password stand beside it in `<dir>.json`, its log in `<dir>.log`. */
  readonly dir: string;
  readonly settings?: PostgresSettings;
  /** Told, in one line each, what a person should know: a recovery that takes long, a server that was restarted. */
  readonly notice?: (line: string) => void;
}

export interface EmbeddedPostgres {
  readonly url: string;
  readonly pid: number;
  /** Fast shutdown; resolves when the server is gone. */
  stop(): Promise<void>;
}

/** The address of the server in `dir` if one is running, whoever started it. */
export function runningServerUrl(dir: string): string | null {
  const secret = readSecret(dir);
  if (!secret || !existsSync(dir)) return null;
  const { clusterDir } = openHome(dir);
  const postmaster = readPostmaster(clusterDir);
  return postmaster && servesCluster(postmaster.pid, clusterDir)
    ? urlOf({ ...secret, port: postmaster.port }, DATABASE)
    : null;
}

/**
 * Starts a real PostgreSQL on a loopback port and owns it until `stop`. It outlives a killed process of ours on
 * purpose: the next start finds it, sees that nobody owns it, shuts it down cleanly and starts afresh. A second process
 * that wants the same directory gets a clear line instead.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dir = resolve(options.dir);
  const home = openHome(dir);
  const secret = readSecret(dir) ?? newSecret(dir, home);
  if (!existsSync(home.clusterDir)) createCluster(home, secret.password);
  const server = new OwnedServer(dir, home, secret, options);
  await server.start();
  return server;
}

class OwnedServer implements EmbeddedPostgres {
  private child: ChildProcess | null = null;
  private owner: pg.Client | null = null;
  private stopping = false;
  private readonly stopWithProcess = () => this.child?.pid && signal(this.child.pid, 'SIGINT');

  constructor(
    private readonly dir: string,
    private readonly home: ClusterHome,
    private readonly secret: ServerSecret,
    private readonly options: EmbeddedPostgresOptions,
  ) {}

  get url(): string {
    return urlOf(this.secret, DATABASE);
  }

  get pid(): number {
    return this.child?.pid ?? 0;
  }

  async start(): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      await this.clearPredecessor();
      if (!(await isFree(this.secret.port))) this.secret.port = await freePort();
      writeSecret(this.dir, this.secret);
      const failure = await this.launch();
      if (failure === null) break;
      // Lost a race for the port or the directory, or a killed server's last sessions are still ending: look again.
      const passing = /already exists|could not bind|could not create any TCP|shared memory block/.test(
        failure,
      );
      if (!passing || attempt >= 10) throw new StartUpError(cannotStart(failure, this.home.logFile));
      await sleep(500);
    }
    await ensureDatabase(this.owner!);
    process.once('exit', this.stopWithProcess);
  }

  async stop(): Promise<void> {
    this.stopping = true;
    process.off('exit', this.stopWithProcess);
    await this.owner?.end().catch(() => undefined);
    const child = this.child;
    if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return;
    if (!(await stopFast(child.pid, this.home.clusterDir, STOP_PATIENCE_MS))) child.kill('SIGQUIT');
    this.child = null;
  }

  /** Nobody else may own the server; one that was left behind is shut down, a stale lock file is removed. */
  private async clearPredecessor(): Promise<void> {
    const { clusterDir } = this.home;
    for (const deadline = Date.now() + RECOVERY_PATIENCE_MS; Date.now() < deadline; await sleep(100)) {
      const left = readPostmaster(clusterDir);
      if (!left) return;
      if (!servesCluster(left.pid, clusterDir)) {
        // Its number may belong to somebody else by now, which PostgreSQL would take for a running server.
        rmSync(pidFile(clusterDir), { force: true });
        return;
      }
      const client = await connect({ ...this.secret, port: left.port }).catch(() => null);
      if (!client) continue;
      try {
        if (!(await ownsServer(client, 3_000))) throw new StartUpError(await inUse(client, this.dir));
      } finally {
        await client.end().catch(() => undefined);
      }
      await stopFast(left.pid, clusterDir, STOP_PATIENCE_MS);
    }
  }

  /** Answers null when the server is up and ours, or the line of its log that says why it is not. */
  private async launch(): Promise<string | null> {
    const child = this.spawnServer();
    let ended: string | null = null;
    child.once('error', (error) => {
      ended = error.message;
    });
    child.once('exit', () => {
      ended ??= lastLogLine(this.home.logFile);
    });
    let told = false;
    for (const started = Date.now(); ended === null; await sleep(25)) {
      const waited = Date.now() - started;
      if (waited > RECOVERY_PATIENCE_MS) {
        child.kill('SIGQUIT');
        return 'it did not become ready in time';
      }
      if (waited > 5_000 && !told) {
        told = true;
        this.options.notice?.('The database is recovering from an interrupted run; this can take a minute.');
      }
      const client = await connect(this.secret).catch(() => null);
      if (!client) continue;
      if (ended === null && (await ownsServer(client, 3_000))) {
        this.child = child;
        this.keepOwnership(client);
        child.once('exit', () => this.onUnexpectedExit());
        return null;
      }
      await client.end();
    }
    return ended;
  }

  private spawnServer(): ChildProcess {
    const { binaries, clusterDir, logFile, user } = this.home;
    const settings = {
      ...defaultSettings(),
      ...this.options.settings,
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      port: this.secret.port,
    };
    const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const full = existsSync(logFile) && statSync(logFile).size > LOG_LIMIT_BYTES;
    const log = openSync(logFile, full ? 'w' : 'a', 0o600);
    // A session of its own, so that Ctrl-C in a terminal reaches us alone and we stop it when we have drained.
    const child = spawn(binaries.postgres, ['-D', clusterDir, ...flags], {
      ...user,
      cwd: '/',
      env: { PATH: process.env['PATH'], LC_ALL: 'C' },
      detached: true,
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    child.unref();
    return child;
  }

  private keepOwnership(client: pg.Client): void {
    this.owner = client;
    client.once('error', () => void this.regainOwnership());
  }

  /** A server that restarted its sessions after a crash dropped ours, and the lock with it. */
  private async regainOwnership(): Promise<void> {
    while (!this.stopping && this.child?.exitCode === null) {
      await sleep(1_000);
      const client = await connect(this.secret).catch(() => null);
      if (client && (await ownsServer(client, 3_000).catch(() => false))) {
        this.keepOwnership(client);
        return;
      }
      await client?.end().catch(() => undefined);
    }
  }

  private async onUnexpectedExit(): Promise<void> {
    if (this.stopping) return;
    this.options.notice?.('The embedded PostgreSQL ended unexpectedly and is being restarted.');
    process.off('exit', this.stopWithProcess);
    while (!this.stopping) {
      await sleep(1_000);
      try {
        await this.start();
        return;
      } catch (error) {
        this.options.notice?.((error as Error).message);
      }
    }
  }
}

function newSecret(dir: string, home: ClusterHome): ServerSecret {
  if (existsSync(home.clusterDir)) {
    throw new StartUpError(
      `The password of the database in ${dir} is missing (${dir}.json): restore that file, ` +
        `or remove ${dir} to begin with an empty database.`,
    );
  }
  const secret = { port: 0, password: randomBytes(24).toString('base64url') };
  writeSecret(dir, secret);
  return secret;
}

const urlOf = ({ port, password }: ServerSecret, database: string): string =>
  `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`;

async function connect(secret: ServerSecret): Promise<pg.Client> {
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
async function ownsServer(client: pg.Client, patienceMs: number): Promise<boolean> {
  for (const deadline = Date.now() + patienceMs; ; await sleep(100)) {
    const { rows } = await client.query<{ mine: boolean }>('SELECT pg_try_advisory_lock($1) AS mine', [
      OWNER_LOCK,
    ]);
    if (rows[0]?.mine) return true;
    if (Date.now() > deadline) return false;
  }
}

async function inUse(client: pg.Client, dir: string): Promise<string> {
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

async function ensureDatabase(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
  if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
}

const isFree = (port: number): Promise<boolean> =>
  port === 0 ? Promise.resolve(false) : listenOnce(port).then(Boolean);

async function freePort(): Promise<number> {
  const port = await listenOnce(0);
  if (port === null) throw new StartUpError('No free port on 127.0.0.1 for the embedded PostgreSQL.');
  return port;
}

function listenOnce(port: number): Promise<number | null> {
  return new Promise((done) => {
    const probe = createServer();
    probe.once('error', () => done(null));
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address ? address.port : null));
    });
  });
}

function lastLogLine(logFile: string): string {
  const lines = readFileSync(logFile, 'utf8').trim().split('\n').slice(-20);
  const telling = lines.findLast((line) => /FATAL|PANIC|ERROR|error/.test(line)) ?? lines.at(-1) ?? '';
  return telling.replace(/^.*?(FATAL|PANIC|ERROR):\s*/, '');
}

const cannotStart = (why: string, logFile: string): string =>
  `The embedded PostgreSQL could not start (${why}; see ${logFile}): fix that, ` +
  'or set DATABASE_URL to use your own PostgreSQL.';
