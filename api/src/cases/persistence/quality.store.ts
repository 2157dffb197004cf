import type { CaseVerdict } from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';

interface Span {
  readonly from: number;
  readonly to: number;
}

const span = ({ from, to }: Span) => [new Date(from), new Date(to)];

export interface ReviewerCounts {
  readonly staff_id: string;
  readonly name: string;
  readonly handled: number;
  readonly median_seconds: number | null;
  readonly late: number;
  readonly appealed: number;
  readonly overturned: number;
  readonly confirmed: number;
  readonly cleared: number;
  readonly inconclusive: number;
}

/** Samples are no work of their own: they count for agreement alone. */
const DECIDED = `
  SELECT d.*, d.decided_by ->> 'id' AS staff_id, d.decided_by ->> 'name' AS name, d.decided_at > c.due_at AS is_late,
         p.appeal_id IS NOT NULL AS is_appealed, d.status = 'reversed' AS is_overturned,
         extract(epoch FROM d.decided_at - d.claimed_at) AS seconds
  FROM case_decisions d
  JOIN cases c ON c.account_id = d.account_id AND c.case_id = d.case_id AND c.origin = 'review'
  LEFT JOIN case_appeals p ON p.account_id = d.account_id AND p.case_id = d.case_id AND p.decision_no = d.decision_no
  WHERE d.decided_at >= $1 AND d.decided_at < $2 AND d.status IN ('final', 'reversed')`;

const COUNTS = `count(*)::int AS handled,
  (percentile_disc(0.5) WITHIN GROUP (ORDER BY seconds))::int AS median_seconds,
  count(*) FILTER (WHERE is_late)::int AS late, count(*) FILTER (WHERE is_appealed)::int AS appealed,
  count(*) FILTER (WHERE is_overturned)::int AS overturned,
  count(*) FILTER (WHERE verdict = 'confirmed')::int AS confirmed,
  count(*) FILTER (WHERE verdict = 'cleared')::int AS cleared,
  count(*) FILTER (WHERE verdict = 'inconclusive')::int AS inconclusive`;

export const readReviewerCounts = (db: Queryable, of: Span): Promise<ReviewerCounts[]> =>
  db.query<ReviewerCounts>(
    `SELECT staff_id, max(name) AS name, ${COUNTS} FROM (${DECIDED}) AS decided GROUP BY staff_id
     ORDER BY count(*) DESC, staff_id`,
    span(of),
  );

export async function readOverallCounts(db: Queryable, of: Span): Promise<ReviewerCounts> {
  const text = `SELECT '' AS staff_id, '' AS name, ${COUNTS} FROM (${DECIDED}) AS decided`;
  return (await db.query<ReviewerCounts>(text, span(of)))[0]!;
}

/** A case that two people judged, neither knowing of the other. */
export interface JudgedTwice {
  readonly caseId: string;
  readonly sampleId: string;
  readonly first: { readonly staffId: string; readonly name: string; readonly verdict: CaseVerdict };
  readonly second: { readonly staffId: string; readonly name: string; readonly verdict: CaseVerdict };
  readonly at: number;
}

/** Of the samples decided in the span; the latest first, bounded by what a team can do in a quarter. */
const MAX_PAIRS = 20_000;

export async function readJudgedTwice(db: Queryable, of: Span): Promise<JudgedTwice[]> {
  const rows = await db.query<{
    case_id: string;
    sample_id: string;
    first_by: { id: string; name: string };
    first: CaseVerdict;
    second_by: { id: string; name: string };
    second: CaseVerdict;
    at: Date;
  }>(
    `SELECT s.sample_of AS case_id, s.case_id AS sample_id, one.decided_by AS first_by, one.verdict AS first,
            two.decided_by AS second_by, two.verdict AS second, two.decided_at AS at
     FROM cases s
     JOIN case_decisions one ON one.account_id = s.account_id AND one.case_id = s.sample_of
       AND one.decision_no = s.sample_decision_no
     JOIN case_decisions two ON two.account_id = s.account_id AND two.case_id = s.case_id AND two.status = 'final'
     WHERE s.sample_of IS NOT NULL AND s.decided_at >= $1 AND s.decided_at < $2
     ORDER BY s.decided_at DESC LIMIT ${MAX_PAIRS}`,
    span(of),
  );
  return rows.map((row) => ({
    caseId: row.case_id,
    sampleId: row.sample_id,
    first: { staffId: row.first_by.id, name: row.first_by.name, verdict: row.first },
    second: { staffId: row.second_by.id, name: row.second_by.name, verdict: row.second },
    at: row.at.getTime(),
  }));
}

export async function countWaitingSamples(db: Queryable): Promise<number> {
  const [row] = await db.query<{ waiting: number }>(
    `SELECT count(*)::int AS waiting FROM cases WHERE sample_of IS NOT NULL AND status = 'open'`,
  );
  return row!.waiting;
}
