import type { AlertKind, NewAlert, Reason } from '@coinwarden/domain';
import { arrayOf, type Queryable, textArrayOf } from '../../platform/database/sql.js';

export interface CaseAlertRecord {
  readonly accountId: string;
  readonly alertId: string;
  readonly caseId: string;
  readonly kind: AlertKind;
  readonly key: string;
  readonly score: number;
  readonly reason: Reason;
  readonly valueUsdMinor: bigint;
  readonly raisedAt: number;
  readonly dueAt: number | null;
  readonly transactionId: string | null;
  readonly scanId: string | null;
  readonly language: string | null;
  readonly resolvedAt: number | null;
  readonly resolution: string | null;
}

interface Row {
  account_id: string;
  alert_id: string;
  case_id: string;
  kind: AlertKind;
  key: string;
  score: number;
  reason: Reason;
  value_usd_minor: bigint;
  raised_at: Date;
  due_at: Date | null;
  transaction_id: string | null;
  scan_id: string | null;
  language: string | null;
  resolved_at: Date | null;
  resolution: string | null;
}

const COLUMNS = `account_id, alert_id, case_id, kind, key, score, reason, value_usd_minor, raised_at, due_at,
  transaction_id, scan_id, language, resolved_at, resolution`;

const toAlert = (row: Row): CaseAlertRecord => ({
  accountId: row.account_id,
  alertId: row.alert_id,
  caseId: row.case_id,
  kind: row.kind,
  key: row.key,
  score: row.score,
  reason: row.reason,
  valueUsdMinor: row.value_usd_minor,
  raisedAt: row.raised_at.getTime(),
  dueAt: row.due_at?.getTime() ?? null,
  transactionId: row.transaction_id,
  scanId: row.scan_id,
  language: row.language,
  resolvedAt: row.resolved_at?.getTime() ?? null,
  resolution: row.resolution,
});

/** Waits, in the order of the accounts, until nobody else raises alerts about them. */
export async function lockRaising(tx: Queryable, accountIds: readonly string[]): Promise<void> {
  await tx.query(
    {
      name: 'case-alerts-lock',
      text: `SELECT pg_advisory_xact_lock(hashtextextended('alerts of ' || account_id, 0))
             FROM (SELECT DISTINCT account_id FROM unnest($1::text[]) AS n(account_id) ORDER BY 1) AS ordered`,
    },
    [textArrayOf(accountIds)],
  );
}

/** Of these alerts, those that were never raised before, in their order. */
export async function onlyNew(tx: Queryable, alerts: readonly NewAlert[]): Promise<NewAlert[]> {
  const rows = await tx.query<{ place: number }>(
    {
      name: 'case-alerts-new',
      text: `SELECT n.place::int AS place
             FROM unnest($1::text[], $2::text[], $3::text[]) WITH ORDINALITY AS n(account_id, kind, key, place)
             WHERE NOT EXISTS (SELECT FROM case_alerts a
                               WHERE a.account_id = n.account_id AND a.kind = n.kind AND a.key = n.key)
             ORDER BY n.place`,
    },
    [
      textArrayOf(alerts.map((a) => a.accountId)),
      textArrayOf(alerts.map((a) => a.kind)),
      textArrayOf(alerts.map((a) => a.key)),
    ],
  );
  return rows.map((row) => alerts[row.place - 1]!);
}

const iso = (at: number) => new Date(at).toISOString();
const plain = (_: string, value: unknown) => (typeof value === 'bigint' ? Number(value) : value);

export async function insertAlerts(
  tx: Queryable,
  alerts: readonly { alertId: string; caseId: string; alert: NewAlert }[],
): Promise<void> {
  const each = <T>(of: (alert: NewAlert) => T) => alerts.map(({ alert }) => of(alert));
  await tx.query(
    {
      name: 'case-alerts-insert',
      text: `
        INSERT INTO case_alerts (account_id, alert_id, case_id, kind, key, score, reason, reason_code, value_usd_minor,
                                 raised_at, due_at, transaction_id, scan_id, language)
        SELECT account_id, alert_id, case_id, kind, key, score, reason, reason ->> 'code', value_usd_minor, raised_at,
               due_at, transaction_id, scan_id, language
        FROM unnest($1::text[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::int[], $7::json[], $8::bigint[],
                    $9::timestamptz[], $10::timestamptz[], $11::uuid[], $12::text[], $13::text[])
          AS n(account_id, alert_id, case_id, kind, key, score, reason, value_usd_minor, raised_at, due_at,
               transaction_id, scan_id, language)`,
    },
    [
      textArrayOf(each((a) => a.accountId)),
      textArrayOf(alerts.map((a) => a.alertId)),
      textArrayOf(alerts.map((a) => a.caseId)),
      textArrayOf(each((a) => a.kind)),
      textArrayOf(each((a) => a.key)),
      arrayOf(each((a) => a.score)),
      textArrayOf(each((a) => JSON.stringify(a.reason, plain))),
      arrayOf(each((a) => a.valueAtRiskUsdMinor)),
      textArrayOf(each((a) => iso(a.at))),
      textArrayOf(each((a) => (a.dueAt === undefined ? null : iso(a.dueAt)))),
      textArrayOf(each((a) => a.transactionId ?? null)),
      textArrayOf(each((a) => a.scanId ?? null)),
      textArrayOf(each((a) => a.language ?? null)),
    ],
  );
}

