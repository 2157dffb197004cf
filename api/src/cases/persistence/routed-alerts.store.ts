import type { AlertKind, CountedAlerts } from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';

/** So many of the newest say enough, and take no time to route twice. */
const MAX_ALERTS = 20_000;

/** What routing looks at of the alerts since an id, those that it cannot tell apart counted together. */
export async function readRoutedAlerts(db: Queryable, sinceId: string): Promise<CountedAlerts[]> {
  const rows = await db.query<{
    kind: AlertKind;
    score: number;
    value_usd_minor: bigint;
    language: string | null;
    count: number;
  }>(
    `SELECT kind, score, value_usd_minor, language, count(*)::int AS count
     FROM (SELECT kind, score, value_usd_minor, language FROM case_alerts
           WHERE alert_id >= $1::uuid ORDER BY alert_id DESC LIMIT ${MAX_ALERTS}) AS newest
     GROUP BY kind, score, value_usd_minor, language`,
    [sinceId],
  );
  return rows.map(({ value_usd_minor: valueAtRiskUsdMinor, language, ...rest }) => ({
    ...rest,
    valueAtRiskUsdMinor,
    ...(language !== null && { language }),
  }));
}
