import { HOUR_SECONDS, type Instant, SLICE_SECONDS, type TransactionKind } from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';

export interface RuleDay {
  readonly day: Instant;
  readonly kind: TransactionKind;
  /** Empty: every transaction rules were asked about. */
  readonly key: string;
  readonly fired: number;
  readonly failed: number;
}

/** Sums by day (UTC) from `from` on, whatever the version. */
export async function readRuleDays(db: Queryable, from: Instant): Promise<RuleDay[]> {
  const rows = await db.query<{
    day: Date;
    kind: TransactionKind;
    rule_key: string;
    fired: number;
    failed: number;
  }>(
    `SELECT date_trunc('day', bucket_at, 'UTC') AS day, kind, rule_key, sum(fired)::float8 AS fired,
            sum(failed)::float8 AS failed
     FROM report_rules WHERE width_seconds IN (${HOUR_SECONDS}, ${SLICE_SECONDS}) AND bucket_at >= $1
     GROUP BY 1, 2, 3`,
    [new Date(from)],
  );
  return rows.map(({ day, rule_key: key, ...rest }) => ({ ...rest, key, day: day.getTime() }));
}
