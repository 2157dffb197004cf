import type { AlertKind, CaseQueue } from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';

export interface CaseQueueRow {
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
}

const COLUMNS = `queue_id, name, position, skill, kinds, languages, min_score, min_value_usd_minor, sla_minutes,
  lease_seconds, sample_permille, second_look_usd_minor`;

export const toCaseQueue = (row: CaseQueueRow): CaseQueue => ({
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
});

/** All of them, in the order in which alerts are offered to them. */
export async function readQueues(db: Queryable): Promise<CaseQueue[]> {
  const text = `SELECT ${COLUMNS} FROM case_queues ORDER BY position`;
  return (await db.query<CaseQueueRow>({ name: 'case-queues', text })).map(toCaseQueue);
}

export async function readQueue(db: Queryable, queueId: string): Promise<CaseQueue | null> {
  return (await readQueues(db)).find((queue) => queue.queueId === queueId) ?? null;
}

/** Makes the queue, or brings it to this. */
export async function writeQueue(tx: Queryable, queue: CaseQueue, at: number): Promise<void> {
  await tx.query(
    `INSERT INTO case_queues (${COLUMNS}, changed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
     ON CONFLICT (queue_id) DO UPDATE SET
       name = excluded.name, position = excluded.position, skill = excluded.skill, kinds = excluded.kinds,
       languages = excluded.languages, min_score = excluded.min_score,
       min_value_usd_minor = excluded.min_value_usd_minor, sla_minutes = excluded.sla_minutes,
       lease_seconds = excluded.lease_seconds, sample_permille = excluded.sample_permille,
       second_look_usd_minor = excluded.second_look_usd_minor, changed_at = excluded.changed_at`,
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
      new Date(at),
    ],
  );
}
