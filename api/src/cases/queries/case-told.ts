import type { CaseTold } from '@coinwarden/contracts';
import { type Queryable, textArrayOf } from '../../platform/database/sql.js';
import { readAppealOf } from '../persistence/appeals.store.js';
import { readDecisions } from '../persistence/case-decisions.store.js';
import { CASE_COLUMNS, type CaseRow, toCaseRecord } from '../persistence/cases.store.js';
import { readPolicies } from '../persistence/guidance.store.js';
import { appealView } from './appeal-records.js';
import { instant, instantOrNull } from './case-records.js';

/** Cases as the platform is told of them, by their ids. */
export async function readCasesTold(
  db: Queryable,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, CaseTold>> {
  const text = `SELECT ${CASE_COLUMNS} FROM cases WHERE case_id = ANY($1::uuid[]) AND origin = 'review'`;
  const rows = await db.query<CaseRow>(text, [textArrayOf(caseIds)]);
  const policies = await readPolicies(db);
  const told = new Map<string, CaseTold>();
  for (const record of rows.map(toCaseRecord)) {
    const decisions = await readDecisions(db, record.caseId);
    const decision = decisions.find((one) => one.decisionNo === record.decisionNo);
    const appeal = await readAppealOf(db, record.caseId);
    const policy = policies.find(({ code }) => code === decision?.policyCode);
    told.set(record.caseId, {
      caseId: record.caseId,
      accountId: record.accountId,
      status: record.status,
      kinds: [...record.kinds],
      openedAt: instant(record.openedAt),
      verdict: record.verdict,
      policy: policy ? { code: policy.code, title: policy.title } : null,
      measures: decision?.measures.map(({ type }) => type) ?? [],
      decidedAt: instantOrNull(record.decidedAt),
      appeal: appeal && decision ? appealView(appeal, decision.verdict) : null,
    });
  }
  return told;
}
