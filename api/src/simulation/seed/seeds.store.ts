import type { Queryable } from '../../platform/database/sql.js';
import type { DemoOptions } from './demo-economy.js';

export interface SeedRow {
  readonly options: DemoOptions;
  readonly itemsDone: number;
  readonly finished: boolean;
}

/** The seed as it began, beginning it with these options if it has not. */
export async function beginSeed(tx: Queryable, name: string, options: DemoOptions): Promise<SeedRow> {
  await tx.query('INSERT INTO simulation.seeds (name, options) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
    name,
    JSON.stringify(options),
  ]);
  const [row] = await tx.query<{ options: DemoOptions; items_done: bigint; finished_at: Date | null }>(
    'SELECT options, items_done, finished_at FROM simulation.seeds WHERE name = $1',
    [name],
  );
  if (!row) throw new Error('the seed that was just written is gone');
  return { options: row.options, itemsDone: Number(row.items_done), finished: row.finished_at !== null };
}

export const markItemsDone = (tx: Queryable, name: string, itemsDone: number) =>
  tx.query('UPDATE simulation.seeds SET items_done = $2 WHERE name = $1', [name, itemsDone]);

export const finishSeed = (tx: Queryable, name: string) =>
  tx.query('UPDATE simulation.seeds SET finished_at = now() WHERE name = $1', [name]);
