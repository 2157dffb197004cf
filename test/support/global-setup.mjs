import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const TEMPLATE = 'coinwarden_template';

/**
 * One PostgreSQL for the whole run, with every migration applied once to a template that each test file clones. Jest
 * loads this file without its transform, so it runs the compiled server code; the runner has built it already.
 */
export default async function setUp() {
  if (!process.env.COINWARDEN_BUILT) compile();
  const { startEmbeddedPostgres } = await import('../../api/dist/src/platform/embedded/embedded-postgres.js');
  const { createDataSource } = await import('../../api/dist/src/platform/database/data-source.js');

  const dir = mkdtempSync(join(tmpdir(), 'coinwarden-test-'));
  chmodSync(dir, 0o711);
  const server = await startEmbeddedPostgres({
    dir: join(dir, 'postgres'),
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', shared_buffers: '128MB' },
  });
  globalThis.stopTestServer = async () => {
    await server.stop();
    rmSync(dir, { recursive: true, force: true });
  };
  try {
    await makeTemplate(server.url, createDataSource);
  } catch (error) {
    await globalThis.stopTestServer();
    throw error;
  }
  process.env.COINWARDEN_TEST_SERVER = server.url;
  process.env.COINWARDEN_TEST_TEMPLATE = TEMPLATE;
}

async function makeTemplate(serverUrl, createDataSource) {
  const admin = new pg.Client({ connectionString: serverUrl });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${TEMPLATE}`);
  await admin.end();

  const url = new URL(serverUrl);
  url.pathname = `/${TEMPLATE}`;
  const dataSource = await createDataSource({ url: url.href }).initialize();
  await dataSource.runMigrations();
  await dataSource.destroy();
}

/** A type error elsewhere does not keep a test from running: the compiler emits all the same. */
function compile() {
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
  spawnSync(process.execPath, [tsc, '-b', 'api'], { cwd: ROOT, stdio: 'ignore' });
}
