import pg from 'pg';
import { accountId, isCreator } from './workload.js';

const OPENED_DAYS_AGO = 400;
const CHUNK = 5_000;

/** Ordinary adults who opened their accounts long ago, an empty wallet each; `from` is the first of them. */
export async function createAccounts(databaseUrl: string, count: number, from = 0): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  for (let first = 0; first < count; first += CHUNK) {
    const numbers = Array.from({ length: Math.min(CHUNK, count - first) }, (_, i) => from + first + i);
    const values = [numbers.map(accountId), numbers.map(isCreator), OPENED_DAYS_AGO];
    await client.query(
      `WITH given AS (SELECT * FROM unnest($1::text[], $2::boolean[]) AS g (id, creator)),
            opened AS (
              INSERT INTO accounts (account_id, created_at, country, time_zone, age_band, creator)
              SELECT id, now() - make_interval(days => $3), 'US', 'America/New_York', 'adult', creator FROM given
              RETURNING account_id)
       INSERT INTO wallets (account_id) SELECT account_id FROM opened`,
      values,
    );
  }
  await client.query('VACUUM (ANALYZE) accounts, wallets');
  await client.end();
}
