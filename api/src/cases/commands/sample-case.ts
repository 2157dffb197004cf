import { type CaseQueue, slaMs } from '@coinwarden/domain';
import { idAt } from '../../platform/database/ids.js';
import type { CaseDecisionRecord } from '../persistence/case-decisions.store.js';
import type { CaseRecord } from '../persistence/cases.store.js';

/**
 * The decided case once more, as nobody had decided it: in the same queue, for anybody but those who had a part in it, and
 * without hurry.
 */
export function sampleOf(
  record: CaseRecord,
  { decision, at, queue }: { decision: CaseDecisionRecord; at: number; queue: CaseQueue },
): CaseRecord {
  const dueAt = at + slaMs(queue);
  return {
    ...record,
    caseId: idAt(at),
    origin: 'sample',
    status: 'open',
    escalated: false,
    revision: 1,
    openedAt: at,
    changedAt: at,
    workBy: dueAt,
    dueAt,
    claimedBy: null,
    claimedAt: null,
    leaseUntil: null,
    assignedTo: null,
    snoozedUntil: null,
    earlierCaseId: null,
    mergedInto: null,
    sampleOf: record.caseId,
    sampleDecisionNo: decision.decisionNo,
    decisionNo: 0,
    verdict: null,
    decidedAt: null,
    decidedBy: null,
  };
}
