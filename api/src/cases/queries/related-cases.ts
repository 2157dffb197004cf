import type { SimilarCase, StaffCaseDetail } from '@coinwarden/contracts';
import { DAY, type Measure } from '@coinwarden/domain';
import type { StaffActor } from '../../platform/access/actor.js';
import type { Queryable } from '../../platform/database/sql.js';
import type { CaseRecord } from '../persistence/cases.store.js';
import { CASES, type CaseListRow, staffCaseFor } from './case-records.js';

const MAX_RELATED = 20;

/**
 * Other cases of the account, newest first. Samples are no news about an account, and whoever works on one is not shown
 * what was found before.
 */
export async function readRelated(
  db: Queryable,
  record: CaseRecord,
  { staff, now }: { staff: StaffActor; now: number },
): Promise<StaffCaseDetail['related']> {
  const rows = await db.query<CaseListRow>(
    `SELECT ${CASES.select} FROM cases
     WHERE account_id = $1 AND origin = 'review' AND case_id <> ALL($2::uuid[])
     ORDER BY case_id DESC LIMIT ${MAX_RELATED}`,
    [record.accountId, [record.caseId, ...(record.sampleOf === null ? [] : [record.sampleOf])]],
  );
  return rows.map(staffCaseFor(staff, now)).map((one) => ({
    id: one.id,
    queueId: one.queueId,
    status: one.status,
    openedAt: one.openedAt,
    headline: one.headline,
    verdict: one.verdict,
    decidedAt: one.decidedAt,
  }));
}

const MAX_SIMILAR = 10;
/** Older decisions say little about what is usual now. */
const SIMILAR_WITHIN = 180 * DAY;
/** Of the latest alerts with the same reason, how many are looked at: bounded, however common the reason is. */
const ALERTS_LOOKED_AT = 2_000;

/** Decided cases of other accounts whose alerts share this one's strongest reason. */
export async function readSimilar(
  db: Queryable,
  record: CaseRecord,
  { staff, now }: { staff: StaffActor; now: number },
): Promise<SimilarCase[]> {
  const rows = await db.query<CaseListRow & { policy_code: string; measures: Measure[] }>(
    `WITH strongest AS (
       SELECT reason_code FROM case_alerts WHERE case_id = $1 ORDER BY score DESC, alert_id LIMIT 1
     ), alike AS (
       SELECT DISTINCT case_id FROM (
         SELECT a.case_id FROM case_alerts a JOIN strongest USING (reason_code)
         ORDER BY a.alert_id DESC LIMIT ${ALERTS_LOOKED_AT}) AS latest
     )
     SELECT ${CASES.select}, d.policy_code, d.measures
     FROM cases
     JOIN LATERAL (SELECT policy_code, measures FROM case_decisions
                   WHERE account_id = cases.account_id AND case_id = cases.case_id
                     AND decision_no = cases.decision_no AND status = 'final') AS d ON true
     WHERE case_id IN (SELECT case_id FROM alike) AND account_id <> $2 AND status = 'decided' AND decided_at > $3
     ORDER BY decided_at DESC, case_id DESC LIMIT ${MAX_SIMILAR}`,
    [record.sampleOf ?? record.caseId, record.accountId, new Date(now - SIMILAR_WITHIN)],
  );
  return rows.map((row) => {
    const one = staffCaseFor(staff, now)(row);
    return {
      id: one.id,
      accountId: one.accountId,
      queueId: one.queueId,
      headline: one.headline,
      verdict: one.verdict,
      decidedAt: one.decidedAt,
      policy: row.policy_code,
      measures: row.measures.map(({ type }) => type),
    };
  });
}
