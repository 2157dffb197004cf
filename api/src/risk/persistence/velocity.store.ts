import { type Queryable, textArrayOf } from '../../platform/database/sql.js';

/**
 * Takes the lock of every entity in the order given and makes the missing ones. The update that never happens is what
 * locks a row that exists: its state is neither read too early nor written for nothing.
 */
const LOCK = {
  name: 'velocity-lock',
  text: `INSERT INTO velocity AS v (entity, state)
         SELECT entity, '[]' FROM unnest($1::text[]) AS wanted (entity)
         ON CONFLICT (entity) DO UPDATE SET state = v.state WHERE false`,
};
/** A statement of its own, so that it sees what whoever held the locks before has committed. */
const READ = {
  name: 'velocity-read',
  text: 'SELECT entity, state FROM velocity WHERE entity = ANY($1::text[])',
};
const WRITE = {
  name: 'velocity-write',
  text: `UPDATE velocity AS v SET state = new.state
           FROM unnest($1::text[], $2::text[]) AS new (entity, state)
          WHERE v.entity = new.entity`,
};

/**
 * Locks entities and reads their states (`[]` for one nothing is known about yet). Locks are taken in the order of the
 * keys, whoever asks, so that two batches never wait for each other in a circle. Both statements are sent at once.
 */
export async function lockVelocity(tx: Queryable, entities: readonly string[]): Promise<Map<string, string>> {
  if (entities.length === 0) return new Map();
  const keys = textArrayOf([...new Set(entities)].sort());
  const [, rows] = await Promise.all([
    tx.query(LOCK, [keys]),
    tx.query<{ entity: string; state: string }>(READ, [keys]),
  ]);
  return new Map(rows.map((row) => [row.entity, row.state]));
}

/** Writes the states of entities locked before, in one statement. */
export async function writeVelocity(tx: Queryable, states: ReadonlyMap<string, string>): Promise<void> {
  if (states.size === 0) return;
  await tx.query(WRITE, [textArrayOf([...states.keys()]), textArrayOf([...states.values()])]);
}
