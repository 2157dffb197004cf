import type { Appeal, StaffAppeal } from '@coinwarden/contracts';
import type { CaseVerdict } from '@coinwarden/domain';
import { z } from 'zod';
import { anyOf, flag, type StaffResource } from '../../platform/http/staff-list.js';
import { APPEAL_COLUMNS, type AppealRecord, type AppealRow, toAppeal } from '../persistence/appeals.store.js';

export interface AppealListRow extends AppealRow {
  verdict: CaseVerdict;
}

const text = z.string().min(1).max(128);

export const APPEALS: StaffResource = {
  name: 'case-appeals',
  select: `${APPEAL_COLUMNS}, (SELECT verdict FROM case_decisions d WHERE d.account_id = case_appeals.account_id
    AND d.case_id = case_appeals.case_id AND d.decision_no = case_appeals.decision_no) AS verdict`,
  from: 'case_appeals',
  id: { column: 'appeal_id', schema: z.uuid() },
  filters: {
    accountId: anyOf('account_id', text),
    caseId: anyOf('case_id', z.uuid()),
    status: anyOf('status', z.enum(['open', 'granted', 'denied'])),
    overdue: flag("status = 'open' AND due_at < now()"),
  },
  sorts: { dueAt: 'due_at' },
  defaultSort: ['id', 'DESC'],
};

const instantOrNull = (at: number | null) => (at === null ? null : new Date(at).toISOString());

/** An appeal as the platform sees it: not who decided. */
export const appealView = (appeal: AppealRecord, verdict: CaseVerdict): Appeal => ({
  appealId: appeal.appealId,
  accountId: appeal.accountId,
  caseId: appeal.caseId,
  status: appeal.status,
  verdict,
  statement: appeal.statement,
  openedAt: new Date(appeal.openedAt).toISOString(),
  dueAt: new Date(appeal.dueAt).toISOString(),
  decidedAt: instantOrNull(appeal.decidedAt),
  answer: appeal.answer,
  undone: appeal.undone.map((one) => ({ ...one })),
});

export const staffAppealAt =
  (now: number) =>
  (row: AppealListRow): StaffAppeal => {
    const record = toAppeal(row);
    return {
      id: record.appealId,
      ...appealView(record, row.verdict),
      openedBy: record.openedBy,
      decidedBy: record.decidedBy,
      overdue: record.status === 'open' && record.dueAt < now,
    };
  };
