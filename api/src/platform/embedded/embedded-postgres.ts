import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, lstatSync, rmSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { type ClusterHome, createCluster, openHome } from './cluster-home.js';
import { freePort, isFree } from './loopback-port.js';
import { defaultSettings, type PostgresSettings } from './postgres-settings.js';
import { pidFile, readPostmaster, servesCluster, signal, stopFast } from './postmaster.js';
import { cannotStart, lastLogLine, withServerLog } from './server-log.js';
import { connect, DATABASE, ensureDatabase, inUse, ownsServer, urlOf } from './server-owner.js';
import { newSecret, readSecret, type ServerSecret, writeSecret } from './server-secret.js';
import { StartUpError } from './start-up-error.js';

const PASSING = /already exists|could not bind|could not create any TCP|shared memory block/;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
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
  const secret = readSecret(dir) ?? newSecret(dir, home.clusterDir);
  if (!existsSync(home.clusterDir)) {
    if (lstatSync(dir).isSymbolicLink())
      options.notice?.(`Only root may enter ${dirname(dir)}, so the data is kept in ${home.clusterDir}.`);
    createCluster(home, secret.password);
  }
  const server = new OwnedServer(dir, home, secret, options);
  await server.start();
  return server;
}

class OwnedServer implements EmbeddedPostgres {
  private child: ChildProcess | null = null;
  private owner: pg.Client | null = null;
  private stopping = false;
  private restart: Promise<void> = Promise.resolve();
  private readonly stopWithProcess = () => this.child?.pid && signal(this.child.pid, 'SIGINT');
  /** A process that does not handle the signal itself ends by it; through `exit`, so that the server ends too. */
  private readonly endBySignal = (name: NodeJS.Signals) => {
    if (process.listenerCount(name) === 1) process.exit(128 + constants.signals[name]);
  };

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
      const { port } = this.secret;
      if (port === 0 || !(await isFree(port))) this.secret.port = await freePort();
      writeSecret(this.dir, this.secret);
      this.endWithProcess();
      const failure = await this.launch();
      if (failure === null) break;
      this.letGo();
      // Lost a race for the port or the directory, or a killed server's last sessions are still ending: look again.
      const passing = PASSING.test(failure);
      if (!passing || attempt >= 10) throw new StartUpError(cannotStart(failure, this.home.logFile));
      await sleep(500);
    }
    await ensureDatabase(this.owner!);
  }

  private endWithProcess(): void {
    this.letGo();
    process.once('exit', this.stopWithProcess);
    for (const name of SIGNALS) process.on(name, this.endBySignal);
  }

  async stop(): Promise<void> {
    this.stopping = true;
    await this.restart;
    this.letGo();
    await this.owner?.end().catch(() => undefined);
    const { child } = this;
    if (!child?.pid || !isRunning(child)) return;
    if (!(await stopFast(child.pid, this.home.clusterDir, STOP_PATIENCE_MS))) child.kill('SIGQUIT');
    this.child = null;
  }

  private letGo(): void {
    process.off('exit', this.stopWithProcess);
    for (const name of SIGNALS) process.off(name, this.endBySignal);
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
    this.child = child;
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
        this.keepOwnership(client);
        child.once('exit', () => {
          this.restart = this.onUnexpectedExit();
        });
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
    // A session of its own, so that Ctrl-C in a terminal reaches us alone and we stop it when we have drained.
    const child = withServerLog(logFile, (log) =>
      spawn(binaries.postgres, ['-D', clusterDir, ...flags], {
        ...user,
        cwd: '/',
        env: { PATH: process.env['PATH'], LC_ALL: 'C' },
        detached: true,
        stdio: ['ignore', log, log],
      }),
    );
    child.unref();
    return child;
  }

  private keepOwnership(client: pg.Client): void {
    this.owner = client;
    client.once('error', () => void this.regainOwnership(this.child));
  }

  /** A server that restarted its sessions after one of them crashed dropped ours, and the lock with it. */
  private async regainOwnership(child: ChildProcess | null): Promise<void> {
    for (;;) {
      await sleep(1_000);
      if (this.stopping || this.child !== child || !isRunning(child)) return;
      const client = await connect(this.secret).catch(() => null);
      if (!client) continue;
      if (await ownsServer(client, 0).catch(() => false)) return this.keepOwnership(client);
      await client.end().catch(() => undefined);
    }
  }

  private async onUnexpectedExit(): Promise<void> {
    if (this.stopping) return;
    this.options.notice?.('The embedded PostgreSQL ended unexpectedly and is being restarted.');
    this.letGo();
    for (; !this.stopping; await sleep(1_000)) {
      try {
        await this.start();
        return;
      } catch (error) {
        this.options.notice?.((error as Error).message);
      }
    }
  }
}

const isRunning = (child: ChildProcess | null): boolean =>
  child !== null && child.exitCode === null && child.signalCode === null;
