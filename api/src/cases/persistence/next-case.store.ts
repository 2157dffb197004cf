import type { Queryable } from '../../platform/database/sql.js';
import { CASE_COLUMNS, type CaseRecord, type CaseRow, toCaseRecord } from './cases.store.js';

interface Asking {
  readonly queueId: string;
  readonly staffId: string;
  /** Leads are also handed what was escalated and what is appealed. */
  readonly isLead: boolean;
  /** Empty: all. */
  readonly languages: readonly string[];
  readonly now: number;
}

/** Written out, so that the planner sees that `cases_next` holds them. */
const STATUSES = {
  lead: "('open', 'escalated', 'second_look', 'appealed')",
  reviewer: "('open', 'second_look')",
};

const statement = (isLead: boolean, assignment: string) => `
  SELECT ${CASE_COLUMNS} FROM cases
  WHERE queue_id = $1 AND status IN ${isLead ? STATUSES.lead : STATUSES.reviewer}
    AND (lease_until IS NULL OR lease_until <= $3) AND NOT (barred && ARRAY[$2])
    AND (language IS NULL OR cardinality($4::text[]) = 0 OR language = ANY($4)) AND ${assignment}
  ORDER BY work_by, case_id LIMIT 1 FOR UPDATE SKIP LOCKED`;

/**
 * The case that should be worked next, locked: first what was given to this person, then what was given to nobody. What
 * somebody else is just taking is passed over, so two who ask at once never wait for each other or get the same.
 */
export async function findNext(tx: Queryable, asking: Asking): Promise<CaseRecord | null> {
  const values = [asking.queueId, asking.staffId, new Date(asking.now), asking.languages];
  for (const assignment of ["assigned_to ->> 'id' = $2", 'assigned_to IS NULL']) {
    const [row] = await tx.query<CaseRow>(statement(asking.isLead, assignment), values);
    if (row) return toCaseRecord(row);
  }
  return null;
}
