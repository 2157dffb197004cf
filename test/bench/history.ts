import pg from 'pg';

/**
 * Years of history, made by copying what the product itself has just written: every copy of a transaction moves to the
 * past under a new id, with its journal, its lots and their movements, so all tables and indexes grow as they would have.
 */
const COPIED = [
  {
    table: 'transactions',
    ids: ['transaction_id'],
    keys: ['idempotency_key'],
    times: ['occurred_at', 'decided_at'],
  },
  { table: 'journal_entries', ids: ['transaction_id'], keys: [], times: ['posted_at'] },
  { table: 'coin_lots', ids: ['transaction_id', 'lot_id'], keys: [], times: ['granted_at', 'expires_at'] },
  { table: 'lot_movements', ids: ['transaction_id', 'lot_id'], keys: [], times: [] },
  { table: 'diamond_lots', ids: ['lot_id'], keys: [], times: ['matures_at'] },
  { table: 'diamond_movements', ids: ['transaction_id', 'lot_id'], keys: [], times: [] },
  { table: 'payment_references', ids: ['transaction_id'], keys: ['reference'], times: [] },
] as const;

/** Grows the history to `target` transactions; answers how many there are. */
export async function growHistory(
  databaseUrl: string,
  target: number,
  progress: (transactions: number) => void,
): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  // The copies need not survive a crash of the benchmark; what is measured afterwards commits durably again.
  await client.query(`SET synchronous_commit = off`);
  await client.query(PAST_ID);
  for (const { table } of COPIED) await client.query(`CREATE TEMP TABLE original_${table} AS TABLE ${table}`);
  const { rows } = await client.query<{ n: number }>('SELECT count(*)::int AS n FROM original_transactions');
  const originals = rows[0]!.n;
  if (originals === 0) throw new Error('there are no transactions to copy');
  const columns = await readColumns(client);
  let transactions = originals;
  for (let copy = 1; transactions < target; copy++) {
    for (const part of COPIED) await client.query(copyStatement(part, columns.get(part.table)!, copy));
    transactions += originals;
    progress(transactions);
  }
  await client.query(`VACUUM (ANALYZE) ${COPIED.map(({ table }) => table).join(', ')}`);
  // Years of history lie on disk; what was copied in a few minutes would still be written while others are measured.
  await client.query('CHECKPOINT');
  await client.end();
  return transactions;
}

/** A UUIDv7 some days before another, the same for the same id: what pointed to the original points to its copy. */
const PAST_ID = `
  CREATE FUNCTION pg_temp.past_id(id uuid, copy int) RETURNS uuid LANGUAGE sql IMMUTABLE STRICT AS $$
    SELECT (lpad(to_hex(('x' || substr(replace(id::text, '-', ''), 1, 12))::bit(48)::bigint - copy * 86400000::bigint),
                 12, '0')
            || '7' || substr(md5(id::text || copy), 1, 3) || '8' || substr(md5(id::text || copy), 4, 15))::uuid
  $$`;

function copyStatement(part: (typeof COPIED)[number], columns: readonly string[], copy: number): string {
  const among = (names: readonly string[], column: string) => names.includes(column);
  const values = columns.map((column) => {
    if (among(part.ids, column)) return `pg_temp.past_id(t.${column}, ${copy})`;
    if (among(part.keys, column)) return `t.${column} || '-${copy}'`;
    if (among(part.times, column)) return `t.${column} - interval '${copy} days'`;
    return `t.${column}`;
  });
  return `INSERT INTO ${part.table} (${columns.join(', ')}) SELECT ${values.join(', ')} FROM original_${part.table} t`;
}

async function readColumns(client: pg.Client): Promise<Map<string, string[]>> {
  const { rows } = await client.query<{ table_name: string; columns: string[] }>(
    `SELECT table_name, array_agg(column_name::text ORDER BY ordinal_position) AS columns
     FROM information_schema.columns WHERE table_schema = 'public' AND is_generated = 'NEVER'
     GROUP BY table_name`,
  );
  return new Map(rows.map((row) => [row.table_name, row.columns]));
}
