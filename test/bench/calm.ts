import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

const CALM_MS = 3_000;
const LOOK_EVERY_MS = 100;
const PATIENCE_MS = 180_000;

/**
 * Waits until the server has worked off what it was given and the database has tidied up after it: what is asked then is
 * measured by itself. Says so when it goes on without.
 */
export async function calm(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const deadline = Date.now() + PATIENCE_MS;
    let calmSince = Date.now();
    while (Date.now() - calmSince < CALM_MS) {
      if (Date.now() > deadline) {
        console.log('The server is still busy with what came before; measured beside it.');
        return;
      }
      const { rows } = await client.query<{ busy: boolean }>(
        `SELECT EXISTS (SELECT FROM pg_stat_activity WHERE state = 'active' AND pid <> pg_backend_pid()
                        AND backend_type IN ('client backend', 'autovacuum worker')) AS busy`,
      );
      if (rows[0]!.busy) calmSince = Date.now();
      await sleep(LOOK_EVERY_MS);
    }
  } finally {
    await client.end();
  }
}
