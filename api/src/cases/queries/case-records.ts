import type { CaseHeartbeat, StaffCase } from '@coinwarden/contracts';
import {
  ALERT_KINDS,
  CASE_STATUSES,
  CASE_VERDICTS,
  caseActionsFor,
  idFloor,
  isGathering,
  standing,
} from '@coinwarden/domain';
import { z } from 'zod';
import type { StaffActor } from '../../platform/access/actor.js';
import {
  anyOf,
  filter,
  flag,
  moment,
  type StaffResource,
  searchText,
} from '../../platform/http/staff-list.js';
import { leaseOf } from '../commands/case-context.js';
import { CASE_COLUMNS, type CaseRecord, type CaseRow, toCaseRecord } from '../persistence/cases.store.js';
import type { Presence } from '../persistence/presence.store.js';

const text = z.string().min(1).max(128);
const GATHERING = "status IN ('open', 'snoozed', 'escalated', 'second_look')";

/** An id of case, account or transaction, exactly. */
const search = filter(searchText, (value, param) => {
  const exact = param(value);
  const ids = z.uuid().safeParse(value).success
    ? ` OR case_id = ${exact}::text::uuid
        OR case_id IN (SELECT a.case_id FROM case_alerts a WHERE a.transaction_id = ${exact}::text::uuid)`
    : '';
  return `(account_id = ${exact}::text${ids})`;
});

export interface CaseListRow extends CaseRow {
  headline: { code: string; message: string } | null;
  appealable: boolean;
}

export const CASES: StaffResource = {
  name: 'cases',
  select: `${CASE_COLUMNS},
    (SELECT json_build_object('code', a.reason ->> 'code', 'message', a.reason ->> 'message') FROM case_alerts a
     WHERE a.case_id = coalesce(cases.sample_of, cases.case_id) ORDER BY a.score DESC, a.alert_id LIMIT 1) AS headline,
    (status = 'decided' AND EXISTS (
       SELECT FROM case_decisions d WHERE d.case_id = cases.case_id AND d.decision_no = cases.decision_no
         AND d.status = 'final' AND d.adverse
     ) AND NOT EXISTS (
       SELECT FROM case_appeals p WHERE p.case_id = cases.case_id AND p.decision_no = cases.decision_no
     )) AS appealable`,
  from: 'cases',
  id: { column: 'case_id', schema: z.uuid() },
  filters: {
    accountId: anyOf('account_id', text),
    queueId: anyOf('queue_id', text),
    status: anyOf('status', z.enum(CASE_STATUSES)),
    verdict: anyOf('verdict', z.enum(CASE_VERDICTS)),
    kind: filter(z.enum(ALERT_KINDS), (kind, param) => `${param(kind)} = ANY(kinds)`),
    claimedById: anyOf("(claimed_by ->> 'id')", text),
    assignedToId: anyOf("(assigned_to ->> 'id')", text),
    decidedById: anyOf("(decided_by ->> 'id')", text),
    open: flag(GATHERING),
    claimed: flag('coalesce(lease_until > now(), false)'),
    overdue: flag(`due_at < now() AND ${GATHERING}`),
    from: filter(moment, (at, param) => `case_id >= ${param(idFloor(at.getTime()))}::uuid`),
    to: filter(moment, (at, param) => `case_id < ${param(idFloor(at.getTime()))}::uuid`),
    q: search,
  },
  sorts: { workBy: 'work_by', dueAt: 'due_at', valueAtRisk: 'value_usd_minor' },
  defaultSort: ['id', 'DESC'],
};

export const instant = (at: number): string => new Date(at).toISOString();
export const instantOrNull = (at: number | null): string | null => (at === null ? null : instant(at));

/** Who has it, as long as that counts. */
export function claimView(record: CaseRecord, staff: StaffActor, now: number): CaseHeartbeat['claim'] {
  const lease = standing(leaseOf(record), now);
  if (lease === null || record.claimedBy === null) return null;
  return { by: record.claimedBy, until: instant(lease.until), mine: lease.staffId === staff.id };
}

export const presenceView = ({ staffId, name, seenAt }: Presence) => ({
  staffId,
  name,
  seenAt: instant(seenAt),
});

export const staffCaseFor = (staff: StaffActor, now: number) => (row: CaseListRow) => {
  const { headline, appealable } = row;
  return staffCaseOf(toCaseRecord(row), { staff, now, headline, appealable });
};

/** A sample is not to be told from an ordinary case by those who work on it. */
function staffCaseOf(
  record: CaseRecord,
  of: { staff: StaffActor; now: number; headline: StaffCase['headline']; appealable: boolean },
): StaffCase {
  const { staff, now, headline, appealable } = of;
  return {
    id: record.caseId,
    accountId: record.accountId,
    queueId: record.queueId,
    status: record.status,
    revision: record.revision,
    openedAt: instant(record.openedAt),
    changedAt: instant(record.changedAt),
    kinds: [...record.kinds],
    language: record.language,
    alerts: record.alerts,
    liveAlerts: record.liveAlerts,
    headline,
    score: record.score,
    valueAtRiskUsdMinor: Number(record.valueUsdMinor),
    urgency: record.urgency,
    workBy: instant(record.workBy),
    dueAt: instant(record.dueAt),
    overdue: isGathering(record.status) && record.dueAt < now,
    claim: claimView(record, staff, now),
    assignedTo: record.assignedTo,
    snoozedUntil: instantOrNull(record.snoozedUntil),
    earlierCaseId: record.earlierCaseId,
    mergedInto: record.mergedInto,
    sampleOf: staff.permissions.has('case.quality') ? record.sampleOf : null,
    verdict: record.verdict,
    decidedAt: instantOrNull(record.decidedAt),
    decidedBy: record.decidedBy,
    allowedActions: caseActionsFor(staff, { ...record, lease: leaseOf(record), appealable }, now),
  };
}
