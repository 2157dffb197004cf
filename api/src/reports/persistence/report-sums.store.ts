import {
  HOUR,
  HOUR_SECONDS,
  type Instant,
  idFloor,
  MAX_AMOUNT,
  SECOND,
  SLICE_SECONDS,
} from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';

/** All kept by bucket. */
const TABLES = ['report_sums', 'report_reasons', 'report_rules'] as const;

const ROLL_UP_LOCK = 4_021_764;

/** Many amounts of up to 2^53 pass what a bigint holds, and JSON carries no more than one of them. */
const bounded = (amount: string): string => `least(sum(${amount}), ${MAX_AMOUNT})::bigint`;

/** One roll-up at a time in the whole installation; false when another is under way. */
export async function lockRollUp(tx: Queryable): Promise<boolean> {
  const [row] = await tx.query<{ locked: boolean }>('SELECT pg_try_advisory_xact_lock($1) AS locked', [
    ROLL_UP_LOCK,
  ]);
  // An hour of a very busy day takes longer than a request ever may.
  await tx.query("SET LOCAL statement_timeout = '15min'");
  return row?.locked ?? false;
}

/** Computes whole buckets anew from their transactions, found by the time in their ids. */
export async function sumBuckets(
  tx: Queryable,
  widthSeconds: number,
  buckets: readonly Instant[],
): Promise<void> {
  const at = buckets.map((bucket) => new Date(bucket));
  const values = [
    widthSeconds,
    at,
    buckets.map((bucket) => idFloor(bucket)),
    buckets.map((bucket) => idFloor(bucket + widthSeconds * SECOND)),
  ];
  await dropBuckets(tx, widthSeconds, at);
  const bucketRows = `
    FROM unnest($2::timestamptz[], $3::uuid[], $4::uuid[]) AS b(bucket_at, first_id, next_id)
    JOIN transactions t ON t.transaction_id >= b.first_id AND t.transaction_id < b.next_id`;
  await tx.query(
    `INSERT INTO report_sums
       (width_seconds, bucket_at, kind, outcome, currency, transactions, coins, diamonds, amount_minor)
     SELECT $1::int, b.bucket_at, t.kind, t.outcome, coalesce(t.currency, ''), count(*),
            ${bounded('t.coins')}, ${bounded('t.diamonds')}, ${bounded('coalesce(t.amount_minor, 0)')}
     ${bucketRows} GROUP BY 2, 3, 4, 5`,
    values,
  );
  await tx.query(
    `INSERT INTO report_reasons (width_seconds, bucket_at, code, transactions)
     SELECT $1::int, b.bucket_at, r.code, count(DISTINCT t.transaction_id)
     ${bucketRows}
     CROSS JOIN LATERAL (SELECT e ->> 'code' AS code FROM json_array_elements(t.decision -> 'reasons') e) r
     WHERE t.outcome <> 'approve' GROUP BY 2, 3`,
    values,
  );
  await sumRules(tx, bucketRows, values);
}

/**
 * What each rule did, and under an empty key everything rules were asked about: a decline with no live rule behind it was
 * refused before them.
 */
async function sumRules(tx: Queryable, bucketRows: string, values: readonly unknown[]): Promise<void> {
  await tx.query(
    `INSERT INTO report_rules (width_seconds, bucket_at, version, kind, rule_key, mode, fired, failed)
     SELECT $1::int, b.bucket_at, t.ruleset_version, t.kind, '', '', count(*), 0
     ${bucketRows}
     WHERE t.outcome <> 'decline' OR EXISTS (
       SELECT FROM json_array_elements(t.decision -> 'rules') r WHERE r ->> 'mode' = 'live')
     GROUP BY 2, 3, 4
     UNION ALL
     SELECT $1::int, b.bucket_at, t.ruleset_version, t.kind, r.key, r.mode, sum(r.fired), sum(r.failed)
     ${bucketRows}
     CROSS JOIN LATERAL (
       SELECT e ->> 'key' AS key, e ->> 'mode' AS mode, 1 AS fired, 0 AS failed
       FROM json_array_elements(t.decision -> 'rules') e
       UNION ALL
       SELECT e ->> 'key', 'failed', 0, 1 FROM json_array_elements(t.decision -> 'errors') e) r
     GROUP BY 2, 3, 4, 5, 6`,
    values,
  );
}

/** An hour computed whole replaces its slices. */
export async function dropSlicesOf(tx: Queryable, hours: readonly Instant[]): Promise<void> {
  for (const table of TABLES) {
    await tx.query(
      `DELETE FROM ${table} s USING unnest($1::timestamptz[], $2::timestamptz[]) AS h(first_at, next_at)
       WHERE s.width_seconds = ${SLICE_SECONDS} AND s.bucket_at >= h.first_at AND s.bucket_at < h.next_at`,
      [hours.map((hour) => new Date(hour)), hours.map((hour) => new Date(hour + HOUR))],
    );
  }
}

/** Adds up the slices of hours before `openFrom` that wait for nothing any more, and keeps the hour instead. */
export async function mergeClosedHours(tx: Queryable, openFrom: Instant): Promise<void> {
  const merge = (table: string, keys: string, sums: readonly string[]) =>
    tx.query(
      `WITH slices AS (
         DELETE FROM ${table} s WHERE s.width_seconds = ${SLICE_SECONDS} AND s.bucket_at < $1
           AND NOT EXISTS (SELECT FROM report_marks m WHERE m.width_seconds = ${HOUR_SECONDS}
                           AND m.bucket_at = date_trunc('hour', s.bucket_at, 'UTC'))
         RETURNING s.*
       )
       INSERT INTO ${table} (width_seconds, bucket_at, ${keys}, ${sums.join(', ')})
       SELECT ${HOUR_SECONDS}, date_trunc('hour', bucket_at, 'UTC') AS hour, ${keys},
              ${sums.map(bounded).join(', ')}
       FROM slices GROUP BY hour, ${keys}`,
      [new Date(openFrom)],
    );
  await merge('report_sums', 'kind, outcome, currency', [
    'transactions',
    'coins',
    'diamonds',
    'amount_minor',
  ]);
  await merge('report_reasons', 'code', ['transactions']);
  await merge('report_rules', 'version, kind, rule_key, mode', ['fired', 'failed']);
}

async function dropBuckets(tx: Queryable, widthSeconds: number, at: readonly Date[]): Promise<void> {
  for (const table of TABLES) {
    await tx.query(`DELETE FROM ${table} WHERE width_seconds = $1 AND bucket_at = ANY($2::timestamptz[])`, [
      widthSeconds,
      at,
    ]);
  }
}
