import { v7 as uuidv7 } from 'uuid';
import { type Queryable, textArrayOf } from '../../platform/database/sql.js';

/** A decision or a scan that an entry matched. */
export interface ListHit {
  readonly entryId: string;
  readonly kind: 'transaction' | 'scan';
  readonly sourceId: string;
  readonly accountId: string;
  readonly outcome: string;
  readonly at: number;
}

export interface ListHitRow {
  hit_id: string;
  entry_id: string;
  source_id: string;
  kind: ListHit['kind'];
  account_id: string;
  outcome: string;
  at: Date;
}

/** Notes hits and counts them by day, each once however often it is told. An entry that is gone counts no more. */
export async function insertListHits(tx: Queryable, hits: readonly ListHit[]): Promise<void> {
  if (hits.length === 0) return;
  const texts = (read: (hit: ListHit) => string) => textArrayOf(hits.map(read));
  await tx.query(
    `WITH told AS (
       SELECT DISTINCT ON (entry_id, source_id) *
         FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::timestamptz[], $7::uuid[])
           AS t (entry_id, source_id, kind, account_id, outcome, at, hit_id)
        WHERE EXISTS (SELECT FROM list_entries AS e WHERE e.entry_id = t.entry_id)
        ORDER BY entry_id, source_id
     ), noted AS (
       INSERT INTO list_hits (entry_id, source_id, kind, account_id, outcome, at, hit_id)
       SELECT * FROM told
       ON CONFLICT DO NOTHING
       RETURNING entry_id, at
     )
     INSERT INTO list_hit_days AS old (entry_id, day, hits, last_at)
     SELECT entry_id, (at AT TIME ZONE 'UTC')::date, count(*), max(at)
       FROM noted
      GROUP BY 1, 2
      ORDER BY 1, 2
     ON CONFLICT (entry_id, day) DO UPDATE
       SET hits = old.hits + excluded.hits, last_at = greatest(old.last_at, excluded.last_at)`,
    [
      texts((h) => h.entryId),
      texts((h) => h.sourceId),
      texts((h) => h.kind),
      texts((h) => h.accountId),
      texts((h) => h.outcome),
      texts((h) => new Date(h.at).toISOString()),
      texts(() => uuidv7()),
    ],
  );
}

/** How many hits of an entry can be looked at one by one. */
export const KEPT_HITS = 1_000;
/** An announcement may be repeated for this long: until then its hits must be remembered to be counted once. */
const REPEATED_WITHIN = '1 day';

/** Forgets hits that nobody looks at any more. They stay counted. */
export async function forgetOldHits(db: Queryable): Promise<void> {
  await db.query(
    `DELETE FROM list_hits AS h
      USING (SELECT entry_id FROM list_hit_days GROUP BY entry_id HAVING sum(hits) > ${KEPT_HITS}) AS busy,
            LATERAL (SELECT at FROM list_hits WHERE entry_id = busy.entry_id
                      ORDER BY at DESC OFFSET ${KEPT_HITS} LIMIT 1) AS last_kept
      WHERE h.entry_id = busy.entry_id AND h.at <= last_kept.at AND h.at < now() - interval '${REPEATED_WITHIN}'`,
  );
}
