import type { CaseVerdict } from '@coinwarden/domain';
import type { Queryable } from '../../platform/database/sql.js';

/** 0 … 65,535, the same for a case's account whenever it is asked. */
const LUCK = "('x' || left(md5(account_id), 4))::bit(16)::int";

export interface SeededCase {
  readonly caseId: string;
  readonly luck: number;
}

/** Decisions against people who did nothing, which nobody appealed. */
export const mistakenDecisions = (
  db: Queryable,
): Promise<{ readonly accountId: string; readonly caseId: string }[]> =>
  db.query(
    `SELECT c.account_id AS "accountId", c.case_id AS "caseId" FROM cases c
     WHERE c.status = 'decided' AND c.verdict = 'confirmed' AND c.origin = 'review'
       AND NOT EXISTS (SELECT FROM simulation.labels l WHERE l.account_id = c.account_id AND l.fraud)
       AND NOT EXISTS (SELECT FROM case_appeals p WHERE p.case_id = c.case_id)
     ORDER BY c.case_id`,
  );

export const appealsWaiting = (db: Queryable): Promise<SeededCase[]> =>
  db.query(
    `SELECT case_id AS "caseId", ${LUCK} AS luck FROM cases WHERE status = 'appealed' ORDER BY case_id`,
  );

/** With what the first person found. */
export const samplesWaiting = (db: Queryable): Promise<(SeededCase & { readonly verdict: CaseVerdict })[]> =>
  db.query(
    `SELECT s.case_id AS "caseId", ${LUCK.replace('account_id', 's.account_id')} AS luck, d.verdict
     FROM cases s JOIN case_decisions d ON d.account_id = s.account_id AND d.case_id = s.sample_of
       AND d.decision_no = s.sample_decision_no
     WHERE s.status = 'open' AND s.sample_of IS NOT NULL ORDER BY s.case_id`,
  );

export const casesWaiting = (db: Queryable): Promise<SeededCase[]> =>
  db.query(
    `SELECT case_id AS "caseId", ${LUCK} AS luck FROM cases
     WHERE status = 'open' AND origin = 'review' AND claimed_by IS NULL ORDER BY case_id`,
  );
