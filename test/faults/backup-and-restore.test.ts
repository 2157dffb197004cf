import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmod, chown, copyFile, cp, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TransactionRequest } from '@coinwarden/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { createDataSource } from '../../api/src/platform/database/data-source.js';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../api/src/platform/embedded/embedded-postgres.js';
import { type Economy, judgeBy, purchaseOf, startEconomy } from '../support/economy.js';
import { type Reply, sendTransaction } from '../support/platform-client.js';
import { startServerProcess } from '../support/server-process.js';

const SETTINGS = { shared_buffers: '64MB' };

let dir: string;
let source: EmbeddedPostgres;
let economy: Economy;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'coinwarden-backup-'));
  await chmod(dir, 0o711);
  source = await startEmbeddedPostgres({ dir: join(dir, 'source'), settings: SETTINGS });
  const dataSource = await createDataSource({ url: source.url }).initialize();
  await dataSource.runMigrations();
  await dataSource.destroy();
  economy = await startEconomy({ databaseUrl: source.url });
  await judgeBy(economy, []);
});
afterAll(async () => {
  await source?.stop();
  await rm(dir, { recursive: true, force: true });
});

/** Copies a directory that a server goes on writing in: what vanishes meanwhile is not needed. */
async function copyLive(from: string, to: string, isWanted: (path: string) => boolean): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (!isWanted(source)) continue;
    const copied = entry.isDirectory() ? copyLive(source, target, isWanted) : copyFile(source, target);
    await copied.catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    });
  }
}

/** A base backup as `pg_basebackup` takes it, while the server goes on: files between two marks, and the log of then. */
async function backUp<T>(from: string, to: string, beforeItEnds: () => T): Promise<T> {
  const client = new pg.Client({ connectionString: source.url });
  await client.connect();
  try {
    await client.query("SELECT pg_backup_start('test', true)");
    await copyLive(from, to, (path) => !/\/(postmaster\.(pid|opts)|pg_wal\/.+)$/.test(path));
    const noted = beforeItEnds();
    const { rows } = await client.query<{ labelfile: string }>('SELECT labelfile FROM pg_backup_stop(false)');
    await writeFile(join(to, 'backup_label'), rows[0]!.labelfile);
    await copyLive(join(from, 'pg_wal'), join(to, 'pg_wal'), (path) => /\/[0-9A-F]{24}$/.test(path));
    await mkdir(join(to, 'pg_wal', 'archive_status'), { recursive: true });
    await mkdir(join(to, 'pg_wal', 'summaries'), { recursive: true });
    return noted;
  } finally {
    await client.end();
  }
}

/** Copies made by root belong to whoever the server runs as. */
async function ownedAs(path: string, model: string): Promise<void> {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = await stat(model);
  await promisify(execFile)('chown', ['-R', `${uid}:${gid}`, path]);
  await chown(path, uid, gid);
}

async function restore(backup: string, to: string): Promise<EmbeddedPostgres> {
  await cp(backup, to, { recursive: true });
  await chmod(to, 0o700);
  await chmod(join(to, 'cluster'), 0o700);
  await ownedAs(to, join(dir, 'source'));
  await copyFile(join(dir, 'source.json'), `${to}.json`);
  return startEmbeddedPostgres({ dir: to, settings: SETTINGS });
}

describe('a backup taken under load, restored when the database is lost', () => {
  it('has every decision acknowledged before it ended, and books that are right', async () => {
    const accounts = await Promise.all(Array.from({ length: 8 }, () => economy.account({ creator: true })));
    await Promise.all(accounts.map((account) => economy.buy(account)));
    const acknowledged = new Map<string, { request: TransactionRequest; reply: Reply }>();
    let running = true;
    const one = async (i: number) => {
      while (running) {
        const accountId = accounts[i % accounts.length]!;
        const recipientId = accounts[(i + 1) % accounts.length]!;
        const request: TransactionRequest =
          i % 4 === 0
            ? purchaseOf(accountId)
            : { kind: 'gift', accountId, recipientId, giftId: 'rose', quantity: 1 };
        const key = randomUUID();
        const reply = await sendTransaction(economy, key, request);
        if (reply?.status === 200) acknowledged.set(key, { request, reply });
      }
    };
    const load = Promise.all(Array.from({ length: 8 }, (_, i) => one(i)));
    const backup = join(dir, 'backup');
    let kept: [string, { request: TransactionRequest; reply: Reply }][];
    try {
      while (acknowledged.size < 50) await new Promise((resolve) => setTimeout(resolve, 10));
      kept = await backUp(join(dir, 'source', 'cluster'), join(backup, 'cluster'), () => [...acknowledged]);
      while (acknowledged.size < kept.length + 50) await new Promise((resolve) => setTimeout(resolve, 10));
    } finally {
      running = false;
      await load;
    }
    await economy.close();
    await source.stop();

    const restored = await restore(backup, join(dir, 'restored'));
    const server = await startServerProcess(restored.url);
    try {
      for (const [key, { request, reply }] of kept) {
        const again = await sendTransaction({ url: server.url, apiKey: economy.apiKey }, key, request);
        expect(again!.body).toEqual({ ...reply.body, replayed: true });
      }
      const verify = join(import.meta.dirname, '../../api/dist/src/cli/verify.js');
      const env = { ...process.env, DATABASE_URL: restored.url, NODE_OPTIONS: '', REDIS_URL: '' };
      const { stdout } = await promisify(execFile)(process.execPath, [verify], { env });
      expect(stdout).toMatch(/unbroken chain/);
      expect(stdout).not.toMatch(/BROKEN/);
    } finally {
      await server.stop();
      await restored.stop();
    }
  });
});
