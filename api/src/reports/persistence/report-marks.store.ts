import { HOUR_SECONDS, type Instant, type ReportBucketRef, SLICE_SECONDS } from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';

/** Buckets whose transactions have changed since they were summed. */

/** Sorted, so that two processes marking the same buckets never wait for each other in a circle. */
export async function markBuckets(tx: Queryable, buckets: readonly ReportBucketRef[]): Promise<void> {
  const sorted = [...buckets].sort((a, b) => a.widthSeconds - b.widthSeconds || a.at - b.at);
  await tx.query(
    {
      name: 'report-marks-add',
      text: `INSERT INTO report_marks (width_seconds, bucket_at)
             SELECT * FROM unnest($1::int[], $2::timestamptz[]) ON CONFLICT DO NOTHING`,
    },
    [sorted.map((b) => b.widthSeconds), sorted.map((b) => new Date(b.at))],
  );
}

/** Slices of hours that have closed since they were marked are summed with their hour. */
export async function closeSliceMarks(tx: Queryable, openFrom: Instant): Promise<void> {
  await tx.query(
    `WITH closed AS (
       DELETE FROM report_marks WHERE width_seconds = ${SLICE_SECONDS} AND bucket_at < $1 RETURNING bucket_at
     )
     INSERT INTO report_marks (width_seconds, bucket_at)
     SELECT DISTINCT ${HOUR_SECONDS}, date_trunc('hour', bucket_at, 'UTC') FROM closed ON CONFLICT DO NOTHING`,
    [new Date(openFrom)],
  );
}

/**
 * Takes marks of buckets that ended by `before`, oldest first. A transaction announced after this statement marks its
 * bucket anew, so what commits while the sums are computed is never missed.
 */
export async function takeMarks(
  tx: Queryable,
  options: { widthSeconds: number; before: Instant; max: number },
): Promise<Instant[]> {
  const rows = await tx.query<{ bucket_at: Date }>(
    `DELETE FROM report_marks m USING (
       SELECT bucket_at FROM report_marks WHERE width_seconds = $1 AND bucket_at < $2
       ORDER BY bucket_at LIMIT $3
     ) t
     WHERE m.width_seconds = $1 AND m.bucket_at = t.bucket_at RETURNING m.bucket_at`,
    [options.widthSeconds, new Date(options.before), options.max],
  );
  return rows.map((row) => row.bucket_at.getTime());
}

/** Marks every hour that has transactions, for a rebuild from nothing but them. */
export async function markAllHours(tx: Queryable, until: Instant): Promise<void> {
  await tx.query(
    `INSERT INTO report_marks (width_seconds, bucket_at)
     SELECT ${HOUR_SECONDS}, hour
     FROM generate_series((SELECT date_trunc('hour', decided_at, 'UTC') FROM transactions
                           ORDER BY transaction_id LIMIT 1),
                          $1::timestamptz - interval '1 hour', interval '1 hour') AS hour
     ON CONFLICT DO NOTHING`,
    [new Date(until)],
  );
}
