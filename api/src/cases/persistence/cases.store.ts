import type { AlertKind, CaseOrigin, CaseStatus, CaseVerdict } from '@coinwarden/domain';
import { type Queryable, textArrayOf } from '../../platform/database/sql.js';

/** Who did something, with the name they had then. */
export interface CaseActor {
  readonly type: 'staff' | 'api_key' | 'system';
  readonly id: string;
  readonly name: string;
}

export interface CaseKey {
  readonly accountId: string;
  readonly caseId: string;
}

export interface CaseRecord extends CaseKey {
  readonly queueId: string;
  readonly origin: CaseOrigin;
  readonly status: CaseStatus;
  /** For a lead to decide, also while it is put aside or waits for a second look. */
  readonly escalated: boolean;
  readonly revision: number;
  readonly openedAt: number;
  readonly changedAt: number;
  readonly kinds: readonly AlertKind[];
  readonly language: string | null;
  readonly alerts: number;
  readonly liveAlerts: number;
  readonly score: number;
  readonly valueUsdMinor: bigint;
  readonly urgency: number;
  readonly workBy: number;
  readonly dueAt: number;
  readonly claimedBy: CaseActor | null;
  readonly claimedAt: number | null;
  readonly leaseUntil: number | null;
  readonly assignedTo: CaseActor | null;
  readonly snoozedUntil: number | null;
  readonly barred: readonly string[];
  readonly earlierCaseId: string | null;
  readonly mergedInto: string | null;
  readonly sampleOf: string | null;
  readonly sampleDecisionNo: number | null;
  readonly decisionNo: number;
  readonly verdict: CaseVerdict | null;
  readonly decidedAt: number | null;
  readonly decidedBy: CaseActor | null;
}

export interface CaseRow {
  account_id: string;
  case_id: string;
  queue_id: string;
  origin: CaseOrigin;
  status: CaseStatus;
  escalated: boolean;
  revision: number;
  opened_at: Date;
  changed_at: Date;
  kinds: AlertKind[];
  language: string | null;
  alerts: number;
  live_alerts: number;
  score: number;
  value_usd_minor: bigint;
  urgency: number;
  work_by: Date;
  due_at: Date;
  claimed_by: CaseActor | null;
  claimed_at: Date | null;
  lease_until: Date | null;
  assigned_to: CaseActor | null;
  snoozed_until: Date | null;
  barred: string[];
  earlier_case_id: string | null;
  merged_into: string | null;
  sample_of: string | null;
  sample_decision_no: number | null;
  decision_no: number;
  verdict: CaseVerdict | null;
  decided_at: Date | null;
  decided_by: CaseActor | null;
}

export const CASE_COLUMNS = `account_id, case_id, queue_id, origin, status, escalated, revision, opened_at, changed_at, kinds,
  language, alerts, live_alerts, score, value_usd_minor, urgency, work_by, due_at, claimed_by, claimed_at, lease_until, assigned_to,
  snoozed_until, barred, earlier_case_id, merged_into, sample_of, sample_decision_no, decision_no, verdict, decided_at,
  decided_by`;

const instant = (at: Date | null) => at?.getTime() ?? null;

export const toCaseRecord = (row: CaseRow): CaseRecord => ({
  accountId: row.account_id,
  caseId: row.case_id,
  queueId: row.queue_id,
  origin: row.origin,
  status: row.status,
  escalated: row.escalated,
  revision: row.revision,
  openedAt: row.opened_at.getTime(),
  changedAt: row.changed_at.getTime(),
  kinds: row.kinds,
  language: row.language,
  alerts: row.alerts,
  liveAlerts: row.live_alerts,
  score: row.score,
  valueUsdMinor: row.value_usd_minor,
  urgency: row.urgency,
  workBy: row.work_by.getTime(),
  dueAt: row.due_at.getTime(),
  claimedBy: row.claimed_by,
  claimedAt: instant(row.claimed_at),
  leaseUntil: instant(row.lease_until),
  assignedTo: row.assigned_to,
  snoozedUntil: instant(row.snoozed_until),
  barred: row.barred,
  earlierCaseId: row.earlier_case_id,
  mergedInto: row.merged_into,
  sampleOf: row.sample_of,
  sampleDecisionNo: row.sample_decision_no,
  decisionNo: row.decision_no,
  verdict: row.verdict,
  decidedAt: instant(row.decided_at),
  decidedBy: row.decided_by,
});

export async function readCase(db: Queryable, caseId: string): Promise<CaseRecord | null> {
  const text = `SELECT ${CASE_COLUMNS} FROM cases WHERE case_id = $1`;
  const [row] = await db.query<CaseRow>(text, [caseId]);
  return row ? toCaseRecord(row) : null;
}

/** Locks cases in the order of their ids. Whoever also locks wallets does that before. */
export async function lockCases(tx: Queryable, caseIds: readonly string[]): Promise<CaseRecord[]> {
  const text = `SELECT ${CASE_COLUMNS} FROM cases WHERE case_id = ANY($1::uuid[]) ORDER BY case_id FOR UPDATE`;
  return (await tx.query<CaseRow>(text, [textArrayOf(caseIds)])).map(toCaseRecord);
}

export async function lockCase(tx: Queryable, caseId: string): Promise<CaseRecord | null> {
  return (await lockCases(tx, [caseId]))[0] ?? null;
}

/** Also one that has run out, as long as nobody else took the case. */
export async function extendLease(
  db: Queryable,
  { caseId, staffId, until }: { caseId: string; staffId: string; until: number },
): Promise<void> {
  await db.query(
    `UPDATE cases SET lease_until = greatest(lease_until, $3)
     WHERE case_id = $1 AND claimed_by ->> 'id' = $2
       AND status IN ('open', 'escalated', 'second_look', 'appealed')`,
    [caseId, staffId, new Date(until)],
  );
}

const idsOf = (rows: readonly { case_id: string }[]) => rows.map((row) => row.case_id);

/** Put off to a moment that has come. */
export const findSleepers = async (db: Queryable, now: number, limit: number): Promise<string[]> =>
  idsOf(
    await db.query<{ case_id: string }>(
      `SELECT case_id FROM cases WHERE status = 'snoozed' AND snoozed_until <= $1 ORDER BY snoozed_until LIMIT $2`,
      [new Date(now), limit],
    ),
  );

/** With nothing left to decide, and nobody at it. */
export const findIdle = async (db: Queryable, now: number, limit: number): Promise<string[]> =>
  idsOf(
    await db.query<{ case_id: string }>(
      `SELECT case_id FROM cases
       WHERE live_alerts = 0 AND decision_no = 0 AND origin = 'review' AND status IN ('open', 'snoozed', 'escalated')
         AND (lease_until IS NULL OR lease_until <= $1)
       ORDER BY case_id LIMIT $2`,
      [new Date(now), limit],
    ),
  );

/** What waits in one queue, and what gathers in another for the same accounts. */
export const findRerouted = async (
  db: Queryable,
  { from, into }: { from: string; into: string },
): Promise<string[]> =>
  idsOf(
    await db.query<{ case_id: string }>(
      `WITH waiting AS (
         SELECT account_id, case_id FROM cases
         WHERE queue_id = $1 AND status IN ('open', 'snoozed', 'escalated', 'second_look', 'appealed'))
       SELECT case_id FROM waiting
       UNION ALL
       SELECT c.case_id FROM cases c
       WHERE c.account_id IN (SELECT account_id FROM waiting) AND c.queue_id = $2 AND c.origin = 'review'
         AND c.status IN ('open', 'snoozed', 'escalated', 'second_look')`,
      [from, into],
    ),
  );
