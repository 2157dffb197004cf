import { LIMIT_NOTICES } from '@coinwarden/domain';
import { arrayOf, type Queryable, textArrayOf } from '../../platform/database/sql.js';
import type { LimitSighting } from '../../platform/outbox/topics.js';

/** What one row of what was told is about. */
export const noticeKey = (s: LimitSighting): string =>
  JSON.stringify([s.accountId, s.layer, s.measure, s.window, s.limit, s.currency, s.resetsAt]);

const levelOf = ({ notice }: LimitSighting): number => LIMIT_NOTICES.indexOf(notice) + 1;

/**
 * Notes what is about to be told, each limit and window at most once in `sightings`, and answers what is news: who was told
 * that a limit is reached is told nothing of it any more. Two at once wait for each other at the row, in one order.
 */
export async function recordNotices(
  tx: Queryable,
  sightings: readonly LimitSighting[],
): Promise<LimitSighting[]> {
  const sorted = sightings
    .map((sighting) => ({ sighting, key: noticeKey(sighting) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ sighting }) => sighting);
  const news = await tx.query<{ place: number }>(
    `WITH n AS (
       SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::bigint[], $6::text[], $7::timestamptz[],
                            $8::int[]) WITH ORDINALITY
         AS n (account_id, layer, measure, limit_window, amount, currency, window_end, level, place)),
     told AS (
       INSERT INTO limit_notices AS t (account_id, layer, measure, limit_window, amount, currency, window_end, level)
       SELECT account_id, layer, measure, limit_window, amount, currency, window_end, level FROM n ORDER BY place
       ON CONFLICT (account_id, layer, measure, limit_window, amount, currency, window_end)
         DO UPDATE SET level = excluded.level WHERE t.level < excluded.level
       RETURNING account_id, layer, measure, limit_window, amount, currency, window_end)
     SELECT n.place::int AS place FROM n JOIN told
       USING (account_id, layer, measure, limit_window, amount, currency, window_end)`,
    [
      textArrayOf(sorted.map((s) => s.accountId)),
      textArrayOf(sorted.map((s) => s.layer)),
      textArrayOf(sorted.map((s) => s.measure)),
      textArrayOf(sorted.map((s) => s.window)),
      arrayOf(sorted.map((s) => s.limit)),
      textArrayOf(sorted.map((s) => s.currency ?? '')),
      textArrayOf(sorted.map((s) => s.resetsAt)),
      arrayOf(sorted.map(levelOf)),
    ],
  );
  return news.map(({ place }) => sorted[place - 1]!);
}

/** Of windows that were over before then; answers how many went. */
export async function deleteNotices(tx: Queryable, before: Date, max: number): Promise<number> {
  const rows = await tx.query(
    `DELETE FROM limit_notices WHERE ctid = ANY(ARRAY(
       SELECT ctid FROM limit_notices WHERE window_end < $1 ORDER BY window_end LIMIT $2)) RETURNING 1`,
    [before, max],
  );
  return rows.length;
}

/** The strongest sighting of each limit and window, that of the first transaction where several say the same. */
export function strongest(sightings: readonly LimitSighting[]): LimitSighting[] {
  const byKey = new Map<string, LimitSighting>();
  for (const sighting of sightings) {
    const known = byKey.get(noticeKey(sighting));
    if (known === undefined || levelOf(known) < levelOf(sighting)) byKey.set(noticeKey(sighting), sighting);
  }
  return [...byKey.values()];
}