/** As many as one page carries; the case's own numbers count all of them. */
const MAX_ALERTS = 500;

export async function readAlerts(db: Queryable, caseId: string): Promise<CaseAlertRecord[]> {
  const text = `SELECT ${COLUMNS} FROM case_alerts WHERE case_id = $1 ORDER BY alert_id DESC LIMIT ${MAX_ALERTS}`;
  return (await db.query<Row>(text, [caseId])).map(toAlert);
}

/** What a case's numbers follow from. */
export interface AlertTotals {
  readonly alerts: number;
  readonly liveAlerts: number;
  readonly score: number;
  readonly valueUsdMinor: bigint;
  readonly alertsDueAt: number | null;
  readonly kinds: readonly AlertKind[];
  /** When they are all in one. */
  readonly language: string | null;
}

export async function readTotals(
  db: Queryable,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, AlertTotals>> {
  const rows = await db.query<{
    case_id: string;
    alerts: number;
    live: number;
    score: number;
    value: bigint;
    due_at: Date | null;
    kinds: AlertKind[];
    language: string | null;
  }>(
    {
      name: 'case-alerts-totals',
      text: `
        SELECT case_id, count(*)::int AS alerts, count(*) FILTER (WHERE resolved_at IS NULL)::int AS live,
               coalesce(max(score) FILTER (WHERE resolved_at IS NULL), 0) AS score,
               coalesce(sum(value_usd_minor) FILTER (WHERE resolved_at IS NULL), 0)::bigint AS value,
               min(due_at) FILTER (WHERE resolved_at IS NULL) AS due_at,
               array_agg(DISTINCT kind) AS kinds,
               CASE WHEN count(DISTINCT language) = 1 THEN min(language) END AS language
        FROM case_alerts WHERE case_id = ANY($1::uuid[]) GROUP BY case_id`,
    },
    [textArrayOf(caseIds)],
  );
  return new Map(
    rows.map((row) => [
      row.case_id,
      {
        alerts: row.alerts,
        liveAlerts: row.live,
        score: row.score,
        valueUsdMinor: row.value,
        alertsDueAt: row.due_at?.getTime() ?? null,
        kinds: row.kinds,
        language: row.language,
      },
    ]),
  );
}

/** Marks the alerts of these transactions as ended; those that ended before stay as they did. */
export async function resolveAlerts(
  tx: Queryable,
  caseId: string,
  { ended, at }: { ended: readonly { transactionId: string; resolution: string }[]; at: number },
): Promise<void> {
  if (ended.length === 0) return;
  await tx.query(
    `UPDATE case_alerts AS a SET resolved_at = $4, resolution = n.resolution
     FROM unnest($2::uuid[], $3::text[]) AS n(transaction_id, resolution)
     WHERE a.case_id = $1 AND a.transaction_id = n.transaction_id AND a.resolved_at IS NULL`,
    [
      caseId,
      textArrayOf(ended.map((one) => one.transactionId)),
      textArrayOf(ended.map((one) => one.resolution)),
      new Date(at),
    ],
  );
}

type AlertName = Pick<NewAlert, 'accountId' | 'kind' | 'key'>;

export async function findAlert(
  db: Queryable,
  { accountId, kind, key }: AlertName,
): Promise<CaseAlertRecord | null> {
  const text = `SELECT ${COLUMNS} FROM case_alerts WHERE account_id = $1 AND kind = $2 AND key = $3`;
  const [row] = await db.query<Row>(text, [accountId, kind, key]);
  return row ? toAlert(row) : null;
}

export async function endAlert(
  tx: Queryable,
  { accountId, kind, key }: AlertName,
  { resolution, at }: { resolution: string; at: number },
): Promise<void> {
  await tx.query(
    `UPDATE case_alerts SET resolved_at = $4, resolution = $5
     WHERE account_id = $1 AND kind = $2 AND key = $3 AND resolved_at IS NULL`,
    [accountId, kind, key, new Date(at), resolution],
  );
}

export async function moveAlerts(tx: Queryable, { from, to }: { from: string; to: string }): Promise<void> {
  await tx.query('UPDATE case_alerts SET case_id = $2 WHERE case_id = $1', [from, to]);
}
