import type { AlertKind, CaseQueue } from '@coinwarden/domain';
import { arrayOf, type Queryable, textArrayOf } from '../../platform/database/sql.js';

/** A queue with its last change. */
export interface StoredQueue extends CaseQueue {
  readonly revision: number;
  readonly changedAt: number;
  /** Null: as it came with the product. */
  readonly changedBy: Author | null;
}

export interface Author {
  readonly id: string;
  readonly name: string;
}

interface CaseQueueRow {
  queue_id: string;
  name: string;
  position: number;
  skill: string | null;
  kinds: AlertKind[];
  languages: string[];
  min_score: number;
  min_value_usd_minor: bigint;
  sla_minutes: number;
  lease_seconds: number;
  sample_permille: number;
  second_look_usd_minor: bigint | null;
  paused: boolean;
  retired_into: string | null;
  revision: number;
  changed_at: Date;
  changed_by: Author | null;
}

const COLUMNS = `queue_id, name, position, skill, kinds, languages, min_score, min_value_usd_minor, sla_minutes,
  lease_seconds, sample_permille, second_look_usd_minor, paused, retired_into, changed_at, changed_by`;

const toCaseQueue = (row: CaseQueueRow): StoredQueue => ({
  queueId: row.queue_id,
  name: row.name,
  position: row.position,
  skill: row.skill,
  kinds: row.kinds,
  languages: row.languages,
  minScore: row.min_score,
  minValueUsdMinor: row.min_value_usd_minor,
  slaMinutes: row.sla_minutes,
  leaseSeconds: row.lease_seconds,
  samplePermille: row.sample_permille,
  secondLookUsdMinor: row.second_look_usd_minor,
  paused: row.paused,
  retiredInto: row.retired_into,
  revision: row.revision,
  changedAt: row.changed_at.getTime(),
  changedBy: row.changed_by,
});

/** All of them, in the order in which alerts are offered to them. */
export async function readQueues(db: Queryable): Promise<StoredQueue[]> {
  const text = `SELECT ${COLUMNS}, revision FROM case_queues ORDER BY position`;
  return (await db.query<CaseQueueRow>({ name: 'case-queues', text })).map(toCaseQueue);
}

export async function readQueue(db: Queryable, queueId: string): Promise<StoredQueue | null> {
  return (await readQueues(db)).find((queue) => queue.queueId === queueId) ?? null;
}

/** Makes the queue, or brings it to this. */
export async function writeQueue(
  tx: Queryable,
  queue: CaseQueue,
  { at, by }: { at: number; by: Author | null },
): Promise<void> {
  await tx.query(
    `INSERT INTO case_queues (${COLUMNS})
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
     ON CONFLICT (queue_id) DO UPDATE SET
       name = excluded.name, position = excluded.position, skill = excluded.skill, kinds = excluded.kinds,
       languages = excluded.languages, min_score = excluded.min_score,
       min_value_usd_minor = excluded.min_value_usd_minor, sla_minutes = excluded.sla_minutes,
       lease_seconds = excluded.lease_seconds, sample_permille = excluded.sample_permille,
       second_look_usd_minor = excluded.second_look_usd_minor, paused = excluded.paused,
       retired_into = excluded.retired_into,       changed_at = excluded.changed_at, changed_by = excluded.changed_by, revision = case_queues.revision + 1`,
    [
      queue.queueId,
      queue.name,
      queue.position,
      queue.skill,
      queue.kinds,
      queue.languages,
      queue.minScore,
      queue.minValueUsdMinor,
      queue.slaMinutes,
      queue.leaseSeconds,
      queue.samplePermille,
      queue.secondLookUsdMinor,
      queue.paused,
      queue.retiredInto,
      new Date(at),
      by === null ? null : JSON.stringify(by),
    ],
  );
}

const STEP = 10;

/** Gives the queues their places anew, in this order. */
export async function orderQueues(tx: Queryable, queueIds: readonly string[]): Promise<void> {
  await tx.query(
    `UPDATE case_queues AS q SET position = n.position
     FROM unnest($1::text[], $2::int[]) AS n(queue_id, position) WHERE q.queue_id = n.queue_id`,
    [textArrayOf(queueIds), arrayOf(queueIds.map((_, place) => (place + 1) * STEP))],
  );
}

/** Set-up of queues waits for set-up of queues; whoever reads them does not. */
export const lockQueues = (tx: Queryable): Promise<unknown> =>
  tx.query('LOCK TABLE case_queues IN SHARE ROW EXCLUSIVE MODE');
