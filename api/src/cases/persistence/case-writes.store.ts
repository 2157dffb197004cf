import type { Queryable } from '../../platform/database/sql.js';
import { CASE_COLUMNS, type CaseRecord, type CaseRow } from './cases.store.js';

const instant = (at: number | null) => (at === null ? null : new Date(at));

const toRow = (record: CaseRecord): CaseRow => ({
  account_id: record.accountId,
  case_id: record.caseId,
  queue_id: record.queueId,
  origin: record.origin,
  status: record.status,
  escalated: record.escalated,
  revision: record.revision,
  opened_at: new Date(record.openedAt),
  changed_at: new Date(record.changedAt),
  kinds: [...record.kinds],
  language: record.language,
  alerts: record.alerts,
  live_alerts: record.liveAlerts,
  score: record.score,
  value_usd_minor: record.valueUsdMinor,
  urgency: record.urgency,
  work_by: new Date(record.workBy),
  due_at: new Date(record.dueAt),
  claimed_by: record.claimedBy,
  claimed_at: instant(record.claimedAt),
  lease_until: instant(record.leaseUntil),
  assigned_to: record.assignedTo,
  snoozed_until: instant(record.snoozedUntil),
  barred: [...record.barred],
  earlier_case_id: record.earlierCaseId,
  merged_into: record.mergedInto,
  sample_of: record.sampleOf,
  sample_decision_no: record.sampleDecisionNo,
  decision_no: record.decisionNo,
  verdict: record.verdict,
  decided_at: instant(record.decidedAt),
  decided_by: record.decidedBy,
});

const plain = (_: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value);
const rowsOf = (records: readonly CaseRecord[]) => JSON.stringify(records.map(toRow), plain);

const INSERT = {
  name: 'cases-insert',
  text: `INSERT INTO cases (${CASE_COLUMNS})
         SELECT ${CASE_COLUMNS} FROM json_populate_recordset(NULL::cases, $1::json)`,
};

const FIXED = new Set(['account_id', 'case_id', 'origin', 'opened_at']);
const CHANGING = CASE_COLUMNS.split(',')
  .map((name) => name.trim())
  .filter((name) => !FIXED.has(name));
const UPDATE = {
  name: 'cases-update',
  text: `UPDATE cases AS c SET ${CHANGING.map((name) => `${name} = n.${name}`).join(', ')}
         FROM json_populate_recordset(NULL::cases, $1::json) AS n
         WHERE c.account_id = n.account_id AND c.case_id = n.case_id`,
};

export async function insertCases(tx: Queryable, records: readonly CaseRecord[]): Promise<void> {
  if (records.length > 0) await tx.query(INSERT, [rowsOf(records)]);
}

/** Everything about locked cases that can change; counts their revisions. Answers the cases as they stand then. */
export async function updateCases(tx: Queryable, records: readonly CaseRecord[]): Promise<CaseRecord[]> {
  const changed = records.map((record) => ({ ...record, revision: record.revision + 1 }));
  if (changed.length > 0) await tx.query(UPDATE, [rowsOf(changed)]);
  return changed;
}

export async function updateCase(tx: Queryable, record: CaseRecord): Promise<CaseRecord> {
  return (await updateCases(tx, [record]))[0]!;
}
