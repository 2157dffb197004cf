import { type FlaggedAccount, id } from '@coinwarden/contracts';
import {
  ACCOUNT_FLAGS,
  ACCOUNT_STATUSES,
  type AccountFlag,
  type AccountStatus,
  ALERT_KINDS,
  type AlertKind,
  FLAGGED_CONTENT_MS,
  FLAGGED_LINK_SCORE,
  idFloor,
} from '@coinwarden/domain';
import { z } from 'zod';
import { anyOf, filter, type StaffResource } from '../../platform/http/staff-list.js';

export interface FlaggedAccountRow {
  account_id: string;
  display_name: string | null;
  status: AccountStatus | null;
  concern: number;
  flags: AccountFlag[];
  open_cases: number;
  case_id: string | null;
  kinds: AlertKind[];
  value_usd_minor: bigint;
  due_at: Date;
  link_score: number;
  scam_texts: number;
}

/** Cases that somebody still has to decide. */
const UNDONE = "status IN ('open', 'snoozed', 'escalated', 'second_look', 'appealed')";

/** What each flag means in a row of the list. */
const FLAGGED: Readonly<Record<AccountFlag, string>> = {
  enforced: "status IN ('restricted', 'suspended')",
  case: 'open_cases > 0',
  links: `link_score >= ${FLAGGED_LINK_SCORE}`,
  content: 'scam_texts > 0',
};

/**
 * Who is flagged, read from four small indexes and never from all accounts: what people keep an eye on is few. Cases that
 * look at a decision a second time count like any other, so that nobody can tell them apart here.
 */
const flagged = (now: number) => `(
  WITH open AS MATERIALIZED (
    SELECT account_id, count(*)::int AS open_cases, max(score) AS score, sum(value_usd_minor)::bigint AS value_usd_minor,
           min(due_at) AS due_at, (array_agg(case_id ORDER BY work_by))[1] AS case_id
    FROM cases WHERE ${UNDONE} GROUP BY account_id
  ), linked AS MATERIALIZED (
    SELECT account_id, score FROM link_nodes WHERE score >= ${FLAGGED_LINK_SCORE}
  ), scams AS MATERIALIZED (
    SELECT account_id, count(*)::int AS scam_texts, max(score) AS score FROM content_scans
    WHERE verdict = 'scam' AND scan_id >= '${idFloor(now - FLAGGED_CONTENT_MS)}'::uuid GROUP BY account_id
  ), all_of_them AS (
    SELECT account_id FROM accounts WHERE status IN ('restricted', 'suspended')
    UNION SELECT account_id FROM open UNION SELECT account_id FROM linked UNION SELECT account_id FROM scams
  )
  SELECT account_id, a.display_name, a.status, coalesce(open.open_cases, 0) AS open_cases, open.case_id,
         coalesce(open.value_usd_minor, 0)::bigint AS value_usd_minor,
         coalesce(open.due_at, 'infinity'::timestamptz) AS due_at,
         coalesce(linked.score, 0) AS link_score, coalesce(scams.scam_texts, 0) AS scam_texts,
         greatest(open.score, linked.score, scams.score, 0) AS concern
  FROM all_of_them
  LEFT JOIN accounts AS a USING (account_id)
  LEFT JOIN open USING (account_id) LEFT JOIN linked USING (account_id) LEFT JOIN scams USING (account_id)
) AS flagged`;

const UNDONE_OF_IT = `cases AS c WHERE c.account_id = flagged.account_id AND c.${UNDONE}`;
const FLAGS_OF_IT = ACCOUNT_FLAGS.map((flag) => `CASE WHEN ${FLAGGED[flag]} THEN '${flag}' END`).join(', ');

export const flaggedAccountsAt = (now: number): StaffResource => ({
  name: 'flagged-accounts',
  select: `account_id, display_name, status, concern, open_cases, case_id, value_usd_minor, due_at, link_score, scam_texts,
    array_remove(ARRAY[${FLAGS_OF_IT}], NULL) AS flags,
    ARRAY(SELECT DISTINCT unnest(c.kinds) FROM ${UNDONE_OF_IT} ORDER BY 1) AS kinds`,
  from: flagged(now),
  id: { column: 'account_id', schema: id },
  filters: {
    status: anyOf('status', z.enum(ACCOUNT_STATUSES)),
    flag: filter(z.enum(ACCOUNT_FLAGS), (flag) => FLAGGED[flag]),
    kind: filter(
      z.enum(ALERT_KINDS),
      (kind, param) => `EXISTS (SELECT FROM ${UNDONE_OF_IT} AND ${param(kind)} = ANY(c.kinds))`,
    ),
  },
  sorts: { concern: 'concern', valueAtRisk: 'value_usd_minor', dueAt: 'due_at' },
  defaultSort: ['concern', 'DESC'],
});

export const flaggedAccountRecord = (row: FlaggedAccountRow): FlaggedAccount => ({
  id: row.account_id,
  displayName: row.display_name,
  status: row.status,
  flags: row.flags,
  concern: row.concern,
  openCases: row.open_cases,
  caseId: row.case_id,
  caseKinds: row.kinds,
  valueAtRiskUsdMinor: Number(row.value_usd_minor),
  dueAt: row.open_cases > 0 ? row.due_at.toISOString() : null,
  linkScore: row.link_score,
  scamTexts: row.scam_texts,
});
