import { spawn } from 'node:child_process';
import { chmod, mkdtemp, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import {
  type EmbeddedPostgres,
  runningServerUrl,
  startEmbeddedPostgres,
} from '../../../api/src/platform/embedded/embedded-postgres.js';
import { StartUpError } from '../../../api/src/platform/embedded/start-up-error.js';
import { createTestDatabase } from '../../support/database.js';

async function query<Row extends object>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

describe('the embedded PostgreSQL', () => {
  let dataDir: string;
  let dir: string;
  const started: EmbeddedPostgres[] = [];
  const start = async () => {
    const server = await startEmbeddedPostgres({ dir, settings: { shared_buffers: '64MB' } });
    started.push(server);
    return server;
  };

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'coinwarden-embedded-'));
    await chmod(dataDir, 0o711);
    dir = join(dataDir, 'postgres');
  });
  afterEach(async () => {
    for (const server of started.splice(0)) await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('is durable, speaks UTF-8 in a locale that is the same everywhere, and listens on loopback alone', async () => {
    const { url } = await start();
    const [row] = await query<Record<string, string>>(
      url,
      `SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit,
              current_setting('listen_addresses') AS listen, current_setting('server_encoding') AS encoding,
              (SELECT datlocprovider::text || ' ' || datlocale FROM pg_database WHERE datname = 'coinwarden') AS locale`,
    );
    expect(row).toEqual({
      fsync: 'on',
      commit: 'on',
      listen: '127.0.0.1',
      encoding: 'UTF8',
      locale: 'b C.UTF-8',
    });
  });

  it('keeps its data, address and password over a stop, and the password to its owner', async () => {
    const first = await start();
    await query(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await first.stop();
    expect(runningServerUrl(dir)).toBeNull();
    const second = await start();
    expect(second.url).toBe(first.url);
    expect(runningServerUrl(dir)).toBe(second.url);
    expect(await query(second.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
    expect((await stat(`${dir}.json`)).mode & 0o777).toBe(0o600);
  });

  it('recovers what was committed when server and owner are both killed', async () => {
    const first = await start();
    await query(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await first.stop();
    // A process that starts the server and is killed leaves the server without an owner.
    const pid = await orphan();
    const second = await start();
    expect(second.pid).not.toBe(pid);
    expect(await query(second.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
    await query(second.url, 'INSERT INTO kept VALUES (43)');
    process.kill(second.pid, 'SIGKILL');
    // The owner brings a server back that was killed under it, with every committed row.
    await expect(
      eventually(() => query(second.url, 'SELECT sum(answer)::int AS n FROM kept')),
    ).resolves.toEqual([{ n: 85 }]);
  });

  it('starts where a killed server left a lock whose process number now belongs to somebody else', async () => {
    const first = await start();
    await first.stop();
    await writeFile(join(dir, 'cluster', 'postmaster.pid'), `${process.ppid}\n${dir}/cluster\n1\n5432\n`);
    await expect(start()).resolves.toBeDefined();
  });

  it('moves to another port when its own was taken', async () => {
    const first = await start();
    await first.stop();
    const squatter = await startEmbeddedPostgres({
      dir: join(dataDir, 'other'),
      settings: { shared_buffers: '64MB' },
    });
    started.push(squatter);
    const secret = JSON.parse(await readFile(`${dir}.json`, 'utf8'));
    await writeFile(`${dir}.json`, JSON.stringify({ ...secret, port: Number(new URL(squatter.url).port) }));
    const second = await start();
    expect(new URL(second.url).port).not.toBe(new URL(squatter.url).port);
    expect(await query(second.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('tells a second process on the same directory who is there', async () => {
    await start();
    const refused = startEmbeddedPostgres({ dir });
    await expect(refused).rejects.toThrow(StartUpError);
    await expect(refused).rejects.toThrow(
      new RegExp(`in use by coinwarden \\(process ${process.pid}\\): stop that`),
    );
  });

  it('says what to do when the password file is gone', async () => {
    const first = await start();
    await first.stop();
    await rm(`${dir}.json`);
    await expect(start()).rejects.toThrow(/password of the database .* is missing .*: restore that file/);
  });

  it('says what to do when the data directory cannot be used', async () => {
    await writeFile(join(dataDir, 'file'), '');
    const inFile = startEmbeddedPostgres({ dir: join(dataDir, 'file', 'postgres') });
    await expect(inFile).rejects.toThrow(/Cannot write to the data directory .*set DATA_DIR/);
  });

  const asRoot = process.getuid?.() === 0 ? it : it.skip;
  asRoot('serves root also where only root may enter, and keeps the data reachable from there', async () => {
    await chmod(dataDir, 0o700);
    const server = await start();
    expect(await query(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    const elsewhere = await realpath(dir);
    expect(elsewhere.startsWith(dataDir)).toBe(false);
    expect((await stat(elsewhere)).mode & 0o777).toBe(0o700);
    await server.stop();
    await rm(elsewhere, { recursive: true });
  });

  /** Starts the server from a child process, kills the child, and answers the server's process number. */
  async function orphan(): Promise<number> {
    const module = new URL('../../../api/dist/src/platform/embedded/embedded-postgres.js', import.meta.url)
      .href;
    const script = `
      const { startEmbeddedPostgres } = await import(${JSON.stringify(module)});
      const server = await startEmbeddedPostgres({ dir: ${JSON.stringify(dir)}, settings: { shared_buffers: '64MB' } });
      console.log(server.pid);
      setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const pid = await new Promise<number>((done) => child.stdout.once('data', (line) => done(Number(line))));
    child.kill('SIGKILL');
    return pid;
  }
});

describe('a test database', () => {
  it('is migrated, and no other test sees it', async () => {
    const [one, two] = await Promise.all([createTestDatabase(), createTestDatabase()]);
    await query(one.url, `INSERT INTO gifts VALUES ('rose', 'Rose', 1, 1)`);
    expect(await query(one.url, 'SELECT gift_id FROM gifts')).toEqual([{ gift_id: 'rose' }]);
    expect(await query(two.url, 'SELECT gift_id FROM gifts')).toEqual([]);
    await one.drop();
    await two.drop();
    await expect(query(one.url, 'SELECT 1')).rejects.toThrow(/does not exist/);
  });
});

async function eventually<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === 100) throw error;
      await sleep(100);
    }
  }
}
