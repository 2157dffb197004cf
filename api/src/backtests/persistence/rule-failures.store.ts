import { HOUR_SECONDS, type Instant, idFloor, SLICE_SECONDS } from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';

export interface RuleFailure {
  readonly transactionId: string;
  readonly at: Instant;
  readonly message: string;
}

/** So many of the latest transactions of one hour are looked at; a rule that fails seldom may show none. */
const LOOKED_AT = 3_000;
const SHOWN = 5;

/** Transactions on which a rule failed, of the last hour in which it did, the latest first. */
export async function latestFailures(
  db: Queryable,
  { key, from }: { key: string; from: Instant },
): Promise<RuleFailure[]> {
  const [last] = await db.query<{ bucket_at: Date; width_seconds: number }>(
    `SELECT bucket_at, width_seconds FROM report_rules
     WHERE width_seconds IN (${HOUR_SECONDS}, ${SLICE_SECONDS}) AND rule_key = $1 AND failed > 0 AND bucket_at >= $2
     ORDER BY bucket_at DESC LIMIT 1`,
    [key, new Date(from)],
  );
  if (!last) return [];
  const start = last.bucket_at.getTime();
  const rows = await db.query<{ transaction_id: string; decided_at: Date; message: string }>(
    `SELECT transaction_id, decided_at, failure ->> 'message' AS message
     FROM (SELECT transaction_id, decided_at, decision -> 'errors' AS errors FROM transactions
           WHERE transaction_id >= $1 AND transaction_id < $2 ORDER BY transaction_id DESC LIMIT ${LOOKED_AT}) AS latest
     CROSS JOIN LATERAL json_array_elements(coalesce(errors, '[]')) AS failure
     WHERE failure ->> 'key' = $3 ORDER BY transaction_id DESC LIMIT ${SHOWN}`,
    [idFloor(start), idFloor(start + last.width_seconds * 1_000), key],
  );
  return rows.map((row) => ({
    transactionId: row.transaction_id,
    at: row.decided_at.getTime(),
    message: row.message,
  }));
}
