import { type CaseQueue, priorityOf } from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';
import { type AlertTotals, readTotals } from '../persistence/case-alerts.store.js';
import { updateCases } from '../persistence/case-writes.store.js';
import type { CaseRecord } from '../persistence/cases.store.js';

/** What a case without alerts stands at. */
const NO_ALERTS: AlertTotals = {
  alerts: 0,
  liveAlerts: 0,
  score: 0,
  valueUsdMinor: 0n,
  alertsDueAt: null,
  kinds: [],
  language: null,
};

/** The case with the numbers and the place in its queue that follow from its alerts. */
export function withTotals(record: CaseRecord, totals: AlertTotals, queue: CaseQueue): CaseRecord {
  const { alertsDueAt, ...numbers } = totals;
  const { score, valueUsdMinor } = numbers;
  const { openedAt } = record;
  return { ...record, ...numbers, ...priorityOf(queue, { openedAt, score, valueUsdMinor, alertsDueAt }) };
}

/** Brings locked cases to what their alerts are now. */
export async function refreshCases(
  tx: Queryable,
  cases: readonly CaseRecord[],
  { queues, at }: { queues: readonly CaseQueue[]; at: number },
): Promise<CaseRecord[]> {
  const totals = await readTotals(
    tx,
    cases.map((one) => one.caseId),
  );
  return updateCases(
    tx,
    cases.map((record) => {
      const queue = queues.find(({ queueId }) => queueId === record.queueId);
      if (!queue) throw new Error(`case ${record.caseId} is in no queue`);
      const changed = withTotals(record, totals.get(record.caseId) ?? NO_ALERTS, queue);
      return { ...changed, changedAt: at };
    }),
  );
}
