import {
  decodeVelocity,
  encodeVelocity,
  type Instant,
  type Transaction,
  VelocityMemory,
} from '@coinwarden/domain';
import { type Queryable, textArrayOf } from '../../platform/database/sql.js';

/** Of a kilobyte or two each. */
const GENERATION_SIZE = 150_000;
const ROWS_AT_ONCE = 5_000;

/**
 * Keeps the velocity of a replay: in memory what was used lately, the rest in a temporary table of the replay's own
 * connection. So memory stays bounded however many entities there are, and nothing is lost.
 */
export class VelocityShelf {
  readonly memory: VelocityMemory;
  private shelved = false;

  constructor(
    private readonly db: Queryable,
    generationSize = GENERATION_SIZE,
  ) {
    this.memory = new VelocityMemory(generationSize);
  }

  /** Brings back what the transactions will touch, before they are replayed. */
  async fetch(transactions: Iterable<Transaction>): Promise<void> {
    if (!this.shelved) return;
    const missing = new Set<string>();
    for (const tx of transactions) for (const entity of this.memory.missing(tx)) missing.add(entity);
    if (missing.size === 0) return;
    const rows = await this.db.query<{ entity: string; state: string }>(
      'SELECT entity, state FROM backtest_velocity WHERE entity = ANY($1::text[])',
      [textArrayOf([...missing])],
    );
    for (const { entity, state } of rows) this.memory.restore(entity, decodeVelocity(state));
  }

  /** Makes room, if there is need. */
  async tidy(now: Instant): Promise<void> {
    const out = this.memory.handOut(now);
    if (out === null || out.size === 0) return;
    if (!this.shelved) {
      await this.db.query(
        'CREATE TEMP TABLE IF NOT EXISTS backtest_velocity (entity text COLLATE "C" PRIMARY KEY, state text NOT NULL)',
      );
      await this.db.query('TRUNCATE backtest_velocity');
      this.shelved = true;
    }
    const entries = [...out];
    for (let i = 0; i < entries.length; i += ROWS_AT_ONCE) {
      const some = entries.slice(i, i + ROWS_AT_ONCE);
      await this.db.query(
        `INSERT INTO backtest_velocity (entity, state) SELECT * FROM unnest($1::text[], $2::text[])
         ON CONFLICT (entity) DO UPDATE SET state = excluded.state`,
        [textArrayOf(some.map(([key]) => key)), textArrayOf(some.map(([, state]) => encodeVelocity(state)))],
      );
    }
  }
}
